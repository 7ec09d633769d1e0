"""Commands that read the graph: export in every form, and the check of the schema."""

import asyncio
import csv
import io
import os
import sys
from pathlib import Path

import httpx
import orjson
import pytest

from graph.connection import Connection
from tests.requirements import CHECKOUT
from tests.service import walk


async def whofined(connection: Connection, *arguments: str) -> tuple[int, bytes, str]:
    """Exit status, standard output and standard error of the command on this graph."""
    given = {
        "NEO4J_URI": connection.uri,
        "NEO4J_USER": connection.user,
        "NEO4J_PASSWORD": connection.password,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "app.cli.main", *arguments,
        cwd=CHECKOUT, env=os.environ | given, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    return process.returncode or 0, out, err.decode()


@pytest.mark.parametrize("form", ["json", "ndjson", "csv"])
async def test_an_export_holds_what_the_service_says(
    api: httpx.AsyncClient, seeded: Connection, tmp_path: Path, form: str
) -> None:
    """All fines, in the same shape; the file appears whole, beside nothing unfinished."""
    expected = await walk(api, "/v1/fines", sort="date:asc", limit=500, evidence="all")
    target = tmp_path / f"fines.{form}"
    status, _, err = await whofined(seeded, "export", str(target), "--format", form, "--relation", "FINED")
    assert status == 0, err
    assert err.startswith(f"{len(expected)} facts in ")
    assert os.listdir(tmp_path) == [target.name]  # noqa: PTH208 - in a coroutine
    content = target.read_bytes()
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
        assert [row["id"] for row in rows] == [item["id"] for item in expected]
        return
    whole = orjson.loads(content) if form == "json" else None
    assert whole is None or whole["next"] is None
    items = whole["items"] if whole else [orjson.loads(line) for line in content.splitlines()]
    assert items == expected


async def test_an_export_to_standard_output(seeded: Connection) -> None:
    """``-`` writes to the pipe and says nothing else there."""
    status, out, _ = await whofined(seeded, "export", "--relation", "SCRAPED")
    assert status == 0
    assert {item["relation"] for item in orjson.loads(out)["items"]} == {"SCRAPED"}


async def test_the_schema_is_checked(seeded: Connection) -> None:
    """Status 0 where nothing is to do; a wrong password is one line."""
    status, out, _ = await whofined(seeded, "migrate", "--check")
    assert (status, out) == (0, b"The schema is up to date.\n")
    wrong = Connection(seeded.uri, seeded.user, "wrong")
    status, _, err = await whofined(wrong, "migrate", "--check")
    assert (status, err.count("\n")) == (2, 1)
    assert "NEO4J_PASSWORD" in err
