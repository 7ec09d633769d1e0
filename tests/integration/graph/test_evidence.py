"""Entities and their surroundings, documents, cases and the search over everything."""

import pytest

from graph.errors import NotFound
from graph.model import CaseRow, StageRow
from graph.reads import cases, claims, documents, entities, listing, revision, search
from graph.reads.cases import CaseQuery
from graph.reads.documents import DocumentQuery
from graph.reads.entities import EntityQuery
from graph.store import Store
from tests.conftest import Slate
from tests.integration.graph.world import BODIES, case, claim, document, entity, fine, told

FINE = fine("big", amount_minor=100_00, currency="EUR", case="late", summary="Calls without consent")
FACTS = (
    FINE,
    fine("small", "cnil", amount_minor=1_00, currency="EUR", date="2020-02-02", case="early"),
    fine("none", "cnil", "beta", date="2021-01-01", relation="REPRIMANDED"),
)
DOCUMENTS = (
    document(
        "notice",
        "Authority",
        kind="official",
        published="2022-05-23",
        title="Penalty notice",
        text="It fined Acme.",
    ),
    document("article", "Gazette", published="2022-05-24"),
    document("undated", "Gazette"),
)
CLAIMS = (
    claim("c1", FINE, "notice", quote="fined", start=3, end=8, amount_minor=100_00, currency="EUR"),
    claim("c2", FINE, "article"),
    claim("c3", FINE, "undated", stance="disputes"),
)


@pytest.fixture
async def world(slate: Slate) -> Store:
    """Three facts; only read here."""
    bodies = (
        *BODIES,
        entity("acme-app", "platform", operator="acme"),
        entity("acme-uk", parent="acme", country="GB"),
    )
    cases = (case("late", "Late"), CaseRow("early", "Early"), case("empty"))

    async def fill(store: Store) -> None:
        await told(store, *FACTS, documents=DOCUMENTS, claims=CLAIMS, entities=bodies, cases=cases)

    return await slate.hold("evidence", fill)


async def names(store: Store, query: EntityQuery) -> list[str]:
    """Ids of the entities that are found; the count agrees."""
    page = await entities.page(store, query)
    assert await entities.count(store, query) == len(page.items)
    assert page.keys == sorted(page.keys)
    return [item["id"] for item in page.items]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (EntityQuery(kinds=["court"]), ["tribunal"]),
        (EntityQuery(kinds=["regulator"], countries=["US"]), ["ag-texas"]),
        (EntityQuery(countries=["US-TX"]), ["ag-texas"]),
        (EntityQuery(countries=["FR"]), ["beta", "cnil"]),
        (EntityQuery(countries=["FR", "US-TX"]), ["ag-texas", "beta", "cnil"]),
        (EntityQuery(text="widgets"), ["acme"]),
        (EntityQuery(kinds=["regulator"], text="comission"), ["cnil"]),
        (EntityQuery(kinds=["company"], text="ico"), []),
    ],
)
async def test_entities_are_listed_by_name(query: EntityQuery, wanted: list[str], world: Store) -> None:
    """Of a kind, a country or a state, or by any of their names."""
    assert sorted(await names(world, query)) == sorted(wanted)


async def test_all_entities_page_by_page(world: Store) -> None:
    """Each once, in order of name."""
    whole = await names(world, EntityQuery())
    met: list[str] = []
    after = ""
    while True:
        page = await entities.page(world, EntityQuery(after=after, limit=2))
        met += [item["id"] for item in page.items[:2]]
        if len(page.items) <= 2:
            break
        after = page.keys[1]
    assert met == whole
    assert len(whole) == 9


async def test_a_list_of_entities_can_be_run_by_hand(world: Store) -> None:
    """The text and parameters that are shown give the page that was answered."""
    text, parameters = listing.described(entities.prepare(EntityQuery(kinds=["company"], limit=2)))
    (row,) = await world._read(text, parameters, 10)  # pyright: ignore[reportArgumentType]
    assert row[0] == (await entities.page(world, EntityQuery(kinds=["company"], limit=2))).items[:2]


async def test_a_profile(world: Store) -> None:
    """What an entity is, who owns it, what it owns, and in how many facts it has a part."""
    acme = await entities.one(world, "acme")
    assert acme.properties is not None
    assert (acme.properties["name"], acme.properties["aliases"]) == ("Acme Ltd", ["Acme Widgets"])
    assert [(row["relation"], row["entity"]["id"]) for row in acme.owned] == [
        ("OPERATED_BY", "acme-app"),
        ("SUBSIDIARY_OF", "acme-uk"),
    ]
    assert acme.parts == 2
    assert [row["entity"]["id"] for row in (await entities.one(world, "acme-uk")).owners] == ["acme"]


async def test_neighbours_by_what_was_fined(world: Store) -> None:
    """The heaviest first; each with its relations; all pages together are all neighbours."""
    found = await entities.neighbours(world, "acme", "~", 10)
    assert [(row["entity"]["id"], row["fined_eur"], row["facts"]) for row in found.items] == [
        ("ico", 100.0, 1),
        ("cnil", 1.0, 1),
    ]
    assert (found.value, found.keys) == (2, sorted(found.keys, reverse=True))
    rest = await entities.neighbours(world, "acme", found.keys[0], 10)
    assert [row["entity"]["id"] for row in rest.items] == ["cnil"]
    both = await entities.neighbours(world, "cnil", "~", 10)
    assert [(row["entity"]["id"], row["relations"]) for row in both.items] == [
        ("acme", ["FINED"]),
        ("beta", ["REPRIMANDED"]),
    ]
    assert (await entities.neighbours(world, "tribunal", "~", 10)).items == []


