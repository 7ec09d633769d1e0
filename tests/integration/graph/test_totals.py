"""Kept totals are what a reading of all facts gives, after every way in which a fact comes, changes and goes."""

from dataclasses import replace
from typing import Any, LiteralString, cast

import pytest

from graph import migrations
from graph.reads import ask, asked, facts, listing, stats, totals, uncertain
from graph.reads.ask import Wanted
from graph.reads.facts import FactQuery, Filters
from graph.reads.miscounted import miscounted as check
from graph.reads.stats import Dimension
from graph.store import Store
from graph.writes.redact import redact
from tests.conftest import Slate
from tests.integration.graph.profiled import forget_plans, profiled
from tests.integration.graph.totals import miscounted
from tests.integration.graph.world import BODIES, entity, fine, told

EURO: dict[str, Any] = {"currency": "EUR", "amount_minor": 1_000_00}
FILTERS: tuple[dict[str, Any], ...] = (
    {"relations": ["FINED"]},
    {"relations": ["ORDERED", "SETTLED_WITH"]},
    {"subjects": ["cnil", "ico"]},
    {"countries": ["FR", "US"]},
    {"countries": ["US-TX", "DE"]},
    {"day_from": "2019-01-01", "day_to": "2022-12-31"},
    {"day_to": "2020-12-31"},
    {"statuses": ["imposed", "annulled"]},
    {"tiers": ["curated"]},
    {"currencies": ["EUR", "GBP"]},
    {"currencies": ["KWD"]},
)
ASKED: tuple[dict[str, Any], ...] = (
    {"asked_relations": ["FINED"]},
    {"asked_countries": ["FR", "GB"]},
    {"asked_day_from": "2022-01-01", "asked_day_to": "2022-12-31"},
    {"asked_standing": [0]},
    {"asked_standing": [1, -1]},
    {"asked_statuses": ["final"]},
    {"asked_subjects": ["cnil"]},
    {"asked_stages": ["annulled"]},
    {"asked_stages": ["annulled", "reduced", "remitted"]},
    {"asked_stages": ["unpaid"], "asked_lacking": ["paid"]},
    {"relations": ["FINED", "ORDERED"]},
)
DIMENSIONS: tuple[Dimension, ...] = ("regulator", "country", "region", "year", "status", "relation", "tier")
BY: tuple[list[Dimension], ...] = (
    *([one] for one in DIMENSIONS),
    *(["regulator", "year"], ["country", "status"], ["relation", "region"]),
)
SUMMED = ["FINED"]


