"""Reconciliation as OpenRefine asks for it: manifests, batches, columns, suggestions, previews; 0.2 and the draft."""

import json
from typing import Any

import httpx
import pytest

from app.answers.reconcile_properties import PROPERTIES
from graph import api_keys
from graph.connection import Connection
from graph.store import Store
from graph.vocabulary import KINDS
from tests.integration.app import reconciliation_shapes as shapes
from tests.integration.app.reconciliation_shapes import DRAFT, drafted, reconciled, valid
from tests.service import good, refused, service

ROOTS = ("/reconcile", "/reconcile/regulators", "/reconcile/firms")


@pytest.mark.parametrize("root", ROOTS)
async def test_manifests(api: httpx.AsyncClient, root: str) -> None:
    """Each says what it knows, and each address in it answers."""
    found = valid(await api.get(root), shapes.MANIFEST)
    assert {one["id"] for one in found["defaultTypes"]} <= set(KINDS)
    draft = valid(await api.get(root.replace("/reconcile", DRAFT)), shapes.DRAFT_MANIFEST)
    assert draft["name"] == found["name"]
    ids = {"entity": "ico-uk", "property": "country", "type": "regulator"}
    for what, place in found["suggest"].items():
        address = place["service_url"] + place["service_path"]
        valid(await api.get(address, params={"prefix": "c"}), shapes.SUGGESTED[what])
        flyout = (place["flyout_service_url"] + place["flyout_service_path"]).replace("${id}", ids[what])
        assert valid(await api.get(flyout), shapes.FLYOUT)["id"] == ids[what]
    preview = await api.get(found["preview"]["url"].replace("{{id}}", "ico-uk"))
    assert "Information Commissioner" in preview.text
    assert "frame-ancestors" not in preview.headers["content-security-policy"]
    proposed = found["extend"]["propose_properties"]
    valid(await api.get(proposed["service_url"] + proposed["service_path"]), shapes.PROPOSED)


async def test_a_batch(api: httpx.AsyncClient) -> None:
    """Names, acronyms, misspellings and ids lead to who is meant; a sure match is one, and each says why."""
    names = {
        "exact": ("Clearview AI", "clearview-ai"),
        "misspelt": ("Clearvew AI Inc.", "clearview-ai"),
        "acronym": ("CNIL", "cnil-fr"),
        "id": ("ico-uk", "ico-uk"),
        "native": ("Autoriteit Persoonsgegevens", "ap-nl"),
    }
    found = await reconciled(api, {key: {"query": name} for key, (name, _) in names.items()})
    assert list(found) == list(names)
    best = {key: found[key]["result"][0] for key in names}
    assert {key: one["id"] for key, one in best.items() if key != "native"} == {
        key: id_ for key, (_, id_) in names.items() if key != "native"
    }
    assert best["native"]["type"][0]["id"] == "regulator"
    assert best["exact"]["match"]
    assert best["exact"]["score"] > best["misspelt"]["score"]
    for one in best.values():
        features = {feature["id"]: feature["value"] for feature in one["features"]}
        assert 0 < features["name"] <= 100
    for rows in found.values():
        scores = [one["score"] for one in rows["result"]]
        assert scores == sorted(scores, reverse=True)
    assert (await reconciled(api, {"q": {"query": "Qwxzv Plmnb"}}))["q"]["result"] == []


async def test_types_and_scopes(api: httpx.AsyncClient) -> None:
    """A type says what is expected, strictly where it is said; a scope leaves the others out."""
    loose = await reconciled(api, {"q": {"query": "Facebook", "type": "company", "limit": 10}})
    kinds = [one["type"][0]["id"] for one in loose["q"]["result"]]
    assert kinds[0] == "company"
    assert "platform" in kinds
    strict = {"query": "Facebook", "type": ["company", "person"], "type_strict": "any"}
    found = await reconciled(api, {"q": strict, "all": strict | {"type_strict": "all"}})
    assert {one["type"][0]["id"] for one in found["q"]["result"]} == {"company", "person"}
    assert found["all"]["result"] == []
    (one, *_) = (await reconciled(api, {"q": {"query": "ICO"}}, "/reconcile/regulators"))["q"]["result"]
    assert one["id"] == "ico-uk"
    firms = (await reconciled(api, {"q": {"query": "ICO", "limit": 20}}, "/reconcile/firms"))["q"]["result"]
    assert all(one["type"][0]["id"] in {"company", "platform"} for one in firms)


