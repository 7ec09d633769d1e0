"""What every test shares: the kind of a test is the folder it stands in, and two servers of real Neo4j.

Which fixture to ask for:

- ``seeded_store``: everything in ``seed/records``, loaded once. Read only; a test that writes there breaks others.
- ``store``: an empty, migrated graph for this test alone, on a second server.
- ``slate``: the same graph for tests that share what they read; see ``Slate.hold``.
- ``seeded`` and ``connection``: how to reach these two; ``server``: the second one itself, to break it.

A server starts when the first test asks for it and ends with the run. ``NEO4J_VERSION`` picks which Neo4j;
``NEO4J_URI`` is ignored, for tests wipe what they are given.
"""

import asyncio
import gc
import os
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from coverage import Coverage
from filelock import FileLock

from app.lifespan import THRESHOLDS
from graph import migrations
from graph.connection import Connection
from graph.server.instance import LocalServer
from graph.store import Store
from seed.curated import RECORDS, examine, plan
from seed.load import load
from tests.integration.graph.editions import watched
from tests.integration.graph.profiled import forget_plans
from tests.integration.graph.totals import miscounted
from tests.requirements import CHECKOUT
from tests.shared_server import shared_server

_KINDS = {
    "unit": "unit",
    "architecture": "unit",
    "corpus": "unit",
    "integration": "integration",
    "faults": "integration",
    "contract": "contract",
    "browser": "browser",
}
LONG = (
    "unit/extract/test_hostile_megabyte.py",
    "integration/graph/test_statements.py",
    "unit/extract/test_accuracy.py",
    "integration/import_/test_bulk_killed.py",
    "integration/import_/test_bulk.py",
    "contract/test_openapi.py",
    "integration/local/test_upgrade.py",
    "integration/ingest/test_order.py",
    "integration/local/test_lifecycle.py",
    "integration/app/test_moving_graph.py",
    "integration/backup/test_backup.py",
    "integration/graph/test_reads.py",
    "browser/test_pages.py",
)
"""Modules of more than a minute, in the order in which two workers begin them: none is left for the end, and while one
loads the graph of records, the other does what needs none."""
_TESTS = CHECKOUT / "tests"
_GIVEN = ("URI", "USER", "PASSWORD", "PASSWORD_FILE", "DATABASE", "BROWSER_URL")


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Name bytes by their size, for an archive holds its time and two workers would differ; cut long texts."""
    if isinstance(val, bytes):
        return f"{argname}-{len(val)}b"
    return f"{val[:60]}…{len(val)}" if isinstance(val, str) and len(val) > 120 else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with its kind, so that ``-m unit`` selects what ``tests/unit`` holds."""
    for item in items:
        if item.path.is_relative_to(_TESTS):
            kind = _KINDS.get(item.path.relative_to(_TESTS).parts[0])
            if kind is not None:
                item.add_marker(kind)
    places = {_TESTS / name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path, len(places)))
    shared = [name for name, count in Counter(item.nodeid for item in items).items() if count > 1]
    if shared:
        raise pytest.UsageError(
            f"of tests that share a node id two workers would run one: {', '.join(shared)}"
        )


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave what stands after collection out of garbage collection: thousands of tests are gone through at each one."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)  # a service that finds them leaves the collector alone


