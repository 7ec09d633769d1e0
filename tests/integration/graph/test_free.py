"""Cypher that a caller wrote: what reads is answered within its limits, all else is refused and changes nothing."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from graph import free
from graph.errors import DatabaseUnavailable, InvalidInput
from graph.free import Free, examine
from graph.store import Store

_LONG = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c RETURN count(*)"
)

WRITES = (
    "CREATE (n:Attack)",
    "create(n:Attack)",
    "MERGE (n:Attack)",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Fact) SET n.x = 1",
    "MATCH (n:Fact) SET n:Attack",
    "MATCH (n:Fact) REMOVE n.status",
    "MATCH (n:Fact) FOREACH (x IN [1] | SET n.x = x)",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN 1",
    "CALL () { CREATE (n:Attack) RETURN n } RETURN n",
    "CALL { CREATE (n:Attack) } RETURN 1",
    "RETURN COUNT { CREATE (n:Attack) RETURN n }",
    "RETURN EXISTS { MERGE (n:Attack) RETURN n }",
    "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10 ROWS",
    "UNWIND [1] AS x CALL (x) { CREATE (:Attack {x: x}) } IN CONCURRENT TRANSACTIONS",
    "RETURN 1 UNION CREATE (n:Attack) RETURN 1",
    "MATCH (n) WITH n LIMIT 1 INSERT (:Attack)",
    "MATCH /* a comment */ (n) /* another */ SET n.x = 1",
    "MATCH (n) // a line\nSET n.x = 1",
    "MATCH (n) /**/SET/**/ n.x = 1",
    "MATCH (n)\tSET\tn.x = 1",
    "MATCH (n)\u00a0SET\u00a0n.x = 1",
    "MATCH (n)\u2003SET n.x = 1",
    "MATCH (n) S\\u0045T n.x = 1",
    "MATCH (n) \\u0053ET n.x = 1",
    "\ufeffCREATE (n:Attack)",
    "ＣＲＥＡＴＥ (n:Attack)",
    "RETURN 1; CREATE (n:Attack)",
    "RETURN 1;\nCREATE (n:Attack);",
    "RETURN '\\'; CREATE (n:Attack)' ; CREATE (n:Attack)",
    'RETURN "a" /* " */ CREATE (n:Attack)',
    "RETURN 1 /* open CREATE (n:Attack)",
    "RETURN '\\\\' CREATE (n:Attack) RETURN ''",
    "RETURN `a``` CREATE (n:Attack)",
)
SCHEMA = (
    "CREATE INDEX attack FOR (n:Attack) ON (n.x)",
    "DROP INDEX fact_all_date",
    "CREATE CONSTRAINT attack FOR (n:Attack) REQUIRE n.x IS UNIQUE",
    "DROP CONSTRAINT fact_id IF EXISTS",
    "CREATE DATABASE attack",
    "CREATE USER attack SET PASSWORD 'attackattack'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "ALTER USER neo4j SET PASSWORD 'attackattack'",
    "DROP USER neo4j",
    "GRANT ROLE admin TO neo4j",
    "STOP DATABASE neo4j",
)
SERVER = (
    "SHOW USERS",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS YIELD * RETURN *",
    "SHOW PROCEDURES",
    "TERMINATE TRANSACTION 'neo4j-transaction-1'",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message",
    "USE system SHOW USERS",
    "USE system MATCH (n) RETURN n",
    "LOAD CSV FROM 'http://127.0.0.1:7474/' AS row RETURN row",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "MATCH (n) LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "CALL { LOAD CSV FROM 'file:///x' AS row RETURN row } RETURN row",
    "EXPLAIN MATCH (n) RETURN n",
    "PROFILE CREATE (n:Attack)",
    "PROFILE MATCH (n) RETURN n",
    "CYPHER 25 CREATE (n:Attack)",
    "CYPHER runtime=slotted MATCH (n) RETURN n",
    "CYPHER 5 SHOW USERS",
)
CALLS = (
    "CALL db.clearQueryCaches()",
    "CALL db.createLabel('Attack')",
    "CALL db.createProperty('attack')",
    "CALL db.createRelationshipType('ATTACK')",
    "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
    "CALL db.awaitIndexes(300)",
    "CALL db.ping()",
    "CALL dbms.listConfig()",
    "CALL dbms.components()",
    "CALL dbms.setConfigValue('db.transaction.timeout', '0')",
    "CALL dbms.killQueries(['1'])",
    "CALL dbms.security.createUser('a', 'b')",
    "CALL `dbms`.`components`()",
    "CALL `db`.`clearQueryCaches` ()",
    "CALL db . clearQueryCaches ( )",
    "CALL db./* x */clearQueryCaches()",
    "MATCH (n) CALL db.clearQueryCaches() YIELD value RETURN value",
    "CALL apoc.cypher.doIt('CREATE (n:Attack)', {})",
    "CALL apoc.load.json('http://127.0.0.1/')",
    "RETURN apoc.util.sleep(100000)",
    "RETURN `apoc`.`text`.`join`(['a'], '')",
    "CALL jmx.queryJmx('*:*')",
    "CALL genai.vector.encodeBatch(['a'], 'OpenAI', {})",
    "CALL db.index.fulltext.queryNodes('entity_text', 'a') YIELD node SET node.x = 1",
)
ENDLESS = (
    "RETURN range(1, 1000000000)",
    "RETURN range(1, 10, 0)",
    "RETURN range($low, $high)",
    "UNWIND [1000000000] AS many RETURN size(range(1, many))",
    "RETURN range(1, 10 * 1000 * 1000 * 1000)",
    "RETURN `range`(1, 1000000000)",
    "RETURN reduce(s = 0, x IN range(1, 100000) | s * x)",
    "RETURN reduce(s = 'x', x IN range(1, 60) | s + s)",
    "RETURN REDUCE (s = 'x', x IN range(1, 60) | s + s)",
    "RETURN size([x IN range(0, 99999) WHERE all(y IN range(0, 99999) WHERE y >= 0)])",
    "RETURN [x IN range(0, 99999) | [y IN range(0, 99999) | y]]",
    "RETURN [x IN range(0, 99999) | any(y IN range(0, 99999) WHERE y < 0)]",
    "RETURN any(x IN range(0, 99999) WHERE none(y IN range(0, 99999) WHERE y = -x))",
    "RETURN [x IN range(0, 99999) | COUNT { MATCH (a)-[*1..9]-(b) }]",
    "RETURN [x IN range(0, 99999) | COLLECT { MATCH (a), (b) RETURN a }]",
    "MATCH (a) RETURN [x IN range(0, 99999) | size([(a)-[*1..9]-(b) | b])]",
    "WITH 'x' AS s WITH s + s + s AS s WITH s + s + s AS s WITH s + s + s AS s RETURN size(s)",
    "WITH 'x' AS s RETURN s || s || s || s || s || s || s",
    "WITH 'xxxxxxxx' AS s WITH replace(s, 'x', s) AS s WITH replace(s, 'x', s) AS s RETURN size(s)",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+b'",
    "WITH " + " WITH ".join(["[1] AS l", *["[l, l, l, l, l, l, l, l] AS l"] * 12]) + " RETURN l",
)
READS = (
    "RETURN 1 AS one",
    "MATCH (r:Regulator)-[f:FINED]->(c:Company) RETURN r, f, c LIMIT 2",
    "MATCH p = (:Regulator)-[:FINED]->(:Company) RETURN p LIMIT 1",
    "OPTIONAL MATCH (n:Fact {id: $id}) RETURN n.`set`, n.status",
    "UNWIND range(1, 3) AS x WITH x WHERE x > 1 RETURN collect(x) AS all_of_them",
    "MATCH (f:Fact) CALL (f) { MATCH (f)-[:PARTY]->(e) RETURN count(e) AS parts } RETURN f.id, parts LIMIT 3",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.index.fulltext.queryNodes('entity_text', 'clearview') YIELD node, score RETURN node.id, score",
    "RETURN 'CREATE (n); DROP INDEX x' AS text, \"SET\" AS other // DELETE n",
    "MATCH (n:Fact) RETURN n.`create` AS `delete`, {set: 1} AS map LIMIT 1",
    "RETURN duration.between(date('2022-05-18'), date('2023-10-17')) AS d, point({x: 1, y: 2}) AS p",
    "RETURN datetime('2022-05-18T10:00:00Z') AS t, 0.0 / 0.0 AS nothing, [1.5, null, true] AS list",
)


@pytest.fixture
async def callers(seeded_store: Store) -> AsyncIterator[Free]:
    """Callers' statements over the graph of all records."""
    made = Free(seeded_store.connection, seconds=2.0)
    yield made
    await made.close()


