"""A graph as a set of lines without the times at which it was written, so that two graphs can be compared."""

from typing import Any, Final

import neo4j
import orjson

from graph.connection import Connection

_TIMES: Final = frozenset(
    "recorded recorded_key changed withdrawn superseded revision noted noted_state edition".split()
)
_NODES: Final = """
MATCH (n) WHERE NOT n:_Migration AND NOT n:_Graph AND NOT n:_AuditEntry AND NOT n:_Change AND NOT n:_FormerFact
RETURN labels(n) AS labels, properties(n) AS properties
"""
_LINKS: Final = """
MATCH (a)-[r]->(b) WHERE NOT a:_Migration AND NOT a:_Graph AND NOT a:_Change
RETURN type(r) AS type, coalesce(a.id, a.key, '') AS source, coalesce(b.id, b.key, '') AS target,
  properties(r) AS properties
"""
_FINES: Final = """
MATCH (f:Fact {relation: 'FINED'}) RETURN split(f.id, '.')[0] AS authority, f.amount_minor AS minor, f.date AS date
"""


async def snapshot(connection: Connection) -> dict[str, list[str]]:
    """Nodes by label and relationships by type, each as a sorted list of lines."""
    found: dict[str, list[str]] = {}
    for row in await rows(connection, _NODES):
        labels = sorted(row["labels"])
        found.setdefault(_kind(labels), []).append(_line(labels, _plain(row["properties"])))
    for row in await rows(connection, _LINKS):
        line = _line(row["source"], row["target"], _plain(row["properties"]))
        found.setdefault(row["type"], []).append(line)
    return {kind: sorted(lines) for kind, lines in sorted(found.items())}


def difference(one: dict[str, list[str]], other: dict[str, list[str]]) -> list[str]:
    """Up to twenty lines that only one of the graphs has, marked by the side on which they are."""
    lines: list[str] = []
    for kind in sorted(one.keys() | other.keys()):
        left, right = one.get(kind, []), other.get(kind, [])
        if left == right:
            continue
        lines += [f"- {kind} {line}" for line in sorted(set(left) - set(right))]
        lines += [f"+ {kind} {line}" for line in sorted(set(right) - set(left))]
        if len(left) != len(right):
            lines.append(f"  {kind}: {len(left)} and {len(right)}")
    return lines[:20]


async def fines(connection: Connection) -> list[tuple[str, int, str]]:
    """Authority, sum in minor units and date of every fine, sorted."""
    return sorted((row["authority"], row["minor"], row["date"]) for row in await rows(connection, _FINES))


async def documents_in(connection: Connection) -> int:
    """How many documents with a text there are."""
    query = "MATCH (d:Document) WHERE d.text_sha256 IS NOT NULL RETURN count(d) AS count"
    return (await rows(connection, query))[0]["count"]


async def rows(connection: Connection, query: str) -> list[dict[str, Any]]:
    """What a query gives, as plain values."""
    driver = neo4j.AsyncGraphDatabase.driver(
        connection.uri, auth=(connection.user, connection.password), notifications_min_severity="OFF"
    )
    async with driver:
        answer = await driver.execute_query(query, database_=connection.database)  # pyright: ignore[reportArgumentType, reportCallIssue]
        return [record.data() for record in answer.records]


def _kind(labels: list[str]) -> str:
    return next(
        (label for label in ("Fact", "Claim", "Document", "Entity") if label in labels), "".join(labels)
    )


def _plain(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in _TIMES}


def _line(*parts: object) -> str:
    return orjson.dumps(parts, option=orjson.OPT_SORT_KEYS, default=str).decode()
