"""Words that nothing explains, read as the word of questions or the place that they most resemble."""

from functools import cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.ask import places
from app.ask.lexicon import ASK_PHRASES, FUNCTION, LOOKALIKES, PHRASES

_SINGLE: Final = sorted({phrase[0] for phrase in PHRASES if len(phrase) == 1 and len(phrase[0]) > 3})
_PARTS: Final = sorted(
    {word for phrase in ASK_PHRASES if len(phrase) > 1 for word in phrase if len(word) > 3}
)


def as_word(word: str) -> str | None:
    """The word of questions that a misspelled one means."""
    return _nearest(word, _SINGLE)


def as_part(word: str) -> str | None:
    """The word of a longer phrase, or the place, that a misspelled one means: "mutch", "luxemburg"."""
    return _nearest(word, _PARTS) or _nearest(word, _places())


def _nearest(word: str, known: list[str]) -> str | None:
    if len(word) < 5 or word in LOOKALIKES or word in FUNCTION:
        return None
    reach = 1 if len(word) < 8 else 2
    near = [entry for entry in known if entry[0] == word[0]]
    found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=reach)
    if found and word.endswith("est") and not found[0].endswith("est"):
        return None  # a superlative of its own
    return found[0] if found else None


@cache
def _places() -> list[str]:
    return sorted(name for name in places.single_names() if len(name) > 4)
