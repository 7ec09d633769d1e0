"""The command line reads with a model where it is told to."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli.main import app
from tests.unit.llm import stub
from tests.unit.llm.stub import KEY, Says, claims, party, row

TEXT = "The CNIL fined Clearview AI €20 million."
FINE = row("The CNIL fined Clearview AI", party("CNIL", "regulator"), party("Clearview AI", "company"))
INVENTED = FINE | {"quote": "The CNIL fined Clearview AI again"}
COUNTS = "The language model: claims 1, dropped quotes 1, requests 1."

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command over a file with the text, and a model that answers so."""
    file = tmp_path / "news.txt"
    file.write_text(TEXT, encoding="utf-8")

    def run(*words: str, says: Says) -> Result:
        with stub.serving(says) as server:
            monkeypatch.setenv("WHOFINED_HOME", str(tmp_path / "home"))
            monkeypatch.setenv("WHOFINED_LLM_URL", server.url)
            monkeypatch.setenv("WHOFINED_LLM_MODEL", "m")
            monkeypatch.setenv("WHOFINED_LLM_KEY", KEY)
            return CliRunner().invoke(app, [*words, str(file), "--extractor", "llm"])

    return run


def test_extract_prints_what_stands_and_counts_the_rest(run: Run) -> None:
    """Claims as with the rules to standard output, counts to standard error."""
    result = run("extract", says=claims(FINE, INVENTED))
    assert (result.exit_code, result.stderr.strip()) == (0, COUNTS)
    [line] = result.stdout.splitlines()
    said = json.loads(line)
    assert (said["relation"], said["subject"]["id"], said["object"]["id"]) == (
        "FINED",
        "cnil-fr",
        "clearview-ai",
    )
    assert said["quote"] == TEXT[said["start"] : said["end"]]
    assert said["extractor"].startswith("llm/m/")


def test_a_dry_run_shows_the_counts(run: Run) -> None:
    """What would be claimed, without a database."""
    result = run("ingest", "--dry-run", says=claims(FINE, INVENTED))
    assert result.exit_code == 0
    assert COUNTS in result.stderr
    assert "1 documents, 1 claims. Dry run: nothing was written." in result.stdout


def test_a_model_that_fails_fails_the_document(run: Run) -> None:
    """With the reason, exit status 1, and no key."""
    for command in (("extract",), ("ingest", "--dry-run")):
        result = run(*command, says=Says(KEY.encode(), 401))
        assert result.exit_code == 1
        assert "HTTP 401" in result.stderr
        assert KEY not in result.output
