"""Documents of any length are taken or refused in bounded time, and nobody waits for somebody else's."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from graph import api_keys
from graph.store import Store
from tests.service import refused, service

SHORT = "On 18 May 2022 the Information Commissioner's Office (ICO) fined Clearview AI Inc £7,552,800."


def dense(sentences: int) -> str:
    """A text in which so many sentences each say something: ninety characters a sentence, a millisecond or more."""
    return " ".join(
        f"On {n % 28 + 1} May 20{n % 20:02} the ICO fined Acme Number {n} Ltd £{n + 1},200,000 for calls."
        for n in range(sentences)
    )


ENDLESS = dense(20_000)
"""It takes half a minute to read, and is as long as a body may be."""


@pytest.fixture
async def key(store: Store) -> dict[str, str]:
    """The header of somebody who may write."""
    return {"Authorization": f"Bearer {await api_keys.create(store, 'newsroom')}"}


@asynccontextmanager
async def reading_for(seconds: float, store: Store, key: dict[str, str]) -> AsyncIterator[httpx.AsyncClient]:
    """A service that reads a document for so many seconds at most, and whose readers have started."""
    async with service(store.connection, read_seconds=seconds) as client:
        client.headers.update(key)
        first = [add(client, f"{SHORT} It was number {n}.") for n in range(2)]
        assert [done.status_code for done in await asyncio.gather(*first)] == [201, 201]
        yield client


async def add(client: httpx.AsyncClient, text: str) -> httpx.Response:
    """Post a text."""
    return await client.post("/v1/documents", content=text.encode(), headers={"Content-Type": "text/plain"})


async def test_what_takes_too_long_is_refused_and_ended(store: Store, key: dict[str, str]) -> None:
    """422 that says what to do, soon after the deadline; then the next one is read as before."""
    async with reading_for(10, store, key) as client:
        began = time.monotonic()
        problem = refused(await add(client, ENDLESS), 422, "body")
        assert "longer than 10 seconds" in problem["detail"]
        assert time.monotonic() - began < 60
        assert (await add(client, f"{SHORT} It appealed.")).status_code == 201


async def test_a_long_document_makes_nobody_wait(store: Store, key: dict[str, str]) -> None:
    """While one is being read, short ones are read and lists are served."""
    async with reading_for(300, store, key) as client:
        long = asyncio.create_task(add(client, ENDLESS))
        await asyncio.sleep(1)
        for n in range(3):
            assert (await add(client, f"{SHORT} Again, said {n}.")).status_code == 201
            assert (await client.get("/v1/fines")).status_code == 200
            assert not long.done()
        long.cancel()
        await asyncio.wait([long])
