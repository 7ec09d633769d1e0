"""The schema of an empty graph, made at once: what the commands of all migrations come to."""

import pytest

from graph.anew import whole
from graph.migrations import migrations

_INDEX = "CREATE INDEX one IF NOT EXISTS FOR (n:N) ON (n.x)"
_LATER = "CREATE INDEX one IF NOT EXISTS FOR (n:N) ON (n.y)"
_RULE = "CREATE CONSTRAINT two IF NOT EXISTS FOR (n:N) REQUIRE n.id IS UNIQUE"


def test_what_went_is_not_made() -> None:
    """What was made, went, and was made again is what came last."""
    found = whole([_INDEX, _RULE, "DROP INDEX one IF EXISTS"])
    assert found is not None
    assert found.schema == (_RULE,)
    found = whole([_INDEX, "DROP INDEX one IF EXISTS", _RULE, _LATER, _INDEX])
    assert found is not None
    assert found.schema == (_RULE, _LATER)


def test_names_are_made_known() -> None:
    """Each by its procedure."""
    found = whole(["CALL db.createLabel('A')", "CALL db.createProperty('b')", "CALL db.createLabel('C')"])
    assert found is not None
    assert found.names == {"db.createLabel": ["A", "C"], "db.createProperty": ["b"]}


@pytest.mark.parametrize(
    "command",
    [
        "MATCH (f:Fact) WHERE f.x IS NULL CALL (f) { SET f.x = 1 } IN TRANSACTIONS OF 5000 ROWS",
        "MATCH (n:Graph) SET n:_Graph REMOVE n:Graph",
        "MATCH (old:Graph) WHERE EXISTS { MATCH (:_Graph {id: old.id}) } DETACH DELETE old",
        "MATCH (a)-[old:OF]->(b) CALL (a, old, b) { CREATE (a)-[:_OF]->(b) DELETE old } IN TRANSACTIONS",
    ],
)
def test_what_an_empty_graph_does_not_have_is_left_out(command: str) -> None:
    """There is nothing that it could change."""
    found = whole([_INDEX, command])
    assert found is not None
    assert found.schema == (_INDEX,)


@pytest.mark.parametrize(
    "command",
    [
        "MERGE (x:Other {id: 'x'})",
        "MATCH (g:_Graph {id: 'graph'}) SET g.kept = 1",
        "MATCH (n) SET n.kept = 1",
        "CREATE (x:Other)",
        "UNWIND [1] AS x MERGE (:Other {id: x})",
        "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
        "CREATE INDEX one FOR (n:N) ON (n.x)",
        "DROP INDEX one",
        "OPTIONAL MATCH (f:Fact) CREATE (:Other)",
    ],
)
def test_what_does_more_is_left_to_the_long_way(command: str) -> None:
    """A command of another kind: nobody knows what it comes to."""
    assert whole([_INDEX, command]) is None


def test_all_that_ships_is_understood() -> None:
    """A new graph is made at once."""
    assert whole(command for one in migrations() for command in one.commands) is not None
