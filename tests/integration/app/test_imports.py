"""Lists over HTTP: a job with its progress and result, cancelled or whole; batches, and one taken out again."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from app.answers import imports
from graph import api_keys
from graph.connection import Connection
from graph.store import Store
from seed.import_ import run
from tests.service import good, refused
from tests.soak.snapshot import difference, snapshot

LIST = """regulator,company,date,fine
ico-uk,Acme Ltd,2021-05-13,5000
ico-uk,Bolt plc,2021-05-14,700
nobody,Bolt,2021-05-14,1
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
"""
CSV = {"Content-Type": "text/csv"}


@pytest.fixture
async def writer(own_api: httpx.AsyncClient, store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client with a key, over a graph that knows one authority."""
    await store.script(
        "MERGE (e:Entity:Regulator {id: 'ico-uk'}) "
        "SET e.kind = 'regulator', e.name = 'ICO', e.names = ['ICO'], e.caption = 'ICO'"
    )
    own_api.headers["Authorization"] = f"Bearer {await api_keys.create(store, 'newsroom')}"
    yield own_api
    del own_api.headers["Authorization"]


async def _graph(connection: Connection) -> dict[str, list[str]]:
    """The graph without its keys, which remember when they were used."""
    return {kind: lines for kind, lines in (await snapshot(connection)).items() if kind != "_Key"}


async def _start(client: httpx.AsyncClient, **asked: Any) -> dict[str, Any]:
    answer = await client.post("/v1/imports", params={"mapping": MAPPING, **asked}, content=LIST, headers=CSV)
    assert answer.status_code == 202, answer.text
    assert answer.headers["Location"] == f"/v1/imports/{answer.json()['id']}"
    return answer.json()


async def _ended(client: httpx.AsyncClient, id_: str) -> dict[str, Any]:
    for _ in range(600):
        job = good(await client.get(f"/v1/imports/{id_}"))
        if job["ended"]:
            return job
        await asyncio.sleep(0.05)
    raise AssertionError(f"import {id_} does not end")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/imports"), ("GET", "/v1/imports"), ("GET", "/v1/imports/x"), ("DELETE", "/v1/imports/x"),
        ("GET", "/v1/batches"), ("DELETE", "/v1/batches/x"), ("GET", "/v1/batches/x/rows"),
        ("GET", "/v1/imports/x/refused"),
    ],
)  # fmt: skip
async def test_nobody_imports_without_a_key(own_api: httpx.AsyncClient, method: str, path: str) -> None:
    """Nor looks at what was imported."""
    refused(await own_api.request(method, path, headers=CSV), 401, "Authorization")


async def test_a_list_comes_in_as_a_job_and_goes_again(
    writer: httpx.AsyncClient, connection: Connection
) -> None:
    """Its report says what became of each row; again it changes nothing; undone, the graph is as before."""
    before = await _graph(connection)
    job = await _ended(writer, (await _start(writer))["id"])
    assert (job["state"], job["rows"], job["done"], job["who"]) == ("done", 3, 3, "newsroom")
    report = job["report"]
    assert (report["new"], report["refused"]) == (2, 1)
    assert report["reasons"][0] == {
        "reason": "the authority 'nobody' is not resolved: the name is not known", "count": 1, "rows": [3],
    }  # fmt: skip
    facts = good(await writer.get("/v1/facts", params={"tier": "imported"}))
    assert sorted(fact["object"]["name"] for fact in facts["items"]) == ["Acme Ltd", "Bolt plc"]
    again = await _ended(writer, (await _start(writer))["id"])
    assert again["report"]["unchanged"]
    assert [one["id"] for one in good(await writer.get("/v1/imports"))["items"]] == [again["id"], job["id"]]
    (batch,) = good(await writer.get("/v1/batches"))["items"]
    assert (batch["id"], batch["facts"], batch["complete"], batch["report"]["new"]) == ("mine", 2, True, 2)
    assert good(await writer.delete("/v1/batches/mine")) == {"batch": "mine", "facts": 2}
    assert difference(before, await _graph(connection)) == []
    refused(await writer.delete("/v1/batches/mine"), 404, "batch")


async def test_refused_rows_are_corrected_and_brought_again(writer: httpx.AsyncClient) -> None:
    """As a table of the list's own columns with the reason of each; what is corrected there comes in."""
    job = await _ended(writer, (await _start(writer))["id"])
    table = await writer.get(f"/v1/imports/{job['id']}/refused")
    assert table.headers["content-type"].startswith("text/csv")
    head, row = table.text.splitlines()
    assert head == "regulator,company,date,fine,refused_row,refused_because"
    assert row.startswith("nobody,Bolt,2021-05-14,1,3,")
    corrected = table.text.replace("nobody", "ico-uk")
    answer = await writer.post(
        "/v1/imports", params={"mapping": MAPPING, "batch": "corrected"}, content=corrected, headers=CSV
    )
    again = await _ended(writer, answer.json()["id"])
    assert (again["state"], again["report"]["rows"], again["report"]["refused"]) == ("done", 1, 0)
    refused(await writer.get(f"/v1/imports/{again['id']}/refused"), 404, "id")


