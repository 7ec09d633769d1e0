"""Mentions: what the words of a sentence may refer to, before it is known whom exactly."""

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field
from typing import Literal

from seed.extract.text.sentences import Sentence
from seed.extract.text.tokens import Token
from seed.extract.values.dating import DateMention
from seed.extract.values.money import MoneyMention

Sort = Literal["entity", "nominal", "place", "money", "date"]


@dataclass(slots=True)
class Mention:
    """A run of tokens ``first`` to ``last`` of one sentence.

    An ``entity`` has a kind and an id (``None`` while ambiguous: then ``ids`` are the candidates). A ``nominal`` ("the
    regulator") has the kinds that it may stand for, and gets its entity from coreference. ``known`` is false for a
    name that no record has. ``unnamed`` is whoever a text only describes: "a bank", or
    "the company" of a text without names.
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
    unnamed: bool = False
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
    owners: dict[int, Mention] = field(default_factory=dict[int, Mention])

    def add(self, mention: Mention) -> bool:
        """Put a mention in its place unless another one holds one of its tokens."""
        if any(token in self.owners for token in range(mention.first, mention.last + 1)):
            return False
        insort(self.mentions, mention, key=lambda m: m.first)
        self._own(mention)
        return True

    def drop(self, mention: Mention) -> None:
        """Take a mention away, so that another one can take its tokens."""
        self.mentions.remove(mention)
        for token in range(mention.first, mention.last + 1):
            del self.owners[token]

    def swap(self, mention: Mention, other: Mention) -> None:
        """Put another mention in the place of one over the same tokens."""
        self.mentions[self.mentions.index(mention)] = other
        self._own(other)

    def _own(self, mention: Mention) -> None:
        for token in range(mention.first, mention.last + 1):
            self.owners[token] = mention

    def at(self, token: int) -> Mention | None:
        """The mention that holds a token."""
        return self.owners.get(token)

    def make(self, sort: Sort, first: int, last: int) -> Mention:
        """A bare mention over a run of tokens."""
        tokens = self.tokens
        start, end = tokens[first].start, tokens[last].end
        base = self.sentence.start
        return Mention(sort, first, last, start, end, self.sentence.text[start - base : end - base])

    def span_tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last token that lie in a span of the view."""
        first = bisect_right(self.tokens, start, key=lambda token: token.end)
        last = bisect_left(self.tokens, end, key=lambda token: token.start) - 1
        return (first, last) if first <= last else None
