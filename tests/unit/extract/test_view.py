"""The clean view drops markup, and every offset leads back to the text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from seed.extract.text import sentences, view


def test_links_and_soft_hyphens_disappear_and_offsets_stay() -> None:
    """A name broken by a soft hyphen or wrapped in a link is one name, and is quoted as it stands."""
    text = "The [Ac\u00adme](https://example.org/a_(b)) case"
    seen = view.clean(text)
    start = seen.text.index("Acme")
    first, last = seen.source(start, start + 4)
    assert seen.text == "The Acme case"
    assert text[first:last] == "Ac\u00adme"


@given(st.text(max_size=400))
def test_every_character_of_the_view_is_one_of_the_text(text: str) -> None:
    """The view only deletes, and makes a letter and its accents one."""
    seen = view.clean(text)
    for at, character in enumerate(seen.text):
        first, last = seen.source(at, at + 1)
        assert text[first:last] == character or unicodedata.normalize("NFC", text[first:last]) == character


def test_a_letter_and_its_accents_are_one() -> None:
    """A name in decomposed form is the same name, and is quoted as it stands."""
    text = unicodedata.normalize("NFD", "The Société Générale case")
    seen = view.clean(text)
    assert seen.text == "The Société Générale case"
    first, last = seen.source(4, 20)
    assert text[first:last] == unicodedata.normalize("NFD", "Société Générale")


@given(st.text(max_size=400))
def test_sentences_lie_in_the_text(text: str) -> None:
    """Sentences come in order, do not overlap and say what stands at their place."""
    end = 0
    for sentence in sentences.split(text):
        assert end <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end] == sentence.text
        end = sentence.end


def test_an_abbreviation_ends_no_sentence() -> None:
    """Acme Inc. and Dr. Doe do not cut a sentence; a new line start does."""
    found = sentences.split("Acme Inc. was fined. Dr. Doe of the U.S. office agreed.")
    assert [s.text for s in found] == ["Acme Inc. was fined.", "Dr. Doe of the U.S. office agreed."]
