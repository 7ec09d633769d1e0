"""Chains between two entities are those that a search over all pairs finds, and cost what the smaller end has."""

import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

import pytest

from graph.reads import paths
from graph.reads.paths import MOST_HOPS, Clocks, Pairs
from graph.store import Store
from graph.writes.apply import apply
from tests.bench.synthetic import HUB, plans
from tests.conftest import Slate
from tests.integration.graph.profiled import forget_plans, profiled

MOST = 24
"""Chains that a search gives at most."""
ENDS = 30
"""Pairs of ends that are tried."""
Around = dict[str, set[str]]

_NOW = "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.fact_id IS NOT NULL AND a <> b RETURN DISTINCT a.id, b.id"
_THEN = """
MATCH (f:Fact) WHERE f.withdrawn IS NULL AND f.subject_id <> f.object_id AND (f.day IS NULL OR f.day <= '2021-06-30')
RETURN DISTINCT f.subject_id, f.object_id
"""
_BETWEEN = """
UNWIND $pairs AS pair
CALL (pair) {
  MATCH (a:Entity {id: pair[0]})-[r]-(b:Entity {id: pair[1]}) WHERE r.fact_id IS NOT NULL
  WITH DISTINCT r.fact_id AS id, r.date AS date, type(r) AS relation ORDER BY relation, date DESC, id
  RETURN collect(id) AS facts
}
RETURN pair[0], pair[1], facts
"""


async def around(store: Store, text: str) -> Around:
    """Whom each entity has a fact with."""
    known: Around = defaultdict(set)
    for one, other in await store._read(text, {}, 60):  # pyright: ignore[reportArgumentType]
        known[one].add(other)
        known[other].add(one)
    return known


def chains(known: Around, walked: tuple[str, ...], end: str, hops: int) -> Iterator[tuple[str, ...]]:
    """All chains of exactly so many steps that meet nobody twice."""
    if hops == 1:
        if end in known[walked[-1]]:
            yield (*walked, end)
        return
    if hops == 2:
        yield from ((*walked, one, end) for one in known[walked[-1]] & known[end] - {*walked, end})
        return
    for following in known[walked[-1]] - {*walked, end}:
        yield from chains(known, (*walked, following), end, hops - 1)


def shortest(known: Around, start: str, end: str) -> list[int]:
    """How many entities the shortest chains have, up to as many chains as a search gives."""
    lengths = (hops + 1 for hops in range(1, MOST_HOPS + 1) for _ in chains(known, (start,), end, hops))
    return list(islice(lengths, MOST))


@pytest.mark.parametrize("day", [None, "2021-06-30"])
async def test_chains_are_the_shortest_that_there_are(seeded_store: Store, day: str | None) -> None:
    """For ends at random, hubs among them: as many of each length as there are, the shortest first."""
    known = await around(seeded_store, _NOW if day is None else _THEN)
    names = sorted(known)
    hubs = sorted(names, key=lambda id_: -len(known[id_]))[:5]
    draw = random.Random(4)
    ends = [(draw.choice(hubs if n % 3 == 0 else names), draw.choice(names)) for n in range(ENDS)]
    seen: set[int] = set()
    for start, end in ((one, other) for one, other in ends if one != other):
        lengths = shortest(known, start, end)
        for hops in range(1, MOST_HOPS + 1):
            rows = await paths.chains(seeded_store, start, end, hops, seconds=60, on=Clocks(valid_on=day))
            found = [tuple(row.ids) for row in rows]
            assert [len(chain) for chain in found] == [length for length in lengths if length <= hops + 1]
            assert len(set(found)) == len(found)
            for chain in found:
                assert (chain[0], chain[-1], len(set(chain))) == (start, end, len(chain))
                assert all(other in known[one] for one, other in pairwise(chain))
            if day is None:
                assert all(row.degrees == [len(known[id_]) for id_ in row.ids[1:-1]] for row in rows)
            seen |= {len(chain) for chain in found}
    assert seen == {2, 3, 4, 5}


async def test_facts_of_a_step_are_those_that_join_the_two(seeded_store: Store) -> None:
    """The same as the direct relationships between the two, in the same order, in either direction."""
    known = await around(seeded_store, _NOW)
    draw = random.Random(4)
    pairs = [[one, draw.choice(sorted(known[one]))] for one in draw.sample(sorted(known), 100)]
    wanted = await seeded_store._read(_BETWEEN, {"pairs": pairs}, 60)
    names = await seeded_store._read("MATCH (f:Fact) RETURN DISTINCT f.relation ORDER BY f.relation", {}, 60)
    weights = {name: place for place, (name,) in enumerate(names)}
    rows = await seeded_store.read(paths._HOPS, Pairs(pairs, weights, 10_000, None, None))
    assert [[row.first, row.second, row.facts] for row in rows] == wanted
    assert all(row.facts for row in rows)


GROW = """
MATCH (hub:_Node {id: 'bench-hub'})
UNWIND range(1, 20000) AS n
CREATE (far:_Node {id: 'z-' + n})
CREATE (hub)-[:_LINKED {first: hub.id, second: far.id, relations: ['FINED'], facts: 1, rank: 'z'}]->(far)
"""


async def test_a_hub_costs_what_the_other_end_has(slate: Slate) -> None:
    """A hub gets thousands more neighbours: what finds its way from it, or through it, reads no more than before."""

    async def fill(store: Store) -> None:
        for plan in plans(1_500):
            await apply(store, plan)

    async def cost(start: str, end: str, hops: int) -> int:
        return (await profiled(store, *paths.shown(start, end, hops, paths.NOW)))[1]

    async def costs() -> dict[Any, int]:
        ends = [(HUB, firm), (firm, HUB), (firm, "bench-authority-5"), (firm, other)]
        # A fourth step from a hub is looked for among its neighbours, where three lead nowhere.
        steps = [(*pair, hops) for pair in ends for hops in range(1, MOST_HOPS + (HUB not in pair))]
        return {step: await cost(*step) for step in steps}

    store = await slate.hold("synthetic", fill)
    slate.holds = ""
    known = await around(store, _NOW)
    firm, other = sorted(
        (id_ for id_ in known[HUB] if 2 < len(known[id_]) < 10), key=lambda id_: (len(known[id_]), id_)
    )[:2]
    small = await costs()
    await store.script(GROW)
    await forget_plans(store)
    grown = await costs()
    assert {key: cost_ for key, cost_ in grown.items() if cost_ > small[key] * 1.5 + 100} == {}
