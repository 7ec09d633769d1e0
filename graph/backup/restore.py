"""A file becomes a graph again: checked first, put into an empty graph batch by batch, compared at the end.

How far it is stands in the graph, in the same transaction as each batch: whoever was killed goes on where they were.
Until it is whole the graph has a migration that nothing knows, so that no command and no service takes it for one.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, LiteralString, cast

from graph import migrations
from graph.backup import statements as s
from graph.backup.form import Content, Head, Json, Whole, check, rows
from graph.backup.write import everything
from graph.errors import Conflict, InvalidInput
from graph.patience import persistently
from graph.statement import Nothing, Statement
from graph.store import Store
from graph.writes.apply import timestamp
from graph.writes.statements import Count, Rows

_BATCH: Final = 1000
_CLEANED: Final = 5000
_RESTORED: Final = "restored"
"""Where the graph keeps of which backup it is."""
_ALL: Final = sys.maxsize
_WAY_OUT: Final = (
    "name an empty one by WHOFINED_HOME or NEO4J_URI, or take this one away: "
    "whofined neo4j stop, then whofined neo4j reset"
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and how many of its rows this run found there already."""

    backup: Whole
    found: int


async def restore(store: Store, source: Path, tell: Callable[[int], None] = lambda _: None) -> Restored:
    """Put a backup into an empty graph, or go on with it; ``tell`` hears how many rows are there.

    Raises ``InvalidInput`` for a file that is not whole, foreign or newer, and ``Conflict`` where the graph holds
    something, or has become another than the file says.
    """
    whole = await asyncio.to_thread(check, source)
    newer = _migrations_since(whole.head, source)
    done = found = await _begun(store, whole.head)
    lines = rows(source, done)
    while batch := await asyncio.to_thread(lambda: list(islice(lines, _BATCH))):
        await _put(store, whole.head.id, done, batch)
        done += len(batch)
        tell(done)
    total = whole.nodes + whole.links
    if done <= total:
        await _compare(store, whole)
        await _step(store, s.Step(whole.head.id, total, total + 1))  # from here on numbers are taken away
    for migration in newer:
        for command in migration.commands:
            # The commands come from files of the project, never from a caller.
            await store.script(cast("LiteralString", command))
    await _finish(store, whole)
    return Restored(whole, min(found, total))


def _migrations_since(head: Head, source: Path) -> list[migrations.Migration]:
    known = {one.version: one for one in migrations.migrations()}
    for number, checksum in head.migrations:
        if number not in known or known[number].checksum != checksum:
            raise InvalidInput(
                f"this backup was made by a whofined of another schema ({head.version}, migration {number})",
                where=str(source),
                remedy="restore it with that version or a later one",
            )
    before = {number for number, _ in head.migrations}
    return [one for number, one in known.items() if number not in before]


async def _begun(store: Store, head: Head) -> int:
    """How many rows are there already; an empty graph is made ready."""
    under_way = await store.read(s.PROGRESS, Nothing())
    if under_way:
        if under_way[0].backup != head.id:
            raise Conflict(
                "another backup is half restored here", remedy=f"go on with that one, or {_WAY_OUT}"
            )
        return under_way[0].done
    await migrations.migrate(store)
    held = (await store.read(s.HELD, Nothing()))[0].value
    if held and await _is_there(store, head):
        return _ALL
    if held:
        raise Conflict(f"the graph is not empty: it has {held:,} nodes", remedy=_WAY_OUT)
    async with store.transaction(audited=False) as tx:
        await tx.run(s.CLEAR_AUDIT, Nothing())
        await tx.run(s.BEGIN, s.Begun(head.id, timestamp()))
    return 0


async def _is_there(store: Store, head: Head) -> bool:
    """Whether this backup was restored here and nothing was changed since: its end was reached, and nobody was told."""
    kept = {row.id: row.properties for row in await store.read(s.STATE, Nothing())}
    restored = kept.get(_RESTORED, {}).get("backup") == head.id
    return restored and kept.get("graph", {}).get("revision") == head.revision


async def _put(store: Store, backup: str, done: int, batch: list[Json]) -> None:
    after = done + len(batch)

    async def put() -> None:
        # The answer to a commit can be lost: then it is there already.
        if (await store.read(s.PROGRESS, Nothing()))[0].done == after:
            return
        async with store.transaction(audited=False) as tx:
            if (await tx.run(s.ADVANCE, s.Step(backup, done, after)))[0].written != 1:
                raise Conflict("another process restores into this graph", remedy="let it finish")
            nodes = [row for row in batch if "labels" in row]
            links = [row for row in batch if "labels" not in row]
            for asked, some in _of(nodes, links):
                written = (await tx.run(asked, Rows(some)))[0].written
                if written != len(some):
                    raise InvalidInput(f"{len(some) - written} relationships of the backup lead to nothing")

    await persistently(store, put)


async def _step(store: Store, step: s.Step) -> None:
    async with store.transaction(audited=False) as tx:
        await tx.run(s.ADVANCE, step)


def _of(nodes: list[Json], links: list[Json]) -> list[tuple[Statement[Rows, Count], list[Json]]]:
    return [pair for pair in ((s.PUT_NODES, nodes), (s.PUT_LINKS, links)) if pair[1]]


async def _compare(store: Store, whole: Whole) -> None:
    """Read all of it back; raises ``Conflict`` where it is not what the backup says."""
    content = Content()
    async for _ in _all(store, content):
        pass
    told = content.told()
    if told != whole.content:
        named = {
            f"{name}: {told[kind].get(name, 0)} and not {whole.content[kind].get(name, 0)}"
            for kind in ("nodes", "links")
            for name in {**told[kind], **whole.content[kind]}
            if told[kind].get(name) != whole.content[kind].get(name)
        }
        raise Conflict(
            f"the graph is not what the backup says: {'; '.join(sorted(named)[:5]) or 'contents differ'}",
            remedy=f"was it changed meanwhile? Begin again: {_WAY_OUT}",
        )


def _all(store: Store, content: Content) -> AsyncIterator[Json]:
    async def nothing(_: int) -> None: ...

    return everything(store, content, nothing)


async def _finish(store: Store, whole: Whole) -> None:
    """Take away what the restore needed; with the last transaction the graph is whole, and the act is on record."""

    async def clean() -> None:
        cleaned = True
        while cleaned:
            async with store.transaction(audited=False) as tx:
                cleaned = bool((await tx.run(s.CLEAN, s.Most(_CLEANED)))[0].written)

    async def end() -> None:
        async with store.transaction() as tx:
            note = {"id": _RESTORED, "properties": {"id": _RESTORED, "backup": whole.head.id}}
            kept = [row for row in whole.state if row["id"] != _RESTORED]
            await tx.run(s.FINISH, Rows([*kept, note]))

    await persistently(store, clean)
    await persistently(store, end)
    await store.read(migrations.AWAIT_INDEXES, migrations.Seconds(300), seconds=300)
