"""The boundary to Neo4j: all or nothing, and failures that say what to do, soon."""

import asyncio
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from neo4j.exceptions import CypherSyntaxError, SessionExpired

from graph.connection import Connection
from graph.errors import ConfigurationError, DatabaseUnavailable, InvalidInput
from graph.reads import revision
from graph.statement import Statement
from graph.store import Store
from graph.writes import statements as w
from tests.integration.graph.world import document, rows_of


@dataclass(frozen=True, slots=True)
class UpTo:
    """How far to count."""

    n: int


@dataclass(frozen=True, slots=True)
class Value:
    """What came out."""

    value: int


COUNTING = Statement("counting", "UNWIND range(1, $n) AS x RETURN count(x) AS value", "read", UpTo, Value)
WRITING = Statement("writing", "CREATE (x:Document {id: 'x' + $n}) RETURN 1 AS value", "read", UpTo, Value)
BROKEN = Statement("broken", "RETURN $n AS", "read", UpTo, Value)


def documents(*ids: str) -> w.DatedRows:
    """Rows of documents."""
    return w.DatedRows(rows_of(*(document(id_) for id_ in ids)), "2026-01-01T00:00:00Z")


async def test_a_transaction_that_ends_well_is_kept(store: Store) -> None:
    """All its statements."""
    async with store.transaction() as tx:
        await tx.run(w.DOCUMENTS, documents("a"))
        await tx.run(w.DOCUMENTS, documents("b"))
    assert (await revision.counts(store)).counts["documents"] == 2


@pytest.mark.parametrize("error", [InvalidInput("no"), ValueError("no"), asyncio.CancelledError()])
async def test_a_transaction_that_fails_leaves_nothing(error: BaseException, store: Store) -> None:
    """Whatever went wrong, and the error is the one that was raised."""

    async def fail() -> None:
        async with store.transaction() as tx:
            await tx.run(w.DOCUMENTS, documents("a"))
            raise error

    with pytest.raises(type(error)):
        await fail()
    assert (await revision.counts(store)).counts["documents"] == 0


async def test_a_mistake_of_ours_passes_as_it_is(store: Store) -> None:
    """It is no outage and no setting: a syntax error stays one, wherever the statement is run."""
    with pytest.raises(CypherSyntaxError):
        await store.read(BROKEN, UpTo(1))
    with pytest.raises(CypherSyntaxError):
        await store.script("RETURN")
    with pytest.raises(CypherSyntaxError):
        async with store.transaction() as tx:
            await tx.run(BROKEN, UpTo(1))


async def test_a_read_cannot_write(store: Store) -> None:
    """READ access is enforced by the server."""
    with pytest.raises(Exception, match=r"Writing|write"):
        await store.read(WRITING, UpTo(1))
    assert (await revision.counts(store)).counts["documents"] == 0


async def test_a_read_that_takes_too_long_is_ended(store: Store) -> None:
    """By the server, and said so."""
    with pytest.raises(DatabaseUnavailable, match="too long"):
        await store.read(COUNTING, UpTo(100_000_000_000), seconds=0.3)


async def test_planning_does_not_count(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement that a store asks for the first time has longer; a limit of the caller's is just that."""
    async with Store(connection) as store:
        real, given = store._read, list[float]()

        async def note(text: Any, values: Any, seconds: float) -> Any:
            given.append(seconds)
            return await real(text, values, seconds)

        monkeypatch.setattr(store, "_read", note)
        for seconds in (None, None, 3.0):
            await store.read(COUNTING, UpTo(1), seconds=seconds)
    assert given == [30.0, 10.0, 3.0]


async def test_a_read_is_tried_again_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that died while idle is no outage."""
    real, failures = store._read, [SessionExpired("the connection is defunct")]

    async def fail_once(*arguments: Any) -> Any:
        if failures:
            raise failures.pop()
        return await real(*arguments)

    monkeypatch.setattr(store, "_read", fail_once)
    assert (await store.read(COUNTING, UpTo(3)))[0].value == 3


@pytest.fixture
def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that takes connections and never says a word, as a frozen server does."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def elsewhere(connection: Connection, port: int) -> Connection:
    """The same login on another port."""
    return replace(connection, uri=f"bolt://127.0.0.1:{port}")


@pytest.fixture
def stopwatch() -> Iterator[list[float]]:
    """Fails a test that takes more than the two seconds after which a request must have its answer."""
    start = time.monotonic()
    yield []
    assert time.monotonic() - start < 2.5


@pytest.mark.parametrize("port", ["closed_port", "silent_port"])
async def test_an_outage_is_an_error_within_two_seconds(
    port: str, connection: Connection, request: pytest.FixtureRequest, stopwatch: list[float]
) -> None:
    """Whether nobody listens, or nobody answers."""
    number = request.getfixturevalue(port)
    async with Store(elsewhere(connection, number)) as away:
        with pytest.raises(DatabaseUnavailable) as error:
            await away.read(COUNTING, UpTo(1))
    assert error.value.where == f"bolt://127.0.0.1:{number}"
    assert error.value.retry_after > 0


async def test_an_outage_fails_writes_too(closed_port: int, connection: Connection) -> None:
    """Transactions and migrations."""
    async with Store(elsewhere(connection, closed_port)) as away:
        with pytest.raises(DatabaseUnavailable):
            async with away.transaction():
                pass
        with pytest.raises(DatabaseUnavailable):
            await away.script("RETURN 1")


async def test_waiting_ends(closed_port: int, connection: Connection) -> None:
    """With the outage, after the time that was given; at once where the server answers."""
    start = time.monotonic()
    async with Store(elsewhere(connection, closed_port)) as away:
        with pytest.raises(DatabaseUnavailable):
            await away.wait(0.3)
    assert 0.3 <= time.monotonic() - start < 3
    async with Store(connection) as here:
        await here.wait(5)


async def test_a_wrong_password_is_a_wrong_setting(connection: Connection) -> None:
    """Named, and not tried again and again."""
    async with Store(replace(connection, password="not-this-one")) as store:
        with pytest.raises(ConfigurationError, match="NEO4J_PASSWORD"):
            await store.wait(5)


async def test_an_unknown_database_is_a_wrong_setting(connection: Connection) -> None:
    """Named."""
    async with Store(replace(connection, database="elsewhere")) as store:
        with pytest.raises(ConfigurationError, match="NEO4J_DATABASE"):
            await store.read(COUNTING, UpTo(1))


async def test_a_writer_waits_for_the_other(store: Store) -> None:
    """Two transactions that lock the graph come one after the other."""
    order: list[str] = []

    async def write(name: str) -> None:
        async with store.transaction() as tx:
            await tx.run(w.LOCK, w.Now("2026-01-01T00:00:00Z"))
            order.append(f"{name} in")
            await asyncio.sleep(0.1)
            order.append(f"{name} out")

    await asyncio.gather(write("a"), write("b"), write("c"))
    assert [entry.split()[1] for entry in order] == ["in", "out"] * 3
