"""`whofined ingest` and `whofined withdraw` as a person uses them, on a real graph."""

import re
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner, Result

from app.cli.main import app
from graph.connection import Connection
from graph.errors import InvalidInput, NotFound
from graph.store import Store

_FINE = "The Information Commissioner's Office fined Clearview AI £7.5 million on 18 May 2022."
_MORE = "The CNIL fined Clearview AI €20 million on 17 October 2022. It ordered the firm to delete all data."


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, connection: Connection, tmp_path: Path) -> CliRunner:
    """The command line, over the graph of the tests."""
    for name in ("uri", "user", "password"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(connection, name))
    monkeypatch.setenv("WHOFINED_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")
    return CliRunner()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, a copy of one, and two files that are none."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.md").write_text(f"---\ntitle: A fine\npublisher: The Paper\n---\n{_FINE}\n")
    (folder / "b.html").write_text(f"<html><body><p>{_MORE}</p></body></html>")
    (folder / "c.md").write_text(f"---\ntitle: A fine\npublisher: The Paper\n---\n{_FINE}\n")
    (folder / "d.txt").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "e.md").write_text("---\nkind: gossip\n---\nIt fined.\n")
    return folder


async def _invoke(command: CliRunner, *words: str, given: bytes | None = None) -> Result:
    """Run the command in a thread: it has an event loop of its own."""
    import asyncio

    return await asyncio.to_thread(command.invoke, app, words, given)


async def test_a_folder_is_taken_in_and_again_changes_nothing(
    store: Store, command: CliRunner, folder: Path
) -> None:
    """New facts are named, failures are listed with file and reason, and the rest is done; exit status 1."""
    first = await _invoke(command, "ingest", "--json", "--workers", "1", str(folder))
    told = orjson.loads(first.stdout)
    assert first.exit_code == 1
    assert (told["documents"], told["unchanged"]) == (2, 1)
    assert {"ico-uk.fined.clearview-ai.2022", "cnil-fr.fined.clearview-ai.2022"} <= set(told["new"])
    assert [Path(one["document"]).name for one in told["failures"]] == ["d.txt", "e.md"]
    assert "gossip" in told["failures"][1]["reason"]

    again = orjson.loads((await _invoke(command, "ingest", "--json", "--workers", "1", str(folder))).stdout)
    assert (again["documents"], again["unchanged"], again["claims"], again["new"]) == (0, 3, 0, [])
    assert [(Path(one["document"]).name, one["unchanged"]) for one in again["ids"]] == [
        ("a.md", True), ("b.html", True), ("c.md", True),
    ]  # fmt: skip
    assert {one["id"] for one in again["ids"]} == {one["id"] for one in told["ids"]}


async def test_what_was_read_and_skipped_is_told(store: Store, command: CliRunner, folder: Path) -> None:
    """The table has the ids of documents and facts; files that are no documents are counted."""
    (folder / "sheet.ods").write_bytes(b"x")
    done = await _invoke(command, "ingest", "--workers", "1", str(folder))
    assert re.search(r"files skipped\W+1\b", done.stdout)
    assert "ico-uk.fined.clearview-ai.2022" in done.stdout
    told = orjson.loads((await _invoke(command, "ingest", "--json", "--workers", "1", str(folder))).stdout)
    assert [Path(path).name for path in told["skipped"]] == ["sheet.ods"]
    assert all(one["id"][:30] in done.stdout for one in told["ids"])


async def test_other_processes_find_the_same(store: Store, command: CliRunner, folder: Path) -> None:
    """Work is spread over processes, and what they bring is written in the order of the files."""
    for name in ("d.txt", "e.md"):
        (folder / name).unlink()
    done = await _invoke(command, "ingest", "--workers", "2", str(folder))
    assert done.exit_code == 0, done.output
    assert re.search(r"documents read\W+2\b", done.stdout)
    assert re.search(r"documents there already\W+1\b", done.stdout)


async def test_standard_input_with_its_origin(store: Store, command: CliRunner) -> None:
    """What options say goes into the document; a second witness confirms."""
    words = ("ingest", "-", "--json", "--publisher", "The Times", "--kind", "official")
    first = orjson.loads((await _invoke(command, *words, given=_FINE.encode())).stdout)
    other = orjson.loads((await _invoke(command, *words[:3], given=f"{_FINE} So it said.".encode())).stdout)
    assert first["new"] == other["confirmed"] == ["ico-uk.fined.clearview-ai.2022"]


