"""The network between service and graph fails in every way: nobody waits for ever, and afterwards all is as before."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from urllib.parse import urlsplit

import httpx
import pytest

from graph.connection import Connection
from graph.model import EntityRow, Plan
from graph.patience import persistently
from graph.reads.revision import revision
from graph.store import Store
from graph.writes.apply import apply
from tests.faults.proxy import MODES, Mode, Proxy
from tests.integration.graph.world import fine, told
from tests.service import good, refused, service
from tests.soak.snapshot import rows

WITHIN = 5.0
"""Seconds in which every request of a fault is answered, on a machine that has other work."""
BACK = 10.0
"""Seconds after the end of a fault in which the service is as it was."""
ASKED = ("/v1/cases", "/v1/entities/acme", "/readyz", "/v1/cases?limit=1")


@pytest.fixture
async def proxy(connection: Connection) -> AsyncIterator[Proxy]:
    """A proxy before the graph of this test."""
    async with Proxy(urlsplit(connection.uri).port or 0) as found:
        yield found


def through(proxy: Proxy, connection: Connection) -> Connection:
    """The graph as it is reached through the proxy."""
    return replace(connection, uri=f"bolt://127.0.0.1:{proxy.port}")


async def timed(client: httpx.AsyncClient, path: str) -> tuple[httpx.Response, float]:
    """An answer, and how many seconds it took."""
    begun = time.monotonic()
    answer = await client.get(path)
    return answer, time.monotonic() - begun


@pytest.mark.parametrize("mode", MODES)
async def test_readers_are_told_and_then_served(
    mode: Mode, store: Store, proxy: Proxy, connection: Connection
) -> None:
    """While it lasts each request is answered in time: whole, or 503 with Retry-After; after it, as before."""
    await told(store, fine("fine-1"))
    async with service(through(proxy, connection), cache_mb=0) as client:
        before = [good(await client.get(path)) for path in ASKED]
        proxy.set(mode)
        for _ in range(2):
            for answer, seconds in await asyncio.gather(*(timed(client, path) for path in ASKED)):
                assert seconds < WITHIN
                if answer.status_code != 200:
                    refused(answer, 503)
                    assert int(answer.headers["retry-after"]) >= 1
                    assert mode != "late"
        good(await client.get("/healthz"))
        proxy.set("open")
        deadline = time.monotonic() + BACK
        while (await client.get("/readyz")).status_code != 200:
            assert time.monotonic() < deadline, "it did not come back"
            await asyncio.sleep(0.1)
        assert [good(await client.get(path)) for path in ASKED] == before


@pytest.mark.parametrize("mode", ["cut", "half-open", "black hole"])
async def test_writers_lose_nothing_and_write_nothing_twice(
    mode: Mode, store: Store, proxy: Proxy, connection: Connection
) -> None:
    """Two writers go on through three faults: each group is there once, in as many changes of the graph as groups."""
    first = await revision(store)

    async def write(other: Store, name: str, number: int) -> None:
        row = EntityRow(f"{name}-{number}", "company", f"{name.title()} {number}")
        await persistently(other, lambda: apply(other, Plan(row.id, (row,))))

    async def writer(name: str) -> None:
        async with Store(through(proxy, connection), alert=True) as other:
            for number in range(12):
                await write(other, name, number)
                await asyncio.sleep(0.05)

    writers = [asyncio.create_task(writer(name)) for name in ("ann", "bob")]
    for _ in range(3):
        await asyncio.sleep(0.25)
        proxy.set(mode)
        await asyncio.sleep(0.25)
        proxy.set("open")
    await asyncio.gather(*writers)
    found = await rows(connection, "MATCH (e:Entity) RETURN e.id AS id")
    wanted = sorted(f"{name}-{number}" for name in ("ann", "bob") for number in range(12))
    assert sorted(row["id"] for row in found) == wanted
    assert await revision(store) == first + len(wanted)
