"""Whoever takes part in a claim, as the text names it there."""

from dataclasses import dataclass

from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.mentions.gazetteer import Entry


@dataclass(frozen=True, slots=True)
class Actor:
    """A party that takes part in a claim: its entity, and the words and place at which the claim names it."""

    id: str
    name: str
    kinds: frozenset[str]
    known: bool
    text: str
    place: str | None
    sentence: int
    token: int
    explicit: bool

    def may_be(self, kinds: frozenset[str]) -> bool:
        """Whether it can be of one of these kinds."""
        return bool(self.kinds & kinds)


def registered(entry: Entry, text: str, sentence: int, token: int, *, explicit: bool) -> Actor:
    """An authority of the records as the one who acts; ``text`` are the words that stand for it at this place."""
    return Actor(entry.id, entry.name, AUTHORITY, True, text, entry.country, sentence, token, explicit)
