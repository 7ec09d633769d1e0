"""The long run: 10,000 documents on 2,000 fines, killed twice. `make soak`; not part of `make test`."""

import asyncio
import os
from pathlib import Path

import pytest

from graph.connection import Connection
from graph.store import Store
from tests.conftest import wipe
from tests.integration.ingest.test_order import run_clean
from tests.soak.generated import known_facts, write
from tests.soak.killed import ingest_killed
from tests.soak.snapshot import difference, fines, snapshot

_WANTED = os.environ.get("SOAK_DOCUMENTS")


@pytest.mark.skipif(_WANTED is None, reason="make soak runs it")
@pytest.mark.timeout(7200)
async def test_two_kills_in_ten_thousand_documents(
    store: Store, connection: Connection, tmp_path: Path
) -> None:
    """The same graph as in one clean run, no fine twice, none lost."""
    count = int(_WANTED or 0)
    facts = known_facts(count // 5, 21)
    folder = write(tmp_path / "documents", facts, count, 22)
    await asyncio.to_thread(ingest_killed, folder, connection, tmp_path / "home", [count // 4, count // 2])
    killed = await snapshot(connection)
    assert await fines(connection) == sorted((one.authority, one.minor, one.day.isoformat()) for one in facts)

    await wipe(store)
    await run_clean(store, folder)
    assert difference(await snapshot(connection), killed) == []
