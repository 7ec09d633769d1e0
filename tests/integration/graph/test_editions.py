"""What was made of an edition of a fact is shown again, and never once the fact looks different."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from app.schemas import serialize
from graph.reads import facts, listing
from graph.reads.facts import FactQuery, Filters
from graph.reads.kept import Kept, Texts
from graph.reads.some import SOME, EvidenceShare
from graph.store import Store
from graph.writes import statements as w
from graph.writes.apply import advance, apply, lock, timestamp
from tests.integration.graph.editions import watched
from tests.integration.graph.world import BODIES, case, claim, document, fine, plan, told

QUERY = FactQuery(Filters(relations=["FINED"]), limit=100)
F = fine("f", amount_minor=1_00, currency="EUR", case="saga")
DOCUMENT = document("d", "The Paper")
CLAIM = claim("c", F, "d", quote="was fined", start=0, end=9)


def _kept() -> Kept:
    return Kept(serialize.fact_text)


async def _told(store: Store) -> None:
    await told(
        store, F, fine("g", object="beta"), documents=(DOCUMENT,), claims=(CLAIM,), cases=(case("saga"),)
    )


async def _same(store: Store, kept: Kept, query: FactQuery = QUERY) -> listing.Page:
    """The page with what is kept; it is the page that is made anew."""
    page = await listing.page(store, facts.prepare(query), kept)
    fresh = await listing.page(store, facts.prepare(query))
    assert list(page.items) == [serialize.fact(row) for row in fresh.items]
    assert (page.keys, page.revision) == (fresh.keys, fresh.revision)
    return page


WRITES: dict[str, Callable[[Store], Awaitable[object]]] = {
    "a party's name": lambda store: told(
        store,
        fine("new"),
        entities=tuple(replace(one, name="Acme Holding") if one.id == "acme" else one for one in BODIES),
    ),
    "a case's title": lambda store: told(store, fine("new"), cases=(case("saga", "Another title"),)),
    "a document's title": lambda store: told(
        store, fine("new"), documents=(replace(DOCUMENT, title="Corrected"),)
    ),
    "a quote": lambda store: told(
        store,
        F,
        documents=(DOCUMENT,),
        claims=(replace(CLAIM, quote="was fined 1", end=11),),
        cases=(case("saga"),),
    ),
    "one more source": lambda store: told(
        store, fine("new"), documents=(document("e"),), claims=(claim("more", F, "e"),)
    ),
    "the fact's own sum": lambda store: told(
        store,
        replace(F, amount_minor=2_00),
        documents=(DOCUMENT,),
        claims=(CLAIM,),
        cases=(case("saga"),),
    ),
}


@pytest.mark.parametrize("what", list(WRITES))
async def test_what_changes_is_made_anew(what: str, store: Store) -> None:
    """By any of the ways in which a fact can look different; the other one is not made again."""
    await _told(store)
    kept = _kept()
    before = await _same(store, kept)
    await WRITES[what](store)
    after = await _same(store, kept)
    texts = [
        dict(zip((row["id"] for row in page.items), _texts(page), strict=True)) for page in (before, after)
    ]
    assert texts[0]["f"] != texts[1]["f"]
    assert texts[0]["g"] == texts[1]["g"]


def _texts(page: listing.Page) -> list[bytes]:
    assert isinstance(page.items, Texts)
    return list(page.items.texts)


async def test_only_what_is_not_kept_is_made(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second page asks for nothing but ids; with one more fact, for that one."""
    await _told(store)
    kept, asked = _kept(), list[list[str]]()
    read = store.read

    async def counted(statement: Any, parameters: Any, **more: Any) -> list[Any]:
        if statement is SOME:
            asked.append(sorted(parameters.ids))
        return await read(statement, parameters, **more)

    monkeypatch.setattr(store, "read", counted)
    for query in (QUERY, QUERY, replace(QUERY, sort="recorded"), replace(QUERY, evidence="none")):
        await listing.page(store, facts.prepare(query), kept)
    await told(store, fine("new", date="2023-01-01"))
    await listing.page(store, facts.prepare(QUERY), kept)
    assert asked == [["f", "g"], ["f", "g"], ["new"]]


@pytest.mark.parametrize("evidence", ["none", "best", "all"])
async def test_all_facts_look_the_same(evidence: EvidenceShare, seeded_store: Store) -> None:
    """Kept or made, each of the records, at the first reading and at the second."""
    kept = _kept()
    query = FactQuery(Filters(), limit=100, evidence=evidence)
    made = [serialize.fact(row) for row in await _walked(seeded_store, query, None)]
    assert len(made) > 500
    for _ in range(2):
        assert await _walked(seeded_store, query, kept) == made


async def _walked(store: Store, query: FactQuery, kept: Kept | None) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    after = None
    while True:
        page = await listing.page(store, facts.prepare(replace(query, after=after)), kept)
        rows += page.items[: query.limit]
        if len(page.items) <= query.limit:
            return rows
        after = page.keys[query.limit - 1]


@pytest.mark.parametrize("filters", [Filters(valid_on="2022-06-01"), Filters(known_on="2999-01-01")])
async def test_on_a_day_nothing_is_kept(filters: Filters, store: Store) -> None:
    """How a fact looks then does not follow from its edition."""
    await _told(store)
    kept = _kept()
    page = await listing.page(store, facts.prepare(FactQuery(filters)), kept)
    assert len(page.items) == 2
    assert not isinstance(page.items, Texts)


async def test_no_page_is_older_than_it_says(store: Store) -> None:
    """Two write and three read, with one store of texts: what a page shows was never replaced before its revision."""
    kept = _kept()
    await told(store, *(fine(f"f{n}") for n in range(5)))
    said: dict[int, str] = {}
    done = asyncio.Event()

    async def write(who: str) -> None:
        for number in range(12):
            name = f"Acme {who}{number}"
            bodies = tuple(replace(one, name=name) if one.id == "acme" else one for one in BODIES)
            said[(await apply(store, plan(entities=bodies))).revision] = name

    async def read() -> list[tuple[int, set[str]]]:
        seen: list[tuple[int, set[str]]] = []
        while not done.is_set():
            page = await listing.page(store, facts.prepare(QUERY), kept)
            seen.append((page.revision, {row["object"]["name"] for row in page.items}))
        return seen

    readers = [asyncio.create_task(read()) for _ in range(3)]
    await asyncio.gather(write("a"), write("b"))
    done.set()
    seen = [one for reader in readers for one in await reader]
    assert len({revision for revision, _ in seen}) > 3
    told_at = {name: revision for revision, name in said.items()}
    for revision, names in seen:
        assert all(told_at.get(name, 0) >= revision for name in names if revision in said)
    assert any(len(names) == 1 and said.get(revision) in names for revision, names in seen)


async def test_a_write_that_forgets_is_found(store: Store) -> None:
    """The watch over all writes of all tests: one that changes a look without its edition fails."""
    await _told(store)
    with watched():
        async with store.transaction() as tx:
            now = timestamp()
            await lock(tx, now)
            row = {"id": "acme", "label": "Company", "properties": {"name": "X"}}
            await tx.run(w.ENTITIES, w.DatedRows([row], now))
            with pytest.raises(AssertionError, match="changed how facts look"):
                await advance(tx, now)
