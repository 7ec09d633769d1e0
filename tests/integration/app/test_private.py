"""Private batches over HTTP: with a key they are answered as facts are, without one nothing of them is seen."""

import asyncio
import csv
import io
import itertools
import json
from typing import Any

import httpx
import pytest

from graph import api_keys
from graph.store import Store
from graph.writes.redact import redact
from tests.battery import rows
from tests.service import good, refused, service, walk

LIST = """regulator,company,date,fine,case
ico-uk,Hush Hush Ltd,2021-05-13,5000,ENF-0001
ico-uk,Velvet Rope plc,2021-05-14,700,ENF-0002
ico-uk,A bank,2022-01-02,1200,
ico-uk,Velvet Rope plc,2020,,ENF-0003
"""
MAPPING = """
name: mine
title: My list
publisher: Me
table: {format: csv}
properties:
  authority: {column: regulator}
  target: {column: company}
  kind: {literal: fine}
  date: {column: date}
  amount: {column: fine}
  currency: {literal: GBP}
  case_number: {column: case}
"""
SECRET = ("hush", "velvet", "enf-000")
CSV = {"Content-Type": "text/csv"}


@pytest.fixture
async def key(own_api: httpx.AsyncClient, store: Store) -> dict[str, str]:
    """The header of a key that brings lists in, over a graph that knows one authority."""
    await store.script(
        "MERGE (e:Entity:Regulator {id: 'ico-uk'}) "
        "SET e.kind = 'regulator', e.name = 'ICO', e.names = ['ICO'], e.caption = 'ICO', e.country = 'GB'"
    )
    return {"Authorization": f"Bearer {await api_keys.create(store, 'newsroom')}"}


async def _bring(
    client: httpx.AsyncClient, key: dict[str, str], content: str = LIST, **asked: Any
) -> dict[str, Any]:
    parameters = {"mapping": MAPPING, "private": "true", **asked}
    answer = await client.post("/v1/imports", params=parameters, content=content, headers=CSV | key)
    assert answer.status_code == 202, answer.text
    for _ in range(1200):
        job = good(await client.get(f"/v1/imports/{answer.json()['id']}", headers=key))
        if job["ended"]:
            assert job["state"] == "done", job
            return job["report"]
        await asyncio.sleep(0.05)
    raise AssertionError("the import does not end")


def _bare(item: dict[str, Any]) -> dict[str, Any]:
    """A fact without what names the batch or the moment."""
    text = json.dumps({name: value for name, value in item.items() if name != "recorded"})
    found = json.loads(text.replace("open-", "mine-"))
    for one in found["evidence"]:
        del one["claim"]
    for end in ("subject", "object"):
        # Where the place of an unnamed party is known the graph has it; a row says only what it names.
        del found[end]["country"]
    return found


QUERIES = (
    {}, {"sort": "amount_eur:desc"}, {"date_from": "2021", "date_to": "2021-12"}, {"amount_max": "900"},
    {"amount_min": "1000", "currency": "GBP"}, {"tier": "curated"}, {"status": "unknown"}, {"valid_on": "2021-05-13"},
    {"evidence": "none"},
)  # fmt: skip
NARROWED = (
    ({"object": "velvet-rope-plc"}, 2), ({"party": "ico-uk"}, 4), ({"subject": "nobody"}, 0), ({"country": "GB"}, 4),
    ({"q": "Velvet rope"}, 2), ({"q": "velvet hush"}, 0), ({"relation": "SUED"}, 0), ({"found": "says_so"}, 0),
)  # fmt: skip


async def test_rows_are_answered_as_the_facts_of_a_public_list_are(
    own_api: httpx.AsyncClient, key: dict[str, str]
) -> None:
    """The same list, once private and once public, gives the same facts, order, total and sums under each filter."""
    report = await _bring(own_api, key)
    assert (report["rows"], report["new"]) == (4, 4)
    for narrow, count in NARROWED:
        found = await own_api.get("/v1/facts", params={"private": "mine", **narrow}, headers=key)
        assert good(found)["total"]["value"] == count, narrow
    mine = [await _answers(own_api, {"private": "mine", **query}, key) for query in QUERIES]
    await _bring(own_api, key, private="false", batch="open")
    for query, private in zip(QUERIES, mine, strict=True):
        assert private == await _answers(own_api, query, {}), query


