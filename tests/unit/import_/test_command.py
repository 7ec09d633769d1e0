"""What `whofined import` refuses before it needs a graph."""

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