async def test_a_dry_run_needs_no_graph(
    command: CliRunner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prints what would be claimed, and what would fail."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    done = await _invoke(command, "ingest", "--dry-run", str(folder))
    assert done.exit_code == 1
    assert "FINED" in done.stdout
    assert "nothing was written" in done.stdout
    assert "gossip" in done.stderr
    rows = orjson.loads(
        (await _invoke(command, "ingest", "--dry-run", "--json", str(folder / "a.md"))).stdout
    )
    assert [row["relation"] for row in rows["claims"]] == ["FINED"]


async def test_source_bytes_are_kept_where_that_is_set(
    store: Store, command: CliRunner, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Under the data folder; by default nothing is."""
    await _invoke(command, "ingest", str(folder / "b.html"))
    assert not (tmp_path / "home" / "data" / "sources").exists()
    monkeypatch.setenv("WHOFINED_KEEP_SOURCES", "true")
    await _invoke(command, "ingest", str(folder / "b.html"))
    (kept,) = (path for path in (tmp_path / "home" / "data" / "sources").rglob("*") if path.is_file())
    assert kept.read_bytes() == (folder / "b.html").read_bytes()


async def test_a_document_is_withdrawn_with_a_reason(store: Store, command: CliRunner, folder: Path) -> None:
    """Facts that stood on it alone are named; without a reason, or for an unknown document, nothing happens."""
    told = orjson.loads(
        (await _invoke(command, "ingest", "--dry-run", "--json", str(folder / "a.md"))).stdout
    )
    document = told["claims"][0]["document_id"]
    await _invoke(command, "ingest", str(folder / "a.md"))
    assert (await _invoke(command, "withdraw", document, "--reason", " ")).exit_code != 0
    done = await _invoke(command, "withdraw", document, "--reason", "retracted")
    assert done.exit_code == 0, done.output
    assert "ico-uk.fined.clearview-ai.2022" in done.stdout
    unknown = await _invoke(command, "withdraw", "none", "--reason", "retracted")
    assert isinstance(unknown.exception, NotFound)


async def test_a_missing_file_ends_it_before_it_begins(command: CliRunner) -> None:
    """With one line that names it."""
    done = await _invoke(command, "ingest", "no-such-folder")
    assert "no such file" in str(done.exception)


async def test_a_cluster_needs_its_packages(
    store: Store, command: CliRunner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    done = await _invoke(command, "ingest", "--dry-run", "--dask", "tcp://127.0.0.1:1", str(folder))
    assert "whofined[dask]" in str(done.exception)


async def test_a_run_says_who_new_names_may_be(store: Store, command: CliRunner, tmp_path: Path) -> None:
    """Two spellings of a new firm in two articles: both are kept apart, and the pair is named."""
    for at, name in enumerate(("Varnel Biscuits", "Varnell Biscuits")):
        (tmp_path / f"{at}.md").write_text(f"The ICO fined {name} Ltd £{at + 1},200,000 on 3 May 202{at}.\n")
    files = [str(tmp_path / f"{at}.md") for at in range(2)]
    told = orjson.loads((await _invoke(command, "ingest", "--json", "--workers", "1", *files)).stdout)
    assert [(one["left"], one["right"]) for one in told["similar"]] == [
        ("varnel-biscuits-ltd", "varnell-biscuits-ltd")
    ]
    (tmp_path / "2.md").write_text("The ICO fined Varnels Biscuits Ltd £9,000 on 3 May 2024.\n")
    shown = await _invoke(command, "ingest", "--workers", "1", str(tmp_path / "2.md"))
    assert "varnel-biscuits-ltd may be varnels-biscuits-ltd" in shown.stdout


async def test_what_was_withdrawn_is_listed(store: Store, command: CliRunner, folder: Path) -> None:
    """With day and reason; a document that is gone is not withdrawn again, and says since when."""
    none = await _invoke(command, "withdraw", "--list")
    assert none.stdout == "0 documents were withdrawn.\n"
    await _invoke(command, "ingest", str(folder / "a.md"))
    (row,) = await store._read("MATCH (d:Document) RETURN d.id AS id", {}, 10)
    id_ = row[0]
    await _invoke(command, "withdraw", id_, "--reason", "retracted")
    (item,) = orjson.loads((await _invoke(command, "withdraw", "--list", "--json")).stdout)["items"]
    assert (item["id"], item["withdrawn_reason"]) == (id_, "retracted")
    assert "1 document was withdrawn." in (await _invoke(command, "withdraw", "--list")).stdout
    again = await _invoke(command, "withdraw", id_, "--reason", "once more")
    assert "retracted" in str(again.exception)
    assert isinstance((await _invoke(command, "withdraw")).exception, InvalidInput)
