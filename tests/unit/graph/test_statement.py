"""The statement loader: what is wrong with a file is found at import."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph import statement as loader
from graph.errors import StatementError


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids."""

    ids: list[str]


@dataclass(frozen=True, slots=True)
class Row:
    """A row."""

    id: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of statements."""
    monkeypatch.setattr(loader, "FOLDER", tmp_path)
    loader.source.cache_clear()
    yield tmp_path
    loader.source.cache_clear()


def write(folder: Path, name: str, text: str) -> None:
    """Write a file of the folder."""
    path = folder / f"{name}.cypher"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_statement_is_its_file_without_the_header(folder: Path) -> None:
    """Mode and heat come from the header; comments that say neither are left out too."""
    write(
        folder,
        "a/one",
        "// mode: read\n// hot\n// What it is for.\nMATCH (n {id: $ids}) // not $this\nRETURN n.id AS id\n",
    )
    found = loader.statement("a/one", Ids, Row)
    assert (found.name, found.mode, found.row) == ("a/one", "read", Row)
    assert found.text == "MATCH (n {id: $ids}) // not $this\nRETURN n.id AS id"
    assert loader.source("a/one").hot


def test_parameters_in_strings_and_comments_are_none(folder: Path) -> None:
    """Only what the server would ask for counts."""
    write(folder, "one", "// mode: read\nRETURN $ids, '$a', \"$b\", 'it\\'s $c' // $d\n")
    assert loader.source("one").parameters() == {"ids"}


def test_a_parameter_that_the_dataclass_lacks(folder: Path) -> None:
    """The error names file and parameter."""
    write(folder, "one", "// mode: read\nRETURN $ids, $missing\n")
    with pytest.raises(StatementError, match=r"\$missing is not in Ids") as error:
        loader.statement("one", Ids, Row)
    assert error.value.where == "cypher/one.cypher"


def test_a_field_that_the_text_does_not_use(folder: Path) -> None:
    """The other way round."""
    write(folder, "one", "// mode: read\nRETURN 1\n")
    with pytest.raises(StatementError, match=r"Ids\.ids is not in the text"):
        loader.statement("one", Ids, Row)


@pytest.mark.parametrize(
    "text", ["RETURN 1\n", "// hot\nRETURN 1\n", "// mode: delete\nRETURN 1\n", "RETURN 1\n// mode: read\n"]
)
def test_a_file_without_a_mode(text: str, folder: Path) -> None:
    """Read or write, before the first line of Cypher."""
    write(folder, "one", text)
    with pytest.raises(StatementError, match="no mode"):
        loader.source("one")


def test_a_file_that_is_not_there(folder: Path) -> None:
    """The error names it."""
    with pytest.raises(StatementError, match="cannot be read") as error:
        loader.source("nowhere")
    assert error.value.where == "cypher/nowhere.cypher"


def test_variants_fill_their_places(folder: Path) -> None:
    """One statement for each combination."""
    write(
        folder,
        "one",
        "// mode: read\n// variant key: a, b\n// variant order: ASC, DESC\nRETURN n.__key__ __order__, $ids\n",
    )
    assert loader.statement("one", Ids, Row, key="b", order="DESC").text == "RETURN n.b DESC, $ids"
    assert len(list(loader.source("one").choices())) == 4


@pytest.mark.parametrize("chosen", [{}, {"key": "c"}, {"key": "a", "other": "b"}])
def test_a_variant_that_was_not_declared(chosen: dict[str, str], folder: Path) -> None:
    """Missing, unknown, or one too many: the error says what there is."""
    write(folder, "one", "// mode: read\n// variant key: a, b\nRETURN n.__key__, $ids\n")
    with pytest.raises(StatementError, match="no variant") as error:
        loader.statement("one", Ids, Row, **chosen)
    assert "('a', 'b')" in (error.value.remedy or "")


def test_fragments_are_put_in(folder: Path) -> None:
    """Also within each other; their parameters count."""
    write(folder, "one", "// mode: read\nMATCH (n)\n  //> part/outer\nRETURN n\n")
    write(folder, "fragments/part/outer", "WHERE n.id IN $ids\n//> inner\n")
    write(folder, "fragments/inner", "  AND n.x\n")
    assert loader.statement("one", Ids, Row).text == "MATCH (n)\nWHERE n.id IN $ids\n  AND n.x\nRETURN n"


def test_a_variant_chooses_a_fragment(folder: Path) -> None:
    """With the places of other variants filled in it; the parameters are those of the text that was chosen."""
    head = "// mode: read\n// variant way: a, b\n// variant key: x\n"
    write(folder, "one", f"{head}MATCH (n)\n//> by/__way__\nRETURN n\n")
    write(folder, "fragments/by/a", "WHERE n.__key__ IN $ids\n")
    write(folder, "fragments/by/b", "WHERE n.__key__ = $other\n")
    found = loader.statement("one", Ids, Row, way="a", key="x")
    assert found.text == "MATCH (n)\nWHERE n.x IN $ids\nRETURN n"
    with pytest.raises(StatementError, match=r"\$other is not in Ids"):
        loader.statement("one", Ids, Row, way="b", key="x")


def test_a_fragment_that_is_not_there(folder: Path) -> None:
    """The error names it."""
    write(folder, "one", "// mode: read\nMATCH (n)\n//> nowhere\n")
    with pytest.raises(StatementError, match="no fragment 'nowhere'"):
        loader.source("one")


def test_fragments_in_a_ring(folder: Path) -> None:
    """They would never end."""
    write(folder, "one", "// mode: read\nMATCH (n)\n//> a\n")
    write(folder, "fragments/a", "//> b\n")
    write(folder, "fragments/b", "//> a\n")
    with pytest.raises(StatementError, match="ring"):
        loader.source("one")


def test_only_statements_are_listed(folder: Path) -> None:
    """No fragments, migrations or queries of Browser links."""
    for name in ("b", "a/one", "fragments/x", "schema/V001__X", "browser/facts"):
        write(folder, name, "// mode: read\nRETURN 1\n")
    assert loader.names() == ["a/one", "b"]