async def _answers(client: httpx.AsyncClient, query: dict[str, str], key: dict[str, str]) -> list[Any]:
    """What a query gives, of facts and of fines, that must be the same for a private and a public list."""
    facts = good(await client.get("/v1/facts", params=query, headers=key))
    sums = good(await client.get("/v1/fines", params=query, headers=key))["sums"]
    return [[_bare(item) for item in facts["items"]], facts["total"]["value"], sums]


async def test_pages_forms_and_files(own_api: httpx.AsyncClient, key: dict[str, str]) -> None:
    """Small pages give what one gives; tables, exports in every form, changes and the feed have the same rows."""
    await _bring(own_api, key)
    asked = {"private": "mine"}
    whole = await own_api.get("/v1/facts", params=asked, headers=key)
    assert whole.headers["cache-control"] == "no-store"
    ids = [item["id"] for item in good(whole)["items"]]
    assert len(set(ids)) == 4
    own_api.headers.update(key)
    try:
        assert [item["id"] for item in await walk(own_api, "/v1/facts", limit=1, **asked)] == ids
        for form in ("csv", "xlsx"):
            answer = await own_api.get("/v1/facts", params=asked | {"format": form})
            assert [line[0] for line in rows(form, answer.content)[1:]] == ids
        lines = (await own_api.get("/v1/facts", params=asked | {"format": "ndjson"})).text.splitlines()
        assert [json.loads(line)["id"] for line in lines] == ids
        for form in ("json", "ndjson", "csv", "graphml", "ftm", "jsonld", "cypher", "neo4j-admin", "xlsx"):
            file = await own_api.get("/v1/export", params=asked | {"format": form})
            assert file.status_code == 200, form
            assert form in {"neo4j-admin", "xlsx"} or "Hush Hush" in file.text, form
        stages = await own_api.get("/v1/export", params=asked | {"format": "csv", "rows": "stages"})
        assert [row["stage"] for row in csv.DictReader(io.StringIO(stages.text))] == ["imposed"] * 4
        changes = good(await own_api.get("/v1/changes", params=asked))
        assert {(one["kind"], one["source"]) for one in changes["items"]} == {("added", "list:mine")}
        assert {one["fact"]["id"] for one in changes["items"]} == set(ids)
        assert len(await walk(own_api, "/v1/changes", limit=1, **asked)) == 4
        for narrow in ({"kind": "sum"}, {"since": "2999"}, {"until": "1999"}, {"object": "nobody"}):
            assert good(await own_api.get("/v1/changes", params=asked | narrow))["items"] == []
        feed = await own_api.get("/feeds/facts.atom", params=asked)
        assert feed.headers["content-type"] == "application/atom+xml"
        assert feed.headers["cache-control"] == "no-store"
        assert feed.text.count("<entry>") == 4
        assert "Velvet Rope" in feed.text
        for wrong, at_fault in (({"group": "true"}, "group"), ({"facets": "country"}, "facets")):
            refused(await own_api.get("/v1/facts", params=asked | {"object": "x"} | wrong), 422, at_fault)
        refused(await own_api.get("/v1/facts", params=asked | {"cursor": "abc"}), 422, "cursor")
    finally:
        del own_api.headers["Authorization"]


async def test_several_batches_and_names_that_are_none(
    own_api: httpx.AsyncClient, key: dict[str, str]
) -> None:
    """Several are one list; a public batch and an unknown one are told apart from an empty answer."""
    await _bring(own_api, key)
    await _bring(own_api, key, LIST.replace("Ltd", "Limited").replace("5000", "6000"), batch="other")
    await _bring(own_api, key, batch="open", private="false")
    both = {"private": ["mine", "other"]}
    assert good(await own_api.get("/v1/facts", params=both, headers=key))["total"]["value"] == 8
    refused(await own_api.get("/v1/facts", params={"private": "nothing"}, headers=key), 404, "private")
    refused(await own_api.get("/v1/facts", params={"private": "open"}, headers=key), 409, "private")


ROUTES = ("/v1/facts", "/v1/fines", "/v1/changes", "/v1/export", "/feeds/facts.atom")


