"""What is wrong with a word: the problem, what was probably meant, and what would be valid."""

from collections.abc import Iterable
from typing import Final

from pydantic_core import PydanticCustomError
from rapidfuzz import fuzz, process, utils

_LEAST: Final = 60
"""Of 100: what resembles less is no help."""
_SHOWN: Final = 3


def near(word: str, words: Iterable[str]) -> list[str]:
    """Up to three of the words that resemble this one, the nearest first."""
    found = process.extract(
        word,
        list(words),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=_SHOWN,
        score_cutoff=_LEAST,
    )
    return [text for text, _, _ in found]


def hint(word: str, words: Iterable[str]) -> str:
    """``; did you mean …?``, or nothing."""
    found = near(word, words)
    return f"; did you mean {' or '.join(found)}?" if found else ""


def wrong(problem: str, valid: str) -> PydanticCustomError:
    """The error of a value that cannot be used; ``valid`` says what can."""
    return PydanticCustomError("wrong", "{problem}", {"problem": problem, "expected": valid})
