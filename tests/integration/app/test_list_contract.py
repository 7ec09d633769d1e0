"""The one contract of every list: pages, forms, filters that combine and repeat, failures, the shown statement."""

from collections.abc import AsyncIterator

import httpx
import pytest

from app.formats import cells
from graph.model import StageRow
from graph.store import Store
from tests import battery
from tests.battery import FACTUAL, KEPT, Listed, by_route
from tests.conftest import Slate
from tests.integration.graph.world import case, claim, document, fine, told
from tests.service import good, refused, service, walk

FACTS = (
    fine("f-ico-acme", amount_minor=7_552_800_00, currency="GBP", case="k"),
    fine("f-cnil-acme", "cnil", date="2021-12", amount_minor=20_000_000_00, currency="EUR", country="FR"),
    fine("f-cnil-beta", "cnil", "beta", date="2019", amount_minor=50_00, currency="EUR", country="FR"),
    fine("f-texas", "ag-texas", date="2025-05-10", amount_minor=1_000_00, currency="USD", country="US-TX"),
    fine("f-undated", "ico", "beta", date=None, amount_minor=3_00, currency="GBP"),
    fine("f-breach", relation="FOUND_BREACH", object="beta", date="2020-06-30", status="annulled",
         stages=(StageRow("imposed", "2020-06-30"), StageRow("annulled", "2021-01-01"))),
)  # fmt: skip
PAPERS = tuple(document(f"paper-{n}", f"Paper {n}", published=f"2022-06-0{n + 1}") for n in range(4))
NOTICE = document("notice", "Authority", kind="official", published="2023-01-01")
CLAIMS = (
    *(claim(f"c-{n}", FACTS[0], f"paper-{n}") for n in range(3)),
    claim("c-3", FACTS[0], "paper-3", quote="fined Acme", start=0, end=10),
    claim("c-official", FACTS[0], "notice", quote="a penalty", start=0, end=9),
    claim("c-against", FACTS[1], "paper-0", stance="disputes"),
    claim("c-against-too", FACTS[3], "paper-1", stance="disputes"),
)


@pytest.fixture
async def world(slate: Slate) -> Store:
    """A handful of facts, one of them with many claims; only read here."""

    async def fill(store: Store) -> None:
        await told(store, *FACTS, documents=(*PAPERS, NOTICE), claims=CLAIMS, cases=(case("k"), case("l")))

    return await slate.hold("contract", fill)


