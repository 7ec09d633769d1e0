"""Without a cache the ETag follows from the answer itself."""

import pytest

from graph.connection import Connection
from graph.model import EntityRow, Plan
from graph.store import Store
from graph.writes.apply import apply
from tests.service import service


@pytest.mark.parametrize("coding", ["identity", "gzip"])
async def test_an_unchanged_answer_is_304_without_a_cache(seeded: Connection, coding: str) -> None:
    """Also when it is compressed, which writes the time into it."""
    async with service(seeded, cache_mb=0) as bare:
        headers = {"Accept-Encoding": coding}
        first = await bare.get("/v1/fines", headers=headers)
        again = await bare.get("/v1/fines", headers=headers | {"If-None-Match": first.headers["etag"]})
        assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


async def test_a_changed_answer_has_another_etag_without_a_cache(store: Store) -> None:
    """The ETag changes with what it stands for."""
    async with service(store.connection, cache_mb=0) as bare:
        tags: set[str] = set()
        for name in ("Acme", "Acme Limited"):
            await apply(
                store, Plan(name="test", entities=(EntityRow("acme", "company", name, country="GB"),))
            )
            tags.add((await bare.get("/v1/entities/acme")).headers["etag"])
        assert len(tags) == 2
