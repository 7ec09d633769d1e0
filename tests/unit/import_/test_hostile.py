"""Files and mappings that mean harm: each is refused with its place, in bounded memory and time."""

import gzip
import tracemalloc
from pathlib import Path

import orjson
import pytest

from graph.errors import InvalidInput
from seed.import_ import table
from seed.import_.mapping import Mapping, Property, Table, read_mapping
from seed.import_.run import prepare
from seed.import_.source import Limits
from seed.import_.table import rows

_MAPPING = """
name: mine
title: Mine
publisher: Me
until: 2026-06
properties:
  id: {column: no}
  authority: {column: on}
  target: {column: whom, required: true}
  kind: {literal: fine}
filters: {year: [2024, yes]}
"""


def _refused(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(InvalidInput) as found:
        list(rows(path, Table(), limits))
    return str(found.value)


def test_words_of_a_mapping_stay_words() -> None:
    """``no`` and ``on`` are heads of columns, a year is a text; ``true`` is what it says."""
    found = read_mapping(_MAPPING, "mine.yaml")
    heads = [found.properties[name].column for name in ("id", "authority")]
    assert (heads, found.until) == (["no", "on"], "2026-06")
    assert found.filters == {"year": ("2024", "yes")}
    assert found.properties["target"].required


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: &a [x, x]\nb: [*a, *a]", "an alias of another part; write it out"),
        ("a: &a {k: x}\nb: {<<: [*a, *a]}", "an alias"),
        ("a: " + "[" * 50_000, "parts within parts"),
        ("a: !!python/object/apply:os.system ['true']", "could not determine a constructor"),
        ("x" * 300_000, "a mapping has at most"),
        ("- a", "the mapping: Input should be"),
        ("", "the mapping: Input should be"),
        (_MAPPING + "surprise: 1", "surprise: "),
        (_MAPPING.replace("  kind:", "  colour: {column: x}\n  kind:"), "unknown properties: colour"),
        (_MAPPING.replace("{column: no}", "{colum: no}"), "properties.id.colum: "),
    ],
)
def test_a_mapping_is_refused_with_the_word_at_fault(text: str, what: str) -> None:
    """Aliases, which can grow without end, parts within parts, objects of Python, unknown words."""
    with pytest.raises(InvalidInput) as found:
        read_mapping(text, "mine.yaml")
    assert what in str(found.value)
    assert "mine.yaml" in str(found.value)


def test_a_line_without_end_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of CSV and NDJSON, packed or not."""
    monkeypatch.setattr(table, "_LINE", 100_000)
    packed = tmp_path / "list.csv.gz"
    packed.write_bytes(gzip.compress(b"who,whom\n" + b"x" * 30_000_000))
    plain = tmp_path / "list.ndjson"
    plain.write_bytes(b'{"who": "' + b"x" * 30_000_000)
    tracemalloc.start()
    try:
        assert "line 2" in _refused(packed)
        assert "line 1" in _refused(plain)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_lines_of_nothing_are_counted(tmp_path: Path) -> None:
    """A small file can unpack to as many of them as there are bytes."""
    path = tmp_path / "list.csv.gz"
    path.write_bytes(gzip.compress(b"who,whom\na,b\n" + b"\n" * 5_000))
    assert "more than 1,000 bare rows" in _refused(path, Limits(rows=1_000))


def test_json_in_one_piece_is_bounded(tmp_path: Path) -> None:
    """It is in memory as a whole; the refusal names the form that is not."""
    path = tmp_path / "list.json"
    path.write_bytes(orjson.dumps([["a", "b"]] * 1_000))
    assert "NDJSON" in _refused(path, Limits(whole=5_000))


@pytest.mark.parametrize("depth", [20, 900, 100_000])
def test_lists_within_lists_are_refused(tmp_path: Path, depth: int) -> None:
    """Whether the reader of JSON gives up, or what comes after it would."""
    path = tmp_path / "list.ndjson"
    path.write_text('{"who": "a"}\n{"who": ' + "[" * depth + "]" * depth + "}\n", encoding="utf-8")
    found = _refused(path)
    assert "row 2, column 'who'" in found or "line 2" in found


def test_a_sign_that_no_text_has_is_refused(tmp_path: Path) -> None:
    """With row and column."""
    path = tmp_path / "list.csv"
    path.write_bytes(b"who,whom\na,b\nc,d\0e\n")
    assert "row 2, column 'whom'" in _refused(path)


@pytest.mark.parametrize(
    "cell", ['=HYPERLINK("http://a.test")', "=1+1", " = SUM(A1:A2)", "=-2", "=$A$1", "='Sheet 1'!A1"]
)
@pytest.mark.parametrize("name", ["list.csv", "list.ndjson"])
def test_a_formula_in_a_text_is_refused(tmp_path: Path, name: str, cell: str) -> None:
    """With row and column: what it would give is not in the file."""
    path = tmp_path / name
    quoted = cell.replace('"', '""')
    path.write_text(f'who,whom\na,b\nc,"{quoted}"\n', encoding="utf-8")
    if name.endswith("ndjson"):
        path.write_bytes(b'{"who": "a", "whom": "b"}\n' + orjson.dumps({"who": "c", "whom": cell}))
    assert "a formula, not a value (" + name + ", row 2, column 'whom')" in _refused(path)


@pytest.mark.parametrize("cell", ["=", "==", "= ", "a = b", "E=mc2", "+44 20 7946 0000", "-"])
def test_what_is_no_formula_is_read(tmp_path: Path, cell: str) -> None:
    """A sign for nothing, a text that has the sign in it, a number with its sign."""
    path = tmp_path / "list.csv"
    path.write_text(f'who,whom\na,"{cell}"\n', encoding="utf-8")
    assert [row.values["whom"] for row in rows(path, Table())] == [cell]


def _peak(folder: Path, count: int) -> int:
    path = folder / f"{count}.csv"
    lines = (f"{at},Garante,Firm {at % 97} SpA,2021-05-{at % 28 + 1:02},{at}\n" for at in range(count))
    path.write_text("no,who,whom,when,sum\n" + "".join(lines), encoding="utf-8")
    columns = {"id": "no", "authority": "who", "target": "whom", "date": "when", "amount": "sum"}
    parts = {name: Property(column=head) for name, head in columns.items()}
    literals = {"kind": Property(literal="fine"), "currency": Property(literal="EUR")}
    mapping = Mapping(name="m", title="M", publisher="M", properties=parts | literals)
    tracemalloc.start()
    try:
        assert prepare(path, mapping).report.refused == 0
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_what_a_row_keeps_in_memory_is_small(tmp_path: Path) -> None:
    """Of a list that is read before it is written: what its row says once, and no more."""
    _peak(tmp_path, 10)
    less, more = _peak(tmp_path, 1_000), _peak(tmp_path, 4_000)
    assert (more - less) / 3_000 < 1_000
