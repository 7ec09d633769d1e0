"""A long document in pieces that a model can read at once, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 12_000
"""Characters of a piece: some three thousand tokens, which leaves room for the answer in small contexts."""

_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*\n\s*")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` stands at ``start`` in the document."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the piece ends in the document, exclusive."""
        return self.start + len(self.text)


def pieces(text: str, longest: int = LONGEST) -> Iterator[Piece]:
    """Pieces that follow each other without a gap and are no longer than ``longest``; none where there is only space.

    They end between paragraphs where that is possible, else between sentences, else at a space, else anywhere.
    """
    start = 0
    while start < len(text):
        end = start + longest
        end = len(text) if end >= len(text) else _break(text, start, end)
        if not text[start:end].isspace():
            yield Piece(start, text[start:end])
        start = end


def halves(piece: Piece) -> list[Piece]:
    """The piece as two or three shorter ones."""
    longest = max(1, len(piece.text) // 2 + 1)
    return [Piece(piece.start + half.start, half.text) for half in pieces(piece.text, longest)]


def _break(text: str, start: int, limit: int) -> int:
    """The last good place for a break in the second half of a stretch."""
    middle = (start + limit) // 2
    for mark in (_PARAGRAPH, _SENTENCE):
        ends = [match.end() for match in mark.finditer(text, middle, limit)]
        if ends:
            return ends[-1]
    space = text.rfind(" ", middle, limit)
    return space + 1 if space >= 0 else limit