async def counts(store: Store) -> tuple[int, ...]:
    """What an attack would change: nodes, relationships, properties of facts, indexes, labels of attacks."""
    async with store.stream(
        "MATCH (n) RETURN count(n), count {()-->()}, count(CASE WHEN n:Attack OR n.x IS NOT NULL THEN 1 END)",
        {},
        seconds=30,
    ) as (_, rows):
        (nodes,) = [row async for row in rows]
    async with store.stream("SHOW INDEXES YIELD name RETURN count(name)", {}, seconds=30) as (_, rows):
        (indexes,) = [row async for row in rows]
    return (*nodes, *indexes)


async def test_attacks_are_refused_and_change_nothing(callers: Free, seeded_store: Store) -> None:
    """Whatever writes, shows or steers the server, reaches outside, or hides that it does."""
    before = await counts(seeded_store)
    let_through: list[str] = []
    attacks = (*WRITES, *SCHEMA, *SERVER, *CALLS, *ENDLESS)
    assert len(attacks) >= 100
    for attack in attacks:
        try:
            await callers.run(attack, {"low": 1, "high": 10})
        except InvalidInput:
            continue
        let_through.append(attack)
    assert let_through == []
    assert await counts(seeded_store) == before


@pytest.mark.parametrize("statement", READS)
async def test_reads_are_answered(callers: Free, statement: str) -> None:
    """Also those that have the words of writes as names or texts."""
    table = await callers.run(statement, {"id": "clearview-uk-2022"})
    assert table.rows
    assert table.truncated is None


