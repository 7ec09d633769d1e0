"""Documents of any length are taken or refused in bounded time, and nobody waits for somebody else's."""

import asyncio
import time
from collections.abc import AsyncIterator

import httpx
import pytest

from graph import api_keys
from graph.store import Store
from tests.service import refused, service

SHORT = "On 18 May 2022 the Information Commissioner's Office (ICO) fined Clearview AI Inc £7,552,800."


def dense(size: int) -> str:
    """A text of at least so many characters in which every sentence says something."""
    lines: list[str] = []
    while sum(map(len, lines)) < size:
        n = len(lines)
        lines.append(
            f"On {n % 28 + 1} May 20{n % 20:02} the ICO fined Acme Number {n} Ltd £{n + 1},200,000 for calls. "
        )
    return "".join(lines)


@pytest.fixture
async def key(store: Store) -> dict[str, str]:
    """The header of somebody who may write."""
    return {"Authorization": f"Bearer {await api_keys.create(store, 'newsroom')}"}


@pytest.fixture
async def hasty(store: Store, key: dict[str, str]) -> AsyncIterator[httpx.AsyncClient]:
    """A service that reads for some seconds at most."""
    async with service(store.connection, read_seconds=10) as client:
        client.headers.update(key)
        first = [add(client, f"{SHORT} It was number {n}.") for n in range(2)]
        assert [done.status_code for done in await asyncio.gather(*first)] == [201, 201]
        yield client


async def add(client: httpx.AsyncClient, text: str) -> httpx.Response:
    """Post a text."""
    return await client.post("/v1/documents", content=text.encode(), headers={"Content-Type": "text/plain"})


async def test_what_takes_too_long_is_refused_and_ended(hasty: httpx.AsyncClient) -> None:
    """422 that says what to do, soon after the deadline; then the next one is read as before."""
    began = time.monotonic()
    problem = refused(await add(hasty, dense(1_500_000)), 422, "body")
    assert "longer than 10 seconds" in problem["detail"]
    assert time.monotonic() - began < 20
    assert (await add(hasty, f"{SHORT} It appealed.")).status_code == 201


async def test_a_long_document_makes_nobody_wait(hasty: httpx.AsyncClient) -> None:
    """While one is being read, short ones are read and lists are served."""
    long = asyncio.create_task(add(hasty, dense(1_500_000)))
    await asyncio.sleep(1)
    for n in range(3):
        began = time.monotonic()
        assert (await add(hasty, f"{SHORT} Again, said {n}.")).status_code == 201
        assert (await hasty.get("/v1/fines")).status_code == 200
        assert time.monotonic() - began < 5
        assert not long.done()
    refused(await long, 422, "body")
