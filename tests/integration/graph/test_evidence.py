"""Entities and their surroundings, documents, cases and the search over everything."""

import pytest

from graph.errors import NotFound
from graph.model import CaseRow, StageRow
from graph.reads import entities, evidence
from graph.reads.entities import Filters
from graph.reads.evidence import DocumentFilters
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


async def names(store: Store, filters: Filters, text: str | None = None) -> list[str]:
    """Ids of the entities that are found; the count agrees."""
    page = await entities.page(store, filters, text, "", 100)
    assert await entities.count(store, filters, text) == len(page.items)
    assert page.keys == sorted(page.keys)
    return [item["id"] for item in page.items]


@pytest.mark.parametrize(
    ("filters", "text", "wanted"),
    [
        (Filters(kind="court"), None, ["tribunal"]),
        (Filters(kind="regulator", country="US"), None, ["ag-texas"]),
        (Filters(country="US-TX"), None, ["ag-texas"]),
        (Filters(country="FR"), None, ["beta", "cnil"]),
        (Filters(), "widgets", ["acme"]),
        (Filters(kind="regulator"), "comission", ["cnil"]),
        (Filters(kind="company"), "ico", []),
    ],
)
async def test_entities_are_listed_by_name(
    filters: Filters, text: str | None, wanted: list[str], world: Store
) -> None:
    """Of a kind, a country or a state, or by any of their names."""
    assert sorted(await names(world, filters, text)) == sorted(wanted)


async def test_all_entities_page_by_page(world: Store) -> None:
    """Each once, in order of name."""
    whole = await names(world, Filters())
    met: list[str] = []
    after = ""
    while True:
        page = await entities.page(world, Filters(), None, after, 2)
        met += [item["id"] for item in page.items[:2]]
        if len(page.items) <= 2:
            break
        after = page.keys[1]
    assert met == whole
    assert len(whole) == 9


async def test_a_list_of_entities_can_be_run_by_hand(world: Store) -> None:
    """The text and parameters that are shown give the page that was answered."""
    text, parameters = entities.described(Filters(kind="company"), None, "", 2)
    (row,) = await world._read(text, parameters, 10)  # pyright: ignore[reportArgumentType]
    assert row[0] == (await entities.page(world, Filters(kind="company"), None, "", 2)).items[:2]


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
        evidence.claim(world, "nobody"),
        evidence.document(world, "nobody"),
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
    assert "beta" not in await names(store, Filters())


async def test_a_claim_with_its_document(world: Store) -> None:
    """What it says, in which words, where, and for which fact."""
    found = (await evidence.claim(world, "c1")).claim
    assert found is not None
    assert (found["quote"], found["start"], found["end"], found["stance"]) == ("fined", 3, 8, "supports")
    assert found["document"]["publisher"] == "Authority"
    assert found["fact"]["id"] == "big"
    assert found["subject"]["id"] == "ico"


async def test_a_document_with_its_claims(world: Store) -> None:
    """And its text, where we hold it."""
    found = await evidence.document(world, "notice")
    assert found.properties is not None
    assert found.properties["text"] == "It fined Acme."
    assert [(row["id"], row["fact"]) for row in found.claims] == [("c1", "big")]


@pytest.mark.parametrize(
    ("filters", "text", "wanted"),
    [
        (DocumentFilters(), None, ["article", "notice", "undated", "d-small", "d-none"]),
        (DocumentFilters(kind="official"), None, ["notice"]),
        (DocumentFilters(publisher="Gazette"), None, ["article", "undated"]),
        (DocumentFilters(kind="press", publisher="Authority"), None, []),
        (DocumentFilters(), "penalty", ["notice"]),
        (DocumentFilters(kind="press"), "penalty", []),
    ],
)
async def test_documents_are_listed_latest_first(
    filters: DocumentFilters, text: str | None, wanted: list[str], world: Store
) -> None:
    """Of a kind or a publisher, or by their words."""
    page = await evidence.documents(world, filters, text, "~", 100)
    assert sorted(item["id"] for item in page.items) == sorted(wanted)
    assert page.keys == sorted(page.keys, reverse=True)
    assert await evidence.count_documents(world, filters, text) == len(wanted)


async def test_a_list_of_documents_can_be_run_by_hand(world: Store) -> None:
    """The text and parameters that are shown give the page that was answered."""
    text, parameters = evidence.documents_described(DocumentFilters(kind="press"), None, "~", 2)
    (row,) = await world._read(text, parameters, 10)  # pyright: ignore[reportArgumentType]
    assert row[0] == (await evidence.documents(world, DocumentFilters(kind="press"), None, "~", 2)).items[:2]


async def test_cases_latest_first(world: Store) -> None:
    """Each with the span of its facts; one without facts comes last."""
    page = await evidence.cases(world, "~", 10)
    assert [(row["id"], row["facts"], row["first"], row["last"]) for row in page.items] == [
        ("late", 1, "2022-05-18", "2022-05-18"),
        ("early", 1, "2020-02-02", "2020-02-02"),
        ("empty", 0, None, None),
    ]
    assert await evidence.count_cases(world) == 3


async def test_search_finds_each_kind(world: Store) -> None:
    """What matches exactly comes first."""
    found = await evidence.search(world, "Acme Ltd", 5)
    assert found.entities[0]["id"] == "acme"
    assert {row["id"] for row in found.facts} == {"big", "small"}
    assert [row["id"] for row in (await evidence.search(world, "penalty notice", 5)).documents] == ["notice"]
    assert (await evidence.search(world, "widgts", 5)).entities[0]["id"] == "acme"
    assert (await evidence.search(world, "'; DROP", 5)).facts == []


async def test_counts_of_every_level(world: Store) -> None:
    """And the time of the last change."""
    found = await evidence.counts(world)
    assert found.counts == {
        "entities": 9,
        "documents": 5,
        "claims": 5,
        "facts": 3,
        "cases": 3,
        "unsourced": 0,
    }
    assert found.revision == await evidence.revision(world) == 1
    assert found.changed is not None


async def test_a_stage_may_change_the_sum(store: Store) -> None:
    """It is kept with the stage, beside the sum as imposed."""
    reduced = StageRow("reduced", "2023", by="tribunal", amount_minor=50_00, currency="EUR")
    await told(store, fine("f", amount_minor=100_00, currency="EUR", status="reduced",
                           stages=(StageRow("imposed", "2022-05-18"), reduced)))  # fmt: skip
    rows = await store._read("MATCH (s:Stage) RETURN s.stage, s.amount_minor ORDER BY s.position", {}, 10)
    assert rows == [["imposed", None], ["reduced", 50_00]]