@pytest.fixture
async def small(world: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service over these facts."""
    async with service(world.connection) as client:
        yield client


@pytest.mark.parametrize("row", FACTUAL, ids=by_route)
async def test_pages_and_totals(small: httpx.AsyncClient, row: Listed) -> None:
    """Small pages give what one page gives, each item once; the total is their number."""
    await battery.pages_and_totals(small, row)


@pytest.mark.parametrize("row", FACTUAL, ids=by_route)
@pytest.mark.parametrize("form", battery.OTHER_FORMS)
async def test_forms_hold_the_same_items(small: httpx.AsyncClient, row: Listed, form: str) -> None:
    """By suffix, by parameter and by Accept; the rows are those of the JSON form."""
    await battery.forms(small, row, form)


@pytest.mark.parametrize("row", FACTUAL, ids=by_route)
async def test_etag_and_failures(small: httpx.AsyncClient, row: Listed) -> None:
    """What has not changed is not sent again; what is wrong is a problem document that names the parameter."""
    await battery.failures(small, row)


@pytest.mark.parametrize("row", FACTUAL, ids=by_route)
async def test_the_shown_statement_gives_the_same_items(
    small: httpx.AsyncClient, world: Store, row: Listed
) -> None:
    """Only where it is asked for; run by hand with its parameters."""
    await battery.by_hand(small, world, row)


@pytest.mark.parametrize("row", FACTUAL, ids=by_route)
async def test_fields_pick_members(small: httpx.AsyncClient, row: Listed) -> None:
    """In JSON and as columns of a table."""
    await battery.members(small, row)


def test_every_list_route_is_tried() -> None:
    """A route that gives a list in other forms is a row of the battery, or this fails."""
    assert battery.list_routes() == {row.route for row in (*FACTUAL, *KEPT)}


async def test_a_part_of_a_member(small: httpx.AsyncClient) -> None:
    """A dotted path gives that part, in lists too."""
    fields = "id,amount.eur,evidence.document.publisher"
    item = good(await small.get("/v1/facts", params={"object": "acme", "subject": "ico", "fields": fields}))[
        "items"
    ][0]
    assert set(item) == {"id", "amount", "evidence"}
    assert set(item["amount"]) == {"eur"}
    assert item["evidence"][0] == {"document": {"publisher": "Authority"}}


REPEATED = {
    "object=acme&object=beta": {fact.id for fact in FACTS},
    "subject=cnil&subject=ag-texas": {"f-cnil-acme", "f-cnil-beta", "f-texas"},
    "party=cnil&party=ag-texas": {"f-cnil-acme", "f-cnil-beta", "f-texas"},
    "country=FR&country=US": {"f-cnil-acme", "f-cnil-beta", "f-texas"},
    "currency=usd&currency=GBP": {"f-ico-acme", "f-texas", "f-undated"},
    "relation=fined&relation=found_breach": {fact.id for fact in FACTS},
    "status=annulled&status=imposed": {fact.id for fact in FACTS},
    "subject=CNIL&object=Beta": {"f-cnil-beta"},
    "country=uk": {"f-ico-acme", "f-undated", "f-breach"},
    "country=EU": {"f-cnil-acme", "f-cnil-beta"},
    "country=europe&relation=FINED": {"f-ico-acme", "f-undated", "f-cnil-acme", "f-cnil-beta"},
    "subject=cnil&object=acme&object=beta": {"f-cnil-acme", "f-cnil-beta"},
}


@pytest.mark.parametrize("query", REPEATED)
async def test_a_filter_given_twice_is_or(small: httpx.AsyncClient, query: str) -> None:
    """And filters of different names are all met; case does not matter; the sums are those of the same facts."""
    page = good(await small.get(f"/v1/facts?{query}"))
    assert {item["id"] for item in page["items"]} == REPEATED[query]
    assert page["total"]["value"] == len(REPEATED[query])


@pytest.mark.parametrize(
    ("query", "parameter", "near"),
    [
        ("country=XX", "country", ""),
        ("country=France", "country", "FR"),
        ("currency=EURO", "currency", "EUR"),
        ("relation=FINE", "relation", "FINED"),
        ("status=anulled", "status", "annulled"),
        ("date_from=2020&date_from=2021", "date_from", ""),
        ("currency=EUR&currency=GBP&amount_min=1", "currency", ""),
        ("subject=cnil&subject=nobody", "subject", "nobody"),
        ("sort=amount", "sort", "amount_eur"),
    ],
)
async def test_what_is_unknown_is_said(
    small: httpx.AsyncClient, query: str, parameter: str, near: str
) -> None:
    """With what is near, and never an empty list."""
    fault = refused(await small.get(f"/v1/facts?{query}"), 422, parameter)["errors"][0]
    assert near in fault["problem"] + str(fault["valid"])


async def test_an_unknown_publisher_is_said(small: httpx.AsyncClient) -> None:
    """Case does not matter; a slip is an error that says what is near."""
    assert good(await small.get("/v1/documents?publisher=AUTHORITY"))["total"]["value"] == 1
    fault = refused(await small.get("/v1/documents?publisher=Autority"), 422, "publisher")["errors"][0]
    assert "Authority" in fault["problem"]


@pytest.mark.parametrize("order", ["asc", "desc"])
async def test_what_has_no_value_comes_last(small: httpx.AsyncClient, order: str) -> None:
    """In either direction, over pages of any size."""
    for limit in (1, 2, 50):
        items = await walk(small, "/v1/facts", sort=f"date:{order}", limit=limit)
        assert items[-1]["id"] == "f-undated"
        dates = [item["date"] for item in items[:-1]]
        assert dates == sorted(dates, reverse=order == "desc")
        sums = await walk(small, "/v1/facts", sort=f"amount_eur:{order}", limit=limit)
        assert [item["id"] for item in sums if not (item["amount"] or {}).get("eur")] == [
            item["id"] for item in sums[-2:]
        ]
        assert len(items) == len(sums) == len(FACTS)


async def test_lists_carry_the_best_claims(small: httpx.AsyncClient) -> None:
    """Official before press, quoted before unquoted; the rest is counted; none and all where asked for."""
    address = "/v1/facts?subject=ico&object=acme&relation=FINED"
    (item,) = good(await small.get(address))["items"]
    assert [one["claim"] for one in item["evidence"]] == ["c-official", "c-3", "c-0"]
    assert item["more_evidence"] == 2
    (none,) = good(await small.get(f"{address}&evidence=none"))["items"]
    assert (none["evidence"], none["more_evidence"]) == ([], 5)
    (every,) = good(await small.get(f"{address}&evidence=ALL"))["items"]
    assert (len(every["evidence"]), every["more_evidence"]) == (5, 0)
    assert len(good(await small.get("/v1/facts/f-ico-acme"))["evidence"]) == 5


async def test_addresses_as_people_write_them(small: httpx.AsyncClient) -> None:
    """A slash at the end, the form as a suffix, the root of the version, ids in capitals."""
    assert good(await small.get("/v1/facts/")) == good(await small.get("/v1/facts"))
    assert {"path": "/v1/facts", "method": "GET"}.items() <= good(await small.get("/v1"))["routes"][0].items()
    assert good(await small.get("/v1/entities/ACME/"))["id"] == "acme"
    refused(await small.get("/v1/facts.csv?format=json"), 422, "format")
    refused(await small.get("/v1/facts.doc"), 404)


def test_a_row_of_a_table_is_flat() -> None:
    """Paths into lists are joined."""
    assert cells.row({"a": [{"b": 1}, {"b": 2}], "c": None}, ("a.b", "c")) == ["1; 2", None]
