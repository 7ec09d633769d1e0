"""What HTTP itself promises: HEAD, ETag and 304, compression, other origins, redirects; statements that run."""

import asyncio
import gzip
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, LiteralString, cast
from urllib.parse import parse_qs, urlsplit

import httpx
import neo4j
import pytest

from graph.connection import Connection
from graph.model import EntityRow, Plan
from graph.store import Store
from graph.writes.apply import apply
from tests.service import Json, good, refused, service

PATHS = (
    "/v1/facts",
    "/v1/fines?limit=3",
    "/v1/entities/ico-uk",
    "/v1/cases",
    "/v1/vocabulary",
    "/v1/search?q=ico",
)


async def counted(api: httpx.AsyncClient, path: str) -> httpx.Response:
    """An answer once what it counts aside is counted: until then it is kept by nobody."""
    async with asyncio.timeout(120):
        while "etag" not in (got := await api.get(path)).headers and path == "/":  # noqa: ASYNC110 - over HTTP
            await asyncio.sleep(0.2)
    return got


@pytest.mark.parametrize("path", [*PATHS, "/healthz", "/readyz", "/", "/docs", "/static/site.css"])
async def test_head_is_get_without_a_body(api: httpx.AsyncClient, path: str) -> None:
    """The same status and headers but for the id that each request has of its own, no body."""
    got, head = await counted(api, path), await api.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers.pop("x-request-id") != got.headers.pop("x-request-id")
    assert dict(head.headers) == dict(got.headers)
    assert (await api.head("/v1/facts?colour=red")).status_code == 422


@pytest.mark.parametrize("path", PATHS)
async def test_an_unchanged_answer_is_304(api: httpx.AsyncClient, path: str) -> None:
    """If-None-Match with the ETag, one of several, or any: no body; with another: the answer."""
    first = await api.get(path)
    etag = first.headers["etag"]
    for matching in (etag, f'"other", {etag}', "*", etag.removeprefix("W/")):
        again = await api.get(path, headers={"If-None-Match": matching})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
        assert "content-type" not in again.headers
    assert (await api.get(path, headers={"If-None-Match": '"other"'})).content == first.content


async def test_the_etag_tells_answers_apart(api: httpx.AsyncClient) -> None:
    """Another question or another form has another ETag."""
    paths = ("/v1/facts", "/v1/facts?limit=3", "/v1/fines", "/v1/facts?format=csv")
    tags = {(await api.get(path)).headers["etag"] for path in paths}
    tags.add((await api.get("/v1/facts", headers={"Accept": "text/csv"})).headers["etag"])
    assert len(tags) == 5


def entity(name: str) -> Plan:
    """A plan that writes one entity of this name."""
    return Plan(name="test", entities=(EntityRow("acme", "company", name, country="GB"),))


async def test_the_etag_changes_with_the_graph(store: Store, own_api: httpx.AsyncClient) -> None:
    """A change shows in the next answer, under a new ETag; writing the same again changes neither."""
    await apply(store, entity("Acme"))
    first = await own_api.get("/v1/entities")
    await apply(store, entity("Acme"))
    headers = {"If-None-Match": first.headers["etag"]}
    assert (await own_api.get("/v1/entities", headers=headers)).status_code == 304
    await apply(store, entity("Acme Limited"))
    changed = await own_api.get("/v1/entities", headers=headers)
    assert good(changed)["items"][0]["name"] == "Acme Limited"
    assert changed.headers["etag"] != first.headers["etag"]


async def test_a_cache_of_nothing_answers_the_same(api: httpx.AsyncClient, seeded: Connection) -> None:
    """The cache changes only the speed."""
    async with service(seeded, cache_mb=0) as bare:
        for path in PATHS:
            assert good(await bare.get(path)) == good(await api.get(path))


async def test_large_answers_are_compressed(api: httpx.AsyncClient) -> None:
    """Gzip for those who take it; whoever does not gets plain bytes, also from the cache."""
    plain = await api.get("/v1/facts", headers={"Accept-Encoding": "identity"})
    async with api.stream("GET", "/v1/facts", headers={"Accept-Encoding": "gzip"}) as answer:
        raw = b"".join([part async for part in answer.aiter_raw()])
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert len(raw) < len(plain.content) / 2
    assert gzip.decompress(raw) == plain.content
    assert "content-encoding" not in plain.headers


async def test_pages_elsewhere_may_read(api: httpx.AsyncClient) -> None:
    """CORS: any origin may GET, ask conditionally, and see ETag and Link."""
    origin = {"Origin": "https://news.example"}
    answer = await api.get("/v1/facts?limit=1", headers=origin)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert {"etag", "link"} <= set(answer.headers["access-control-expose-headers"].lower().split(", "))
    asked = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "if-none-match"}
    assert (await api.options("/v1/facts", headers=origin | asked)).status_code == 200
    asked["Access-Control-Request-Method"] = "DELETE"
    assert (await api.options("/v1/facts", headers=origin | asked)).status_code == 400


Run = Callable[[str, Json], Awaitable[list[dict[str, Any]]]]


@pytest.fixture(scope="module")
async def run(seeded: Connection) -> AsyncIterator[Run]:
    """Runs a statement as a person would who copied it: by the driver, with nothing of ours."""
    async with neo4j.AsyncGraphDatabase.driver(
        seeded.uri, auth=(seeded.user, seeded.password), notifications_min_severity="OFF"
    ) as driver:

        async def by_hand(text: str, parameters: Json) -> list[dict[str, Any]]:
            async with driver.session(default_access_mode="READ") as session:
                result = await session.run(cast("LiteralString", text), parameters)
                return [record.data() async for record in result]

        yield by_hand


