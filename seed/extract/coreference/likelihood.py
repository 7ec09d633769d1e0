"""How likely an earlier mention is the one meant: near, often named, of the right place, and like what is said."""

from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.lexicon.places import within
from seed.extract.mentions.mention import Mention

_TOPIC: Final = 0.9
_LEADS: Final = 0.3
"""What it is worth that a text is about somebody: to "the company", and to whoever else is meant."""
_OPENING: Final = 4
_ARTICLES: Final = frozenset("the this that a an its".split())
_FIRMS: Final = frozenset({"company", "firm", "business"})
_OFTEN: Final = 6


def score(
    mention: Mention, distance: int, place: str | None, heads: frozenset[str], often: int, *, topical: bool
) -> float:
    """A number that only compares; ``distance`` is in sentences, ``heads`` are the words of the description."""
    found = -1.0 * distance + 0.12 * min(often, _OFTEN) + 0.4 * mention.known
    found += (_TOPIC if heads else _LEADS) * topical + 0.3 * (mention.first <= _OPENING)
    if place and mention.place:
        found += 2.0 if within(mention.place, place) or within(place, mention.place) else -2.0
    return found + _fit(mention, heads)


def _fit(mention: Mention, heads: frozenset[str]) -> float:
    """How well a mention suits the words of a description."""
    found = 0.0
    names = {word.lower() for word in mention.text.split()}
    if mention.unnamed:
        found += 1.0 if heads & mention.heads - _ARTICLES else -1.0
    if heads & names & (word_classes.COMPANY_HEADS | word_classes.PUBLIC_HEADS):
        found += 2.0
    if heads & word_classes.PLATFORM_HEADS and "platform" in mention.kinds:
        found += 0.5
    if heads & _FIRMS and mention.kinds == frozenset({"public_body"}):
        found -= 2.0
    if heads & _FIRMS and "ngo" in mention.kinds and "platform" not in mention.kinds:
        found -= 1.5
    return found
