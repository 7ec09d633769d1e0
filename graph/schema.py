"""Migrations: numbered, checksummed files of schema commands, applied once and recorded in the graph.

``cypher/schema/V001__What_it_does.cypher`` holds commands that end with ``;`` and can be run again (IF NOT EXISTS), so
that a migration that was cut off is simply run once more. A file that changed after it was applied is an error.
"""

import asyncio
import hashlib
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, LiteralString, cast

from graph.errors import Conflict, SchemaMismatch
from graph.statement import FOLDER, statement
from graph.store import Store
from graph.write_statements import Count

SCHEMA: Final = FOLDER / "schema"
_NAME: Final = re.compile(r"V(?P<version>\d{3})__(?P<name>\w+)\.cypher")
_LEASE: Final = timedelta(seconds=120)
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
class NoParameters:
    """Nothing."""


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
MIGRATIONS = statement("graph/migrations", NoParameters, Applied)
RECORD = statement("graph/record_migration", Record, Count)
AWAIT_INDEXES = statement("graph/await_indexes", Seconds, NoParameters)


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
    if [migration.version for migration in found] != list(range(1, len(found) + 1)):
        raise SchemaMismatch("migrations are not numbered 1, 2, 3 …", where=str(folder))
    return found


def pending(known: Sequence[Migration], applied: Sequence[Applied]) -> list[Migration]:
    """Migrations still to apply; raises ``SchemaMismatch`` where the graph is newer or an applied file has changed."""
    by_version = {migration.version: migration for migration in known}
    for row in applied:
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
    return pending(migrations(folder), await store.read(MIGRATIONS, NoParameters()))


async def require(store: Store) -> None:
    """Raise ``SchemaMismatch`` unless the graph's schema is the one that the code needs."""
    missing = await check(store)
    if missing:
        raise SchemaMismatch(
            f"the graph lacks {len(missing)} migrations, from {missing[0].version} ({missing[0].name})",
            remedy="run whofined migrate",
        )


async def migrate(
    store: Store, report: Callable[[Migration], None] = lambda _: None, folder: Path = SCHEMA
) -> list[Migration]:
    """Apply what is pending, one process at a time; returns what was applied.

    Raises ``SchemaMismatch`` as ``check`` does, and ``Conflict`` where another process is migrating for two minutes.
    """
    if not await check(store, folder):
        return []
    await store.script(cast("LiteralString", _BEFORE.read_text(encoding="utf-8")))
    holder = uuid.uuid4().hex
    await _claim(store, holder)
    try:
        todo = await check(store, folder)
        for migration in todo:
            for command in migration.commands:
                # The commands come from files of the project, never from a caller.
                await store.script(cast("LiteralString", command))
            await _record(store, migration)
            report(migration)
        await store.read(AWAIT_INDEXES, Seconds(_INDEX_SECONDS), seconds=_INDEX_SECONDS)
    finally:
        async with store.transaction() as tx:
            await tx.run(RELEASE_LEASE, Holder(holder))
    return todo


async def _claim(store: Store, holder: str) -> None:
    for _ in range(int(_LEASE.total_seconds()) * 2):
        now = datetime.now(UTC)
        async with store.transaction() as tx:
            if await tx.run(CLAIM_LEASE, Lease(holder, now.isoformat(), (now + _LEASE).isoformat())):
                return
        await asyncio.sleep(0.5)
    raise Conflict(
        "another process has been migrating this graph for two minutes", remedy="wait for it, then try again"
    )


async def _record(store: Store, migration: Migration) -> None:
    row = Record(migration.version, migration.name, migration.checksum, datetime.now(UTC).isoformat())
    async with store.transaction() as tx:
        await tx.run(RECORD, row)
