"""What the words of a question can mean: marks, in order, that cover them all."""

from dataclasses import dataclass, field
from typing import Any

from app.ask.tokens import Token


@dataclass(frozen=True, slots=True)
class Mark:
    """Words ``start`` to ``end`` (exclusive) of a question and what they can mean, by class.

    Classes: those of ``lexicon.PHRASES``, and ``name`` (ids), ``place`` (codes), ``time``, ``amount``, ``article``,
    ``number``, ``function``, ``banned``, ``unknown``.
    """

    start: int
    end: int
    text: str
    means: dict[str, Any] = field(default_factory=dict[str, Any])

    def __contains__(self, name: str) -> bool:
        return name in self.means


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a question, and the marks that cover them all, in order; ``read_as`` are misspelled words."""

    text: str
    tokens: list[Token]
    marks: list[Mark]
    read_as: tuple[tuple[str, str], ...] = ()

    def having(self, name: str) -> list[Mark]:
        """The marks of one class."""
        return [mark for mark in self.marks if name in mark]

    def word(self, at: int) -> str:
        """The word at a place, or nothing outside of the question."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""