@pytest.mark.parametrize(
    "path",
    [
        "/v1/facts?limit=2",
        "/v1/facts?relation=SUED&object=clearview-ai&limit=2",
        "/v1/facts?party=oaic-au&limit=2",
        "/v1/facts?q=cookies&sort=amount_eur:desc&limit=3",
        "/v1/facts?country=GB&valid_on=2023-12-01&known_on=9999&limit=3",
        "/v1/fines?subject=cnil-fr&date_from=2020&status=final&limit=3",
        "/v1/entities?limit=2",
        "/v1/entities?kind=regulator&limit=2",
        "/v1/entities?country=GB&limit=2",
        "/v1/entities?q=clearview&limit=2",
        "/v1/entities/ico-uk/facts?limit=2",
        "/v1/entities/ico-uk/neighbours?limit=2",
        "/v1/documents?limit=2",
        "/v1/documents?kind=official&limit=2",
        "/v1/documents?q=clearview&limit=2",
        "/v1/cases?limit=2",
    ],
)
async def test_the_statement_of_a_list_gives_its_items(api: httpx.AsyncClient, run: Run, path: str) -> None:
    """``cypher.text`` with ``cypher.parameters`` gives the items of the page, and so on the page after."""
    answers = [await api.get(f"{path}&cypher=true")]
    answers += [await api.get(link["url"]) for link in answers[0].links.values()]
    for page in map(good, answers):
        rows = await run(page["cypher"]["text"], page["cypher"]["parameters"])
        assert rows[0]["items"] == page["items"]


@pytest.mark.parametrize(
    "path",
    ["/v1/facts?limit=5&cypher=true", "/v1/entities?kind=regulator&limit=3&cypher=true", "/v1/entities/ico-uk",
     "/v1/documents?limit=3&cypher=true", "/v1/cases?limit=3&cypher=true", "/v1/cases/clearview-uk",
     "/v1/entities/clearview-ai/neighbours?cypher=true"],
)  # fmt: skip
async def test_the_browser_link_draws_something(api: httpx.AsyncClient, run: Run, path: str) -> None:
    """The link opens Neo4j Browser at this server with a query that runs and finds something."""
    answer = good(await api.get(path))["cypher"]
    link = urlsplit(answer["browser_url"])
    asked = parse_qs(link.query)
    assert link.path == "/browser/"
    assert re.fullmatch(r"bolt://neo4j@127\.0\.0\.1:\d+", asked["dbms"][0])
    assert asked["cmd"] == ["edit"]
    assert await run(asked["arg"][0], {})


async def test_the_statement_of_one_thing_runs(api: httpx.AsyncClient, run: Run) -> None:
    """Also an entity, a document and a case carry the statement behind them, with all its parameters."""
    for path in ("/v1/entities/ico-uk", "/v1/cases/clearview-uk", "/v1/cases/clearview-uk?valid_on=2023"):
        answer = good(await api.get(path))["cypher"]
        assert await run(answer["text"], answer["parameters"])


async def test_a_merged_entity_redirects(store: Store, own_api: httpx.AsyncClient) -> None:
    """308 to what took its place, with the rest of the question; lists follow it silently on every page."""
    rows = tuple(EntityRow(id_, "company", id_) for id_ in ("new", "old"))
    await apply(store, Plan(name="test", entities=rows))
    await store.script("MATCH (e:Entity {id: 'old'}) SET e.merged_into = 'new'")
    for rest in ("", "/facts?limit=3&relation=FINED", "/neighbours?limit=2"):
        moved = await own_api.get(f"/v1/entities/old{rest}")
        assert moved.status_code == 308
        assert moved.headers["location"] == f"/v1/entities/new{rest}"
        assert (await own_api.get(moved.headers["location"])).status_code == 200
    assert good(await own_api.get("/v1/facts?party=old"))["items"] == []


async def test_a_withdrawn_fact_is_410(store: Store, own_api: httpx.AsyncClient) -> None:
    """A tombstone says why; lists and totals leave it out."""
    await store.script(
        "CREATE (:Fact {id: 'f', relation: 'FINED', date_key: '2022|f', withdrawn: '2026-01-01', "
        "withdrawn_reason: 'its only document was withdrawn', timeline_from: [], articles: [], laws: []})"
    )
    problem = refused(await own_api.get("/v1/facts/f"), 410, None)
    assert problem["reason"] == "its only document was withdrawn"
    page = good(await own_api.get("/v1/facts"))
    assert (page["items"], page["total"]["value"]) == ([], 0)


async def test_an_empty_graph_answers(own_api: httpx.AsyncClient) -> None:
    """Nothing loaded yet: empty lists, a home page that says so, sums of zero."""
    for path in ("/v1/facts", "/v1/entities", "/v1/documents", "/v1/cases"):
        page = good(await own_api.get(path))
        assert (page["items"], page["next"], page["total"]["value"]) == ([], None, 0)
    assert good(await own_api.get("/v1/fines"))["sums"]["eur"] == 0
    assert "whofined seed" in (await own_api.get("/")).text
    assert good(await own_api.get("/readyz"))["status"] == "ready"
