"""Rules and language model together: agreement makes a claim surer, one witness alone makes it less sure."""

from dataclasses import dataclass, replace

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document, Party
from seed.llm.both import Both
from seed.llm.report import ModelExtraction, Report

TEXT = "The ICO fined Brightloom Ltd £2m on 3 May 2023. The CNIL fined Gamma SA €3 million on 4 May 2023."


@dataclass(frozen=True)
class Stub:
    """A language model that says what it was told to."""

    claims: tuple[Claim, ...]
    mark: str = "llm m/1"

    def __call__(self, document: Document) -> ModelExtraction:
        """The claims, whatever the document."""
        return ModelExtraction(document.id, self.claims, None, "llm", "m/1", report=Report(requests=1))


def test_what_both_say_is_surer_and_what_one_says_less() -> None:
    """Each claim once; what the language model alone says comes with little confidence, so early in the review."""
    ours = extract(Document(TEXT)).claims
    first, second = ours
    other = replace(first, object=Party("Delta plc", "delta-plc", "company", "Delta plc", registered=False))
    found = {c.object.id: c.confidence or 0 for c in Both(Stub((first, other)))(Document(TEXT)).claims}
    assert len(found) == 3
    assert found[first.object.id] > (first.confidence or 1)
    assert found[second.object.id] < (second.confidence or 0)
    assert found["delta-plc"] < 0.5


def test_both_say_who_they_are_and_what_they_cost() -> None:
    """The name holds both versions; the counts of the language model are kept."""
    extraction = Both(Stub(()))(Document(TEXT))
    assert (extraction.extractor, extraction.report.requests) == ("both", 1)
    assert "llm m/1" in Both(Stub(())).mark


_NOTICES = {
    "German": (
        "Die Beispielbehörde verhängte gegen die Beispiel GmbH eine Geldbuße von 3 Millionen Euro.",
        "de",
    ),
    "French": (
        "La formation restreinte a prononcé une amende de 3 millions d'euros contre la société Exemple.",
        "fr",
    ),
    "Spanish": (
        "La autoridad de control ha impuesto a Ejemplo SL una multa de 3 millones de euros por sus cookies.",
        "es",
    ),
    "Italian": (
        "Il Garante per la protezione dei dati ha sanzionato Esempio SpA per 3 milioni di euro.",
        "it",
    ),
}


@pytest.mark.parametrize("language", _NOTICES)
def test_of_a_language_that_the_rules_do_not_read_the_model_speaks_alone(language: str) -> None:
    """Its claims stand as it gave them, and nothing is said to be unread, for somebody has read it."""
    text, code = _NOTICES[language]
    claim = replace(extract(Document(TEXT)).claims[0], confidence=None)
    assert f"({code})" in (extract(Document(text)).unread or "")
    extraction = Both(Stub((claim,)))(Document(text))
    assert extraction.claims == (claim,)
    assert extraction.unread is None
