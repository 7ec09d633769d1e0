"""Languages: what is not English is told, and what is English is never taken for something else."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Document
from seed.language import languages
from tests.corpus import corpus

_FOREIGN = {
    "de": "Die Aufsichtsbehörde hat gegen die Beispiel GmbH wegen fehlender Einwilligung eine Geldbuße verhängt.",
    "fr": "La formation restreinte a prononcé une amende de trois millions d'euros à l'encontre de la société Exemple.",
    "es": "La autoridad ha impuesto a la empresa Ejemplo una multa de tres millones de euros por sus cookies.",
    "it": "Il Garante ha ordinato alla società Esempio di pagare una sanzione di tre milioni di euro.",
    "ru": "Надзорный орган оштрафовал компанию за хранение данных граждан за пределами страны.",
}
_ENGLISH = (
    "The ICO fined Acme Ltd £1m on 18 May 2022, because the firm had called people who did not want it.\n"
)


@pytest.mark.parametrize(("code", "text"), _FOREIGN.items())
def test_another_language_is_told_and_gives_no_claims(code: str, text: str) -> None:
    """The code, and a sentence that names the language; a short sentence is enough."""
    assert languages(text).main == code
    extraction = extract(Document(text))
    assert extraction.claims == ()
    assert f"({code}); the rules read English only" in (extraction.unread or "")


def test_of_two_languages_the_english_is_read() -> None:
    """A German half is told with its share; the English half gives its claims."""
    extraction = extract(Document(_ENGLISH * 5 + "\n\n" + f"{_FOREIGN['de']}\n" * 5))
    assert {claim.relation for claim in extraction.claims} == {"FINED"}
    assert "per cent" not in (extraction.unread or "")
    assert "of the text is in" in (extraction.unread or "")


@pytest.mark.parametrize("text", ["", "...", "CNIL", "€ 1,000", "ICO fines Acme £1m", "Acme SA: AEPD, 2021"])
def test_of_too_little_nothing_is_said(text: str) -> None:
    """Names and numbers are in no language."""
    assert extract(Document(text)).unread is None


def test_english_is_read() -> None:
    """Of 399 passages with names of forty countries, none in English is left unread."""
    left = [p.id for p in corpus.load() if languages(p.document).unread]
    assert len(left) <= 2  # two tables in which all words are French or German


def test_time_does_not_grow_with_the_length() -> None:
    """Of a long text so many stretches are looked at."""
    assert languages(f"{_FOREIGN['de']}\n" * 40_000).main == "de"
