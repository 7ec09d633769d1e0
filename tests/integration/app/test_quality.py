"""What is weak, facets, and figures as a list; on a small graph of this module's own."""

import csv
import io

import httpx
import pytest

from graph.store import Store
from graph.writes.apply import apply
from tests.integration.graph.world import claim, document, fine, plan
from tests.service import Json, good, refused, walk


@pytest.fixture
async def small(own_api: httpx.AsyncClient, store: Store) -> httpx.AsyncClient:
    """Four fines: two sources and a dispute; one source; none but memory; under appeal for long."""
    two = fine("two", amount_minor=100_00, currency="EUR")
    one = fine("one", "cnil", "beta", date="2021", country="FR", amount_minor=50_00, currency="EUR")
    memory = fine("memory", "cnil", "acme", date=None, stages=(), status="unknown", country="FR")
    waiting = fine("waiting", "ico", "beta", date="2015-01-01", stages=(), status="pending")
    papers = (document("a", "A"), document("b", "B"), document("c", "C"), document("m", "M", kind="memory"))
    claims = (
        claim("1", two, "a"),
        claim("2", two, "b"),
        claim("3", two, "c", stance="disputes"),
        claim("4", one, "a"),
        claim("5", memory, "m"),
        claim("6", waiting, "a"),
    )
    await apply(store, plan(two, one, memory, waiting, documents=papers, claims=claims))
    return own_api


async def test_what_a_check_of_sources_found_is_counted(small: httpx.AsyncClient, store: Store) -> None:
    """Each finding is a measure whose rows are a filter; what was never visited is one too."""
    await store.script(
        "MATCH (f:Fact) WHERE f.id <> 'memory' SET f.found = CASE f.id "
        "WHEN 'two' THEN 'says_otherwise' WHEN 'one' THEN 'not_found' ELSE 'says_so' END"
    )
    measures = {one["name"]: one for one in good(await small.get("/v1/quality"))["items"]}
    found = {
        name: await ids(small, measures[name]["rows"])
        for name in ("unchecked", "not_found", "says_otherwise")
    }
    assert found == {"unchecked": {"memory"}, "not_found": {"one"}, "says_otherwise": {"two"}}


async def ids(api: httpx.AsyncClient, path: str) -> set[str]:
    """Ids of all items at an address."""
    base, _, query = path.partition("?")
    return {item["id"] for item in await walk(api, base, **dict(httpx.QueryParams(query)))}


async def test_each_number_is_that_of_its_rows(small: httpx.AsyncClient) -> None:
    """The address beside a measure lists as many things as it counts."""
    measures = {one["name"]: one for one in good(await small.get("/v1/quality"))["items"]}
    for one in measures.values():
        listed = good(await small.get(one["rows"]))
        assert listed["total"]["value"] == one["count"], one
    assert await ids(small, measures["unsourced"]["rows"]) == {"memory"}
    assert "one" in await ids(small, measures["single_source"]["rows"])
    assert "two" not in await ids(small, measures["single_source"]["rows"])
    assert await ids(small, measures["disputed"]["rows"]) == {"two"}
    assert await ids(small, measures["stale"]["rows"]) == {"waiting"}
    assert await ids(small, measures["unknown_outcome"]["rows"]) == {"memory"}
    assert measures["unchecked"]["count"] == 4
    assert (measures["not_found"]["count"], measures["says_otherwise"]["count"]) == (0, 0)
    assert "tribunal" in await ids(small, measures["orphan"]["rows"])
    assert "acme" not in await ids(small, measures["orphan"]["rows"])
    assert measures["unsourced"]["of"] == 4
    refused(await small.get("/v1/facts?quality=bad"), 422, "quality")


async def test_facets_count_the_other_values(small: httpx.AsyncClient) -> None:
    """Under all other filters, and the parameters beside a value choose just those facts."""
    page = good(await small.get("/v1/facts", params={"country": "FR", "facets": "country,status"}))
    countries = {one["value"]: one for one in page["facets"]["country"]["values"]}
    assert {name: one["facts"] for name, one in countries.items()} == {"FR": 2, "GB": 2}
    assert {one["value"]: one["facts"] for one in page["facets"]["status"]["values"]} == {
        "imposed": 1,
        "unknown": 1,
    }
    for one in countries.values():
        assert good(await small.get("/v1/facts", params=one["filters"]))["total"]["value"] == one["facts"]
    assert "facets" not in good(await small.get("/v1/facts"))
    refused(await small.get("/v1/facts?facets=weather"), 422, "facets")


async def test_figures_are_a_list(small: httpx.AsyncClient) -> None:
    """Pages and forms as every list; a column for each dimension."""
    whole = good(await small.get("/v1/stats?by=country,year"))
    assert (whole["by"], whole["total"]["value"]) == (["country", "year"], len(whole["items"]))
    assert await walk(small, "/v1/stats", by="country,year", limit=1) == whole["items"]
    table = await small.get("/v1/stats?by=country,year&format=csv")
    rows: list[Json] = list(csv.DictReader(io.StringIO(table.text)))
    assert [(row["values_country"], row["facts"]) for row in rows] == [
        (cell["values"]["country"], str(cell["facts"])) for cell in whole["items"]
    ]
    assert (await small.get("/v1/stats?by=country&format=xlsx")).content[:2] == b"PK"
