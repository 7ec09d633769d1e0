"""`whofined import --bulk`: a first load of a long list, made into a graph by Neo4j's own import."""

import asyncio
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from rich.console import Console

from app.settings import Settings, load_settings
from graph import migrations
from graph.connection import Connection, connection
from graph.errors import ConfigurationError, Conflict
from graph.reads.revision import revision
from graph.server import admin
from graph.server.layout import Layout, layout
from graph.server.local import ensure, stop
from graph.server.progress import Silent, Terminal
from graph.server.runner import live_state
from graph.store import Store
from seed.import_.authorities import Authorities
from seed.import_.batch import Report, batch_of, unchanged
from seed.import_.bulk.finish import finish
from seed.import_.bulk.reading import OnProgress, Wanted
from seed.import_.bulk.ready import Ready, tables_of
from seed.import_.mapping import Mapping
from seed.import_.refused import write_refused
from seed.import_.turn import turn


def bulk(
    path: Path,
    columns: Mapping,
    *,
    name: str | None = None,
    refused: Path | None = None,
    authorities: Authorities | None = None,
    quiet: bool = False,
) -> Report:
    """Make a new graph of the present one and a list, and put it in its place; until then that one stays.

    Raises ``ConfigurationError`` where the graph is not the project's own or is being served, and ``Conflict`` where it
    holds lists or documents of the user.
    """
    settings = _ours()
    there = ensure(settings, Silent() if quiet else Terminal())
    batch = batch_of(path, columns, name)
    with (
        _alone(layout(settings)) as folder,
        Console(stderr=True, quiet=quiet).status("Reading the graph …") as status,
    ):

        def tell(text: str, done: int) -> None:
            status.update(f"{text} …" + (f" {done:,}" if done else ""))

        wanted = Wanted(path, batch, folder, tell, authorities)
        ready = asyncio.run(_tables(there, wanted, refused))
        if isinstance(ready, Report):
            return ready
        stop(settings)
        tell("Making a graph of the tables", 0)
        try:
            admin.build(
                settings,
                ready.folder,
                ready.arguments,
                lambda made: asyncio.run(_finished(made, ready, tell)),
                Silent(),
            )
        finally:
            ensure(settings)
    return ready.report


@contextmanager
def _alone(folders: Layout) -> Generator[Path]:
    """A folder for tables, for one first load at a time; what one that was killed left there goes first."""
    try:
        with FileLock(folders.run / "bulk.lock", timeout=0):
            folder = folders.tables
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700)
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except Timeout:
        raise Conflict("another first load is under way", where="--bulk", remedy="wait for its end") from None


def _ours() -> Settings:
    settings = load_settings()
    if (given := connection(settings)) is not None:
        raise ConfigurationError(
            "--bulk makes the files of a graph anew, and NEO4J_URI names a server that is not ours",
            where=given.uri,
            remedy="import without --bulk, or unset NEO4J_URI",
        )
    state = live_state(layout(settings))
    if state is not None and state.tied:
        raise ConfigurationError(
            "the graph is being served by `whofined up`", where="--bulk", remedy="end that first"
        )
    return settings


async def _tables(there: Connection, wanted: Wanted, refused: Path | None) -> Ready | Report:
    """The tables of the graph and the list, or the report of the very same list that the graph holds."""
    async with Store(there) as store:
        await store.wait(30)
        await migrations.migrate(store)
        if (known := await unchanged(store, wanted.batch)) is not None:
            return known
        async with turn(store):
            before = await revision(store)
            async with tables_of(store, wanted) as ready:
                if refused is not None:
                    write_refused(refused, ready.refused, wanted.batch.columns.table)
            if await revision(store) != before:
                raise Conflict("the graph was changed meanwhile", where="--bulk", remedy="try again")
    return ready


async def _finished(made: Connection, ready: Ready, tell: OnProgress) -> None:
    async with Store(made) as store:
        await store.wait(60)
        await finish(store, ready, tell)