async def test_values(callers: Free) -> None:
    """Nodes with labels and properties, relationships with the ids of their ends, paths, times, numbers."""
    path = "MATCH p = (:Regulator {id: 'ico-uk'})-[f:FINED]->(c:Company {id: 'clearview-ai'}) RETURN p, f, c LIMIT 1"
    ((found, fine, firm),) = (await callers.run(path, {})).rows
    assert "Company" in firm["labels"]
    assert firm["properties"]["id"] == "clearview-ai"
    assert (fine["type"], fine["start"], fine["end"]) == ("FINED", "ico-uk", "clearview-ai")
    assert found["relationships"] == [fine]
    assert found["nodes"][1] == firm
    times = "RETURN date('2022-05-18'), duration('P1D'), 0.0 / 0.0, point({x: 1.0, y: 2.0})"
    ((day, length, nothing, point),) = (await callers.run(times, {})).rows
    assert (day, length, nothing) == ("2022-05-18", "P1D", None)
    assert point["coordinates"] == [1.0, 2.0]


async def test_limits(callers: Free) -> None:
    """More rows, columns or bytes than are given: cut and said so, or refused."""
    rows = await callers.run("UNWIND range(1, 5000) AS x RETURN x", {})
    assert (len(rows.rows), rows.truncated) == (free.ROWS, "rows")
    exact = await callers.run(f"UNWIND range(1, {free.ROWS}) AS x RETURN x", {})
    assert (len(exact.rows), exact.truncated) == (free.ROWS, None)
    large = await callers.run("UNWIND range(1, 900) AS x RETURN $text AS s", {"text": "x" * 20_000})
    assert large.truncated == "bytes"
    assert 0 < len(large.rows) < 900
    columns = ", ".join(f"{at} AS c{at}" for at in range(free.COLUMNS + 1))
    with pytest.raises(InvalidInput, match="columns"):
        await callers.run(f"RETURN {columns}", {})
    with pytest.raises(InvalidInput, match="characters"):
        await callers.run("RETURN 1 //" + "x" * free.LONGEST, {})
    with pytest.raises(InvalidInput, match="parameter"):
        await callers.run("RETURN $missing", {})
    same = "MATCH (a:Court), (b:Court) MATCH p = allShortestPaths((a)-[*]-(b)) RETURN p"
    for mistaken in ("RETURN (", "RETURN 1 / 0", same):
        with pytest.raises(InvalidInput, match="statement"):
            await callers.run(mistaken, {})


async def test_others_wait_for_a_moment_only(callers: Free) -> None:
    """Where all the room is taken it is said so, and the next one is let in again."""
    slow = [asyncio.create_task(callers.run(_LONG, {})) for _ in range(free._POOL)]
    await asyncio.sleep(0.2)
    with pytest.raises(DatabaseUnavailable):
        await callers.run("RETURN 1", {})
    await asyncio.gather(*slow, return_exceptions=True)
    assert (await callers.run("RETURN 1", {})).rows == [[1]]


def test_texts_are_examined_before_anything_is_asked() -> None:
    """The first layer alone refuses what hides a word."""
    for text in ("", "  // nothing", "RETURN 'open", "RETURN `open", "RETURN /* open", "RETURN 1; RETURN 2"):
        with pytest.raises(InvalidInput):
            examine(text)
    examine("MATCH (n:`Set`) WHERE n.load = 'x' RETURN n.`use` AS `show` // fine")
