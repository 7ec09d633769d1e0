"""`whofined extract`: NDJSON with exact offsets, from files, folders and standard input, without a database."""

import json
import os
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


def test_a_name_that_is_no_utf_8_ends_nothing(tmp_path: Path) -> None:
    """It is shown with its bytes escaped, and the files after it are read."""
    for name in (b"caf\xe9.txt", b"z.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(tmp_path)])
    assert result.exit_code == 0
    assert [str(row["document"]).rpartition("/")[2] for row in rows(result.stdout)] == [
        r"caf\xe9.txt",
        "z.txt",
    ]


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    """A text in another language on standard error, an office document as a failure."""
    german = "Die Aufsichtsbehörde hat gegen die Beispiel GmbH eine Geldbuße von 2 Millionen Euro verhängt."
    (tmp_path / "a.txt").write_text(german, encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "a.txt: not read: the text is in German (de); the rules read English only" in result.stderr
    (tmp_path / "a.txt").write_text(r"{\rtf1\ansi The ICO fined Acme Ltd £1m.}", encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "this is an RTF file, which is not read" in result.stderr
