"""Migrations: numbered, checksummed files of schema commands, applied once and recorded in the graph.

``cypher/schema/V001__What_it_does.cypher`` holds commands that end with ``;`` and can be run again (IF NOT EXISTS), so
that a migration that was cut off is simply run once more. A file that changed after it was applied is an error.
"""

import asyncio
import contextlib
import hashlib
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final, LiteralString, cast

from graph import anew
from graph.errors import Conflict, DatabaseUnavailable, SchemaMismatch
from graph.patience import persistently
from graph.statement import FOLDER, Nothing, statement
from graph.store import Store
from graph.writes.statements import Count

SCHEMA: Final = FOLDER / "schema"
_NAME: Final = re.compile(r"V(?P<version>\d{3})__(?P<name>\w+)\.cypher")
_LEASE: Final = timedelta(seconds=10)
"""How long a migration that was killed holds up the next one; who lives renews it meanwhile."""
_RENEW_SECONDS: Final = 2.0
_WAIT_SECONDS: Final = 300.0
_INDEX_SECONDS: Final = 300
_BEFORE: Final = SCHEMA / "before" / "one_graph.cypher"
"""What makes the lease exclusive, so it cannot wait for the first migration."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One file: its number, its name in words, its commands and their SHA-256."""

    version: int
    name: str
    commands: tuple[str, ...]
    checksum: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A migration as the graph records it."""

    version: int
    name: str
    checksum: str
    applied: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """The number and time of the graph's last change, and its migrations as lists."""

    revision: int
    changed: str | None
    migrations: list[list[Any]]


@dataclass(frozen=True, slots=True)
class Lease:
    """Who wants to migrate, now, and until when (UTC, ISO 8601)."""

    holder: str
    now: str
    until: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Who may migrate."""

    holder: str


@dataclass(frozen=True, slots=True)
class Record:
    """A migration that was just applied."""

    version: int
    name: str
    checksum: str
    now: str


@dataclass(frozen=True, slots=True)
class Seconds:
    """A time limit."""

    seconds: int


CLAIM_LEASE = statement("graph/claim_lease", Lease, Holder)
RELEASE_LEASE = statement("graph/release_lease", Holder, Count)
MIGRATIONS = statement("graph/migrations", Nothing, Applied)
READINESS = statement("graph/readiness", Nothing, Readiness)
RECORD = statement("graph/record_migration", Record, Count)
AWAIT_INDEXES = statement("graph/await_indexes", Seconds, Nothing)


RESTORING: Final = 0
"""The number under which a restore stands as long as it is not finished (``graph.backup.restore``)."""
_KEPT_FREE: Final = frozenset({21})
"""Numbers that were given to changes made side by side and not used: such a one is no gap."""


def migrations(folder: Path = SCHEMA) -> list[Migration]:
    """The migrations of a folder in order; raises ``SchemaMismatch`` for a gap, a double number or a misnamed file."""
    found: list[Migration] = []
    for path in sorted(folder.glob("*.cypher")):
        match = _NAME.fullmatch(path.name)
        if match is None:
            raise SchemaMismatch(
                "not the name of a migration", where=path.name, remedy="name it V001__What_it_does.cypher"
            )
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("//")]
        text = "\n".join(lines)
        commands = tuple(command.strip() for command in text.split(";") if command.strip())
        checksum = hashlib.sha256("\n;\n".join(commands).encode()).hexdigest()
        found.append(Migration(int(match["version"]), match["name"].replace("_", " "), commands, checksum))
    versions = [migration.version for migration in found]
    missing = set(range(1, max(versions, default=0) + 1)) - {*versions, *_KEPT_FREE}
    if missing or len(set(versions)) != len(versions):
        raise SchemaMismatch("migrations are not numbered 1, 2, 3 …", where=str(folder))
    return found


def pending(known: Sequence[Migration], applied: Sequence[Applied]) -> list[Migration]:
    """Migrations still to apply; raises ``SchemaMismatch`` where the graph is newer or an applied file has changed."""
    by_version = {migration.version: migration for migration in known}
    for row in applied:
        if row.version == RESTORING:
            raise SchemaMismatch(
                f"a backup is half restored here, since {row.applied}",
                remedy="run whofined restore again with the same file, or use another graph",
            )
        migration = by_version.get(row.version)
        if migration is None:
            raise SchemaMismatch(
                f"the graph has migration {row.version} ({row.name}), which this version of whofined does not know",
                remedy="use a newer whofined, or another graph",
            )
        if migration.checksum != row.checksum:
            raise SchemaMismatch(
                f"migration {row.version} ({row.name}) changed after it was applied on {row.applied}",
                remedy="restore the file, and put the change into a new migration",
            )
    done = {row.version for row in applied}
    return [migration for migration in known if migration.version not in done]


async def check(store: Store, folder: Path = SCHEMA) -> list[Migration]:
    """What is still to apply to a graph; raises ``SchemaMismatch`` where it cannot be brought up to date."""
    return pending(_known(folder), await store.read(MIGRATIONS, Nothing()))


def _known(folder: Path) -> list[Migration]:
    return _shipped() if folder == SCHEMA else migrations(folder)


@cache
def _shipped() -> list[Migration]:
    """Those of the project: they do not change while it runs, and readiness is asked for all the time."""
    return migrations(SCHEMA)


async def require(store: Store) -> None:
    """Raise ``SchemaMismatch`` unless the graph's schema is the one that the code needs."""
    confirm(await store.read(MIGRATIONS, Nothing()))


