"""Chains between two entities, and the facts that make each step of them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from graph.statement import Statement, statement
from graph.store import Store

MOST_HOPS: Final = 4


@dataclass(frozen=True, slots=True)
class Ends:
    """The ids of two entities."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Clocks:
    """How things stood on a day, and what the graph knew on one; ``None`` is now."""

    valid_on: str | None = None
    known_on: str | None = None

    @property
    def now(self) -> bool:
        """Whether no day is asked for."""
        return self.valid_on is None and self.known_on is None


NOW: Final = Clocks()


@dataclass(frozen=True, slots=True)
class EndsOn:
    """The ids of two entities, and the two clocks."""

    start: str
    end: str
    valid_on: str | None
    known_on: str | None


@dataclass(frozen=True, slots=True)
class Chain:
    """The ids of the entities of a chain in order, and how many neighbours each of those in between has."""

    ids: list[str]
    degrees: list[int]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of ids; ``weights`` order relations, the lowest first; at most ``limit`` facts a pair; the clocks' days."""

    pairs: list[list[str]]
    weights: Mapping[str, int]
    limit: int
    valid_on: str | None
    known_on: str | None


@dataclass(frozen=True, slots=True)
class Hop:
    """The ids of the facts that join two entities, the weightiest first."""

    first: str
    second: str
    facts: list[str]


_CHAINS: Final[dict[int, Statement[Ends, Chain]]] = {
    hops: statement("paths/chains", Ends, Chain, hops=str(hops), when="now")
    for hops in range(1, MOST_HOPS + 1)
}
_CHAINS_ON: Final[dict[int, Statement[EndsOn, Chain]]] = {
    hops: statement("paths/chains", EndsOn, Chain, hops=str(hops), when="then")
    for hops in range(1, MOST_HOPS + 1)
}
_HOPS: Final = statement("paths/hops", Pairs, Hop)


async def chains(
    store: Store, start: str, end: str, hops: int, *, seconds: float, on: Clocks = NOW
) -> list[Chain]:
    """The shortest chains of at most ``hops`` steps; raises ``DatabaseUnavailable`` where that takes too long."""
    if on.now:
        return await store.read(_CHAINS[hops], Ends(start, end), seconds=seconds)
    ends = EndsOn(start, end, on.valid_on, on.known_on)
    return await store.read(_CHAINS_ON[hops], ends, seconds=seconds)


async def facts_between(
    store: Store, pairs: Sequence[tuple[str, str]], weights: Mapping[str, int], limit: int, on: Clocks = NOW
) -> list[Hop]:
    """The facts that join the two of each pair."""
    asked = Pairs([list(pair) for pair in pairs], dict(weights), limit, on.valid_on, on.known_on)
    return await store.read(_HOPS, asked)


def shown(start: str, end: str, hops: int, on: Clocks) -> tuple[str, dict[str, Any]]:
    """The statement behind chains of so many steps, and its parameters."""
    if on.now:
        return _CHAINS[hops].text, asdict(Ends(start, end))
    return _CHAINS_ON[hops].text, asdict(EndsOn(start, end, on.valid_on, on.known_on))
