"""A backup of a graph that is served, and the drill: restored into an empty one it is the same graph."""

import asyncio
import gzip
import hashlib
import os
import signal
import stat
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import orjson
import pytest

from graph import migrations
from graph.backup import write
from graph.backup.form import check
from graph.backup.restore import restore
from graph.backup.write import backup
from graph.connection import Connection
from graph.errors import Conflict, DiskFull, InvalidInput, NotFound, SchemaMismatch, WhofinedError
from graph.model import EntityRow, Plan
from graph.reads.revision import revision
from graph.store import Store
from graph.writes.apply import apply
from tests.integration.graph.totals import miscounted
from tests.integration.graph.world import plan
from tests.requirements import CHECKOUT
from tests.soak.snapshot import difference, rows, snapshot


@pytest.fixture
async def empty(store: Store) -> AsyncIterator[Store]:
    """An empty graph; a restore that the test left unfinished is taken away after it."""
    yield store
    await store.script("MATCH (m:_Migration {version: 0}) DELETE m")


@pytest.fixture(scope="module")
async def shipped(seeded_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of all records, taken while the graph is served."""
    path = tmp_path_factory.mktemp("backup") / "graph.backup"
    await backup(seeded_store, path)
    return path


async def test_a_drill_of_the_records(
    shipped: Path, seeded: Connection, empty: Store, connection: Connection
) -> None:
    """Node by node and relationship by relationship the restored graph is the one that served, at its revision."""
    whole = (await restore(empty, shipped)).backup
    assert whole.nodes > 5_000
    assert difference(await snapshot(seeded), await snapshot(connection)) == []
    assert await rows(connection, KEPT) == await rows(seeded, KEPT)
    assert await rows(connection, "MATCH (n:_Restored) RETURN n") == []
    await migrations.require(empty)
    assert await miscounted(empty) == []
    assert (await restore(empty, shipped)).found == whole.nodes + whole.links


def test_a_file_is_for_its_owner_alone(shipped: Path) -> None:
    """It holds the hashes of keys."""
    assert stat.S_IMODE(shipped.stat().st_mode) == 0o600


KEPT = "MATCH (g:_Graph {id: 'graph'}) RETURN g.revision AS revision, g.changed AS changed"


async def test_what_holds_something_is_left_alone(shipped: Path, empty: Store) -> None:
    """A graph with one node in it is refused, with the way out; nothing is written."""
    await apply(empty, Plan("one", (EntityRow("acme", "company", "Acme"),)))
    before = await snapshot(empty.connection)
    with pytest.raises(Conflict, match=r"not empty.*whofined neo4j reset"):
        await restore(empty, shipped)
    assert await snapshot(empty.connection) == before


def cut(content: bytes) -> bytes:
    """The end is missing."""
    return content[: len(content) // 2]


def lined(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[bytes], bytes]:
    """The lines changed and packed again, so that gzip finds nothing wrong."""
    return lambda content: gzip.compress(b"".join(change(gzip.decompress(content).splitlines(keepends=True))))


def flipped(content: bytes) -> bytes:
    """One bit in the middle is another."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 4]) + content[middle + 1 :]


def headed(**changes: object) -> Callable[[bytes], bytes]:
    """The head says something else of the file."""

    def change(lines: list[bytes]) -> list[bytes]:
        told = orjson.loads(lines[0])
        told["whofined backup"] |= changes
        return [orjson.dumps(told) + b"\n", *lines[1:]]

    return lined(change)


WRONG: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut": (cut, "damaged"),
    "one bit": (flipped, "damaged"),
    "a line less": (lined(lambda lines: [*lines[:5], *lines[6:]]), "checksum"),
    "a line twice": (lined(lambda lines: [*lines[:5], *lines[4:]]), "checksum"),
    "another order": (lined(lambda lines: [lines[0], lines[2], lines[1], *lines[3:]]), "checksum"),
    "no end": (lined(lambda lines: lines[:-1]), "ends too early"),
    "more after the end": (lined(lambda lines: [*lines, b"{}\n"]), "checksum"),
    "empty": (lambda _: b"", "no backup"),
    "a text": (lambda _: b"not a backup", "no backup"),
    "other lines": (lambda _: gzip.compress(b'{"a": 1}\n'), "no backup"),
    "a newer form": (headed(format=99, version="9.9"), r"newer whofined \(9\.9\)"),
    "a newer schema": (headed(migrations=[[999, "abc"]], version="9.9"), r"checksum|another schema"),
}


def changed_copy(source: Path, target: Path, change: Callable[[bytes], bytes]) -> None:
    """A file with other bytes."""
    target.write_bytes(change(source.read_bytes()))


@pytest.mark.parametrize("name", WRONG)
async def test_a_file_that_is_not_right_is_refused(
    name: str, shipped: Path, tmp_path: Path, empty: Store
) -> None:
    """Damaged, foreign or newer: an error that says which, and nothing is written."""
    with pytest.raises(NotFound, match="no such backup"):
        await restore(empty, tmp_path / "none.backup")
    change, words = WRONG[name]
    path = tmp_path / "wrong.backup"
    changed_copy(shipped, path, change)
    with pytest.raises(InvalidInput, match=words):
        await restore(empty, path)
    assert await snapshot(empty.connection) == {}


async def test_a_newer_schema_is_told(shipped: Path, tmp_path: Path, empty: Store) -> None:
    """A whole file whose schema this version does not know names the version that made it."""
    lines = lines_of(shipped)
    told = orjson.loads(lines[0])
    told["whofined backup"] |= {"migrations": [[999, "abc"]], "version": "9.9"}
    path = tmp_path / "newer.backup"
    write_again(path, [orjson.dumps(told) + b"\n", *lines[1:]])
    with pytest.raises(InvalidInput, match=r"another schema \(9\.9, migration 999\)"):
        await restore(empty, path)


