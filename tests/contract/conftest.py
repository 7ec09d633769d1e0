"""The service over the graph of all records, for what it promises to others."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from graph.connection import Connection
from tests.service import listening, service


@pytest.fixture(scope="session")
async def api(seeded: Connection) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service over all records. Only for reading."""
    async with service(seeded) as client:
        yield client


@pytest.fixture(scope="session")
def address(seeded: Connection) -> Iterator[str]:
    """The address of the same service behind a real socket."""
    with listening(seeded) as found:
        yield found
