"""`whofined extract`: NDJSON with exact offsets, from files, folders and standard input, without a database."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli.main import app

TEXT = "The ICO fined Brightloom Ltd £2m on 3 May 2023."


def rows(output: str) -> list[dict[str, object]]:
    """The objects of an NDJSON output."""
    return [json.loads(line) for line in output.splitlines()]


@pytest.mark.parametrize("head", ["", "URL: https://example.org/2023/05/03/story\n"])
def test_a_file_gives_claims_with_offsets_after_its_head(tmp_path: Path, head: str) -> None:
    """A first line with the address is no part of the text."""
    path = tmp_path / "story.txt"
    path.write_text(head + TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(path)])
    (row,) = rows(result.stdout)
    assert result.exit_code == 0
    assert (row["relation"], row["amount"], row["currency"], row["date"]) == (
        "FINED",
        2_000_000,
        "GBP",
        "2023-05-03",
    )
    start, end = row["start"], row["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert TEXT[start:end] == row["quote"]


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    """Every document of a folder is read, sorted by name."""
    for name in ("b.txt", "a.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(tmp_path)])
    assert [Path(str(row["document"])).name for row in rows(result.stdout)] == ["a.md", "b.txt"]


def test_a_document_that_fails_is_named_and_the_rest_is_done(tmp_path: Path) -> None:
    """One bad file ends with status 1, after the good ones."""
    (tmp_path / "bad.txt").write_text(" ", encoding="utf-8")
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(tmp_path)])
    assert result.exit_code == 1
    assert len(rows(result.stdout)) == 1
    assert "bad.txt" in result.stderr


def test_a_table_for_people() -> None:
    """Standard input and a table."""
    result = CliRunner().invoke(app, ["extract", "-", "--table", "--asserted"], input=TEXT)
    assert result.exit_code == 0
    assert "FINED" in result.stdout
    assert "Brightloom" in result.stdout
