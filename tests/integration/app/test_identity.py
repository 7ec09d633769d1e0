"""Who is who over HTTP: pairs that wait, judgements with a key, the log, redirects, and what is refused."""

from collections.abc import AsyncIterator

import httpx
import orjson
import pytest

from app.docs import openapi
from graph import api_keys
from graph.store import Store
from tests.integration.ingest.telling import fined, tell
from tests.service import good, refused, walk

SAME = {"left": "acme-biscuit", "right": "acme-biscuits", "verdict": "same", "why": "same company number"}


@pytest.fixture
async def writer(own_api: httpx.AsyncClient, store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client that holds a key, over a graph with a firm under three names and two firms of the records."""
    for paper, firm in (("one", "acme-biscuits"), ("two", "acme-biscuit"), ("three", "acme-biscuts")):
        await tell(store, paper, fined(firm), fined("beta"), fined("gamma"))
    own_api.headers["Authorization"] = f"Bearer {await api_keys.create(store, 'newsroom')}"
    yield own_api
    del own_api.headers["Authorization"]


async def test_a_judgement_needs_a_key(own_api: httpx.AsyncClient) -> None:
    """Reading the pairs and the log needs none."""
    refused(await own_api.post("/v1/judgements", json=SAME), 401, "Authorization")
    assert good(await own_api.get("/v1/identity/candidates"))["items"] == []
    assert good(await own_api.get("/v1/judgements"))["items"] == []


async def test_a_body_that_is_no_text(writer: httpx.AsyncClient) -> None:
    """It is refused as any other body that cannot be read."""
    answer = await writer.post(
        "/v1/judgements", content=b"\xff{", headers={"Content-Type": "application/json"}
    )
    refused(answer, 422, "body")


async def test_pairs_page_by_page(writer: httpx.AsyncClient) -> None:
    """Cursors give every pair once, the likeliest first; each with what speaks for it."""
    whole = good(await writer.get("/v1/identity/candidates"))
    assert whole["total"]["value"] == len(whole["items"]) == 3
    assert await walk(writer, "/v1/identity/candidates", limit=1) == whole["items"]
    scores = [one["score"] for one in whole["items"]]
    assert scores == sorted(scores, reverse=True)
    assert all(
        sum(feature["points"] for feature in one["features"]) >= one["score"] for one in whole["items"]
    )
    table = await writer.get("/v1/identity/candidates", params={"format": "csv"})
    assert table.text.startswith("score,outcome,left_id,")


async def test_merged_and_taken_back(writer: httpx.AsyncClient) -> None:
    """The old id redirects, lists show one firm, the pair leaves the queue; taken back, everything is as before."""
    before = await walk(writer, "/v1/facts")
    done = good(await writer.post("/v1/judgements", json=SAME))
    assert (done["merged"], done["claims"]) == ({"acme-biscuits": "acme-biscuit"}, 1)
    moved = await writer.get("/v1/entities/acme-biscuits")
    assert (moved.status_code, moved.headers["location"]) == (308, "/v1/entities/acme-biscuit")
    kept = good(await writer.get("/v1/entities/acme-biscuit"))
    assert kept["merged"] == ["acme-biscuits"]
    facts = good(await writer.get("/v1/facts", params={"object": "acme-biscuits"}))["items"]
    assert [one["object"]["id"] for one in facts] == ["acme-biscuit"]
    claim = good(await writer.get(f"/v1/claims/{facts[0]['evidence'][0]['claim']}"))
    assert claim["object"]["id"] == "acme-biscuit"
    pairs = good(await writer.get("/v1/identity/candidates"))["items"]
    assert "acme-biscuits" not in {one[side]["id"] for one in pairs for side in ("left", "right")}
    good(await writer.post("/v1/judgements", json={**SAME, "verdict": "different"}))
    assert await walk(writer, "/v1/facts") == before


async def test_the_log_keeps_all(writer: httpx.AsyncClient) -> None:
    """Every judgement with its score, who and why; the last first; page by page."""
    for verdict in ("same", "different", "unsure"):
        good(await writer.post("/v1/judgements", json={**SAME, "verdict": verdict}))
    log = await walk(writer, "/v1/judgements", limit=2)
    assert [(one["id"], one["verdict"], one["who"]) for one in log] == [
        ("j-000003", "unsure", "newsroom"),
        ("j-000002", "different", "newsroom"),
        ("j-000001", "same", "newsroom"),
    ]
    assert log[-1]["features"][0]["feature"] == "spelling"
    schema = openapi()["components"]["schemas"]["JudgementItem"]["properties"]
    assert list(orjson.loads(orjson.dumps(log[0]))) == list(schema)


async def test_a_document_may_mean_a_new_one(writer: httpx.AsyncClient) -> None:
    """The claims of a document go over to an entity that the judgement makes."""
    document = good(await writer.get("/v1/documents", params={"q": "three"}))["items"][0]["id"]
    split = {
        "left": "acme-biscuts",
        "verdict": "same",
        "why": "another firm",
        "documents": [document],
        "name": "Acme of Kent",
    }
    done = good(await writer.post("/v1/judgements", json=split))
    assert done["right"] == "acme-biscuts~acme-of-kent"
    assert done["facts"] == ["ico-uk.fined.acme-biscuts~acme-of-kent.2022"]
    assert good(await writer.get(f"/v1/entities/{done['right']}"))["name"] == "Acme of Kent"


@pytest.mark.parametrize(
    ("change", "status", "at_fault"),
    [
        ({"right": "nobody"}, 404, "right"),
        ({"left": "gamma", "right": "beta"}, 409, "right"),
        ({"right": "acme-biscuit"}, 422, "right"),
        ({"right": None}, 422, "right"),
        ({"verdict": "maybe"}, 422, "verdict"),
        ({"claims": ["c-none"]}, 404, "claims"),
        ({"bogus": 1}, 422, "bogus"),
    ],
)
async def test_what_cannot_be_judged(
    writer: httpx.AsyncClient, change: dict[str, object], status: int, at_fault: str
) -> None:
    """Each with the place of the fault; the log stays empty."""
    answer = await writer.post("/v1/judgements", json={**SAME, **change})
    assert [one["parameter"] for one in refused(answer, status)["errors"]] == [at_fault]
    assert good(await writer.get("/v1/judgements"))["total"]["value"] == 0