async def test_without_a_key_that_opens_them_nothing_is_said(
    own_api: httpx.AsyncClient, store: Store, key: dict[str, str]
) -> None:
    """401 and 403 with a problem, also after a holder of a key has asked the same, and where there is no such batch."""
    await _bring(own_api, key)
    reads = {"Authorization": f"Bearer {await api_keys.create(store, 'reader', ['read'])}"}
    wrong = {"Authorization": "Bearer wf_a_b"}
    for route, name in itertools.product(ROUTES, ("mine", "nothing")):
        asked = {"private": name}
        for _ in range(2):
            await own_api.get(route, params=asked, headers=key)
            refused(await own_api.get(route, params=asked), 401, "Authorization")
            refused(await own_api.get(route, params=asked, headers=reads), 403, "Authorization")
            refused(await own_api.get(route, params=asked, headers=wrong), 401, "Authorization")


READS = (
    "/v1/facts", "/v1/facts?tier=imported", "/v1/facts?q=velvet", "/v1/fines", "/v1/entities?q=velvet",
    "/v1/entities", "/v1/documents", "/v1/documents?q=my+list", "/v1/search?q=velvet+rope", "/v1/search?q=hush",
    "/v1/changes", "/v1/stats?by=target", "/v1/stats?by=tier", "/v1/coverage", "/v1/quality", "/v1/conflicts",
    "/v1/cases", "/v1/corrections", "/v1/ask?q=Who+fined+Velvet+Rope+plc%3F", "/v1/export?format=ndjson",
    "/v1/export?format=csv&rows=claims", "/v1/export?format=cypher", "/v1/facts?facets=tier,target",
    "/v1/identity/candidates", "/v1/judgements", "/v1/entities/velvet-rope-plc", "/v1/facts/{fact}",
    "/v1/facts/{fact}/citation", "/v1/documents/{document}", "/v1/claims/{claim}", "/feeds/facts.atom", "/readyz",
    "/", "/facts", "/changes", "/search?q=velvet", "/coverage", "/entities/velvet-rope-plc", "/facts/{fact}",
    "/reconcile?queries=%7B%22q0%22%3A%7B%22query%22%3A%22Velvet+Rope%22%7D%7D",
)  # fmt: skip
"""What anybody may read, also by guessed or leaked ids."""


async def _public(client: httpx.AsyncClient, ids: dict[str, str]) -> dict[str, tuple[int, str, str]]:
    found: dict[str, tuple[int, str, str]] = {}
    for route in READS:
        answer = await client.get(route.format(**ids))
        found[route] = (answer.status_code, answer.headers.get("etag", ""), answer.text)
    return found


async def test_no_public_read_changes_by_a_private_batch(
    own_api: httpx.AsyncClient, key: dict[str, str], store: Store
) -> None:
    """No status and no ETag of any of them, and no word of it is there; nothing has a relationship to its rows."""
    first = {"fact": "mine-x", "document": "mine-x", "claim": "c-x"}
    before = await _public(own_api, first)
    await _bring(own_api, key)
    (item, *_) = good(await own_api.get("/v1/facts", params={"private": "mine"}, headers=key))["items"]
    assert "Hush Hush" in json.dumps(await _row(own_api, key))
    evidence = item["evidence"][0]
    ids = {"fact": item["id"], "document": evidence["document"]["id"], "claim": evidence["claim"]}
    await own_api.get("/v1/export", params={"private": "mine"}, headers=key)
    after = await _public(own_api, ids)
    for route in READS:
        if "{" in route:
            assert after[route][0] == 404, route
            continue
        status, etag, text = after[route]
        assert (status, etag) == before[route][:2], route
        for word in SECRET:  # some answers say again what was asked
            assert text.lower().count(word) == before[route][2].lower().count(word), (route, word)
    assert await store._read("MATCH (r:_PrivateRow)--() RETURN r.id", {}, 10) == []
    assert good(await own_api.delete("/v1/batches/mine", headers=key)) == {"batch": "mine", "facts": 0}
    refused(await own_api.get("/v1/facts", params={"private": "mine"}, headers=key), 404, "private")


