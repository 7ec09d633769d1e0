"""Exports that rebuild the graph: a script of Cypher and tables for bulk import, each loaded into an empty server."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import httpx

from app.formats.admin_import import arguments
from app.formats.property_graph import PropertyGraph
from graph.script import literal
from graph.server import admin
from graph.server.instance import LocalServer
from graph.server.progress import Silent
from graph.store import Store

ASKED = {"party": "clearview-ai"}
_NODES = "MATCH (n:Entity|Document|Case|Fact|Claim) RETURN labels(n), properties(n)"
_LINKS = "MATCH (a)-[r]->(b) RETURN type(r), a.id, b.id, properties(r)"

Lines = tuple[list[str], list[str]]


async def exported(client: httpx.AsyncClient, form: str) -> bytes:
    """The export of everything about one firm."""
    answer = await client.get("/v1/export", params={**ASKED, "format": form})
    assert answer.status_code == 200, answer.text
    assert "filename=" in answer.headers["content-disposition"]
    return answer.content


def line(*values: Any) -> str:
    """Values as one line, so that graphs can be compared as sets of lines."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


async def held(store: Store) -> Lines:
    """What a graph holds."""

    async def rows(text: Any) -> list[list[Any]]:
        async with store.stream(text, {}, seconds=60) as (_, found):
            return [row async for row in found]

    nodes = [line(sorted(labels), properties) for labels, properties in await rows(_NODES)]
    return sorted(nodes), sorted(line(*row) for row in await rows(_LINKS))


async def expected(client: httpx.AsyncClient) -> Lines:
    """What the exported facts are, taken apart."""
    items = [json.loads(row) for row in (await exported(client, "ndjson")).splitlines()]
    assert len(items) > 20
    nodes, links = PropertyGraph().parts(items)
    return (
        sorted(
            line(sorted(filter(None, [node.label, node.kind])), {"id": node.id, **node.properties})
            for node in nodes
        ),
        sorted(line(link.type, link.start, link.end, link.properties) for link in links),
    )


async def same(client: httpx.AsyncClient, store: Store) -> None:
    """A graph holds what was exported, and nothing else."""
    for made, wanted in zip(await held(store), await expected(client), strict=True):
        assert sorted(set(made) ^ set(wanted))[:6] == []
        assert made == wanted


async def test_a_script_of_cypher(api: httpx.AsyncClient, store: Store) -> None:
    """Run on an empty graph it gives the nodes and relationships that were exported, and nothing else."""
    script = (await exported(api, "cypher")).decode()
    for statement in script.split(";\n"):
        if statement.strip():
            await store.script(statement)  # pyright: ignore[reportArgumentType] - a script that was just made
    await same(api, store)


async def test_tables_for_bulk_import(api: httpx.AsyncClient, tmp_path: Path) -> None:
    """Neo4j's own tool makes an equal graph of them."""
    with zipfile.ZipFile(io.BytesIO(await exported(api, "neo4j-admin"))) as packed:
        assert "neo4j-admin database import full" in packed.read("README.txt").decode()
        packed.extractall(tmp_path / "tables")
    given = [
        f"{name}={tmp_path / 'tables' / value}" if value.endswith(".csv") else one
        for one in arguments()
        for name, _, value in [one.partition("=")]
    ]
    server = LocalServer(tmp_path / "server")
    server.recipe.layout.create()
    words = ["database", "import", "full", *given, "--overwrite-destination", "neo4j"]
    admin._admin(server.recipe, words, Silent())
    with server:
        async with Store(server.connection) as store:
            await store.wait(30)
            await same(api, store)


def test_values_are_written_so_that_none_can_end_its_literal() -> None:
    """Texts with quotes, backslashes and line breaks, names with backticks, what is no number."""
    assert literal({"a b`": ["'", '"', "\\", "\n", None, True, 1.5, float("nan"), 3]}) == (
        '{`a b```: ["\'", "\\"", "\\\\", "\\n", null, true, 1.5, null, 3]}'
    )
