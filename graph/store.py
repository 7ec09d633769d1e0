"""The boundary to Neo4j: the only module that imports the driver.

Traps that callers should know: a read is one auto-commit query in READ mode and is tried twice, so it must not write;
a transaction is not retried, so the caller decides (`graph/patience.py`); rows are plain values, never driver objects.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from dataclasses import fields
from typing import Any, Final, LiteralString, Protocol, Self, TypeVar, cast

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph.alert import Alert
from graph.connection import Connection
from graph.driver_errors import of_a_caller, translated
from graph.errors import DatabaseUnavailable, StorageFull, WhofinedError
from graph.observe import Observer, nobody
from graph.own_statements import ALIVE, RECORD_ACT, act_of_this_task
from graph.plain import Plan, operators
from graph.statement import Statement, sent

P = TypeVar("P")
R = TypeVar("R")
T = TypeVar("T")

_READ_SECONDS: Final = 10.0
_PLANNING_SECONDS: Final = 20.0
"""More for a statement that the server has not planned yet: on a busy machine a plan alone can take ten."""
_WRITE_SECONDS: Final = 120.0
_AT_ONCE: Final = 0.5
"""Seconds after which a failed read is no longer tried again: a dead connection says so at once."""

_FETCHED: Final = 50
"""Rows of a caller's statement that are asked for at once: a row may be large."""


class _Watch(Protocol):
    """Awaits work of the server's, as long as the server answers at all."""

    async def __call__(self, work: Coroutine[Any, Any, T]) -> T: ...


class Transaction:
    """An open transaction: every statement in it happens, or none does.

    ``touched`` are ids of facts that it wrote, for the log of changes, ``shown`` of those that only look different for
    it; ``arrival`` names the source that comes for the first time with it, ``reason`` is why a person made it.
    """

    def __init__(self, inner: neo4j.AsyncTransaction, alive: _Watch, observe: Observer = nobody) -> None:
        self._inner = inner
        self._alive = alive
        self._observe = observe
        self.touched: set[str] = set()
        self.shown: set[str] = set()
        self.arrival: str | None = None
        self.reason: str | None = None

    async def run(self, statement: Statement[P, R], parameters: P) -> list[R]:
        """Run one statement and return its rows."""
        with self._observe(statement.name):
            return _rows(statement, await self._alive(self._run(statement.text, _values(parameters))))

    async def _run(self, text: LiteralString, values: dict[str, Any]) -> list[list[Any]]:
        result = await self._inner.run(*sent(text, values))
        return [record.values() async for record in result]


async def _leave(session: neo4j.AsyncSession, error: BaseException) -> None:
    """End a session that failed or was cancelled, as ``async with`` would: it is not used again.

    Where that is cancelled in turn, the session is dropped: the driver would leave it open.
    """
    try:
        await session.__aexit__(type(error), error, error.__traceback__)  # pyright: ignore[reportUnknownMemberType]
    except asyncio.CancelledError as cancelled:
        await session.__aexit__(type(cancelled), cancelled, cancelled.__traceback__)  # pyright: ignore[reportUnknownMemberType]
        raise


def _values(parameters: object) -> dict[str, Any]:
    return {field.name: getattr(parameters, field.name) for field in fields(cast("Any", parameters))}


def _rows(statement: Statement[Any, R], records: Iterable[Iterable[Any]]) -> list[R]:
    return [statement.row(*values) for values in records]


