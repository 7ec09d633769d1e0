"""Mentions: what the words of a sentence may refer to, before it is known whom exactly."""

from dataclasses import dataclass, field
from typing import Final, Literal

from seed.extract.dating import DateMention
from seed.extract.money import MoneyMention
from seed.extract.sentences import Sentence
from seed.extract.tokens import Token

Sort = Literal["entity", "nominal", "place", "money", "date"]

AUTHORITY: Final = frozenset({"regulator"})
TARGET: Final = frozenset({"company", "platform", "public_body", "person", "ngo", "media"})
PARTY: Final = TARGET | {"regulator", "court"}


@dataclass(slots=True)
class Mention:
    """A run of tokens ``first`` to ``last`` of one sentence.

    An ``entity`` has a kind and an id (``None`` while ambiguous: then ``ids`` are the candidates). A ``nominal`` ("the
    regulator") has the kinds that it may stand for, and gets its entity from coreference. ``known`` is false for a
    name that no record has.
    """

    sort: Sort
    first: int
    last: int
    start: int
    end: int
    text: str
    kinds: frozenset[str] = frozenset()
    id: str | None = None
    ids: tuple[str, ...] = ()
    name: str = ""
    known: bool = True
    place: str | None = None
    plural: bool = False
    money: MoneyMention | None = None
    date: DateMention | None = None
    heads: frozenset[str] = frozenset()

    @property
    def resolved(self) -> bool:
        """Whether it is known who is meant."""
        return self.id is not None

    def may_be(self, kinds: frozenset[str]) -> bool:
        """Whether it can stand for one of these kinds."""
        return bool(self.kinds & kinds)


@dataclass(slots=True)
class Reading:
    """One sentence with its tokens and mentions; ``lower`` are its words in lower case."""

    sentence: Sentence
    tokens: list[Token]
    lower: list[str]
    mentions: list[Mention] = field(default_factory=list[Mention])

    def add(self, mention: Mention) -> bool:
        """Put a mention in its place unless another one holds one of its tokens."""
        if any(mention.first <= other.last and other.first <= mention.last for other in self.mentions):
            return False
        self.mentions.append(mention)
        self.mentions.sort(key=lambda m: m.first)
        return True

    def at(self, token: int) -> Mention | None:
        """The mention that holds a token."""
        return next((m for m in self.mentions if m.first <= token <= m.last), None)

    def make(self, sort: Sort, first: int, last: int) -> Mention:
        """A bare mention over a run of tokens."""
        tokens = self.tokens
        start, end = tokens[first].start, tokens[last].end
        base = self.sentence.start
        return Mention(sort, first, last, start, end, self.sentence.text[start - base : end - base])

    def span_tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last token that lie in a span of the view."""
        inside = [i for i, t in enumerate(self.tokens) if t.start < end and t.end > start]
        return (inside[0], inside[-1]) if inside else None
