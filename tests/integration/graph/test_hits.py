"""What a page costs, in db hits: what it shows, not what the graph holds."""

import pytest

from graph.reads import facts
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from graph.writes.apply import apply
from tests.bench.synthetic import HUB, plans
from tests.conftest import Slate
from tests.integration.graph.profiled import forget_plans, profiled

FEW = 1_500
MANY = 99_000
"""How many older facts of the hub are added: enough that reading them, or sorting them, could not be missed."""

QUESTIONS = {
    "all": FactQuery(Filters()),
    "relation": FactQuery(Filters(relations=["FINED"])),
    "subject": FactQuery(Filters(relations=["FINED"], subjects=[HUB])),
    "party": FactQuery(Filters(), parties=[HUB]),
    "country": FactQuery(Filters(countries=["ES"])),
}


async def cost(store: Store, name: str, after: str | None) -> int:
    """Db hits of a page of 50."""
    question = FactQuery(QUESTIONS[name].filters, parties=QUESTIONS[name].parties, after=after)
    text, parameters = facts.described(question)
    row, spent = await profiled(store, text, parameters)
    assert len(row[0]) == 50
    return spent


@pytest.fixture(scope="module")
async def costs(slate: Slate) -> dict[str, tuple[int, int]]:
    """Costs of a first and a deep page of each list, in a small graph and after it has grown."""

    async def fill(store: Store) -> None:
        for plan in plans(FEW):
            await apply(store, plan)

    store = await slate.hold("synthetic", fill)
    deep = {name: (await facts.page(store, question)).keys[49] for name, question in QUESTIONS.items()}
    places = [(name, None, f"{name} first") for name in QUESTIONS]
    places += [(name, key, f"{name} deep") for name, key in deep.items()]
    small = {label: await cost(store, name, after) for name, after, label in places}
    slate.holds = ""
    await store.script(GROW)  # pyright: ignore[reportArgumentType]
    await store._read("CALL db.awaitIndexes(60)", {}, 60)
    await forget_plans(store)
    return {label: (small[label], await cost(store, name, after)) for name, after, label in places}


GROW = f"""
    UNWIND range(1, {MANY}) AS n
    CALL (n) {{
      MATCH (hub:Entity {{id: '{HUB}'}})
      WITH hub, n, '2001-01-01|old-' + toString(n) AS key
      CREATE (f:Fact {{
        id: 'old-' + toString(n), relation: 'FINED', subject_id: hub.id, object_id: hub.id, country: 'ES',
        action: 'old-' + toString(n), tier: 'curated', day: '2001-01-01', day_last: '2001-01-01',
        date_key: key, eur_key: '-' + key, recorded_key: key
      }})
      CREATE (f)-[:PARTY {{
        role: 'subject', entity_id: hub.id, date_key: key, eur_key: '-' + key, recorded_key: key
      }}]->(hub)
    }} IN TRANSACTIONS OF 5000 ROWS
"""


@pytest.mark.parametrize("place", ["first", "deep"])
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_page_costs_the_same_in_a_larger_graph(
    name: str, place: str, costs: dict[str, tuple[int, int]]
) -> None:
    """Hundreds of times the facts of a hub, and the page of 50 with its evidence reads no more than before."""
    small, grown = costs[f"{name} {place}"]
    assert grown <= small


@pytest.mark.parametrize("place", ["first", "deep"])
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_page_reads_little(name: str, place: str, costs: dict[str, tuple[int, int]]) -> None:
    """Some dozens of hits for each fact: its properties, parties, case, claims and documents."""
    small, _ = costs[f"{name} {place}"]
    assert small < 50 * 200