def confirm(applied: Sequence[Applied]) -> None:
    """Raise ``SchemaMismatch`` unless these are the migrations that the code needs."""
    missing = pending(_shipped(), applied)
    if missing:
        raise SchemaMismatch(
            f"the graph lacks {len(missing)} migrations, from {missing[0].version} ({missing[0].name})",
            remedy="run whofined migrate",
        )


async def ready(store: Store) -> Readiness:
    """How far the graph is, by one question; raises as ``require`` does."""
    found = await store.read(READINESS, Nothing())
    if not found:
        raise SchemaMismatch("the graph has no schema", remedy="run whofined migrate")
    confirm([Applied(*one) for one in found[0].migrations])
    return found[0]


async def migrate(
    store: Store,
    report: Callable[[Migration], None] = lambda _: None,
    folder: Path = SCHEMA,
    on_wait: Callable[[], None] = lambda: None,
) -> list[Migration]:
    """Apply what is pending, one process at a time; returns what was applied.

    ``on_wait`` is called once where another process migrates. A database that goes away meanwhile costs a pause.

    Raises ``SchemaMismatch`` as ``check`` does, and ``Conflict`` where another process is migrating for five minutes.
    """
    return await persistently(store, lambda: _migrate(store, report, folder, on_wait))


async def _migrate(
    store: Store, report: Callable[[Migration], None], folder: Path, on_wait: Callable[[], None]
) -> list[Migration]:
    if not await check(store, folder):
        return []
    await store.script(cast("LiteralString", _BEFORE.read_text(encoding="utf-8")))
    holder = uuid.uuid4().hex
    await _claim(store, holder, on_wait)
    renewing = asyncio.create_task(_renew(store, holder))
    try:
        todo = await check(store, folder)
        # What was never applied at all may be an empty graph.
        at_once = len(todo) == len(_known(folder)) and await anew.make(
            store, [command for one in todo for command in one.commands]
        )
        for migration in todo:
            for command in () if at_once else migration.commands:
                # The commands come from files of the project, never from a caller.
                await store.script(cast("LiteralString", command))
            await _record(store, migration)
            report(migration)
        await store.read(AWAIT_INDEXES, Seconds(_INDEX_SECONDS), seconds=_INDEX_SECONDS)
    finally:
        renewing.cancel()
        await asyncio.wait([renewing])
        with contextlib.suppress(DatabaseUnavailable):  # then it runs out by itself
            async with store.transaction(audited=False) as tx:
                await tx.run(RELEASE_LEASE, Holder(holder))
    return todo


async def _claim(store: Store, holder: str, on_wait: Callable[[], None]) -> None:
    clock = asyncio.get_running_loop().time
    last = clock() + _WAIT_SECONDS
    told = False
    while not await _lease(store, holder):
        if clock() > last:
            raise Conflict(
                "another process has been migrating this graph for five minutes",
                remedy="wait for it, then try again",
            )
        if not told:
            on_wait()
            told = True
        await asyncio.sleep(0.5)


async def _lease(store: Store, holder: str) -> bool:
    """Take the lease, or renew it; whether it is ours."""
    now = datetime.now(UTC)
    async with store.transaction(audited=False) as tx:
        row = Lease(holder, now.isoformat(), (now + _LEASE).isoformat())
        return bool(await tx.run(CLAIM_LEASE, row))


async def _renew(store: Store, holder: str) -> None:
    while True:
        await asyncio.sleep(_RENEW_SECONDS)
        with contextlib.suppress(DatabaseUnavailable):
            await _lease(store, holder)


async def _record(store: Store, migration: Migration) -> None:
    row = Record(migration.version, migration.name, migration.checksum, datetime.now(UTC).isoformat())
    async with store.transaction() as tx:
        await tx.run(RECORD, row)