def pairs(of: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    """Nothing, each, and each with the next one that does not speak of the same."""
    two = [one | other for one, other in zip(of, of[2:], strict=False) if not one.keys() & other.keys()]
    return [{}, *of, *two]


async def test_every_fact_of_what_ships_is_counted(seeded_store: Store) -> None:
    """In two totals where it is alone in its action, else by being read; both occur."""
    assert await miscounted(seeded_store) == []
    assert await check(seeded_store) == []
    (found,) = await seeded_store._read(
        "MATCH (f:Fact) WHERE f.withdrawn IS NULL RETURN count(f.counted_in), count(f.loose)", {}, 20
    )
    assert min(found) > 50


@pytest.mark.parametrize("given", pairs(FILTERS), ids=str)
async def test_lists_add_up_to_what_a_reading_gives(seeded_store: Store, given: dict[str, Any]) -> None:
    """Count, sums and what dates leave open, by whatever filters totals know; they are read, and not the facts."""
    query = FactQuery(Filters(**given))
    assert totals.kinds_of(query) is not None
    assert await totals.count(seeded_store, query) == await listing.count(seeded_store, facts.prepare(query))
    assert await totals.sums(seeded_store, query) == await facts.sums(seeded_store, query)
    assert await totals.uncertain_of(seeded_store, query) == await uncertain.uncertain(seeded_store, query)


@pytest.mark.parametrize("given", pairs(ASKED), ids=str)
async def test_questions_add_up_to_what_a_reading_gives(seeded_store: Store, given: dict[str, Any]) -> None:
    """Also by what only questions ask."""
    wanted = Wanted(**given)
    assert asked.as_query(wanted) is not None
    items = (await ask.rows(seeded_store, wanted, most=1_000_000)).items
    assert await asked.count(seeded_store, wanted) == len(items)
    assert await asked.sums(seeded_store, wanted) == await ask.sums(seeded_store, wanted)


@pytest.mark.parametrize("given", [{}, *FILTERS], ids=str)
async def test_cells_are_what_a_reading_gives(seeded_store: Store, given: dict[str, Any]) -> None:
    """By one and two dimensions, in the same order."""
    query = FactQuery(Filters(**given))
    for by in BY:
        kept = await totals.cells(seeded_store, query, by, SUMMED)
        assert kept == await stats.cells(seeded_store, query, by, SUMMED), by


UNKNOWN: tuple[dict[str, Any], ...] = (
    *(
        {"laws": ["gdpr"]},
        {"objects": ["acme"]},
        {"amount_min": 0},
        {"valid_on": "2020-01-01"},
        {"subjects": []},
    ),
    *({"reviews": ["accepted"]}, {"known_on": "2020-01-01"}, {"withdrawn": True}, {"flags": ["stale"]}),
    *({"found": ["unchecked"]}, {"bounds": []}, {"day_from": "2020-02-01"}, {"day_to": "2020-06-30"}),
)


@pytest.mark.parametrize("given", UNKNOWN, ids=str)
def test_what_totals_do_not_know_is_read(given: dict[str, Any]) -> None:
    """Any other filter, and dates that are not those of whole years."""
    assert totals.kinds_of(FactQuery(Filters(**given))) is None
    assert totals.kinds_of(FactQuery(parties=["acme"])) is None
    assert totals.kinds_of(FactQuery(text="acme")) is None


async def test_facts_that_come_change_and_share(store: Store) -> None:
    """A second fact of an action takes the first one out of the totals; alone again, it is in them once more."""
    one = fine("one", **EURO)
    await told(store, one, fine("other", subject="cnil", object="beta", country="FR", **EURO))
    assert await miscounted(store) == []
    await told(store, replace(one, amount_minor=5_00, date="2021", status="annulled", country="US-TX"))
    assert await miscounted(store) == []
    assert [row.minor for row in await totals.sums(store, FactQuery())] == [1_005_00]
    shared = fine("second", object="beta", action="one", **EURO)
    await told(store, shared)
    assert await miscounted(store) == []
    assert [row.decisions for row in await totals.sums(store, FactQuery())] == [2]
    await told(store, replace(shared, action=None), one)
    assert await miscounted(store) == []
    assert [row.decisions for row in await totals.sums(store, FactQuery())] == [3]


async def test_a_graph_of_an_earlier_version_is_filled(store: Store) -> None:
    """The migration counts what is there, and may be run again."""
    await told(store, fine("one", **EURO), fine("two", action="a"), fine("three", object="beta", action="a"))
    await told(store, fine("four", date="2020", subject="cnil", country="FR"))
    await store.script("MATCH (t:_Total) DELETE t")
    await store.script("MATCH (f:Fact) REMOVE f.counted, f.counted_in, f.loose")
    assert await miscounted(store) != []
    first, second = (one for one in migrations.migrations() if "otals" in one.name)
    for command in first.commands:
        await store.script(cast("LiteralString", command))
    assert await miscounted(store) != []
    for _ in range(2):
        for command in second.commands:
            await store.script(cast("LiteralString", command))
        assert await miscounted(store) == []


async def test_a_person_leaves_no_name_in_the_totals(store: Store) -> None:
    """Whoever is redacted, also as the one who acts: the totals go by the new id."""
    people = (*BODIES, entity("jo-doe", "person", name="Jo Doe"))
    suit = fine("suit", subject="jo-doe", relation="SUED", status="pending", stages=())
    await told(store, suit, fine("against", object="jo-doe", **EURO), fine("plain"), entities=people)
    assert await miscounted(store) == []
    gone = await redact(store, "jo-doe", "desk", "asked for it")
    assert await miscounted(store) == []
    kept = await store._read("MATCH (t:_Total) RETURN collect(t.id + t.subject)", {}, 10)
    assert "doe" not in str(kept)
    assert gone.id in str(kept)


async def test_a_reading_that_is_overtaken_is_made_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Totals and loose facts are of one revision; where somebody always writes, all facts are read."""
    await told(store, fine("one"), fine("two", action="a"), fine("three", object="beta", action="a"))
    read, overtaken = Store.read, [1]

    async def busy(self: Store, statement: Any, parameters: Any, **more: Any) -> Any:
        rows = await read(self, statement, parameters, **more)
        if self is store and statement.name == "totals/figures" and overtaken:
            number = overtaken.pop()
            await told(self, fine(f"new-{number}"), fine(f"also-{number}", object="beta", action="a"))
        return rows

    monkeypatch.setattr(Store, "read", busy)
    assert await totals.count(store, FactQuery()) == 5
    overtaken += [2, 3, 4, 5, 6]
    assert await totals.count(store, FactQuery()) == 5 + 2 * 3
    assert len(overtaken) == 2


async def test_what_totals_cost_does_not_grow(slate: Slate) -> None:
    """Ten times the facts of the same kinds: not one database hit more for count, sums and figures."""

    async def cost(store: Store) -> dict[str, int]:
        spent: dict[str, int] = {}
        for name, statement in totals.FIGURES.items():
            values = {"by": ["year"], "subjects": ["ico"], "summed": SUMMED}
            parameters = {field: values.get(field) for field in statement.parameters.__dataclass_fields__}
            _, spent[name] = await profiled(store, statement.text, parameters)
        _, spent["loose"] = await profiled(store, totals.COUNT.text, totals._loose(FactQuery()))
        return spent

    def some(first: int, last: int) -> list[Any]:
        return [fine(f"f{n}", date=f"20{n % 20 + 10}-01-01", **EURO) for n in range(first, last)]

    store = await slate.hold("facts of twenty years", lambda store: told(store, *some(0, 100)))
    small = await cost(store)
    slate.holds = ""
    await told(store, *some(100, 1000))
    await forget_plans(store)
    assert await cost(store) == small
    assert await totals.count(store, FactQuery()) == 1000


async def test_a_check_finds_totals_that_are_wrong(store: Store) -> None:
    """One that says too much, one that is not there, a fact that is marked as counted elsewhere; else nothing."""
    await told(store, fine("one", **EURO), fine("two", "cnil", "beta", country="FR", **EURO))
    assert await check(store) == []
    await store.script("MATCH (t:_Total {subject: 'cnil'}) SET t.facts = 2")
    (wrong,) = await check(store)
    assert wrong.startswith("cnil|FINED|FR|")
    await store.script("MATCH (t:_Total {subject: 'cnil'}) DELETE t")
    (wrong,) = await check(store)
    assert "kept None" in wrong
    await store.script("MATCH (f:Fact {id: 'one'}) SET f.loose = true")
    assert any("marked otherwise" in line for line in await check(store))
