"""How two entities are connected: chains of facts, the short and telling ones first."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from app.answers import names
from app.answers.page import Shown
from app.answers.sentences import sentence
from app.answers.service import Service
from app.schemas import serialize
from graph.errors import DatabaseUnavailable, InvalidInput
from graph.reads import paths as reads
from graph.reads import some
from graph.reads.paths import NOW, Chain, Clocks
from graph.vocabulary import RELATIONS

Json = dict[str, Any]

_SECONDS: Final = (3.0, 1.5)
"""How long the whole search may take, and then one of two steps less."""
_TOPICS: Final = ("decision", "ruling", "proceeding", "contact", "business")
_WEIGHTS: Final = {name: _TOPICS.index(kind.topic) for name, kind in RELATIONS.items()}
_FACTS_A_HOP: Final = 2


@dataclass(frozen=True, slots=True)
class Hop:
    """One step: two entities and the facts between them. ``sentence`` says the weightiest of these."""

    start: Json
    end: Json
    sentence: str
    facts: list[Json]


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of steps; the lower the ``score``, the shorter and the more telling."""

    hops: list[Hop]
    score: float


@dataclass(frozen=True, slots=True)
class Paths:
    """Chains between two entities; ``complete`` is false where the search was cut off at ``max_hops``."""

    start: Json
    end: Json
    paths: list[Path]
    complete: bool
    max_hops: int
    statement: Shown


async def paths(
    service: Service, start: str, end: str, *, max_hops: int = 3, limit: int = 5, on: Clocks = NOW
) -> Paths:
    """The best ``limit`` chains of at most ``max_hops`` steps, of facts of then where a day is asked ``on``.

    A step through a body that many deal with says little, so chains through hubs come last. Raises ``InvalidInput``
    for an entity that does not exist or for two that are one.
    """
    ids = [await names.known(service, id_, where) for id_, where in ((start, "from"), (end, "to"))]
    if ids[0] == ids[1]:
        raise InvalidInput("both ends are the same entity", where="to", remedy="give two entities")
    chains, hops, complete = await _chains(service, ids[0], ids[1], max_hops, on)
    ranked = sorted(chains, key=lambda chain: (_score(chain), chain.ids))[:limit]
    steps = await _steps(service, ranked, on)
    known = await names.entities(service, {*ids, *(id_ for chain in ranked for id_ in chain.ids)})
    text, parameters = reads.shown(ids[0], ids[1], hops, on)
    drawn = sorted({id_ for chain in ranked for id_ in chain.ids} or set(ids))
    return Paths(
        start=dict(known[ids[0]]),
        end=dict(known[ids[1]]),
        paths=[
            Path([_hop(pair, known, steps) for pair in pairwise(chain.ids)], _score(chain))
            for chain in ranked
        ],
        complete=complete,
        max_hops=hops,
        statement=Shown(text, parameters, service.store.connection, "entities", lambda: drawn),
    )


async def _chains(
    service: Service, start: str, end: str, max_hops: int, on: Clocks
) -> tuple[list[Chain], int, bool]:
    """Chains, how many steps were searched, and whether that was all that was asked."""
    try:
        found = await reads.chains(service.store, start, end, max_hops, seconds=_SECONDS[0], on=on)
    except DatabaseUnavailable:
        fewer = min(2, max_hops)
        found = await reads.chains(service.store, start, end, fewer, seconds=_SECONDS[1], on=on)
        return found, fewer, False
    return found, max_hops, True


def _score(chain: Chain) -> float:
    """Steps, and for each body in between a third of a step for every tenfold of its neighbours."""
    hubs = sum(math.log10(max(1, degree)) for degree in chain.degrees)
    return round(len(chain.ids) - 1 + hubs / 3, 3)


async def _steps(service: Service, chains: Sequence[Chain], on: Clocks) -> dict[frozenset[str], list[Json]]:
    pairs = sorted({(a, b) for chain in chains for a, b in pairwise(chain.ids)})
    found = await reads.facts_between(service.store, pairs, _WEIGHTS, _FACTS_A_HOP, on) if pairs else []
    ids = list(dict.fromkeys(id_ for hop in found for id_ in hop.facts))
    shown = await some.facts(service.store, ids, valid_on=on.valid_on, known_on=on.known_on) if ids else None
    facts = {fact["id"]: serialize.fact(fact) for fact in shown.items} if shown else {}
    return {
        frozenset((hop.first, hop.second)): [facts[id_] for id_ in hop.facts if id_ in facts] for hop in found
    }


def _hop(pair: tuple[str, str], known: Mapping[str, Any], steps: Mapping[frozenset[str], list[Json]]) -> Hop:
    facts = steps.get(frozenset(pair), [])
    return Hop(dict(known[pair[0]]), dict(known[pair[1]]), sentence(facts[0]) if facts else "", facts)
