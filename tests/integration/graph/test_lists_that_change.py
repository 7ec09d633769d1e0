"""Lists of facts in a graph that is written to meanwhile, and in an empty one."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import Gone
from graph.reads import facts
from graph.reads.facts import FactQuery, Filters
from graph.reads.some import EvidenceShare
from graph.reads.uncertain import uncertain
from graph.store import Store
from tests.integration.graph.asking import WAYS_IN, ids, walk
from tests.integration.graph.world import claim, document, fine, told


@pytest.mark.parametrize("limit", [1, 2, 7])
async def test_pages_give_each_fact_once_while_facts_are_added(limit: int, store: Store) -> None:
    """What was there at the start is met once, whatever comes before, between or after."""
    there = [fine(f"f{n:02}", date=f"2022-01-{n + 1:02}") for n in range(15)]
    await told(store, *there)

    async def add(number: int) -> None:
        await told(
            store,
            *(fine(f"new{number}-{n}", date=f"2022-01-{(number * 5 + n) % 28 + 1:02}") for n in range(2)),
        )

    met = await walk(store, FactQuery(Filters(relations=["FINED"], subjects=["ico"]), limit=limit), add)
    assert len(met) == len(set(met))
    assert [id_ for id_ in met if not id_.startswith("new")] == [fact.id for fact in reversed(there)]


async def test_a_shared_sum_counts_once(store: Store) -> None:
    """Three authorities, one fine of 100; and a daily penalty, which is no sum at all."""
    shared: dict[str, Any] = {
        "amount_minor": 100_00,
        "currency": "EUR",
        "amount_shared": True,
        "action": "joint",
    }
    await told(
        store,
        fine("a", "ico", **shared),
        fine("b", "cnil", **shared),
        fine("c", "ag-texas", **shared),
        fine("own", "ico", amount_minor=7_00, currency="EUR", action="joint"),
        fine("daily", "ico", amount_minor=1_00, currency="EUR", amount_counts=False),
    )
    (total,) = await facts.sums(store, FactQuery(Filters(relations=["FINED"])))
    assert (total.minor, total.eur_minor, total.amounts) == (107_00, 107_00, 2)
    assert total.decisions == 2
    assert await facts.count(store, FactQuery(Filters(relations=["FINED"]))) == 5


async def test_a_withdrawn_fact_is_gone(store: Store) -> None:
    """Out of every list and sum; asked for by its id it says why it went."""
    await told(store, fine("f", amount_minor=1_00, currency="EUR"))
    await store.script(
        "MATCH (f:Fact) SET f.withdrawn = '2026-01-01', f.withdrawn_reason = 'the notice was a hoax'"
    )
    question = FactQuery(Filters(subjects=["ico"], relations=["FINED"]))
    assert await ids(store, question) == set()
    assert await facts.sums(store, question) == []
    with pytest.raises(Gone) as error:
        await facts.one(store, "f")
    assert error.value.reason == "the notice was a hoax"


@pytest.mark.parametrize(
    ("share", "shown"), [("best", ["c1", "c2", "c5"]), ("all", ["c1", "c2", "c3", "c4", "c5"])]
)
async def test_a_list_shows_both_sides_of_a_dispute(
    share: EvidenceShare, shown: list[str], store: Store
) -> None:
    """Whoever disputes a fact is among the few claims that are shown, also where others are better."""
    fact = fine("f")
    documents = [document(f"d{n}", kind="official" if n < 5 else "note") for n in range(1, 6)]
    claims = [claim(f"c{n}", fact, f"d{n}", quote="fined", start=0, end=5) for n in range(1, 5)]
    claims.append(claim("c5", fact, "d5", stance="disputes"))
    await told(store, fact, documents=documents, claims=claims)
    (item,) = (await facts.page(store, FactQuery(evidence=share))).items
    assert [one["claim"] for one in item["evidence"]] == shown
    assert item["more_evidence"] == 5 - len(shown)


async def test_a_page_that_loses_a_fact_while_it_is_read_is_read_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between finding the facts of a page and giving them one is withdrawn, and the page is full and leads on."""
    await told(store, *(fine(f"f{n}", date=f"2022-01-0{n}") for n in range(1, 6)))

    async def withdraw(reading: int) -> None:
        if reading == 1:
            await store.script("MATCH (f:Fact {id: 'f5'}) SET f.withdrawn = '2026-01-01'")

    query = FactQuery(Filters(relations=["FINED"]), limit=2)
    _between(monkeypatch, store, withdraw)
    page = await facts.page(store, query)
    assert [item["id"] for item in page.items] == ["f4", "f3", "f2"]
    assert [key.rpartition("|")[2] for key in page.keys] == ["f4", "f3", "f2"]


async def test_a_page_is_given_however_often_others_write(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody writes after each step of it."""
    await told(store, *(fine(f"f{n}", date=f"2022-01-0{n}") for n in range(1, 4)))

    async def add(reading: int) -> None:
        await told(store, fine(f"new{reading}", date=f"2022-02-0{reading}"))

    _between(monkeypatch, store, add)
    page = await facts.page(store, FactQuery(Filters(relations=["FINED"]), limit=2))
    assert [item["id"] for item in page.items] == ["new2", "new1", "f3"]


def _between(patch: pytest.MonkeyPatch, store: Store, then: Callable[[int], Awaitable[None]]) -> None:
    """Let something happen after each page that a store found and before its facts are read."""
    read, found = store.read, 0

    async def reading(statement: Any, parameters: Any, *, seconds: float | None = None) -> list[Any]:
        nonlocal found
        rows = await read(statement, parameters, seconds=seconds)
        if statement.name == "facts/page":
            found += 1
            await then(found)
        return rows

    patch.setattr(store, "read", reading)


async def test_an_empty_graph_answers_every_question(store: Store) -> None:
    """With nothing, not with an error."""
    for question in WAYS_IN.values():
        assert await ids(store, question) == set()
        assert await facts.sums(store, question) == []


async def test_a_list_says_how_many_dates_are_uncertain(store: Store) -> None:
    """A year may lie on either side of a bound or a day; without a date asked for nothing is."""
    await told(
        store, fine("year", date="2022"), fine("day", date="2022-05-18"), fine("early", date="2001-01-01")
    )
    everything = Filters(relations=["FINED"])
    assert await uncertain(store, FactQuery(everything)) is None
    for bound in (
        replace(everything, day_from="2022-03-01"),
        replace(everything, day_to="2022-06-01"),
        replace(everything, valid_on="2022-06-01"),
    ):
        assert await uncertain(store, FactQuery(bound)) == 1, bound