async def test_columns_help_to_tell_namesakes_apart(api: httpx.AsyncClient) -> None:
    """A country that agrees lifts, one that differs sinks; both are told as a feature. An unknown column is ignored."""
    asked: dict[str, Any] = {
        where: {
            "query": "Data Protection Authority",
            "properties": [{"pid": "country", "v": where}],
            "limit": 3,
        }
        for where in ("Belgium", "SE")
    }
    asked["unknown"] = {"query": "CNIL", "properties": [{"pid": "P31", "v": {"id": "Q5"}}]}
    found = await reconciled(api, asked)
    for where, code in (("Belgium", "be"), ("SE", "se")):
        first = found[where]["result"][0]
        assert first["id"].endswith(f"-{code}")
        assert {"id": "property_country", "value": True} in first["features"]
    assert found["unknown"]["result"][0]["id"] == "cnil-fr"
    by_id = {"properties": [{"pid": "id", "v": "ico-uk"}]}
    assert (await reconciled(api, {"q": by_id}))["q"]["result"][0]["id"] == "ico-uk"


async def test_an_odd_row_spoils_no_other(api: httpx.AsyncClient) -> None:
    """A name that is empty, and more candidates than there ever are: both are answered, as the specification allows."""
    found = await reconciled(api, {"empty": {"query": ""}, "many": {"query": "Facebook", "limit": 1000}})
    assert found["empty"]["result"] == []
    assert 5 < len(found["many"]["result"]) <= 25
    empty, many = await drafted(
        api,
        {"conditions": [{"matchType": "name", "propertyValue": ""}]},
        {"conditions": [{"matchType": "name", "propertyValue": "Facebook"}], "limit": 1000},
    )
    assert empty == []
    assert [one["id"] for one in many] == [one["id"] for one in found["many"]["result"]]


@pytest.mark.parametrize("empty", ["", "  ", [], ["", " "]])
async def test_an_empty_cell_counts_for_nothing(api: httpx.AsyncClient, empty: object) -> None:
    """What a table does not say speaks neither for nor against anybody."""
    bare = {"query": "Information Commissioner's Office"}
    asked = {"bare": bare, "with": {**bare, "properties": [{"pid": "country", "v": empty}]}}
    found = await reconciled(api, asked)
    assert found["with"] == found["bare"]


@pytest.mark.parametrize("draft", [False, True])
async def test_columns_are_filled_in(api: httpx.AsyncClient, draft: bool) -> None:
    """Texts, numbers and entities; figures are those of the list of fines; nobody gets empty cells."""
    wanted = ["country", "acronym", "fines_received", "fined_eur", "fines_imposed", "owner"]
    asked = {
        "ids": ["clearview-ai", "ico-uk", "whatsapp", "nobody"],
        "properties": [{"id": one} for one in wanted],
    }
    if draft:
        body = valid(await api.post(f"{DRAFT}/extend", json=asked), shapes.DRAFT_EXTENDED)
        rows = {row["id"]: {one["id"]: one["values"] for one in row["properties"]} for row in body["rows"]}
    else:
        body = valid(await api.post("/reconcile", data={"extend": json.dumps(asked)}), shapes.EXTENDED)
        rows = body["rows"]
        again = await api.get("/reconcile", params={"extend": json.dumps(asked)})
        assert valid(again, shapes.EXTENDED) == body
    assert [one["id"] for one in body["meta"]] == wanted
    assert list(rows) == asked["ids"]
    fines = good(await api.get("/v1/stats?by=target&relation=FINED&object=clearview-ai"))["items"]
    (cell,) = (one for one in fines if one["values"]["target"] == "clearview-ai")
    assert rows["clearview-ai"]["fines_received"] == [{"int": cell["decisions"]}]
    assert rows["clearview-ai"]["fined_eur"] == [{"float": cell["eur"]}]
    assert rows["ico-uk"]["country"] == [{"str": "GB"}]
    assert rows["ico-uk"]["fines_imposed"][0]["int"] > 0
    assert all(cells == [] for cells in rows["nobody"].values())
    owners = rows["whatsapp"]["owner"]
    assert owners
    assert all(one.keys() == {"id", "name"} for one in owners)


