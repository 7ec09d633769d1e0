"""`whofined check` and `whofined seed --dry-run`: no database is needed."""

from pathlib import Path

import orjson
import pytest
import typer
from typer.testing import CliRunner

from app.cli.seed import check, seed
from tests.record_folder import RecordFolder

_APP = typer.Typer()
_APP.command()(check)
_APP.command()(seed)


@pytest.fixture
def folder(tmp_path: Path) -> RecordFolder:
    """A small folder of records that is in order."""
    return RecordFolder(tmp_path)


def test_check_counts_records_that_are_in_order(folder: RecordFolder) -> None:
    """The exit status is 0, and the table names each kind."""
    result = CliRunner().invoke(_APP, ["check", "--records", str(folder.write())])
    assert result.exit_code == 0
    assert "All records are in order." in result.output
    assert "documents" in result.output


def test_check_tells_each_problem_and_fails(folder: RecordFolder) -> None:
    """A script sees exit status 1, a person file, line and reason."""
    path = folder.set("acme-us-2022", status_now="annulled").write()
    result = CliRunner().invoke(_APP, ["check", "--records", str(path)])
    assert result.exit_code == 1
    assert "actions/united-states.yaml:" in result.output
    assert "annulled does not agree with the stages" in result.output


def test_check_speaks_json(folder: RecordFolder) -> None:
    """Problems and counts for scripts."""
    path = folder.set("acme-us-2022", status_now="annulled").write()
    result = CliRunner().invoke(_APP, ["check", "--records", str(path), "--json"])
    answer = orjson.loads(result.output)
    assert result.exit_code == 1
    assert [(one["file"], one["record"]) for one in answer["problems"]] == [
        ("actions/united-states.yaml", "acme-us-2022")
    ]
    assert answer["rows"]["facts"] == 10


def test_a_dry_run_writes_nothing_and_says_so(folder: RecordFolder) -> None:
    """It counts what a load would write."""
    result = CliRunner().invoke(_APP, ["seed", "--records", str(folder.write()), "--dry-run"])
    assert result.exit_code == 0
    assert "Dry run: nothing was written." in result.output


def test_a_dry_run_of_broken_records_names_the_groups_left_out(folder: RecordFolder) -> None:
    """The exit status is 1, and the groups are listed."""
    path = str(folder.set("acme-us-2022", status_now="annulled").write())
    result = CliRunner().invoke(_APP, ["seed", "--records", path, "--dry-run"])
    assert result.exit_code == 1
    assert "Nothing was written of: actions/united-states.yaml." in result.output
    answer = orjson.loads(CliRunner().invoke(_APP, ["seed", "--records", path, "--dry-run", "--json"]).output)
    assert (answer["dry_run"], answer["complete"]) == (True, False)
    assert answer["blocked"] == ["actions/united-states.yaml"]
