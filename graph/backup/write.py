"""A graph that is served becomes a file: everything at one revision, in constant memory.

Readers and writers go on meanwhile. Where somebody writes, what was read is thrown away and read again; after some
tries writers wait for the length of one.
"""

import asyncio
import os
import tempfile
import uuid
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any, Final, NoReturn

from graph import migrations
from graph.backup import statements as s
from graph.backup.form import Content, Head, Json, Lines
from graph.errors import DiskFull, InvalidInput
from graph.migrations import MIGRATIONS
from graph.reads.revision import revision, state
from graph.server.space import disk_full
from graph.statement import Nothing, Statement
from graph.store import Store
from graph.writes.apply import lock, timestamp

PARTIAL: Final = ".partial"
"""How the name of a file ends that is not whole yet."""
_TRIES: Final = 3
_SECONDS: Final = 3600.0
_TOGETHER: Final = 500
"""Rows after which others get a turn, and after so many times as many it is asked whether the graph has changed."""
_LOOK: Final = 40

Tell = Callable[[int], None]


class _Moved(Exception):
    """The graph was changed while it was read."""


class _Done(Exception):
    """All of it was read, and the lock is to be given back."""

    def __init__(self, head: Head) -> None:
        super().__init__()
        self.head = head


async def backup(store: Store, target: Path, *, replace: bool = False, tell: Tell = lambda _: None) -> Head:
    """Write the whole graph into one file for its owner alone, which appears only when it is whole.

    ``tell`` hears how many nodes and relationships are in it. Raises ``InvalidInput`` where the file exists already or
    cannot be written, ``DiskFull``, and ``SchemaMismatch`` where the graph has not the schema of this version.
    """
    await migrations.require(store)
    with placed(target, replace=replace) as out:
        return await _tried(store, out, tell)


@contextmanager
def placed(target: Path, *, replace: bool) -> Generator[IO[bytes]]:
    """A stream into a file that is put in its place once the block has ended well, and else is gone."""
    if target.exists() and not replace:
        raise InvalidInput("this file exists already", where=str(target), remedy="name another")
    try:
        # Only its owner can read it: it holds the hashes of keys, and whatever was taken in.
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=PARTIAL, dir=target.parent)
    except OSError as error:
        raise _unwritten(error, target) from error
    scratch = Path(name)
    try:
        with os.fdopen(number, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        scratch.replace(target)
    except OSError as error:
        raise _unwritten(error, target) from error
    finally:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)


async def _tried(store: Store, out: IO[bytes], tell: Tell) -> Head:
    for _ in range(_TRIES):
        out.seek(0)
        out.truncate()
        with suppress(_Moved):
            return await _written(store, out, tell, guarded=True)
    out.seek(0)
    out.truncate()
    # Whoever holds the lock is the only writer; it is rolled back, so that it leaves no trace.
    try:
        async with store.transaction(audited=False, seconds=_SECONDS) as tx:
            await lock(tx, timestamp())
            _give_back(await _written(store, out, tell, guarded=False))
    except _Done as done:
        return done.head


def _give_back(head: Head) -> NoReturn:
    raise _Done(head)


async def _written(store: Store, out: IO[bytes], tell: Tell, *, guarded: bool) -> Head:
    now = await state(store)
    schema = await store.read(MIGRATIONS, Nothing())
    head = Head(
        id=uuid.uuid4().hex,
        version=version("whofined"),
        made=timestamp(),
        revision=now.revision,
        changed=now.changed,
        migrations=[(one.version, one.checksum) for one in schema],
    )
    lines, content = Lines(out, head), Content()

    async def look(number: int) -> None:
        if guarded and await revision(store) != head.revision:
            raise _Moved
        tell(number)

    kept = await store.read(s.STATE, Nothing())
    async for row in everything(store, content, look):
        lines.write(row)
    await look(sum(content.nodes.values()) + sum(content.links.values()))
    lines.end(content, [_state(one.id, one.properties) for one in kept])
    return head


async def everything(store: Store, content: Content, look: Callable[[int], Any]) -> AsyncIterator[Json]:
    """Every node, then every relationship, as lines of a file; ``look`` is awaited now and then."""
    number = 0
    for asked, take in ((s.NODES, content.node), (s.LINKS, content.link)):
        async for values in _stream(store, asked):
            yield take(*values)
            number += 1
            if number % _TOGETHER == 0:
                await asyncio.sleep(0)
            if number % (_TOGETHER * _LOOK) == 0:
                await look(number)


async def _stream(store: Store, asked: Statement[Nothing, Any]) -> AsyncIterator[list[Any]]:
    async with store.stream(asked.text, {}, seconds=_SECONDS, fetched=_TOGETHER) as (_, found):
        async for values in found:
            yield values


def _state(id_: str, properties: Json) -> Json:
    return {"id": id_, "properties": {name: value for name, value in properties.items() if name != "locked"}}


def _unwritten(error: OSError, target: Path) -> DiskFull | InvalidInput:
    return disk_full(error, target.parent) or InvalidInput(
        f"the file cannot be written: {error.strerror}",
        where=str(target),
        remedy="a folder that exists and that you may write to",
    )
