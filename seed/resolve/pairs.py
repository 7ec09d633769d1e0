"""Which entities are worth comparing: those that share a word, a word but for one letter, or initials. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import product
from typing import Final

from seed.resolve.score import Comparison, Named, compare, words_of

Pair = tuple[str, str]

_COMMONEST: Final = 60
"""A key that more entities than this share (bank, group) says nothing."""

_SHORTEST: Final = 3
_MISSPELT_FROM: Final = 5


def keys(one: Named) -> set[str]:
    """What an entity is found by: its words, each longer one also without any one letter, and initials."""
    found: set[str] = set()
    for name in one.names:
        words = words_of(name)
        if len(words) > 2:
            found.add("".join(word[0] for word in words))
        for word in words:
            if len(word) >= _SHORTEST:
                found.add(word)
            if len(word) >= _MISSPELT_FROM:
                found.update(word[:at] + word[at + 1 :] for at in range(len(word)))
        found.add("".join(words))
    return found


def candidates(everyone: Collection[Named], apart: Collection[Pair]) -> list[tuple[Pair, Comparison]]:
    """Pairs that a person should look at, the likeliest first; at least one of the two is not from the records.

    ``apart`` are pairs on which a person has decided, the smaller id first.
    """
    by_id = {one.id: one for one in everyone}
    known = set(apart)
    found = [
        (pair, comparison)
        for pair in sorted(_near(everyone))
        if pair not in known and (comparison := compare(by_id[pair[0]], by_id[pair[1]])).outcome != "new"
    ]
    return sorted(found, key=lambda one: (-one[1].score, one[0]))


def _near(everyone: Iterable[Named]) -> set[Pair]:
    sharing: defaultdict[str, list[Named]] = defaultdict(list)
    for one in everyone:
        for key in keys(one):
            sharing[key].append(one)
    return {pair for group in sharing.values() if 1 < len(group) <= _COMMONEST for pair in _pairs(group)}


def _pairs(group: Collection[Named]) -> Iterator[Pair]:
    for one, other in product((new for new in group if not new.registered), group):
        if one.id != other.id:
            yield (one.id, other.id) if one.id < other.id else (other.id, one.id)
