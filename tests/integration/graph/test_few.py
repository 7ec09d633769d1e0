"""Filters that few facts meet: the same facts as a list in order gives, at the price of those that the filter finds."""

import itertools
from dataclasses import replace
from typing import Any, get_args

import pytest

from graph.reads import facts, few, listing, stats, uncertain
from graph.reads.facts import ORDERS, FactQuery, Filters, Sort
from graph.store import Store
from graph.writes.apply import apply
from tests.bench.synthetic import HUB, LAW, plans
from tests.conftest import Slate
from tests.integration.graph.profiled import forget_plans, profiled
from tests.integration.graph.test_hits import FEW, GROW, MANY

GIVEN: tuple[dict[str, Any], ...] = (
    {"laws": ["gdpr"]},
    {"laws": ["gdpr", "uk-gdpr"]},
    {"reviews": ["accepted"]},
    {"reviews": ["rejected", "unreviewed"]},
    {"amount_min": 10_000_000_00},
    {"amount_max": 5_000_00},
    {"amount_min": 1_000_000_00, "amount_max": 2_000_000_00},
    {"amount_min": 1_000_000_00, "currencies": ["GBP"]},
    {"amount_max": 10**17},
    {"known_on": "2100-01-01T00:00:00Z"},
    {"known_on": "2000-01-01T00:00:00Z"},
    {"valid_on": "2015-06-30"},
    {"valid_on": "2021-06-30", "statuses": ["imposed"]},
    {"day_from": "2022-05-01", "day_to": "2022-05-31"},
    {"laws": ["gdpr"], "relations": ["FINED"], "amount_min": 1_000_000_00, "valid_on": "2022-01-01"},
    {"reviews": ["accepted"], "countries": ["FR"]},
)
SORTS: tuple[Sort, ...] = get_args(Sort)
MORE = 20_000
"""How many facts that no filter lets through are added."""
SOURCES = {"law", "review", "amount", "sum", "record", "day"}


async def pages(store: Store, query: FactQuery) -> list[tuple[list[str], list[str]]]:
    """Keys and ids of the first two pages."""
    first = await facts.page(store, query)
    found = [first]
    if len(first.keys) > query.limit:
        found.append(await facts.page(store, replace(query, after=first.keys[query.limit - 1])))
    return [(page.keys, [item["id"] for item in page.items]) for page in found]


@pytest.mark.parametrize("given", GIVEN, ids=str)
async def test_few_facts_are_those_of_the_list(seeded_store: Store, given: dict[str, Any]) -> None:
    """In each order, from each index that the filters can start at: page by page, and counted."""
    for sort, order in itertools.product(SORTS, ORDERS):
        plain = FactQuery(Filters(**given), sort=sort, order=order, limit=10, evidence="none")
        for source in few._sources(plain):
            assert await pages(seeded_store, replace(plain, few=source)) == await pages(seeded_store, plain)


@pytest.mark.parametrize("given", GIVEN, ids=str)
async def test_few_facts_are_counted_as_the_list(seeded_store: Store, given: dict[str, Any]) -> None:
    """Count, sums and what dates leave open."""
    plain = FactQuery(Filters(**given), sort="recorded")
    for source in few._sources(plain):
        one = replace(plain, few=source)
        assert await facts.sums(seeded_store, one) == await facts.sums(seeded_store, plain)
        assert await uncertain.uncertain(seeded_store, one) == await uncertain.uncertain(seeded_store, plain)
        cells = [await stats.cells(seeded_store, query, ("law", "year"), ["FINED"]) for query in (one, plain)]
        assert cells[0] == cells[1]
        counts = [await listing.count(seeded_store, facts.prepare(query)) for query in (one, plain)]
        assert counts[0] == counts[1]


def test_every_index_is_tried() -> None:
    """The filters above start at each of them."""
    queries = [FactQuery(Filters(**given), sort="recorded") for given in GIVEN]
    assert {source.name for query in queries for source in few._sources(query)} == SOURCES


async def test_the_index_with_the_fewest_is_taken(
    seeded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it finds few; a list of somebody, and one by text, is read as it is."""
    filters = Filters(amount_min=100_000_000_00, known_on="2100-01-01T00:00:00Z")
    chosen = await few.narrowed(seeded_store, FactQuery(filters))
    assert chosen.few is not None
    assert chosen.few.name == "sum"
    for query in (FactQuery(filters, text="meta"), FactQuery(filters, parties=["meta-platforms"])):
        assert await few.narrowed(seeded_store, query) == query
    monkeypatch.setattr(few, "MOST", 0)
    assert (await few.narrowed(seeded_store, FactQuery(filters))).few is None


ASKED: dict[str, tuple[dict[str, Any], Sort]] = {
    "law": ({"laws": [LAW], "amount_min": 50_000_000}, "date"),
    "review": ({"reviews": ["rejected"]}, "date"),
    "sum": ({"amount_min": 900_000_000}, "date"),
    "sum in order": ({"amount_min": 900_000_000}, "amount_eur"),
    "amount": ({"amount_min": 900_000_000, "currencies": ["EUR"]}, "date"),
    "known": ({"known_on": "2000-01-01T00:00:00Z"}, "date"),
    "held": ({"valid_on": "2000-12-31"}, "date"),
    "held, by sum": ({"valid_on": "2000-12-31"}, "amount_eur"),
    "days, by sum": ({"day_from": "2021-03-01", "day_to": "2021-03-31"}, "amount_eur"),
    "of one": (
        {"laws": [LAW], "subjects": [HUB], "relations": ["FINED"], "day_from": "2020-01-01"},
        "amount_eur",
    ),
}


async def cost(store: Store, name: str) -> int:
    """Db hits of a page, and of counting all pages."""
    given, sort = ASKED[name]
    query = await few.narrowed(store, FactQuery(Filters(**given), sort=sort))
    prepared = facts.prepare(query)
    page = (prepared.pages, {**prepared.values, "limit": 51})
    count = (prepared.counts, {**prepared.whole, "limit": 1_000_000})
    spent = [await profiled(store, statement.text, values) for statement, values in (page, count)]
    return sum(hits for _, hits in spent)


@pytest.fixture(scope="module")
async def costs(slate: Slate) -> dict[str, tuple[int, int]]:
    """Costs in a small graph, and after it has got thousands of facts that no filter lets through."""

    async def fill(store: Store) -> None:
        for plan in plans(FEW):
            await apply(store, plan)
        await store.script("MATCH (f:Fact) WHERE f.id ENDS WITH '7' SET f.review = 'rejected'")

    store = await slate.hold("synthetic, some reviewed", fill)
    slate.holds = ""
    small = {name: await cost(store, name) for name in ASKED}
    await store.script(GROW.replace(str(MANY), str(MORE)))  # pyright: ignore[reportArgumentType]
    await store._read("CALL db.awaitIndexes(100)", {}, 100)
    await forget_plans(store)
    return {name: (small[name], await cost(store, name)) for name in ASKED}


@pytest.mark.parametrize("name", ASKED)
def test_a_filter_costs_what_it_finds(name: str, costs: dict[str, tuple[int, int]]) -> None:
    """However many others there are, the page and its count read no more than before."""
    small, grown = costs[name]
    assert 0 < grown < small * 1.05 + MORE / 1_000  # for a larger graph it may be planned otherwise
