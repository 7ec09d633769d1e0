"""Drafts: claims in the making, before sums, dates, quotes and missing parties are settled."""

from dataclasses import dataclass, field

from seed.extract.coreference.actor import Actor
from seed.extract.coreference.discourse import Discourse
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.syntax.tree import Tree, Word


@dataclass(slots=True)
class Draft:
    """One relation found at a trigger; a party that the sentence does not give is ``None`` until it is filled in.

    ``final`` where the sum is what remained of a proposal.
    """

    relation: str
    rule: str
    sentence: int
    token: int
    subject: Actor | None
    object: Actor | None
    modality: str = "asserted"
    money: Mention | None = None
    date: Mention | None = None
    undated: bool = False
    news: bool = False
    final: bool = False
    roles: list[tuple[str, Actor]] = field(default_factory=list[tuple[str, Actor]])


@dataclass(slots=True)
class Scene:
    """A parsed sentence in its document: what every rule looks at.

    ``imposed`` are its sums that may be sanctions, once somebody has asked for them.
    """

    tree: Tree
    index: int
    discourse: Discourse
    imposed: list[Mention] | None = None

    @property
    def reading(self) -> Reading:
        """The sentence with its tokens and mentions."""
        return self.tree.reading

    @property
    def words(self) -> list[Word]:
        """The words of the parsed sentence."""
        return self.tree.words

    def sums(self) -> list[Mention]:
        """All sums of the sentence, in order; a range is none."""
        return [m for m in self.reading.mentions if m.money is not None and not m.money.vague]

    def entities(self, kinds: frozenset[str]) -> list[Mention]:
        """All named entities of these kinds, in order."""
        return [m for m in self.reading.mentions if m.sort == "entity" and m.id and m.may_be(kinds)]

    def has(self, *words: str) -> bool:
        """Whether the sentence holds one of these words, in lower case."""
        return any(word in self.reading.lower for word in words)
