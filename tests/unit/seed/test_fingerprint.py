"""Fingerprints of texts: what is a copy, and what only resembles it."""

import pytest

from seed.ingest.duplicates.fingerprint import bands

STORY = (
    "The Information Commissioner's Office fined Acme Biscuits Ltd two million pounds on Tuesday for losing the "
    "records of a thousand customers."
)
LONG = " ".join(f"word{n * 7 % 97}" for n in range(200))


def alike(one: str, other: str) -> bool:
    """Whether two texts are taken for near-duplicates."""
    return bool(set(bands(one)) & set(bands(other)))


@pytest.mark.parametrize(
    "copy",
    [
        STORY.upper(),
        f"LONDON (Wire) - {STORY}",
        f"{STORY} Read more here.",
        STORY.replace("Tuesday", "Wednesday"),
    ],
)
def test_a_short_text_is_known_again(copy: str) -> None:
    """With another byline, an end, a word: it is one source still."""
    assert alike(STORY, copy)


@pytest.mark.parametrize(
    "other",
    [
        "Acme Biscuits lost the records of its customers and must pay two million pounds, the ICO said on Tuesday.",
        STORY.replace("Acme Biscuits Ltd two million pounds", "Gamma plc")
        .replace("losing", "selling")
        .replace("thousand", "dozen"),
    ],
)
def test_a_text_of_its_own_is_no_copy(other: str) -> None:
    """The same news in other words, and the same words about other news."""
    assert not alike(STORY, other)


def test_a_long_text_with_another_end_is_known_again() -> None:
    """By its shingles of five words, as before."""
    assert alike(LONG, f"{LONG} printed by the Herald")
    assert not alike(LONG, " ".join(reversed(LONG.split())))


def test_too_few_words_are_alike_by_chance() -> None:
    """A headline has no fingerprint."""
    assert bands("The ICO fined Acme again") == []
