"""`whofined import --dry-run` against a graph that has no schema yet."""

import asyncio
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from app.cli.main import app
from graph import migrations
from graph.connection import Connection
from graph.store import Store
from tests.soak.snapshot import difference, snapshot

MAPPING = """
name: mine
title: My list
publisher: Me
table: {format: csv}
properties:
  authority: {column: who}
  target: {column: whom}
  kind: {literal: fine}
  date: {column: when}
"""


async def test_a_graph_without_schema_is_told_and_left_alone(
    store: Store, connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every row would be new; nothing is written and no migration applied."""
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(connection, name))
    monkeypatch.setenv("WHOFINED_HOME", str(tmp_path / "home"))
    (tmp_path / "mine.yaml").write_text(MAPPING)
    (tmp_path / "list.csv").write_text("who,whom,when\nico-uk,Acme Ltd,2021-05-13\n")
    words = [
        "import",
        str(tmp_path / "list.csv"),
        "--mapping",
        str(tmp_path / "mine.yaml"),
        "--dry-run",
        "--json",
    ]
    await store.script("MATCH (m:_Migration) DETACH DELETE m")
    try:
        before = await snapshot(connection)
        done = await asyncio.to_thread(CliRunner().invoke, app, words)
        assert done.exit_code == 0, done.output
        told = orjson.loads(done.stdout)
        assert (told["rows"], told["new"], told["dry_run"]) == (1, 1, True)
        assert told["note"].startswith("the graph lacks ")
        assert difference(before, await snapshot(connection)) == []
        assert len(await migrations.check(store)) == len(migrations.migrations())
    finally:
        await migrations.migrate(store)
