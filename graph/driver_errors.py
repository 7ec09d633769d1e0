"""The project's errors for those of the driver."""

from typing import Any, Final, cast

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError, TransientError

from graph.errors import ConfigurationError, DatabaseUnavailable, InvalidInput, StorageFull

_OF_STATEMENTS: Final = ("Neo.DatabaseError.Statement.", "Neo.TransientError.General.MemoryPoolOutOfMemory")
"""Codes that look like faults of the server, and are of one statement."""

_NO_ROOM: Final = ("No space left", "not enough space", "out of disk space", "disk quota exceeded")
_NO_DATABASE: Final = "Neo.ClientError.Database.DatabaseNotFound"
_TOO_LONG: Final = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
)


def translated(error: Exception, uri: str) -> Exception:
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
    if isinstance(error, Neo4jError) and any(words.lower() in str(error).lower() for words in _NO_ROOM):
        return StorageFull("the disk of the graph is full", where=uri, remedy="free some space")
    if isinstance(error, neo4j.exceptions.DatabaseError):
        # A fault of the database itself, as after a full disk: its supervisor sees to it.
        return DatabaseUnavailable(
            f"the graph has a fault of its own: {error}", where=uri, remedy="read the log of Neo4j"
        )
    if isinstance(error, neo4j.exceptions.ServiceUnavailable | OSError):
        return DatabaseUnavailable(
            f"the graph cannot be reached: {error}", where=uri, remedy="is it running?"
        )
    return error


def of_a_caller(error: Exception, known: Exception) -> Exception:
    """A mistake in a caller's statement is the caller's, and so is one that wants too much memory."""
    code = str(error.code) if isinstance(error, Neo4jError) else ""
    if isinstance(known, DatabaseUnavailable) and not code.startswith(_OF_STATEMENTS):
        return known
    if code.startswith((*_OF_STATEMENTS, "Neo.ClientError.")):
        what = str(cast("Any", error).message)
        return InvalidInput(what, where="statement", remedy="a statement of Cypher that can be run")
    return known