async def test_suggestions(api: httpx.AsyncClient) -> None:
    """By beginnings and by id, page by page; everything of what is few where nothing was typed."""

    async def suggested(what: str, **asked: Any) -> list[Any]:
        answer = await api.get(f"/reconcile/suggest/{what}", params=asked)
        return valid(answer, shapes.SUGGESTED[what])["result"]

    assert (await suggested("entity", prefix="clearv"))[0]["id"] == "clearview-ai"
    assert (await suggested("entity", prefix="clearview-ai"))[0]["id"] == "clearview-ai"
    assert await suggested("entity", prefix="") == []
    first = await suggested("entity", prefix="data")
    second = await suggested("entity", prefix="data", cursor=len(first))
    assert not {one["id"] for one in first} & {one["id"] for one in second}
    assert await suggested("entity", prefix="data", offset=1, limit=2) == first[1:3]
    draft = await api.get(f"{DRAFT}/suggest/property", params={"prefix": "", "offset": 1, "limit": 2})
    draft_ids = [one["id"] for one in valid(draft, shapes.SUGGESTED["property"])["result"]]
    assert draft_ids == list(PROPERTIES)[1:3]
    refused(await api.get("/reconcile/suggest/type?limit=0"), 422, "limit")
    assert [one["id"] for one in await suggested("type")] == list(KINDS)
    assert {one["id"] for one in await suggested("property", prefix="")} == set(PROPERTIES)
    assert {one["id"] for one in await suggested("property", prefix="fine")} >= {
        "fined_eur",
        "fines_received",
    }
    proposed = valid(await api.get("/reconcile/extend/propose?type=person&limit=50"), shapes.PROPOSED)
    assert "role" in {one["id"] for one in proposed["properties"]}
    assert "lei" not in {one["id"] for one in proposed["properties"]}


async def test_hundred_at_once(api: httpx.AsyncClient) -> None:
    """A batch of 100 is answered; one more is refused."""
    batch = {f"q{at}": {"query": f"Clearview {at}", "limit": 2} for at in range(100)}
    assert len(await reconciled(api, batch)) == 100
    too_many = batch | {"one more": {"query": "x"}}
    refused(await api.post("/reconcile", data={"queries": json.dumps(too_many)}), 422, "queries")
    refused(
        await api.post(
            f"{DRAFT}/match",
            json={"queries": [{"conditions": [{"matchType": "name", "propertyValue": "x"}]}] * 101},
        ),
        422,
        "body",
    )


WRONG = (
    ("queries", "nonsense"),
    ("queries", "[]"),
    ("queries", '{"q": {}}'),
    ("queries", '{"q": {"properties": []}}'),
    ("queries", '{"q": {"query": "x", "colour": "red"}}'),
    ("queries", '{"q": {"query": "x", "limit": -1}}'),
    ("queries", '{"q": {"query": "x", "type_strict": "perhaps"}}'),
    ("extend", '{"ids": ["ico-uk"]}'),
    ("extend", '{"ids": [1], "properties": []}'),
)


