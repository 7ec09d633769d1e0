"""Cypher that a caller wrote, let through by layers: it reads, it ends, and it brings back a bounded answer.

1. The text: one statement, of clauses that read; no prefix, no other language version, no escape that hides a word;
   and nothing that grows or runs without end within one expression, for there the server looks at no clock.
2. The plan (EXPLAIN, which runs nothing): a read by Neo4j's own judgement; procedures of a short list only.
3. The run: READ access, a pool of its own, a time limit that the server keeps, rows and bytes counted as they come.

Neo4j Community has no roles: whoever may use this may read everything in the graph, hashes of keys included.
"""

import asyncio
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, LiteralString, cast

import orjson

from graph import bounds
from graph.bounds import refuse
from graph.connection import Connection
from graph.errors import DatabaseUnavailable, InvalidInput
from graph.plain import plain
from graph.store import Store

Json = dict[str, Any]

SECONDS: Final = 5.0
ROWS: Final = 1000
COLUMNS: Final = 50
BYTES: Final = 2 * 1024 * 1024
LONGEST: Final = 10_000
"""Characters of a statement."""
_POOL: Final = 2
"""Statements at once; the pool of the service's own reads is not touched."""

PROCEDURES: Final = frozenset(
    {
        "db.index.fulltext.queryNodes",
        "db.index.fulltext.queryRelationships",
        "db.labels",
        "db.propertyKeys",
        "db.relationshipTypes",
    }
)
"""What CALL may name. All of them only read."""
_NAMESPACES: Final = frozenset(
    {"date", "datetime", "duration", "localdatetime", "localtime", "point", "time"}
)
"""Functions with a dot in their name that come with Cypher and reach nothing."""
_FIRST: Final = frozenset({"call", "match", "optional", "return", "unwind", "with"})
_FORBIDDEN: Final = {
    "alter", "create", "delete", "deny", "detach", "drop", "explain", "foreach", "grant", "insert", "load", "merge",
    "profile", "remove", "revoke", "set", "show", "start", "stop", "terminate", "transactions", "use",
}  # fmt: skip
"""Words that begin what does not read. A property or variable of that name is written in backticks."""
_TOKEN: Final = re.compile(
    r"""
    (?P<comment>//[^\r\n]*|/\*.*?\*/)
  | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<quoted>`(?:[^`]|``)*`)
  | (?P<parameter>\$\w+)
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d[\w.]*)
  | (?P<space>\s+)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, name in backticks, string, number or sign; strings are kept as empty ones."""

    kind: str
    text: str

    @property
    def word(self) -> str:
        """The word in lower case; empty for everything else."""
        return self.text.lower() if self.kind == "word" else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer: ``truncated`` is "rows" or "bytes" where there was more, ``seconds`` how long it took."""

    columns: list[str]
    rows: list[list[Any]]
    truncated: str | None
    seconds: float


def examine(text: str) -> None:
    """Raise ``InvalidInput`` for a text that cannot be a single read."""
    if len(text) > LONGEST:
        raise refuse(f"the statement has more than {LONGEST} characters")
    if "\\u" in text.lower():
        raise refuse("Unicode escapes are not taken: write the letter itself")
    tokens = list(_tokens(text))
    if not tokens:
        raise refuse("there is no statement")
    if tokens[0].word not in _FIRST:
        raise refuse(f"a statement cannot begin with {tokens[0].text!r}")
    for at, token in enumerate(tokens):
        _look_at(tokens, at, token)
    bounds.check([token.text for token in tokens])


def _tokens(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "sign"
        if kind in {"comment", "space"}:
            continue
        if kind == "sign" and found.group() in "'\"`":
            raise refuse("a string, a name in backticks or a comment does not end")
        yield Token(kind, "''" if kind == "string" else found.group())


def _look_at(tokens: list[Token], at: int, token: Token) -> None:
    if token.text == ";":
        raise refuse("a semicolon is not taken: send one statement")
    if token.text == "/" and at + 1 < len(tokens) and tokens[at + 1].text == "*":
        raise refuse("a comment does not end")
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    names = {".", ":", "$", "|", "&", "!"}
    if (
        token.word in _FORBIDDEN
        and not (before and before.text in names)
        and not (after and after.text == ":")
    ):
        raise refuse(
            f"{token.text!r} is not taken; a variable or property of that name is written in backticks"
        )
    if token.word in {"cypher", "periodic"} and before is None:
        raise refuse("prefixes are not taken")
    if after is not None and after.text == "(":
        _called(tokens, at)


def _called(tokens: list[Token], at: int) -> None:
    """Look at the name before a parenthesis: of functions and procedures with a dot only some are taken."""
    parts = [tokens[at].text]
    while at >= 2 and tokens[at - 1].text == ".":
        at -= 2
        parts.insert(0, tokens[at].text)
    if len(parts) == 1 or not all(_is_name(part) for part in parts):
        return
    name = ".".join(part.strip("`") for part in parts)
    if name not in PROCEDURES and parts[0].strip("`").lower() not in _NAMESPACES:
        raise refuse(f"{name} may not be called; of procedures there are {', '.join(sorted(PROCEDURES))}")


def _is_name(text: str) -> bool:
    return text.startswith("`") or text.isidentifier()


def check_plan(kind: str | None, columns: int, operators: Iterator[tuple[str, str]]) -> None:
    """Raise ``InvalidInput`` unless Neo4j itself plans a read, of procedures that are taken, with so many columns."""
    if kind != "r":
        raise refuse("this does not only read")
    if columns > COLUMNS:
        raise refuse(f"{columns} columns; {COLUMNS} at most")
    for operator, details in operators:
        name = operator.partition("@")[0].lower()
        if any(word in name for word in ("loadcsv", "show", "terminate", "transaction")):
            raise refuse(f"{operator.partition('@')[0]} is not taken")
        if name == "procedurecall" and (called := details.partition("(")[0].strip()) not in PROCEDURES:
            raise refuse(
                f"{called} may not be called; of procedures there are {', '.join(sorted(PROCEDURES))}"
            )


class Free:
    """Runs callers' statements over connections of their own; open it with ``async with``."""

    def __init__(self, connection: Connection, *, seconds: float = SECONDS) -> None:
        self._store = Store(connection, pool=_POOL)
        self._room = asyncio.Semaphore(_POOL)
        self._seconds = seconds

    async def close(self) -> None:
        """Close the connections."""
        await self._store.close()

    async def run(self, text: str, parameters: Mapping[str, Any]) -> Table:
        """The rows of a statement that only reads; raises ``InvalidInput`` for any other, and where it takes too long.

        Raises ``DatabaseUnavailable`` where others take all the room.
        """
        examine(text)
        try:
            async with asyncio.timeout(1):
                await self._room.acquire()
        except TimeoutError as error:
            raise DatabaseUnavailable("other statements are running", remedy="try again") from error
        try:
            async with asyncio.timeout(self._seconds + 1):
                return await self._run(cast("LiteralString", text), dict(parameters))
        except TimeoutError as error:
            raise self._late() from error
        finally:
            self._room.release()

    async def _run(self, text: LiteralString, parameters: Json) -> Table:
        clock = asyncio.get_running_loop().time
        begun = clock()
        try:
            plan = await self._store.plan(text, parameters, seconds=self._seconds)
            check_plan(plan.kind, len(plan.columns), iter(plan.operators))
            async with self._store.stream(text, parameters, seconds=self._seconds) as (columns, records):
                rows: list[list[Any]] = []
                size = 0
                truncated = None
                async for record in records:
                    row = [plain(value) for value in record]
                    size += len(orjson.dumps(row))
                    truncated = "rows" if len(rows) == ROWS else "bytes" if size > BYTES else None
                    if truncated:
                        break
                    rows.append(row)
        except DatabaseUnavailable as error:
            if "took too long" in error.what:
                raise self._late() from error
            raise
        return Table(columns, rows, truncated, round(clock() - begun, 3))

    def _late(self) -> InvalidInput:
        return InvalidInput(
            f"the statement was stopped after {self._seconds:g} seconds",
            where="statement",
            remedy="ask for less, or start at an index",
        )