class Store:
    """A pool of connections to one graph. Open it with ``async with Store(connection) as store``."""

    def __init__(
        self,
        connection: Connection,
        *,
        pool: int = 32,
        alert: bool = False,
        full: Callable[[], bool] = lambda: False,
        observe: Observer = nobody,
    ) -> None:
        """``alert``: what waits for the server finds out within two seconds that it answers nobody.

        ``full`` says, where the server does not answer, whether its disk is full; ``observe`` hears of statements.
        """
        self.connection = connection
        self._alert = Alert(self._ask) if alert else None
        self._full = full
        self._observe = observe
        self._driver = neo4j.AsyncGraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
            connection.uri,
            auth=(connection.user, connection.password) if connection.user else None,
            max_connection_pool_size=pool,
            # A dead server must turn into an error within two seconds, not after the driver's default minute.
            connection_timeout=1.0,
            connection_acquisition_timeout=1.5,
            max_transaction_retry_time=1.5,
            notifications_min_severity="OFF",
            user_agent="whofined",
        )
        # One server shows a reader what was committed before; only a cluster needs to be told what to wait for.
        clustered = connection.uri.startswith("neo4j")
        self._bookmarks = neo4j.AsyncGraphDatabase.bookmark_manager() if clustered else None
        self._idle: list[neo4j.AsyncSession] = []
        self._closed = False
        self._planned: set[str] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections; one that still reads is closed when it has."""
        self._closed = True
        while self._idle:
            await self._idle.pop().close()
        await self._driver.close()

    def _session(self, mode: str) -> neo4j.AsyncSession:
        access = neo4j.READ_ACCESS if mode == "read" else neo4j.WRITE_ACCESS
        return self._driver.session(  # pyright: ignore[reportUnknownMemberType]
            database=self.connection.database, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    async def read(
        self, statement: Statement[P, R], parameters: P, *, seconds: float | None = None
    ) -> list[R]:
        """Run a read and return its rows; raises ``DatabaseUnavailable`` within about two seconds of an outage.

        Without a limit of its own the read has ten seconds, in which planning does not count.
        """
        values = _values(parameters)
        planning = 0.0 if statement.text in self._planned else _PLANNING_SECONDS
        seconds = _READ_SECONDS + planning if seconds is None else seconds
        clock = asyncio.get_running_loop().time
        last = clock() + _AT_ONCE
        while True:
            try:
                # The server ends a long read; one that is frozen cannot, and must not hold the caller.
                with self._observe(statement.name):
                    async with asyncio.timeout(seconds + 1):
                        work = self._read(statement.text, values, seconds)
                        rows = _rows(statement, await self._while_alive(work))
                self._planned.add(statement.text)
                return rows
            except (DriverError, Neo4jError, OSError) as error:
                translated = self._error(error)
                # A pooled connection that died while idle says so on first use; the second attempt opens a new one.
                if clock() > last or not isinstance(translated, DatabaseUnavailable):
                    raise translated from error
                last = 0.0

    async def _read(self, text: LiteralString, values: dict[str, Any], seconds: float) -> list[list[Any]]:
        # Making a session costs a third of a small read, so they are used again.
        session = self._idle.pop() if self._idle else self._session("read")
        try:
            text, values = sent(text, values)
            result = await session.run(neo4j.Query(text, timeout=seconds), values)
            rows = [record.values() async for record in result]
        except BaseException as error:
            await _leave(session, error)
            raise
        if self._closed:
            await session.close()
        else:
            self._idle.append(session)
        return rows

    @asynccontextmanager
    async def transaction(
        self, *, audited: bool = True, seconds: float = _WRITE_SECONDS
    ) -> AsyncGenerator[Transaction]:
        """Open a write transaction; it commits at the end of the block and rolls back on any error.

        The act that it is part of is recorded with it; ``audited=False`` for the project's own upkeep.
        """
        try:
            async with (
                self._session("write") as session,
                await self._while_alive(session.begin_transaction(timeout=seconds)) as inner,
            ):
                tx = Transaction(inner, self._while_alive, self._observe)
                yield tx
                if audited and (act := act_of_this_task()) is not None:
                    await tx.run(RECORD_ACT, act)
                await self._while_alive(inner.commit())
        except WhofinedError:
            raise
        except (DriverError, Neo4jError, OSError) as error:
            raise self._error(error) from error

    def _error(self, error: Exception) -> Exception:
        told = translated(error, self.connection.uri)
        if type(told) is DatabaseUnavailable and self._full():
            return StorageFull(
                "the disk of the graph is full", where=self.connection.uri, remedy="free some space"
            )
        return told

    async def _while_alive(self, work: Coroutine[Any, Any, T]) -> T:
        return await (self._alert(work) if self._alert else work)

    async def _ask(self) -> None:
        async with self._session("read") as session:
            await (await session.run(ALIVE.text)).consume()

    async def script(self, text: LiteralString) -> None:
        """Run one command of a migration in its own transaction."""
        try:
            async with self._session("write") as session:
                await (await session.run(text)).consume()
        except (DriverError, Neo4jError, OSError) as error:
            raise self._error(error) from error

    async def scripts(self, texts: Iterable[LiteralString]) -> None:
        """Run schema commands in one transaction: all of them, or none."""
        try:
            async with self._session("write") as session, await session.begin_transaction() as inner:
                for text in texts:
                    await (await inner.run(text)).consume()
                await inner.commit()
        except (DriverError, Neo4jError, OSError) as error:
            raise self._error(error) from error

    async def explain(self, text: LiteralString, parameters: dict[str, Any]) -> neo4j.ResultSummary:
        """Plan a statement without running it: query type, plan, notifications."""
        async with self._driver.session(  # pyright: ignore[reportUnknownMemberType]
            database=self.connection.database, notifications_min_severity="INFORMATION"
        ) as s:
            text, parameters = sent("EXPLAIN " + text, parameters)
            return await (await s.run(text, parameters)).consume()

    async def plan(self, text: LiteralString, parameters: dict[str, Any], *, seconds: float) -> Plan:
        """How a caller's statement would be run, without running it; raises ``InvalidInput`` for one that is none."""
        try:
            async with self._session("read") as session:
                result = await session.run(neo4j.Query("EXPLAIN " + text, timeout=seconds), parameters)
                columns = list(result.keys())
                summary = await result.consume()
        except (DriverError, Neo4jError, OSError) as error:
            raise of_a_caller(error, self._error(error)) from error
        return Plan(summary.query_type, columns, operators(cast("dict[str, Any] | None", summary.plan)))

    @asynccontextmanager
    async def stream(
        self, text: LiteralString, parameters: dict[str, Any], *, seconds: float, fetched: int = _FETCHED
    ) -> AsyncGenerator[tuple[list[str], AsyncGenerator[list[Any]]]]:
        """The columns of a caller's statement, and its rows as they come; what is not taken is never sent."""
        try:
            async with self._driver.session(  # pyright: ignore[reportUnknownMemberType]
                database=self.connection.database, default_access_mode=neo4j.READ_ACCESS, fetch_size=fetched
            ) as session:
                result = await session.run(neo4j.Query(text, timeout=seconds), parameters)
                yield list(result.keys()), (record.values() async for record in result)
        except (DriverError, Neo4jError, OSError) as error:
            raise of_a_caller(error, self._error(error)) from error

    @property
    def reached(self) -> bool:
        """Whether a read was ever answered: a server that never did is no pause of one that runs."""
        return bool(self._planned)

    async def wait(self, seconds: float) -> None:
        """Wait until the graph answers; raises ``DatabaseUnavailable`` when it has not after that time."""
        deadline = asyncio.get_running_loop().time() + seconds
        while True:
            try:
                await self._driver.verify_connectivity()  # pyright: ignore[reportUnknownMemberType]
            except (DriverError, Neo4jError, OSError) as error:
                told = translated(error, self.connection.uri)
                late = asyncio.get_running_loop().time() > deadline
                if late or not isinstance(told, DatabaseUnavailable):
                    raise told from error
                await asyncio.sleep(0.1)
            else:
                return