@pytest.fixture(scope="session", autouse=True)
def no_given_graph() -> Iterator[None]:
    """Whatever graph the environment names is somebody's: no test may reach it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _GIVEN:
            patch.delenv(f"NEO4J_{name}", raising=False)
        yield


@contextmanager
def no_tracing() -> Iterator[None]:
    """No coverage, here and in the processes that start meanwhile: tracing makes long work thrice as slow."""
    running = Coverage.current()
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("COVERAGE_", "COV_CORE_"))]:
            patch.delenv(name)
        if running is not None:
            running.stop()
        try:
            yield
        finally:
            if running is not None:
                running.start()
                _THREADS.renew()


@dataclass
class _Threads:
    """The threads of the loop of all tests. Those that were there while tracing stopped are never traced again."""

    loop: asyncio.AbstractEventLoop | None = None
    pool: ThreadPoolExecutor | None = None

    def renew(self) -> None:
        """Let what is handed to a thread from now on run in new ones."""
        if self.loop is None:
            return
        if self.pool is not None:
            self.pool.shutdown(wait=False)
        self.pool = ThreadPoolExecutor()
        self.loop.set_default_executor(self.pool)


_THREADS = _Threads()


@pytest.fixture(scope="session", autouse=True)
async def threads() -> AsyncIterator[None]:
    """Threads of the loop that can be replaced."""
    _THREADS.loop = asyncio.get_running_loop()
    _THREADS.renew()
    yield
    _THREADS.loop = None


@pytest.fixture(scope="module")
def untraced() -> Iterator[None]:
    """No coverage in a module whose code runs long and is covered by other tests."""
    with no_tracing():
        yield


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, no_given_graph: None) -> Iterator[LocalServer]:
    """The server that ``store`` wipes before each test."""
    with LocalServer(tmp_path_factory.mktemp("server"), quick=False) as running:
        yield running


@pytest.fixture(scope="session")
def connection(server: LocalServer) -> Connection:
    """How to reach the server that is wiped."""
    return server.connection


@dataclass
class Slate:
    """The graph that is wiped, and the name of what it holds, so that tests that only read it can share it."""

    store: Store
    holds: str = ""

    async def hold(self, name: str, fill: Callable[[Store], Awaitable[object]]) -> Store:
        """The graph with what ``fill`` writes, and nothing else; written only where it holds something else."""
        if self.holds != name:
            await wipe(self.store)
            self.holds = ""
            await fill(self.store)
            await forget_plans(self.store)
            self.holds = name
        return self.store


@pytest.fixture(scope="session")
async def slate(connection: Connection) -> AsyncIterator[Slate]:
    """The graph that is wiped, with the whole schema. Whoever writes there must mark what looks different for it."""
    async with Store(connection) as store:
        await store.wait(20)
        await migrations.migrate(store)
        with watched():
            yield Slate(store)


@pytest.fixture
async def store(slate: Slate) -> Store:
    """An empty graph with the whole schema, as ``whofined migrate`` leaves it; its revision is 0."""
    slate.holds = ""
    await wipe(slate.store)
    return slate.store


@pytest.fixture
async def counted(store: Store) -> AsyncIterator[None]:
    """Whatever a test did to the graph, its totals are what its facts add up to."""
    yield
    assert await miscounted(store) == []


async def wipe(store: Store) -> None:
    """Take away everything but the record of migrations, in batches that fit a small heap."""
    # Relationships first: a hub has more of them than one transaction may hold.
    await store.script("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS")
    await store.script("""
        MATCH (n) WHERE NOT n:_Migration AND NOT n:_Graph
        CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS
    """)
    await store.script("MATCH (g:_Graph) WHERE g.id <> 'graph' DETACH DELETE g")
    await store.script("MERGE (g:_Graph {id: 'graph'}) SET g = {id: 'graph', revision: 0}")


@pytest.fixture(scope="session")
def of_all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "of_all_workers"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def seeded_server(of_all_workers: Path, no_given_graph: None) -> Iterator[LocalServer]:
    """The server that holds the records, and is only read: one for all workers, who plan each statement once."""
    with shared_server(of_all_workers) as running:
        yield running


@pytest.fixture(scope="session")
async def seeded_store(seeded_server: LocalServer, of_all_workers: Path) -> AsyncIterator[Store]:
    """A graph of all records. Only for reading."""
    async with Store(seeded_server.connection) as store:
        await store.wait(20)
        loaded = of_all_workers / "loaded"
        with FileLock(of_all_workers / "load.lock"):
            if not loaded.exists():
                await _load(store)
                loaded.touch()
        yield store


async def _load(store: Store) -> None:
    await migrations.migrate(store)
    with no_tracing():
        checked = examine(RECORDS)
        report = await load(store, checked, plan(checked))
    assert report.complete, report.refused or report.problems


@pytest.fixture(scope="session")
def seeded(seeded_store: Store) -> Connection:
    """How to reach the graph of all records."""
    return seeded_store.connection
