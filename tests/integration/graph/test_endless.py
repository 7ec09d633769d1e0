"""Cypher that a caller wrote and that has no end: it is ended, on the server too.

It fills the server's processor and memory, so it runs on the worker's own server: tests of others would wait for it.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import LiteralString

import pytest

from graph.errors import InvalidInput
from graph.free import Free
from graph.store import Store
from tests.conftest import Slate

_BIG = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c"


SLOW = (
    f"{_BIG} RETURN count(*)",
    f"{_BIG} RETURN a, b, c ORDER BY a * b * c DESC LIMIT 1",
    f"{_BIG} WITH collect(a) AS many RETURN size(many)",
    f"{_BIG} RETURN count(DISTINCT [a, b, c])",
    "MATCH (a), (b), (c), (d), (e) WHERE a.x = b.x RETURN count(*)",
    "MATCH p = (a)-[*1..30]-(b) RETURN count(p)",
    "MATCH p = (a)-[*]-(b) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY size(ids) DESC LIMIT 1",
    "MATCH (a:Entity) RETURN sum(size([(a)-[*1..12]-(b) | 1]))",
    "MATCH (a:Entity), (b:Entity) WHERE a <> b MATCH p = allShortestPaths((a)-[*]-(b)) RETURN sum(length(p))",
    "MATCH (a:Fact) WHERE COUNT { (a)-[*1..12]-() } > 100000000 RETURN a",
)


_DENSE: tuple[LiteralString, ...] = (
    "UNWIND range(0, 299) AS n CREATE (:Entity {id: 'e' + toString(n), position: n, x: n % 2})",
    """
    MATCH (a:Entity)
    UNWIND [1, 7, 31] AS step
    MATCH (b:Entity {id: 'e' + toString((a.position + step) % 300)})
    CREATE (a)-[:KNOWS]->(b)
    """,
    """
    UNWIND range(0, 99) AS n
    MATCH (a:Entity {id: 'e' + toString(n)}), (b:Entity {id: 'e' + toString(n + 100)})
    CREATE (f:Fact {id: 'f' + toString(n)})
    CREATE (f)-[:PARTY]->(a)
    CREATE (f)-[:PARTY]->(b)
    """,
)


async def _dense(store: Store) -> None:
    """Entities of which each leads to each within some steps, by more ways than could be counted."""
    for text in _DENSE:
        await store.script(text)


@pytest.fixture
async def callers(slate: Slate) -> AsyncIterator[Free]:
    """Callers' statements over a dense graph."""
    store = await slate.hold("dense", _dense)
    made = Free(store.connection, seconds=2.0)
    yield made
    await made.close()


@pytest.mark.parametrize("at", range(len(SLOW)))
async def test_what_has_no_end_is_ended(callers: Free, at: int) -> None:
    """On the server too: nothing of it runs on."""
    begun = time.monotonic()
    with pytest.raises(InvalidInput):
        await callers.run(SLOW[at], {})
    assert time.monotonic() - begun < 8
    seconds = 0
    while running := await _running(callers):
        assert seconds < 10, running
        await asyncio.sleep(1)
        seconds += 1


async def _running(callers: Free) -> list[str]:
    text = "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery"
    async with callers._store.stream(text, {}, seconds=10) as (_, rows):
        return [row[0] async for row in rows if "SHOW TRANSACTIONS" not in row[0] and row[0]]