def lines_of(path: Path) -> list[bytes]:
    """The lines of a file."""
    return gzip.decompress(path.read_bytes()).splitlines(keepends=True)


def write_again(path: Path, lines: list[bytes]) -> None:
    """A file with these lines and the checksum that they have."""
    end = orjson.loads(lines[-1])
    end["whofined end"]["sha256"] = hashlib.sha256(b"".join(lines[:-1])).hexdigest()
    path.write_bytes(gzip.compress(b"".join([*lines[:-1], orjson.dumps(end) + b"\n"])))


async def test_a_content_that_is_not_what_the_file_says(shipped: Path, tmp_path: Path, empty: Store) -> None:
    """The restored graph is reckoned again: a file that lies about its content is found out, and stays unfinished."""
    lines = lines_of(shipped)
    node = next(n for n, line in enumerate(lines) if b'"Case"' in line)
    told = orjson.loads(lines[node])
    told["properties"]["title"] = "another"
    lines[node] = orjson.dumps(told, option=orjson.OPT_SORT_KEYS) + b"\n"
    path = tmp_path / "lying.backup"
    write_again(path, lines)
    with pytest.raises(Conflict, match="not what the backup says"):
        await restore(empty, path)
    with pytest.raises(SchemaMismatch, match="half restored"):
        await migrations.require(empty)


def command(path: Path, connection: Connection) -> subprocess.Popen[bytes]:
    """`whofined restore` in a process of its own."""
    given = {
        "NEO4J_URI": connection.uri,
        "NEO4J_USER": connection.user,
        "NEO4J_PASSWORD": connection.password,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "app.cli.main", "restore", str(path)],
        cwd=CHECKOUT,
        env={**os.environ, **given},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


async def done(connection: Connection) -> int:
    """How far a restore is; -1 where none is under way."""
    found = await rows(connection, "MATCH (m:_Migration {version: 0}) RETURN m.done AS done")
    return found[0]["done"] if found else -1


async def test_a_kill_costs_nothing(
    shipped: Path, seeded: Connection, empty: Store, connection: Connection
) -> None:
    """Killed among nodes and among relationships, told by every command, and gone on with: the graph is the same."""
    whole = check(shipped)
    for place in (2_000, whole.nodes + 2_000):
        process = command(shipped, connection)
        try:
            while await done(connection) < place:
                assert process.poll() is None, "it ended before it could be killed"
                await asyncio.sleep(0.05)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        with pytest.raises(SchemaMismatch, match=r"half restored.*whofined restore"):
            await migrations.require(empty)
    restored = await restore(empty, shipped)
    assert restored.found >= whole.nodes + 2_000
    assert difference(await snapshot(seeded), await snapshot(connection)) == []


async def test_another_backup_does_not_mix(shipped: Path, empty: Store, tmp_path: Path) -> None:
    """Where one is half restored, another is refused."""
    other = tmp_path / "other.backup"
    await backup(empty, other)
    await empty.script(
        "MERGE (m:_Migration {version: 0}) SET m.checksum = 'x', m.done = 7, m.name = 'a restore', m.applied = 'then'"
    )
    with pytest.raises(Conflict, match="another backup is half restored"):
        await restore(empty, other)


async def busy(store: Store, begun: asyncio.Event, enough: asyncio.Event) -> int:
    """Entities written one after another, until it is enough."""
    number = 0
    while not enough.is_set():
        await apply(store, Plan("more", (EntityRow(f"e{number}", "company", f"Company {number}"),)))
        number += 1
        if number > 3:
            begun.set()
    return number


async def test_writers_do_not_tear_it(empty: Store, tmp_path: Path) -> None:
    """While somebody writes without a pause, the file holds exactly what there was at its revision."""
    await apply(empty, plan())
    path = tmp_path / "busy.backup"
    begun, enough = asyncio.Event(), asyncio.Event()
    writing = asyncio.create_task(busy(empty, begun, enough))
    try:
        await begun.wait()
        first = await revision(empty)
        head = await backup(empty, path)
        last = await revision(empty)
    finally:
        enough.set()
        number = await writing
    assert number > 4, "nobody wrote: the test says nothing"
    assert first <= head.revision <= last
    known = [orjson.loads(line) for line in lines_of(path)[1:-1]]
    held = {row["properties"]["id"] for row in known if "Entity" in row.get("labels", ())}
    added = sorted(int(id_[1:]) for id_ in held if id_[1:].isdigit())
    assert added == list(range(len(added)))
    assert len(added) >= 4


def held(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


async def test_a_full_disk_leaves_no_half_file(
    empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says that the disk is full; neither the file nor a part of it stays, and an older one is as it was."""
    path = tmp_path / "graph.backup"
    path.write_bytes(b"older")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write.Lines, "end", full)
    with pytest.raises(DiskFull, match="disk is full"):
        await backup(empty, path, replace=True)
    assert held(tmp_path) == {"graph.backup": b"older"}


async def test_a_file_is_not_written_over(empty: Store, tmp_path: Path) -> None:
    """What is there stays, and a folder that is not there is named."""
    path = tmp_path / "graph.backup"
    path.write_bytes(b"older")
    for target, words in (
        (path, "exists already"),
        (tmp_path / "none" / "graph.backup", "cannot be written"),
    ):
        with pytest.raises(WhofinedError, match=words):
            await backup(empty, target)
    assert path.read_bytes() == b"older"