async def test_what_is_not_there_is_not_found(world: Store) -> None:
    """Each says where to look."""
    for ask in (
        entities.one(world, "nobody"),
        entities.canonical(world, "nobody", "subject"),
        entities.neighbours(world, "nobody", "~", 10),
        claims.one(world, "nobody"),
        documents.one(world, "nobody"),
    ):
        with pytest.raises(NotFound) as error:
            await ask
        assert error.value.remedy is not None


async def test_a_merged_entity_goes_by_another_id(store: Store) -> None:
    """It is in no list, and leads to the one that took its place."""
    await told(store, FINE, cases=(case("late"),))
    await store.script("MATCH (e:Entity {id: 'beta'}) SET e.merged_into = 'acme'")
    assert await entities.canonical(store, "beta", "object") == "acme"
    assert await entities.canonical(store, "acme", "object") == "acme"
    assert "beta" not in await names(store, EntityQuery())


async def test_a_claim_with_its_document(world: Store) -> None:
    """What it says, in which words, where, and for which fact."""
    found = (await claims.one(world, "c1")).claim
    assert found is not None
    assert (found["quote"], found["start"], found["end"], found["stance"]) == ("fined", 3, 8, "supports")
    assert found["document"]["publisher"] == "Authority"
    assert found["fact"]["id"] == "big"
    assert found["subject"]["id"] == "ico"


async def test_a_document_with_its_claims(world: Store) -> None:
    """And its text, where we hold it."""
    found = await documents.one(world, "notice")
    assert found.properties is not None
    assert found.properties["text"] == "It fined Acme."
    assert [(row["id"], row["fact"]) for row in found.claims] == [("c1", "big")]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (DocumentQuery(), ["article", "notice", "undated", "d-small", "d-none"]),
        (DocumentQuery(kinds=["official"]), ["notice"]),
        (DocumentQuery(publishers=["Gazette"]), ["article", "undated"]),
        (DocumentQuery(kinds=["press"], publishers=["Authority"]), []),
        (DocumentQuery(text="penalty"), ["notice"]),
        (DocumentQuery(kinds=["press"], text="penalty"), []),
    ],
)
async def test_documents_are_listed_latest_first(
    query: DocumentQuery, wanted: list[str], world: Store
) -> None:
    """Of a kind or a publisher, or by their words."""
    page = await documents.page(world, query)
    assert sorted(item["id"] for item in page.items) == sorted(wanted)
    assert page.keys == sorted(page.keys, reverse=True)
    assert await documents.count(world, query) == len(wanted)


async def test_a_list_of_documents_can_be_run_by_hand(world: Store) -> None:
    """The text and parameters that are shown give the page that was answered."""
    text, parameters = listing.described(documents.prepare(DocumentQuery(kinds=["press"], limit=2)))
    (row,) = await world._read(text, parameters, 10)  # pyright: ignore[reportArgumentType]
    assert row[0] == (await documents.page(world, DocumentQuery(kinds=["press"], limit=2))).items[:2]


async def test_cases_latest_first(world: Store) -> None:
    """Each with the span of its facts; one without facts comes last."""
    page = await cases.page(world, CaseQuery(limit=10))
    assert [(row["id"], row["facts"], row["first"], row["last"]) for row in page.items] == [
        ("late", 1, "2022-05-18", "2022-05-18"),
        ("early", 1, "2020-02-02", "2020-02-02"),
        ("empty", 0, None, None),
    ]
    assert await cases.count(world, CaseQuery()) == 3


async def test_search_finds_each_kind(world: Store) -> None:
    """What matches exactly comes first."""
    found = await search.search(world, "Acme Ltd", 5)
    assert found.entities[0]["id"] == "acme"
    assert {row["id"] for row in found.facts} == {"big", "small"}
    assert [row["id"] for row in (await search.search(world, "penalty notice", 5)).documents] == ["notice"]
    assert (await search.search(world, "widgts", 5)).entities[0]["id"] == "acme"
    assert (await search.search(world, "'; DROP", 5)).facts == []


async def test_counts_of_every_level(world: Store) -> None:
    """And the time of the last change."""
    found = await revision.counts(world)
    assert found.counts == {
        "entities": 9,
        "documents": 5,
        "claims": 5,
        "facts": 3,
        "cases": 3,
        "unsourced": 0,
    }
    assert found.revision == await revision.revision(world) == 1
    assert found.changed is not None


async def test_a_stage_may_change_the_sum(store: Store) -> None:
    """It is kept with the stage, beside the sum as imposed."""
    reduced = StageRow("reduced", "2023", by="tribunal", amount_minor=50_00, currency="EUR")
    await told(store, fine("f", amount_minor=100_00, currency="EUR", status="reduced",
                           stages=(StageRow("imposed", "2022-05-18"), reduced)))  # fmt: skip
    rows = await store._read("MATCH (s:Stage) RETURN s.stage, s.amount_minor ORDER BY s.position", {}, 10)
    assert rows == [["imposed", None], ["reduced", 50_00]]
