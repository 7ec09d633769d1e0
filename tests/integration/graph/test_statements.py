"""Every statement, on a real server: it compiles, returns what its row type says, and finds its way by an index."""

import re
from dataclasses import fields
from typing import Any

import pytest

from graph import statement as loader
from graph.model import EntityRow, Plan
from graph.statement import Statement
from graph.store import Store
from graph.writes.apply import apply
from tests.conftest import Slate
from tests.integration.graph.declared import declared, operators, sample

STATEMENTS = declared()
PAGES = [
    one
    for one in STATEMENTS
    if re.fullmatch(r"facts/(page|count)", one.name) and not re.search(r"\$(text|anchors|few)\b", one.text)
]
WRITES = [one for one in STATEMENTS if one.name.startswith("write/")]
SCAN = re.compile(r"\w*Scan")
ORDERING = re.compile(r"(?:Partial)?(?:Sort|Top)\w*")


def name(statement: Statement[Any, Any]) -> str:
    """A statement as it is called in a test's id, its variants told apart."""
    variants = [
        f"{key}={value}"
        for choice in loader.source(statement.name).choices()
        for key, value in choice.items()
        if loader.source(statement.name).fill(choice) == statement.text
    ]
    return "-".join([statement.name, *variants])


_EXPLAINED: dict[str, Any] = {}


async def explained(statement: Statement[Any, Any], store: Store) -> Any:
    """The server's answer to EXPLAIN; asked for once, since planning is what takes time."""
    if statement.text not in _EXPLAINED:
        _EXPLAINED[statement.text] = await store.explain(statement.text, sample(statement))
    return _EXPLAINED[statement.text]


def test_every_file_is_used() -> None:
    """Each file, in each of its variants, is declared by some module: no statement is dead."""
    written = {
        (source.name, source.fill(choice))
        for source in map(loader.source, loader.names())
        for choice in source.choices()
    }
    assert written == {(one.name, one.text) for one in STATEMENTS}


@pytest.mark.parametrize("statement", STATEMENTS, ids=name)
async def test_statement_is_what_it_says(statement: Statement[Any, Any], seeded_store: Store) -> None:
    """It compiles without a notification, its columns are the fields of its row, it reads or writes as declared."""
    summary = await explained(statement, seeded_store)
    assert [one.status_description for one in summary.gql_status_objects if one.is_notification] == []
    assert summary.query_type == {"read": "r", "write": "rw"}[statement.mode]
    root, details = next(operators(summary.plan))
    columns = details.split(", ") if details else []
    assert root == "ProduceResults"
    assert columns == [field.name for field in fields(statement.row)]


@pytest.mark.parametrize("statement", [one for one in STATEMENTS if loader.source(one.name).hot], ids=name)
async def test_hot_statement_starts_at_an_index(statement: Statement[Any, Any], seeded_store: Store) -> None:
    """No operator reads all nodes or all relationships of a kind."""
    summary = await explained(statement, seeded_store)
    assert [one for one in operators(summary.plan) if SCAN.fullmatch(one[0])] == []


@pytest.mark.parametrize("statement", PAGES, ids=name)
async def test_order_of_a_page_comes_from_the_index(
    statement: Statement[Any, Any], seeded_store: Store
) -> None:
    """Facts are read in order; nothing sorts them."""
    summary = await explained(statement, seeded_store)
    sorting = [one for one in operators(summary.plan) if ORDERING.fullmatch(one[0])]
    assert [
        details
        for _, details in sorting
        if re.search(r"\b[fp]\.|key", details.replace("d.published_key", ""))
    ] == []


@pytest.fixture
async def entities_only(slate: Slate) -> Store:
    """A graph as it is when a first load reaches its first fact: entities, and not one relationship."""

    async def fill(store: Store) -> None:
        rows = [EntityRow(f"e{n}", "company", f"Company {n}") for n in range(500)]
        await apply(store, Plan("entities", tuple(rows)))

    return await slate.hold("entities", fill)


@pytest.mark.parametrize("statement", WRITES, ids=name)
async def test_write_seeks_in_a_graph_without_facts(
    statement: Statement[Any, Any], entities_only: Store
) -> None:
    """Planned while there are many entities and no facts yet, a write still reads what it was given and no more."""
    summary: Any = await entities_only.explain(statement.text, sample(statement))
    assert [one for one in operators(summary.plan) if SCAN.fullmatch(one[0])] == []
