"""The write side over HTTP: documents in, confirmed, withdrawn; verdicts; and nobody without a key."""

from collections.abc import AsyncIterator

import httpx
import pytest

from graph import api_keys
from graph.store import Store
from tests.service import refused

TEXT = "On 18 May 2022 the Information Commissioner's Office (ICO) fined Clearview AI Inc £7,552,800."
PAGE = f"<html><head><title>Fined</title></head><body><article><p>{TEXT}</p></article></body></html>"
QUERY = {"title": "A fine", "publisher": "The Paper", "published": "2022-05-23"}


@pytest.fixture
async def writer(own_api: httpx.AsyncClient, store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client that holds a key."""
    own_api.headers["Authorization"] = f"Bearer {await api_keys.create(store, 'newsroom')}"
    yield own_api
    del own_api.headers["Authorization"]


async def add(client: httpx.AsyncClient, **about: str) -> httpx.Response:
    """Post the text as JSON."""
    return await client.post("/v1/documents", json={"text": TEXT, **QUERY, **about})


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/documents"),
        ("DELETE", "/v1/documents/x"),
        ("POST", "/v1/claims/x/review"),
        ("GET", "/v1/review-queue"),
    ],
)
async def test_nobody_writes_without_a_key(own_api: httpx.AsyncClient, method: str, path: str) -> None:
    """No key, and a key that was never made, are refused alike, and say what would open."""
    for headers in ({}, {"Authorization": "Bearer wf_0123_none"}):
        answer = await own_api.request(method, path, headers=headers, json={"text": TEXT, "reason": "x"})
        refused(answer, 401, "Authorization")
        assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_document_comes_in_once(writer: httpx.AsyncClient) -> None:
    """201 with what was found, 200 for the same again; the fine is then served with its quote and place."""
    first = await add(writer)
    assert first.status_code == 201, first.text
    assert "ico-uk.fined.clearview-ai.2022" in first.json()["new"]
    again = await add(writer)
    assert (again.status_code, again.json()["unchanged"]) == (200, True)
    (fine,) = (await writer.get("/v1/fines")).json()["items"]
    (proof,) = fine["evidence"]
    assert (fine["amount"]["value"], fine["date"], proof["review"]) == (7552800, "2022-05-18", "unreviewed")
    document = (await writer.get(f"/v1/documents/{proof['document']['id']}")).json()
    assert document["text"][proof["start"] : proof["end"]] == proof["quote"]


@pytest.mark.parametrize(
    ("media", "body"), [("text/plain", TEXT), ("text/markdown", f"# Fined\n\n{TEXT}"), ("text/html", PAGE)]
)
async def test_raw_bodies_are_read(writer: httpx.AsyncClient, media: str, body: str) -> None:
    """Text, Markdown and HTML as they are, with what is known of them in the query."""
    answer = await writer.post("/v1/documents", params=QUERY, content=body, headers={"Content-Type": media})
    assert answer.status_code == 201, answer.text
    assert answer.json()["new"]


async def test_a_file_in_a_form_is_read(writer: httpx.AsyncClient) -> None:
    """A file with fields beside it."""
    files = {"file": ("fine.txt", TEXT.encode(), "text/plain")}
    answer = await writer.post("/v1/documents", files=files, data=QUERY)
    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize(
    ("sent", "at_fault"),
    [
        ({"json": {}}, "text"),
        ({"json": {"text": TEXT, "bogus": 1}}, "bogus"),
        ({"json": {"text": TEXT, "published": "yesterday"}}, "published"),
        ({"json": {"url": "https://news.example/fine"}}, "news.example"),
        ({"content": "{", "headers": {"Content-Type": "application/json"}}, "body"),
        ({"content": b"\x00", "headers": {"Content-Type": "text/plain"}}, "body"),
        ({"data": {"title": "x"}, "files": {"other": b"x"}}, "file"),
    ],
)
async def test_what_cannot_be_read_is_refused(
    writer: httpx.AsyncClient, sent: dict[str, object], at_fault: str
) -> None:
    """Each with the place of the fault; nothing is written, and no address is fetched that is not allowed."""
    refused(await writer.post("/v1/documents", **sent), 422, at_fault)  # pyright: ignore[reportArgumentType]
    assert (await writer.get("/v1/documents")).json()["items"] == []


@pytest.mark.parametrize("media", ["image/png", "application/rtf", ""])
@pytest.mark.parametrize(
    "path", ["/v1/documents", "/v1/claims/x/review", "/v1/judgements", "/v1/entities/x/redaction"]
)
async def test_another_media_type_is_415(writer: httpx.AsyncClient, path: str, media: str) -> None:
    """On every route that takes a body, with what is taken; JSON in all its names is."""
    answer = await writer.post(path, content=b'{"reason": "x"}', headers={"Content-Type": media})
    assert "json" in refused(answer, 415, "Content-Type")["errors"][0]["valid"]


async def test_a_withdrawn_document_leaves_a_tombstone(writer: httpx.AsyncClient) -> None:
    """Its facts are gone with the reason."""
    done = (await add(writer)).json()
    answer = await writer.request(
        "DELETE", f"/v1/documents/{done['document']}", json={"reason": "retracted by the paper"}
    )
    assert answer.status_code == 200, answer.text
    assert set(answer.json()["facts"]) == set(done["new"])
    gone = await writer.get("/v1/facts/ico-uk.fined.clearview-ai.2022")
    assert (gone.status_code, gone.json()["reason"]) == (410, "retracted by the paper")
    refused(await writer.request("DELETE", "/v1/documents/none", json={"reason": "x"}), 404, "id")


async def test_a_ruling_changes_the_status_of_the_fine(writer: httpx.AsyncClient) -> None:
    """Two articles: the fine is annulled from the day of the ruling on, and stands again when that article goes."""
    fine = "On 3 May 2021 the Information Commissioner's Office (ICO) fined Acme Biscuits Ltd £2 million."
    ruling = f"{fine} On 4 June 2022 the First-tier Tribunal overturned the ICO's decision."
    await add(writer, text=fine, publisher="The Gazette")
    done = (await add(writer, text=ruling, published="2022-06-05")).json()

    async def status(**params: str) -> tuple[str, str]:
        (found,) = (await writer.get("/v1/fines", params=params)).json()["items"]
        return found["status"], found["status_since"]

    assert await status() == ("annulled", "2022-06-04")
    assert await status(valid_on="2022-06-03") == ("imposed", "2021-05-03")
    (listed,) = (await writer.get("/v1/fines")).json()["items"]
    whole = (await writer.get(f"/v1/facts/{listed['id']}")).json()
    (proof,) = whole["stages"][1]["evidence"]
    assert proof["quote"] in ruling
    assert [one["relation"] for one in whole["changed_by"]] == ["ANNULLED"]
    await writer.request("DELETE", f"/v1/documents/{done['document']}", json={"reason": "retracted"})
    assert await status() == ("imposed", "2021-05-03")


async def test_verdicts_are_given_and_kept(writer: httpx.AsyncClient) -> None:
    """The queue offers the claim; a verdict carries the key's holder and reason, and takes it off the queue."""
    await add(writer)
    queue = (await writer.get("/v1/review-queue")).json()
    fine = next(item for item in queue["items"] if item["relation"] == "FINED")
    assert (fine["amount"], fine["depends"]) == (7552800, True)
    answer = await writer.post(
        f"/v1/claims/{fine['claim']}/review", json={"review": "accepted", "reason": "as in the notice"}
    )
    assert answer.status_code == 200, answer.text
    assert [(one["review"], one["who"]) for one in answer.json()["verdicts"]] == [("accepted", "newsroom")]
    after = (await writer.get("/v1/review-queue")).json()
    assert after["total"]["value"] == queue["total"]["value"] - 1
    (listed,) = (await writer.get("/v1/fines", params={"review": "accepted"})).json()["items"]
    assert listed["id"] == "ico-uk.fined.clearview-ai.2022"


async def test_what_is_not_read_is_said(writer: httpx.AsyncClient) -> None:
    """A document in another language is taken, and answer and document say that no rule has read it."""
    text = "Die Aufsichtsbehörde hat gegen die Beispiel GmbH eine Geldbuße von zwei Millionen Euro verhängt."
    answer = await writer.post("/v1/documents", json={"text": text, "title": "Bescheid"})
    assert (answer.status_code, answer.json()["claims"]) == (201, 0)
    assert answer.json()["unread"] == "the text is in German (de); the rules read English only"
    document = (await writer.get(f"/v1/documents/{answer.json()['document']}")).json()
    assert (document["language"], document["unread"]) == ("de", answer.json()["unread"])
    refused(
        await writer.post("/v1/documents", json={"text": r"{\rtf1 The ICO fined Acme.}"}), 422, "text.txt"
    )
    english = await add(writer)
    assert english.json()["unread"] is None


async def test_how_sure_a_claim_is_is_served_and_sorts_the_queue(writer: httpx.AsyncClient) -> None:
    """Between 0 and 1 with the evidence, the claim, its document and the queue, the least or the most sure first."""
    text = f"{TEXT} The CNIL fined Brightloom SA €3 million. Shipping boxes, Lindqvist Aktions fined Takes Action €2."
    answer = await writer.post("/v1/documents", json={"text": text, **QUERY})
    document = (await writer.get(f"/v1/documents/{answer.json()['document']}")).json()
    sure = {claim["id"]: claim["confidence"] for claim in document["claims"]}
    assert len(sure) >= 2
    assert all(0 < confidence < 1 for confidence in sure.values())
    (proof,) = (await writer.get("/v1/fines?object=clearview-ai")).json()["items"][0]["evidence"]
    assert proof["confidence"] == sure[proof["claim"]]
    claim = (await writer.get(f"/v1/claims/{proof['claim']}")).json()
    assert claim["confidence"] == proof["confidence"]
    for sort, order in (("confidence", 1), ("-confidence", -1)):
        queue = (await writer.get(f"/v1/review-queue?sort={sort}")).json()["items"]
        found = [item["confidence"] for item in queue]
        assert found == sorted(found, key=lambda value: order * value)
    refused(await writer.get("/v1/review-queue?sort=size"), 422, "sort")
