"""The words of a question while they are being marked: what is covered so far."""

from datetime import date
from typing import Any

from app.ask.marked import Mark
from app.ask.names import Index
from app.ask.tokens import Token, clean, tokens
from app.ask.topics import is_matter


class Marking:
    """What is covered so far."""

    def __init__(self, text: str, index: Index, today: date) -> None:
        self.text = clean(text)
        self.tokens = tokens(self.text)
        self.words = [token.word for token in self.tokens]
        self.index = index
        self.today = today
        self.marks: dict[int, Mark] = {}
        self.covered = [False] * len(self.tokens)
        self.read_as: list[tuple[str, str]] = []

    def put(self, start: int, end: int, **means: Any) -> None:
        """Cover words with a mark."""
        written = self.text[self.tokens[start].start : self.tokens[end - 1].end]
        self.marks[start] = Mark(start, end, written, means)
        self.covered[start:end] = [True] * (end - start)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing covers these words."""
        return not any(self.covered[start:end])

    def between(self, start: int, end: int) -> tuple[int, int] | None:
        """The words that two offsets enclose, where they are free."""
        inside = [n for n, token in enumerate(self.tokens) if token.start >= start and token.start < end]
        if not inside or not self.free(inside[0], inside[-1] + 1):
            return None
        return inside[0], inside[-1] + 1


def tells_a_matter(token: Token) -> bool:
    """Whether it says whose data or rights it is about, "children's", which is nobody's name."""
    return token.possessive and not token.capital and is_matter(token.word)
