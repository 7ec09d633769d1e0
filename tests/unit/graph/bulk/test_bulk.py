"""Tables for Neo4j's own import, values that are kept on disk, and what is said of a new sum."""

import csv
from pathlib import Path

import pytest

from graph.bulk import shelf as shelves
from graph.bulk.derived import short_sum
from graph.bulk.finish import schema
from graph.bulk.shelf import Shelf
from graph.bulk.tables import ARRAY, Tables
from graph.migrations import migrations


def _read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_table_has_a_column_for_each_property_of_one_type(tmp_path: Path) -> None:
    """Another type or one more property begins another table; quotes, lines and lists are kept."""
    tables = Tables(tmp_path)
    first = tables.node(["Fact"], {"id": "a", "amount": 1, "note": 'says "no"\nand more', "none": None})
    tables.node(["Fact"], {"id": "b", "amount": 2.5})
    tables.node(["Fact"], {"id": "c", "names": ["x", "y"], "counts": True})
    tables.link("FINED", first, first + 1, {"caption": ""})
    arguments = tables.end()
    assert [one.partition("=./")[0] for one in arguments[:4]] == [
        *["--nodes=Fact"] * 3,
        "--relationships=FINED",
    ]
    assert _read(tmp_path / "0.head.csv") == [[":ID", "id:string", "amount:long", "note:string"]]
    assert _read(tmp_path / "0.csv") == [["0", "a", "1", 'says "no"\nand more']]
    assert _read(tmp_path / "1.csv") == [["1", "", "b", "2.5"]]
    (third,) = _read(tmp_path / "2.csv")
    assert third == ["2", "", "", "c", f"x{ARRAY}y", "true"]
    assert (tmp_path / "3.csv").read_text() == '0,1,""\n'
    assert (tables.nodes, tables.links) == (3, 1)


def test_lists_that_no_cell_can_hold_are_filled_afterwards(tmp_path: Path) -> None:
    """Nodes that lack the same ones share a number; those that lack none carry no mark."""
    tables = Tables(tmp_path, 7)
    for _ in range(2):
        tables.node(["Claim"], {"id": "a", "roles": [], "reasons": [""]})
    tables.node(["Claim"], {"id": "b", "roles": [], "reasons": ["", ""]})
    tables.node(["Claim"], {"id": "c"})
    names = tables.end()
    assert tables.lists == [{"roles": [], "reasons": [""]}, {"roles": []}]
    assert [name.partition("=./")[0] for name in names[:3]] == [
        "--nodes=Claim:_Restored",
        "--nodes=Claim:_Restored",
        "--nodes=Claim",
    ]
    assert [row[-1] for row in _read(tmp_path / "0.csv")] == ["0", "0"]


def test_a_shelf_holds_what_was_put_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, few are in memory; what it begins with is found and not listed."""
    monkeypatch.setattr(shelves, "_LATEST", 10)
    shelf: Shelf[int] = Shelf(tmp_path / "shelf.db", {"known": 1})
    for number in range(95):
        shelf[f"{number % 50:02}"] = number
    assert len(shelf._latest) < 10
    assert (shelf["known"], shelf["07"], shelf.get("none"), "49" in shelf) == (1, 57, None, True)
    shelf["known"] = 2
    assert (len(shelf), shelf["known"]) == (51, 2)
    assert list(shelf)[:2] == ["00", "01"]
    assert dict(shelf.items_written())["44"] == 94
    with pytest.raises(KeyError):
        shelf["none"]
    with pytest.raises(NotImplementedError):
        del shelf["known"]
    shelf.close()


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        (None, "EUR", ""),
        (1_250_000_000, "EUR", "€1.3bn"),
        (20_000_000, "USD", "$20m"),
        (7_552_800, "GBP", "£7.6m"),
        (12_500, "SEK", "SEK 13k"),
        (9_999, "EUR", "€9999"),
        (950.25, "EUR", "€950.25"),
    ],
)
def test_a_sum_is_said_shortly(amount: float | None, currency: str, said: str) -> None:
    """As the statements of captions say it."""
    assert short_sum(amount, currency) == said


def test_the_schema_is_made_at_once() -> None:
    """What was dropped again is not made, and no migration changes data."""
    names, commands = schema()
    every = [command for one in migrations() for command in one.commands]
    assert set(commands) < set(every)
    assert names.count("\n") > 100
    assert not any(" graph_id " in command for command in commands)
    assert all("IF NOT EXISTS" in command for command in commands)
