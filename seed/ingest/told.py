"""What is to be written of documents, cut into what one transaction takes. Pure.

One writer at a time holds the graph's lock, and a transaction has a bound of memory: so a document with thousands of
claims is written in parts, and other writers come between them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, TypeVar

from seed.extract.types import Claim, Extraction
from seed.ingest.rows import Source

T = TypeVar("T")

MOST: Final = 100
"""Claims that are written together: with the facts that follow from them well under two seconds on two cores."""


@dataclass(frozen=True, slots=True)
class Told:
    """A document and what an extractor found in it; ``None`` where the text was read before and comes another way.

    Of a document that is written in parts ``last`` is false in all but the last, and ``said`` are ids of the claims of
    those before: it grows.
    """

    source: Source
    extraction: Extraction | None
    read_as: Source | None = None
    """The text with what the extractor was told of it, if that is not the source itself."""
    last: bool = True
    said: list[str] = field(default_factory=list[str])

    @property
    def keys(self) -> frozenset[str]:
        """What no two documents of one transaction share: the address and the text."""
        return frozenset(filter(None, (self.source.place, self.source.sha256)))

    @property
    def size(self) -> int:
        """How many claims it brings."""
        return len(self.extraction.claims) if self.extraction else 0


def apart(told: Iterable[T], keys: Callable[[T], frozenset[str]]) -> Iterator[list[T]]:
    """Groups, in order, in which no key stands twice: a text supersedes what is there before it."""
    group: list[T] = []
    taken: set[str] = set()
    for one in told:
        if taken & keys(one):
            yield group
            group, taken = [], set()
        group.append(one)
        taken |= keys(one)
    if group:
        yield group


def bounded(told: Sequence[Told], most: int) -> Iterator[list[Told]]:
    """The same in order, in groups of so many claims at most; a document that has more alone is one of them."""
    group: list[Told] = []
    for one in told:
        if group and sum(other.size for other in group) + one.size > most:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def parts(told: Told, most: int) -> list[Told]:
    """A document in parts of so many claims; claims of the same two parties stay together, as far as that goes."""
    if told.extraction is None or told.size <= most:
        return [told]
    cut: list[list[Claim]] = [[]]
    for _, same in groupby(sorted(told.extraction.claims, key=_pair), key=_pair):
        some = list(same)
        if cut[-1] and len(cut[-1]) + len(some) > most:
            cut.append([])
        cut[-1] += some
    return [
        replace(told, extraction=replace(told.extraction, claims=tuple(some)), last=at == len(cut))
        for at, some in enumerate(cut, 1)
    ]


def _pair(claim: Claim) -> tuple[str, ...]:
    return claim.relation, *sorted((claim.subject.id, claim.object.id))
