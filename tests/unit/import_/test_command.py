"""What `whofined import` refuses before it needs a graph."""

import json
from pathlib import Path

import pytest

from app.cli.import_ import import_
from app.cli.main import COMMANDS, loaded
from graph.errors import InvalidInput, NotFound
from seed.import_.mapping import mapping


def test_a_file_and_a_mapping_are_needed(tmp_path: Path) -> None:
    """The error names the mappings that come with the project."""
    with pytest.raises(InvalidInput, match="a file and a mapping are needed") as caught:
        import_(str(tmp_path / "list.csv"))
    assert "gdprxiv" in str(caught.value)


def test_an_unknown_mapping_and_a_missing_file_are_named(tmp_path: Path) -> None:
    """Nothing is read of either."""
    with pytest.raises(NotFound, match="no mapping 'nonesuch'"):
        import_(str(tmp_path / "list.csv"), "nonesuch")
    with pytest.raises(InvalidInput, match="no file"):
        import_(str(tmp_path / "list.csv"), "gdprxiv")


def test_the_command_is_found_by_its_name() -> None:
    """Its function has another name than the command, for the language keeps the word to itself."""
    assert "import" in COMMANDS
    assert loaded("import").name == "import"


def test_a_proposal_is_a_file_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mapping on standard output, what it makes of the rows beside it; no database is needed."""
    path = tmp_path / "list.csv"
    path.write_text(
        "regulator,company,date,fine\nAEPD,Acme S.L.,2021-05-13,€5000\nNobody,Bolt,2021-05-14,€1\n"
    )
    import_(str(path), "generic")
    out, err = capsys.readouterr()
    kept = tmp_path / "mine.yaml"
    kept.write_text(out)
    assert mapping(str(kept)).properties["authority"].column == "regulator"
    assert "Acme S.L." in err
    assert "rows 2: the authority 'Nobody' is not resolved" in " ".join(err.split())


@pytest.mark.parametrize(
    "address", ["http://x.example/a.csv", "https://127.0.0.1/a.csv", "https://user@x.example/a.csv"]
)
def test_an_address_is_fetched_as_documents_are(address: str) -> None:
    """Over HTTPS, from the public network, without a login."""
    with pytest.raises(InvalidInput, match=r"not fetched|not on the public network|no web address"):
        import_(address, "gdprxiv")


@pytest.mark.parametrize("given", [None, "bolt://127.0.0.1:1"])
def test_a_dry_run_without_a_graph_says_what_was_read(
    given: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No server is fetched or started for it; what only a graph could tell is null."""
    path, home = tmp_path / "list.csv", tmp_path / "home"
    path.write_text(
        "regulator,company,date,fine\nAEPD,Acme S.L.,2021-05-13,€5000\nNobody,Bolt,2021-05-14,€1\n"
    )
    import_(str(path), "generic")
    (tmp_path / "mine.yaml").write_text(capsys.readouterr().out)
    monkeypatch.setenv("WHOFINED_HOME", str(home))
    for name in ("NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    if given:
        monkeypatch.setenv("NEO4J_URI", given)
        monkeypatch.setenv("NEO4J_PASSWORD", "x")
    import_(str(path), str(tmp_path / "mine.yaml"), dry_run=True, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["refused"], told["new"], told["matched"]) == (2, 1, None, None)
    assert ("does not answer" if given else "no graph is running here") in told["note"]
    import_(str(path), str(tmp_path / "mine.yaml"), dry_run=True)
    out = " ".join(capsys.readouterr().out.split())
    assert "2 rows: 1 refused, 0 left out. Which of the others are new is not known." in out
    assert not home.exists()
