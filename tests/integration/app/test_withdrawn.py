"""What was withdrawn: an address that says when and why, and nothing in any list, search or count."""

from datetime import UTC, datetime

import httpx
import pytest

from graph import api_keys
from graph.store import Store
from tests.service import good, refused, walk

pytestmark = pytest.mark.usefixtures("counted")

FIRST = "On 3 May 2021 the Information Commissioner's Office (ICO) fined Acme Biscuits Ltd £2 million."
OTHER = "On 18 May 2022 the Information Commissioner's Office (ICO) fined Clearview AI Inc £7,552,800."
WHY = "retracted by the paper"
TODAY = datetime.now(UTC).date().isoformat()


@pytest.fixture
async def key(own_api: httpx.AsyncClient, store: Store) -> dict[str, str]:
    """The header of somebody who may write."""
    return {"Authorization": f"Bearer {await api_keys.create(store, 'newsroom')}"}


async def add(client: httpx.AsyncClient, key: dict[str, str], text: str, title: str) -> str:
    """Add a text; the id of its document."""
    about = {"text": text, "title": title, "publisher": "The Paper", "published": "2022-05-23"}
    answer = await client.post("/v1/documents", json=about, headers=key)
    assert answer.status_code == 201, answer.text
    return answer.json()["document"]


async def take_back(client: httpx.AsyncClient, key: dict[str, str], id_: str) -> httpx.Response:
    """Withdraw a document."""
    return await client.request("DELETE", f"/v1/documents/{id_}", json={"reason": WHY}, headers=key)


async def test_its_address_says_when_and_why(own_api: httpx.AsyncClient, key: dict[str, str]) -> None:
    """410 with reason and day for everybody, as a document and as a page; the text only for who may write."""
    id_ = await add(own_api, key, FIRST, "A fine")
    assert good(await own_api.get(f"/v1/documents/{id_}"))["withdrawn"] is None
    claim = good(await own_api.get(f"/v1/documents/{id_}"))["claims"][0]["id"]
    assert (await take_back(own_api, key, id_)).status_code == 200
    gone = refused(await own_api.get(f"/v1/documents/{id_}"), 410)
    assert (gone["reason"], gone["day"]) == (WHY, TODAY)
    assert "Acme" not in (await own_api.get(f"/v1/documents/{id_}")).text
    refused(await own_api.get(f"/v1/documents/{id_}?withdrawn=true"), 401, "Authorization")
    shown = good(await own_api.get(f"/v1/documents/{id_}?withdrawn=true", headers=key))
    assert (shown["text"], shown["withdrawn"], shown["withdrawn_reason"]) == (FIRST, TODAY, WHY)
    page = await own_api.get(f"/documents/{id_}")
    assert page.status_code == 410
    assert WHY in page.text
    assert "Acme" not in page.text
    passage = good(await own_api.get(f"/v1/claims/{claim}"))
    assert (passage["withdrawn_reason"], passage["quote"], passage["object_text"]) == (WHY, None, None)


async def test_a_key_that_only_reads_sees_no_text(
    own_api: httpx.AsyncClient, key: dict[str, str], store: Store
) -> None:
    """403, with the scope that it takes."""
    id_ = await add(own_api, key, FIRST, "A fine")
    await take_back(own_api, key, id_)
    reader = {"Authorization": f"Bearer {await api_keys.create(store, 'reader', ['read'])}"}
    refused(await own_api.get(f"/v1/documents/{id_}?withdrawn=true", headers=reader), 403, "Authorization")


async def test_it_is_in_no_list_search_or_count(own_api: httpx.AsyncClient, key: dict[str, str]) -> None:
    """Neither the document nor its facts, nor who was named by it alone."""
    before = good(await own_api.get("/readyz"))["counts"]
    kept = await add(own_api, key, OTHER, "Another fine")
    whole = good(await own_api.get("/readyz"))["counts"]
    id_ = await add(own_api, key, FIRST, "A fine of biscuits")
    await take_back(own_api, key, id_)
    assert [row["id"] for row in await walk(own_api, "/v1/documents")] == [kept]
    assert [row["id"] for row in await walk(own_api, "/v1/documents", kind="press")] == [kept]
    assert await walk(own_api, "/v1/documents", q="biscuits") == []
    found = good(await own_api.get("/v1/search?q=biscuits"))
    assert (found["entities"], found["facts"], found["documents"]) == ([], [], [])
    assert "acme-biscuits-ltd" not in {row["id"] for row in await walk(own_api, "/v1/entities")}
    assert await walk(own_api, "/v1/facts", party="acme-biscuits-ltd") == []
    counts = good(await own_api.get("/readyz"))["counts"]
    assert counts == whole
    assert before["documents"] == 0
    assert good(await own_api.get("/v1/entities/ico-uk"))["facts"] == 1
    assert good(await own_api.get("/v1/entities/acme-biscuits-ltd"))["facts"] == 0


async def test_tombstones_are_a_list(own_api: httpx.AsyncClient, key: dict[str, str]) -> None:
    """The one withdrawn last first, by pages, with day and reason, and with the other filters."""
    ids = [await add(own_api, key, f"{FIRST} Number {n}.", f"Fine {n}") for n in range(3)]
    for id_ in ids:
        await take_back(own_api, key, id_)
    rows = await walk(own_api, "/v1/documents", withdrawn="true", limit=2)
    assert [row["id"] for row in rows] == ids[::-1]
    assert {(row["withdrawn"], row["withdrawn_reason"]) for row in rows} == {(TODAY, WHY)}
    page = good(await own_api.get("/v1/documents?withdrawn=true&publisher=the paper&limit=1"))
    assert page["total"]["value"] == 3
    assert await walk(own_api, "/v1/documents", withdrawn="true", kind="court") == []
    assert len(await walk(own_api, "/v1/documents", withdrawn="true", q="biscuits")) == 3


async def test_no_evidence_cites_it(own_api: httpx.AsyncClient, key: dict[str, str]) -> None:
    """A fact with another witness stands on that one alone."""
    first = await add(own_api, key, OTHER, "A fine")
    second = await add(own_api, key, f"{OTHER} The firm objects.", "The same fine")
    await take_back(own_api, key, first)
    (fine,) = good(await own_api.get("/v1/fines?evidence=all"))["items"]
    assert [proof["document"]["id"] for proof in fine["evidence"]] == [second]
    assert fine["sources"]["documents"] == 1
    whole = good(await own_api.get(f"/v1/facts/{fine['id']}"))
    assert {proof["document"]["id"] for proof in whole["evidence"]} == {second}


async def test_withdrawn_twice_keeps_the_first_day(own_api: httpx.AsyncClient, key: dict[str, str]) -> None:
    """The second time is 410 and changes nothing; added again, all of it comes back."""
    id_ = await add(own_api, key, FIRST, "A fine")
    await take_back(own_api, key, id_)
    again = await own_api.request("DELETE", f"/v1/documents/{id_}", json={"reason": "once more"}, headers=key)
    assert refused(again, 410)["reason"] == WHY
    assert await add(own_api, key, FIRST, "A fine") == id_
    assert good(await own_api.get(f"/v1/documents/{id_}"))["text"] == FIRST
    (fine,) = good(await own_api.get("/v1/fines?party=acme-biscuits-ltd"))["items"]
    assert fine["object"]["id"] == "acme-biscuits-ltd"
    assert good(await own_api.get("/v1/entities/acme-biscuits-ltd"))["facts"] == 1
    assert await walk(own_api, "/v1/documents", withdrawn="true") == []
