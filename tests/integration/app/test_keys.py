"""API keys open what their scopes say, for as long as they are valid, and what they did is in the audit log."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from graph import api_keys
from graph.audit import Act, acting
from graph.errors import InvalidInput
from graph.reads import audit
from graph.store import Store
from tests.service import good, refused, service

TEXT = "On 18 May 2022 the Information Commissioner's Office (ICO) fined Clearview AI Inc £7,552,800."


async def held(store: Store, *scopes: str) -> dict[str, str]:
    """The header of a new key with these scopes."""
    return {"Authorization": f"Bearer {await api_keys.create(store, ' '.join(scopes), scopes)}"}


async def test_a_key_opens_what_its_scopes_say(own_api: httpx.AsyncClient, store: Store) -> None:
    """Another scope is 403 and says which is needed; it is tried on one route of each."""
    routes = {
        "write": ("DELETE", "/v1/documents/x", {"reason": "r"}),
        "review": ("POST", "/v1/claims/x/review", {"review": "accepted", "reason": "r"}),
        "admin": ("POST", "/v1/entities/x/redaction", {"reason": "r"}),
    }
    for own, (method, path, body) in routes.items():
        good_key = await held(store, own)
        others = await held(store, *(scope for scope in api_keys.SCOPES if scope != own))
        assert (await own_api.request(method, path, json=body, headers=good_key)).status_code == 404
        problem = refused(await own_api.request(method, path, json=body, headers=others), 403)
        assert own in problem["detail"]


async def test_a_key_expires_and_tells_its_last_use(own_api: httpx.AsyncClient, store: Store) -> None:
    """It holds on its last day and not after; a key without a day holds until it is revoked."""
    today = datetime.now(UTC).date()
    with pytest.raises(InvalidInput, match="is over"):
        await api_keys.create(store, "late", expires=today - timedelta(days=1))
    with pytest.raises(InvalidInput, match="no scope 'fly'"):
        await api_keys.create(store, "wrong", ["fly"])
    key = await api_keys.create(store, "today", expires=today)
    headers = {"Authorization": f"Bearer {key}"}
    good(await own_api.get("/v1/review-queue", headers=headers))
    (row,) = await api_keys.every(store)
    for _ in range(100):
        if row.last_used:
            break
        await asyncio.sleep(0.02)
        (row,) = await api_keys.every(store)
    assert row.last_used
    assert row.in_force
    await store.script("MATCH (k:_Key) SET k.expires = '2020-01-01'")
    refused(await own_api.get("/v1/review-queue", headers=headers), 401)
    assert not (await api_keys.every(store))[0].in_force


async def test_reads_can_be_closed(store: Store) -> None:
    """With keys alone; how the service is stays open, and what a key read is kept for nobody."""
    headers = await held(store, "read")
    other = await held(store, "write")
    async with service(store.connection, reads="keyed") as client:
        for path in ("/v1/facts", "/v1/facts?limit=1", "/v1/entities"):
            refused(await client.get(path), 401)
            refused(await client.get(path, headers=other), 403)
            answer = await client.get(path, headers=headers)
            assert answer.status_code == 200
            assert answer.headers["cache-control"] == "no-store"
            refused(await client.get(path), 401)
        page = await client.get("/")
        assert (page.status_code, page.headers["content-type"]) == (401, "text/html; charset=utf-8")
        assert (await client.get("/", headers=headers)).headers["cache-control"] == "no-store"
        assert (await client.get("/")).status_code == 401
        for path in ("/healthz", "/readyz", "/openapi.json"):
            assert (await client.get(path)).status_code == 200


async def test_what_is_changed_is_in_the_log(own_api: httpx.AsyncClient, store: Store) -> None:
    """Who, when, what and to what; read with the scope admin alone, page by page."""
    writer, admin = await held(store, "write"), await held(store, "admin")
    body = {"text": TEXT, "title": "A fine", "publisher": "The Paper", "published": "2022-05-23"}
    done = await own_api.post("/v1/documents", json=body, headers=writer)
    assert done.status_code == 201
    document = done.json()["document"]
    good(await own_api.request("DELETE", f"/v1/documents/{document}", json={"reason": "r"}, headers=writer))
    refused(await own_api.get("/v1/audit", headers=writer), 403)
    log = good(await own_api.get("/v1/audit", headers=admin))
    assert [(one["action"], one["who"]) for one in log["items"]] == [
        ("withdraw_document", "write"),
        ("add_document", "write"),
    ]
    assert log["items"][0]["target"] == document
    assert log["items"][0]["key"] == writer["Authorization"].split("_")[1]
    first = good(await own_api.get("/v1/audit?limit=1", headers=admin))
    second = good(await own_api.get("/v1/audit", params={"limit": 1, "cursor": first["next"]}, headers=admin))
    assert [*first["items"], *second["items"]] == log["items"]
    assert second["next"] is None


async def test_an_act_is_one_entry_and_a_failure_none(store: Store) -> None:
    """However many transactions it takes; what was rolled back did not happen."""
    with acting(Act("ann", "whofined key")):
        for name in ("one", "two"):
            await api_keys.create(store, name)
        with pytest.raises(ZeroDivisionError):
            async with store.transaction():
                raise ZeroDivisionError
    (entry,) = await audit.entries(store)
    acted = (entry["who"], entry["action"], entry["transactions"], entry["key"])
    assert acted == ("ann", "whofined key", 2, None)
