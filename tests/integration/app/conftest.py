"""The service over the graph of all records, and over the graph that a test may write to."""

from collections.abc import AsyncIterator

import httpx
import pytest

from graph.connection import Connection
from graph.store import Store
from tests.service import service


@pytest.fixture(scope="session")
async def api(seeded: Connection) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service over all records. Only for reading."""
    async with service(seeded) as client:
        yield client


@pytest.fixture
async def own_api(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service over an empty graph of this test's own."""
    async with service(store.connection) as client:
        yield client
