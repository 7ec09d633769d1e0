"""Whatever writes is killed at its steps and started again: the graph is that of a run that nobody disturbed.

A few steps of each by default; all of them, before and after each, with ``FAULTS=all`` (``make faults``), and a table.
What needs a server of its own is held elsewhere: putting a loaded graph in place step by step in
``tests/unit/local/test_swap.py``, killed commands in ``tests/integration/ingest/test_order.py``,
``tests/integration/backup/test_backup.py`` and ``tests/soak``.
"""

import asyncio
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graph import migrations
from graph.backup.form import check
from graph.backup.restore import restore
from graph.backup.write import backup
from graph.connection import Connection
from graph.store import Store
from seed.curated import examine, plan
from seed.import_ import run as importing
from seed.import_ import turn as turns
from seed.import_.run import bring
from seed.load import load
from tests.conftest import wipe
from tests.faults import steps
from tests.faults.steps import Moment, Work
from tests.integration.import_.test_lists import _prepared
from tests.integration.ingest.telling import fined, tell
from tests.record_folder import RecordFolder
from tests.soak.snapshot import difference, snapshot

ALL = os.environ.get("FAULTS") == "all"
BACK = 10.0
"""Seconds that the run after a kill may take."""


@dataclass(frozen=True)
class Case:
    """Work and what has to be there before it."""

    work: Callable[[Path], Work]
    before: Callable[[Path], Work] | None = None


def seed(folder: Path) -> Work:
    """The curated records of a small folder."""
    found = folder / "records"
    checked = examine(RecordFolder(found).write() if not found.exists() else found)
    groups = plan(checked)

    async def work(store: Store) -> None:
        assert (await load(store, checked, groups)).complete

    return work


def ingest(_: Path) -> Work:
    """Documents that tell of the same fine, of another, and of a firm that nobody knew."""

    async def work(store: Store) -> None:
        for paper in ("a", "b"):
            await tell(store, paper, fined("gamma"))
        await tell(store, "c", fined("beta", pounds="1000"), fined("unknown-firm"))

    return work


def import_(folder: Path) -> Work:
    """A list, a row in each transaction."""
    prepared = _prepared(folder)

    async def work(store: Store) -> None:
        await bring(store, prepared)

    return work


def migrate(folder: Path) -> Work:
    """Two small migrations."""
    place = folder / "schema"
    place.mkdir(exist_ok=True)
    for number in (1, 2):
        index = f"CREATE INDEX sample_{number} IF NOT EXISTS FOR (s:Sample) ON (s.p{number});\n"
        text = f"{index}MERGE (s:Sample {{id: 's{number}'}});\n"
        (place / f"V00{number}__Sample_{number}.cypher").write_text(text, encoding="utf-8")

    async def work(store: Store) -> None:
        await migrations.migrate(store, folder=place)
        assert await migrations.check(store, place) == []

    return work


def forgotten(_: Path) -> Work:
    """A graph that knows of no migration."""

    async def work(store: Store) -> None:
        await store.script("MATCH (m:_Migration) DETACH DELETE m")
        await store.script("MATCH (g:_Graph {id: 'migration'}) DETACH DELETE g")
        await store.script("DROP INDEX sample_1 IF EXISTS")
        await store.script("DROP INDEX sample_2 IF EXISTS")

    return work


def back_up(folder: Path) -> Work:
    """The graph of the records becomes a file."""
    target = folder / "graph.backup"

    async def work(store: Store) -> None:
        assert not target.exists() or check(target)
        await backup(store, target, replace=True)
        assert check(target).nodes > 5

    return work


def put_back(folder: Path) -> Work:
    """A file becomes the graph, some rows in each transaction."""

    async def work(store: Store) -> None:
        await restore(store, folder / "kept.backup")

    return work


CASES = {
    "seed": Case(seed),
    "ingest": Case(ingest),
    "import": Case(import_, seed),
    "migrate": Case(migrate, forgotten),
    "backup": Case(back_up, seed),
    "restore": Case(put_back),
}


async def _emptied(connection: Connection) -> None:
    async with Store(connection) as store:
        await store.script("MATCH (m:_Migration {version: 0}) DELETE m")
        await wipe(store)


async def _schema_again(connection: Connection) -> None:
    async with Store(connection) as store:
        await forgotten(Path())(store)
        await migrations.migrate(store)
        await wipe(store)


def chosen(count: int) -> list[tuple[int, Moment]]:
    """Which steps are killed, and when."""
    if ALL:
        moments: tuple[Moment, Moment] = ("before", "after")
        return [(at, moment) for at in range(1, count + 1) for moment in moments]
    return [(1, "after"), (max(1, count // 2), "before"), (count, "after")]


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rows in a transaction, short leases, and nothing that happens by the clock."""
    monkeypatch.setattr(importing, "_TOGETHER", 1)
    monkeypatch.setattr("graph.backup.restore._BATCH", 40)
    monkeypatch.setattr("graph.backup.restore._CLEANED", 40)
    monkeypatch.setattr("graph.migrations._LEASE", migrations._LEASE / 10)
    monkeypatch.setattr("graph.migrations._RENEW_SECONDS", 1e6)
    monkeypatch.setattr("seed.import_.turn._RENEW_SECONDS", 1e6)
    monkeypatch.setattr("seed.import_.turn._LEASE", turns._LEASE / 10)


@pytest.mark.filterwarnings("ignore:.*use of fork.*:DeprecationWarning")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", CASES)
def test_killed_and_started_again(
    name: str,
    store: Store,
    connection: Connection,
    tmp_path: Path,
    small_steps: None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is lost and nothing is there twice, whichever step it was."""
    if name == "restore":
        steps.run(seed(tmp_path), connection)
        steps.run(lambda one: backup(one, tmp_path / "kept.backup"), connection)
    case = CASES[name]
    work = case.work(tmp_path)

    def prepared() -> None:
        asyncio.run(_emptied(connection))
        if case.before is not None:
            steps.run(case.before(tmp_path), connection)

    prepared()
    count = steps.run(work, connection)
    clean = asyncio.run(snapshot(connection))
    slowest, kills = 0.0, chosen(count)
    try:
        for at, moment in kills:
            prepared()
            steps.kill(work, connection, at, moment)
            begun = time.monotonic()
            steps.run(work, connection)
            slowest = max(slowest, time.monotonic() - begun)
            assert difference(clean, asyncio.run(snapshot(connection))) == [], (at, moment)
    finally:
        if name == "migrate":
            asyncio.run(_schema_again(connection))
    leftovers: Any = sorted(path.name for path in tmp_path.glob("*.backup"))
    assert leftovers == {"backup": ["graph.backup"], "restore": ["kept.backup"]}.get(name, [])
    if ALL:
        assert slowest < BACK
        with capsys.disabled():
            row = (
                name,
                f"{count} steps",
                f"{len(kills)} kills",
                "equal",
                f"second run at most {slowest:.1f} s",
            )
            sys.stdout.write(f"\n| {' | '.join(row)} |\n")