@pytest.mark.parametrize(("name", "text"), WRONG)
async def test_what_is_wrong_is_said(api: httpx.AsyncClient, name: str, text: str) -> None:
    """In whatever way a batch is wrong: 422 names it."""
    refused(await api.post("/reconcile", data={name: text}), 422, name)
    refused(await api.get("/reconcile", params={name: text}), 422, name)


async def test_other_mistakes(api: httpx.AsyncClient) -> None:
    """Unknown types, properties, parameters, media types, entities, scopes."""
    refused(await api.get("/reconcile?colour=red"), 422, "colour")
    refused(
        await api.post("/reconcile", data={"queries": '{"q": {"query": "x", "type": "firm"}}'}), 422, "type"
    )
    unknown = '{"ids": ["ico-uk"], "properties": [{"id": "contry"}]}'
    assert "did you mean" in refused(await api.post("/reconcile", data={"extend": unknown}), 422)["detail"]
    refused(await api.post("/reconcile", json={"queries": {}}), 422, "Content-Type")
    refused(await api.post(f"{DRAFT}/reconcile", data={"queries": "x"}), 422, "Content-Type")
    refused(await api.post("/reconcile", data={}), 422)
    refused(await api.get("/reconcile/preview?id=nobody"), 404)
    refused(await api.get("/reconcile/people"), 404)


async def test_pages_of_other_origins(seeded: Connection) -> None:
    """CORS for the origins that are allowed, JSONP for those a browser says are near, and a name that is a name."""
    async with service(seeded, cors_origins="http://refine.test") as client:
        ask = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        before = await client.options(f"{DRAFT}/reconcile", headers=ask | {"Origin": "http://refine.test"})
        assert before.status_code == 200
        assert (await client.options(DRAFT, headers=ask | {"Origin": "http://other.test"})).status_code == 400
        answer = await client.get("/reconcile", headers={"Origin": "http://refine.test"})
        assert answer.headers["access-control-allow-origin"] == "http://refine.test"
        script = await client.get("/reconcile?callback=jQuery.fn_1", headers={"Sec-Fetch-Site": "same-site"})
        assert script.headers["content-type"].startswith("text/javascript")
        assert script.text.startswith("/**/jQuery.fn_1({")
        assert script.text.endswith("});")
        other = {"Sec-Fetch-Site": "cross-site"}
        refused(await client.get("/reconcile?callback=f", headers=other), 403)
        refused(await client.get("/reconcile?callback=alert(1)//"), 422, "callback")
    async with service(seeded, cors_origins="*") as client:
        assert (await client.get("/reconcile?callback=f", headers=other)).status_code == 200


async def test_closed_reads_are_closed(store: Store) -> None:
    """Only the manifest is open, and says how to get in; every other address needs the key, POST as GET."""
    key = {"Authorization": f"Bearer {await api_keys.create(store, 'refine', ['read'])}"}
    asked = {"queries": '{"q": {"query": "x"}}'}
    async with service(store.connection, reads="keyed") as client:
        assert valid(await client.get("/reconcile"), shapes.MANIFEST)["authentication"]
        assert valid(await client.get(DRAFT), shapes.DRAFT_MANIFEST)["authentication"]
        calls: tuple[tuple[str, str, dict[str, Any]], ...] = (
            ("GET", "/reconcile", {"params": asked}),
            ("POST", "/reconcile/firms", {"data": asked}),
            ("GET", "/reconcile/suggest/entity", {"params": {"prefix": "x"}}),
            ("GET", "/reconcile/extend/propose", {}),
            ("POST", f"{DRAFT}/match", {"json": {"queries": []}}),
            ("POST", f"{DRAFT}/reconcile", {"json": {"queries": []}}),
        )
        for method, path, given in calls:
            refused(await client.request(method, path, **given), 401)
            assert (await client.request(method, path, headers=key, **given)).status_code == 200
        refused(await client.get("/reconcile/preview?id=x"), 401)
