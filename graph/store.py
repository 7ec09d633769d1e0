"""The boundary to Neo4j: the only module that imports the driver.

Traps that callers should know: a read is one auto-commit query in READ mode and is tried twice, so it must not write;
a transaction is not retried, so the caller decides; rows are plain values, never driver objects.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from dataclasses import fields
from typing import Any, Final, LiteralString, Self, TypeVar, cast

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError, TransientError

from graph.errors import ConfigurationError, DatabaseUnavailable, WhofinedError
from graph.settings import Connection
from graph.statement import Statement

P = TypeVar("P")
R = TypeVar("R")

_READ_SECONDS: Final = 10.0
_WRITE_SECONDS: Final = 120.0
_AT_ONCE: Final = 0.5
"""Seconds after which a failed read is no longer tried again: a dead connection says so at once."""

_NO_DATABASE: Final = "Neo.ClientError.Database.DatabaseNotFound"
_TOO_LONG: Final = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
)


def _translate(error: Exception, uri: str) -> Exception:
    """The project's error for one of the driver; anything that is our own mistake passes as it is."""
    if isinstance(error, AuthError):
        return ConfigurationError(
            "the graph refuses the user or password", where=uri, remedy="check NEO4J_USER and NEO4J_PASSWORD"
        )
    if isinstance(error, TransientError) or (
        isinstance(error, DriverError | Neo4jError) and error.is_retryable()
    ):
        return DatabaseUnavailable(
            f"the graph does not answer: {error}", where=uri, remedy="try again in a moment"
        )
    if isinstance(error, TimeoutError) or (isinstance(error, Neo4jError) and error.code in _TOO_LONG):
        return DatabaseUnavailable("the graph took too long to answer", where=uri, remedy="ask for less")
    if isinstance(error, Neo4jError) and error.code == _NO_DATABASE:
        return ConfigurationError(
            f"the graph has no such database: {error.message}", where=uri, remedy="check NEO4J_DATABASE"
        )
    if isinstance(error, neo4j.exceptions.ServiceUnavailable | OSError):
        return DatabaseUnavailable(
            f"the graph cannot be reached: {error}", where=uri, remedy="is it running?"
        )
    return error


class Transaction:
    """An open transaction: every statement in it happens, or none does."""

    def __init__(self, inner: neo4j.AsyncTransaction) -> None:
        self._inner = inner

    async def run(self, statement: Statement[P, R], parameters: P) -> list[R]:
        """Run one statement and return its rows."""
        result = await self._inner.run(statement.text, _values(parameters))
        return _rows(statement, [record.values() async for record in result])


def _values(parameters: object) -> dict[str, Any]:
    return {field.name: getattr(parameters, field.name) for field in fields(cast("Any", parameters))}


def _rows(statement: Statement[Any, R], records: Iterable[Iterable[Any]]) -> list[R]:
    return [statement.row(*values) for values in records]


class Store:
    """A pool of connections to one graph. Open it with ``async with Store(connection) as store``."""

    def __init__(self, connection: Connection, *, pool: int = 32) -> None:
        self.connection = connection
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

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections."""
        while self._idle:
            await self._idle.pop().close()
        await self._driver.close()

    def _session(self, mode: str) -> neo4j.AsyncSession:
        access = neo4j.READ_ACCESS if mode == "read" else neo4j.WRITE_ACCESS
        return self._driver.session(  # pyright: ignore[reportUnknownMemberType]
            database=self.connection.database, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    async def read(
        self, statement: Statement[P, R], parameters: P, *, seconds: float = _READ_SECONDS
    ) -> list[R]:
        """Run a read and return its rows; raises ``DatabaseUnavailable`` within about two seconds of an outage."""
        values = _values(parameters)
        clock = asyncio.get_running_loop().time
        last = clock() + _AT_ONCE
        while True:
            try:
                # The server ends a long read; one that is frozen cannot, and must not hold the caller.
                async with asyncio.timeout(seconds + 1):
                    return _rows(statement, await self._read(statement.text, values, seconds))
            except (DriverError, Neo4jError, OSError) as error:
                translated = _translate(error, self.connection.uri)
                # A pooled connection that died while idle says so on first use; the second attempt opens a new one.
                if clock() > last or not isinstance(translated, DatabaseUnavailable):
                    raise translated from error
                last = 0.0

    async def _read(self, text: LiteralString, values: dict[str, Any], seconds: float) -> list[list[Any]]:
        # Making a session costs a third of a small read, so they are used again.
        session = self._idle.pop() if self._idle else self._session("read")
        try:
            result = await session.run(neo4j.Query(text, timeout=seconds), values)
            rows = [record.values() async for record in result]
        except BaseException as error:
            # As `async with` would; one that failed or was cancelled is not used again.
            await session.__aexit__(type(error), error, error.__traceback__)  # pyright: ignore[reportUnknownMemberType]
            raise
        self._idle.append(session)
        return rows

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Transaction]:
        """Open a write transaction; it commits at the end of the block and rolls back on any error."""
        try:
            async with (
                self._session("write") as session,
                await session.begin_transaction(timeout=_WRITE_SECONDS) as inner,
            ):
                yield Transaction(inner)
                await inner.commit()
        except WhofinedError:
            raise
        except (DriverError, Neo4jError, OSError) as error:
            raise _translate(error, self.connection.uri) from error

    async def script(self, text: LiteralString) -> None:
        """Run one schema command of a migration in its own transaction."""
        try:
            async with self._session("write") as session:
                await (await session.run(text)).consume()
        except (DriverError, Neo4jError, OSError) as error:
            raise _translate(error, self.connection.uri) from error

    async def explain(self, text: LiteralString, parameters: dict[str, Any]) -> neo4j.ResultSummary:
        """Plan a statement without running it: query type, plan, notifications."""
        async with self._driver.session(  # pyright: ignore[reportUnknownMemberType]
            database=self.connection.database, notifications_min_severity="INFORMATION"
        ) as s:
            return await (await s.run("EXPLAIN " + text, parameters)).consume()

    async def wait(self, seconds: float) -> None:
        """Wait until the graph answers; raises ``DatabaseUnavailable`` when it has not after that time."""
        deadline = asyncio.get_running_loop().time() + seconds
        while True:
            try:
                await self._driver.verify_connectivity()  # pyright: ignore[reportUnknownMemberType]
            except (DriverError, Neo4jError, OSError) as error:
                translated = _translate(error, self.connection.uri)
                late = asyncio.get_running_loop().time() > deadline
                if late or not isinstance(translated, DatabaseUnavailable):
                    raise translated from error
                await asyncio.sleep(0.1)
            else:
                return