async def test_a_dry_run_writes_nothing(writer: httpx.AsyncClient) -> None:
    """And says what would come of it."""
    job = await _ended(writer, (await _start(writer, dry_run="true", batch="Mine 2"))["id"])
    assert (job["state"], job["report"]["new"], job["batch"]) == ("done", 2, "mine-2")
    assert good(await writer.get("/v1/batches"))["items"] == []
    assert good(await writer.get("/v1/facts"))["items"] == []


async def test_a_file_in_a_form_is_a_list(writer: httpx.AsyncClient) -> None:
    """Its name says its form, and names no folder."""
    plain = MAPPING.replace("table: {format: csv}\n", "")
    files = {"file": ("../../fines.csv", LIST.encode(), "text/csv")}
    answer = await writer.post("/v1/imports", files=files, data={"mapping": plain})
    assert answer.status_code == 202, answer.text
    assert answer.json()["file"] == "fines.csv"
    assert (await _ended(writer, answer.json()["id"]))["state"] == "done"


async def test_a_cancelled_import_leaves_nothing(
    writer: httpx.AsyncClient, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of the rows that it has written; one that has ended stays as it is."""
    before = await _graph(connection)
    monkeypatch.setattr(run, "_TOGETHER", 1)
    half, asked = asyncio.Event(), asyncio.Event()
    written = run.apply

    async def slowly(*args: Any, **named: Any) -> Any:
        if half.is_set():
            await asked.wait()
        half.set()
        return await written(*args, **named)

    monkeypatch.setattr(run, "apply", slowly)
    job = await _start(writer)
    await asyncio.wait_for(half.wait(), 30)
    cancelling = asyncio.create_task(writer.delete(f"/v1/imports/{job['id']}"))
    await asyncio.sleep(0.2)
    asked.set()
    cancelled = good(await cancelling)
    assert (cancelled["state"], cancelled["report"]) == ("cancelled", None)
    assert difference(before, await _graph(connection)) == []
    assert good(await writer.delete(f"/v1/imports/{job['id']}"))["ended"] == cancelled["ended"]


async def test_a_list_that_cannot_be_read_is_a_job_that_failed(writer: httpx.AsyncClient) -> None:
    """With the place of the fault, and nothing is written."""
    answer = await writer.post(
        "/v1/imports", params={"mapping": MAPPING}, content="regulator,regulator\n", headers=CSV
    )
    job = await _ended(writer, answer.json()["id"])
    assert (job["state"], "head, column 2" in job["problem"]) == ("failed", True)
    assert good(await writer.get("/v1/batches"))["items"] == []


@pytest.mark.parametrize(
    ("sent", "status", "at_fault"),
    [
        ({"json": {"mapping": "gdprxiv"}}, 422, "url"),
        ({"json": {"mapping": "gdprxiv", "url": "https://lists.example/a.csv"}}, 422, "lists.example"),
        ({"json": {"mapping": "/etc/passwd", "url": "https://lists.example/a.csv"}}, 422, "lists.example"),
        ({"content": LIST, "headers": CSV, "params": {"mapping": "/etc/passwd"}}, 404, "mapping"),
        ({"content": LIST, "headers": CSV, "params": {"mapping": "name: x"}}, 422, "mapping"),
        ({"content": LIST, "headers": CSV}, 422, "mapping"),
        ({"content": LIST, "headers": CSV, "params": {"mapping": "gdprxiv", "bogus": "1"}}, 422, "bogus"),
        ({"content": LIST, "headers": {"Content-Type": "text/html"}}, 422, "Content-Type"),
    ],
)
async def test_what_is_no_import_is_refused_at_once(
    writer: httpx.AsyncClient, sent: dict[str, Any], status: int, at_fault: str
) -> None:
    """No job is made of it, and no file of the service is read."""
    refused(await writer.post("/v1/imports", **sent), status, at_fault)
    assert good(await writer.get("/v1/imports"))["items"] == []


async def test_too_many_at_once_are_refused(
    writer: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until one has ended."""
    monkeypatch.setattr(imports, "_RUNNING", 0)
    answer = await writer.post("/v1/imports", params={"mapping": MAPPING}, content=LIST, headers=CSV)
    assert answer.status_code == 409


async def test_a_private_batch_is_read_with_a_key_alone(writer: httpx.AsyncClient) -> None:
    """Page by page; lists, search and coverage know nothing of it."""
    job = await _ended(writer, (await _start(writer, private="true"))["id"])
    assert (job["state"], job["report"]["new"]) == ("done", 2)
    first = good(await writer.get("/v1/batches/mine/rows", params={"limit": 1}))
    assert [row["target"]["name"] for row in first["items"]] == ["Acme Ltd"]
    second = good(await writer.get("/v1/batches/mine/rows", params={"limit": 1, "after": first["next"]}))
    assert [(row["target"]["name"], row["amount"]) for row in second["items"]] == [("Bolt plc", 700)]
    assert second["next"] is None
    refused(await writer.get("/v1/batches/other/rows"), 404, "id")
    key = writer.headers.pop("Authorization")
    assert good(await writer.get("/v1/facts"))["items"] == []
    assert good(await writer.get("/v1/search", params={"q": "Bolt"}))["entities"] == []
    assert good(await writer.get("/v1/coverage"))["tiers"] == []
    refused(await writer.get("/v1/batches/mine/rows"), 401, "Authorization")
    writer.headers["Authorization"] = key
