"""The pack for Neo4j Browser: its queries find something and start at an index; what is drawn explains itself."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.browser_pack import FAVOURITES, GUIDE, STEPS, files, link, queries
from graph.connection import Connection
from graph.free import Free
from graph.store import Store
from graph.vocabulary import KINDS, RELATIONS
from tests.integration.app.test_cli import whofined
from tests.requirements import CHECKOUT

SEEKS = (
    "NodeIndexSeek",
    "NodeUniqueIndexSeek",
    "NodeIndexSeekByRange",
    "ProcedureCall",
    "DirectedRelationshipIndexSeek",
)


async def table(store: Store, text: str) -> list[list[Any]]:
    """All rows of a statement as plain values."""
    async with store.stream(text, {}, seconds=60) as (_, rows):  # pyright: ignore[reportArgumentType] - a file's text
        return [row async for row in rows]


@pytest.mark.parametrize("name", queries())
async def test_a_saved_query(seeded_store: Store, name: str) -> None:
    """It is read-only, starts at an index, and draws something."""
    one = queries()[name]
    assert one.title
    assert one.shows
    plan = await seeded_store.plan(one.text, {}, seconds=60)  # pyright: ignore[reportArgumentType] - a file's text
    assert plan.kind == "r"
    leaves = [operator.partition("@")[0] for operator, _ in plan.operators]
    assert "AllNodesScan" not in leaves
    assert "NodeByLabelScan" not in leaves
    assert any(leaf.startswith(SEEKS) for leaf in leaves), leaves
    rows = await table(seeded_store, one.text)
    assert any(value is not None for row in rows for value in row)


async def test_captions(seeded_store: Store) -> None:
    """Each node of the field has one, each fine its sum, currency, date, status and source."""
    found = await table(seeded_store, "MATCH (f:Fact {id: 'clearview-uk-2022'}) RETURN f.caption")
    assert found == [["ICO fined Clearview AI £7.6m"]]
    stages = await table(
        seeded_store, "MATCH (:Fact {id: 'clearview-uk-2022'})-[:HAS_STAGE]->(s) RETURN collect(s.caption)"
    )
    assert "annulled 2023" in stages[0][0]
    bare = await table(
        seeded_store,
        "MATCH (n:Entity|Fact|Stage|Case|Document|Claim) WHERE coalesce(n.caption, '') = '' RETURN count(n)",
    )
    assert bare == [[0]]
    ((fine,),) = await table(
        seeded_store,
        "MATCH (:Regulator {id: 'ico-uk'})-[r:FINED]->(:Company {id: 'clearview-ai'}) RETURN properties(r)",
    )
    assert {"amount", "currency", "date", "status", "source", "caption"} <= fine.keys()
    assert fine["caption"] == "fined £7.6m 2022"
    assert fine["source"].startswith("http")


async def test_nothing_internal_between_entities(seeded_store: Store) -> None:
    """What Browser can draw between two entities are relations of the field; internal labels stand apart."""
    types = await table(seeded_store, "MATCH (:Entity)-[r]->(:Entity) RETURN DISTINCT type(r)")
    assert {row[0] for row in types} <= {*RELATIONS, "SUBSIDIARY_OF", "OPERATED_BY"}
    labels = {row[0] for row in await table(seeded_store, "CALL db.labels() YIELD label RETURN label")}
    field = {"Entity", "Document", "Claim", "Fact", "Case", "Stage", *(kind.label for kind in KINDS.values())}
    assert all(label.startswith("_") for label in labels - field), labels - field


async def test_the_committed_pack_is_current() -> None:
    """`make docs` was run after the last change of a query, the guide or the vocabulary."""
    for name, text in files().items():
        assert (CHECKOUT / "docs" / "browser" / name).read_text(encoding="utf-8") == text


def test_the_guide_and_the_style() -> None:
    """Eight steps, each with a query that there is; every kind and every relation has a look."""
    assert len(STEPS) == 8
    assert {step.query for step in STEPS} <= set(queries())
    made = files()
    assert made[GUIDE].count("<slide") == len(STEPS) + 1
    assert made["guide.adoc"].count("[source,cypher]") == len(STEPS)
    assert made[FAVOURITES].count(";\n") == len(queries())
    for kind in KINDS.values():
        assert re.search(rf"node\.{kind.label} {{[^}}]*color: {kind.color};", made["style.grass"])
    assert all(f"relationship.{name} " in made["style.grass"] for name in RELATIONS)


async def test_the_command(seeded: Connection, tmp_path: Path) -> None:
    """It prints a link for each query, one by number, writes the pack, and says what it does not know."""
    status, out, err = await whofined(seeded, "browser", "--write", str(tmp_path / "pack"))
    assert status == 0, err
    assert {path.name for path in (tmp_path / "pack").iterdir()} == set(files())
    status, out, err = await whofined(seeded, "browser", "nonsense")
    assert (status, out) == (2, b"")
    assert "no query" in err
    assert link("http://b/browser/?x=1", "RETURN 1").endswith("x=1&cmd=edit&arg=RETURN%201")


async def test_the_guide_over_http(api: httpx.AsyncClient) -> None:
    """The service gives the guide to a page of Neo4j Browser."""
    answer = await api.get("/browser/guide.html")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.text == files()[GUIDE]
    assert (await api.get("/browser/style.grass")).status_code == 200
    assert (await api.get("/browser/other")).status_code == 404


async def test_free_cypher_takes_them(seeded_store: Store) -> None:
    """What is saved for Browser may also be sent to the service, where that is allowed."""
    callers = Free(seeded_store.connection)
    try:
        for one in queries().values():
            assert (await callers.run(one.text, {})).rows
    finally:
        await callers.close()