async def _row(client: httpx.AsyncClient, key: dict[str, str]) -> list[dict[str, Any]]:
    return good(await client.get("/v1/batches/mine/rows", headers=key))["items"]


async def test_a_newer_file_is_the_whole_of_a_batch(own_api: httpx.AsyncClient, key: dict[str, str]) -> None:
    """Total and rows follow at once, though the graph's revision stays; what stayed keeps its id and its time."""
    await _bring(own_api, key)
    asked = {"private": "mine", "sort": "date:asc"}
    before = good(await own_api.get("/v1/facts", params=asked, headers=key))
    shorter = "\n".join(line for line in LIST.splitlines() if "Hush" not in line)
    await _bring(own_api, key, f"{shorter}\nico-uk,Newcomer plc,2023-01-01,10,ENF-0009\n")
    after = good(await own_api.get("/v1/facts", params=asked, headers=key))
    known = {item["id"]: item["recorded"] for item in before["items"]}
    assert after["total"]["value"] == 4
    assert [item["object"]["name"] for item in after["items"]][-1] == "Newcomer plc"
    assert [item["recorded"] == known.get(item["id"]) for item in after["items"]] == [True, True, True, False]


async def test_a_row_says_which_fact_it_meets(own_api: httpx.AsyncClient, key: dict[str, str]) -> None:
    """And that fact is not changed by it: no claim more, no dispute."""
    await _bring(own_api, key, batch="open", private="false")
    public = good(await own_api.get("/v1/facts"))
    await _bring(own_api, key, LIST.replace("5000", "6000"))
    met = {row["row"]: row["meets"] for row in await _row(own_api, key)}
    assert (met[1]["verdict"], met[1]["disputes"], met[2]["disputes"]) == ("same", True, False)
    assert {met[1]["fact"], met[2]["fact"]} <= {item["id"] for item in public["items"]}
    assert good(await own_api.get("/v1/facts")) == public
    mine = good(await own_api.get("/v1/facts", params={"private": "mine", "q": "hush"}, headers=key))
    assert mine["items"][0]["amount"]["value"] == 6000


async def test_a_redacted_person_is_in_no_private_row(
    own_api: httpx.AsyncClient, store: Store, key: dict[str, str]
) -> None:
    """Neither in those that are there nor in those that come."""
    await store.script(
        "MERGE (e:Entity:Person {id: 'ada-marlow'}) SET e.kind = 'person', e.name = 'Ada Marlow', "
        "e.names = ['Ada Marlow'], e.aliases = [], e.caption = 'Ada Marlow'"
    )
    text = LIST.replace("Hush Hush Ltd", "Ada Marlow Ltd")
    await _bring(own_api, key, text)
    assert "Marlow" in json.dumps(await _row(own_api, key))
    await redact(store, "ada-marlow", "editor", "asked for it")
    for _ in range(2):
        told = json.dumps(await _row(own_api, key)).lower()
        facts = (await own_api.get("/v1/facts", params={"private": "mine"}, headers=key)).text.lower()
        assert "marlow" not in told + facts
        kept = await store._read("MATCH (r:_PrivateRow) RETURN properties(r)", {}, 100)
        assert len(kept) == 4
        assert "marlow" not in str(kept).lower()
        await _bring(own_api, key, text.replace("5000", "5001"))


async def test_open_cypher_is_keyed_while_there_is_a_private_batch(store: Store) -> None:
    """A statement reads whatever there is."""
    async with service(store.connection, cypher="open") as client:
        key = {"Authorization": f"Bearer {await api_keys.create(store, 'root', ['write', 'admin'])}"}
        await store.script(
            "MERGE (e:Entity:Regulator {id: 'ico-uk'}) SET e.kind = 'regulator', e.name = 'ICO', e.names = ['ICO']"
        )
        asked = {"statement": "MATCH (n:_PrivateRow) RETURN n.object_name AS name"}
        assert (await client.post("/v1/cypher", json=asked)).status_code == 200
        await _bring(client, key)
        refused(await client.post("/v1/cypher", json=asked), 401, "Authorization")
        assert (await client.post("/v1/cypher", json=asked, headers=key)).status_code == 200
        await client.delete("/v1/batches/mine", headers=key)
        assert (await client.post("/v1/cypher", json=asked)).status_code == 200
