"""What lists come as: workbooks, FollowTheMoney, lists without a mapping, and files that mean harm."""

import io
import time
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import orjson
import pytest
import yaml

from graph.errors import InvalidInput, NotFound
from seed.import_.fetching import _name, policy
from seed.import_.mapping import Mapping, Property, Table, mapping
from seed.import_.proposal import as_mapping, as_yaml, proposed
from seed.import_.run import prepare
from seed.import_.source import Limits
from seed.import_.table import rows

COLUMNS = Mapping(
    name="mine",
    title="My list",
    publisher="Me",
    table=Table(decimal=",", group="."),
    properties={
        "authority": Property(column="who"),
        "target": Property(column="whom"),
        "kind": Property(literal="fine"),
        "date": Property(column="when", format="%d.%m.%Y"),
        "amount": Property(column="sum"),
        "currency": Property(literal="EUR"),
    },
)
HEAD = ["who", "whom", "when", "sum"]


def _book(path: Path, *lines: list[Any]) -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for line in lines:
        sheet.append(line)
    book.save(path)
    return path


def test_a_workbook_is_read_by_its_values(tmp_path: Path) -> None:
    """Days and numbers of cells are what they are, however the mapping says that texts are written."""
    path = _book(
        tmp_path / "fines.xlsx",
        HEAD,
        ["AEPD", "Acme S.L.", date(2021, 5, 3), 5000.5],
        [],
        ["AEPD", "Bolt S.A.", datetime(2021, 5, 4, 12, 30), 7000],  # noqa: DTZ001 - as a cell holds it
        ["AEPD", "Nut S.A.", "05.05.2021", "1.234,50"],
    )
    found = prepare(path, COLUMNS)
    assert [(one.target, one.date, one.sum.minor if one.sum else None) for one in found.entries] == [
        ("Acme S.L.", "2021-05-03", 500_050),
        ("Bolt S.A.", "2021-05-04", 700_000),
        ("Nut S.A.", "2021-05-05", 123_450),
    ]


@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_numbers_of_json_are_numbers(tmp_path: Path, form: str) -> None:
    """A point in them is not the sign for thousands of the list's texts."""
    path = tmp_path / f"x.{form}"
    row = {"who": "AEPD", "whom": "Acme S.L.", "when": "03.05.2021", "sum": 5000.5}
    path.write_bytes(orjson.dumps([row] if form == "json" else row))
    (found,) = prepare(path, COLUMNS).entries
    assert found.sum is not None
    assert found.sum.minor == 500_050


def test_a_formula_is_refused_with_its_cell(tmp_path: Path) -> None:
    """Its value is not in the file for sure, and what it reaches for is nobody's business."""
    path = _book(
        tmp_path / "x.xlsx", HEAD, ["AEPD", "Acme S.L.", "03.05.2021", '=HYPERLINK("https://x.example")']
    )
    with pytest.raises(InvalidInput, match=r"formula.*D2"):
        prepare(path, COLUMNS)


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    """Nor is one that is no workbook, or a broken one."""
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(150_000_000))
    assert path.stat().st_size < 1_000_000
    begun = time.monotonic()
    with pytest.raises(InvalidInput, match="unpacks to 150,000,000 bytes"):
        list(rows(path, Table()))
    assert time.monotonic() - begun < 1
    for content in (b"PK", b"", b"who,whom\n1,2\n"):
        path.write_bytes(content)
        with pytest.raises(InvalidInput, match="not a workbook"):
            list(rows(path, Table()))


def test_a_workbook_that_lies_of_its_size_is_refused(tmp_path: Path) -> None:
    """What is read of a part is what it said, and no more."""
    good = io.BytesIO()
    _book(tmp_path / "good.xlsx", HEAD, ["AEPD", "x" * 2_000_000, "03.05.2021", 1])
    good.write((tmp_path / "good.xlsx").read_bytes())
    content = good.getvalue()
    with zipfile.ZipFile(good) as archive:
        part = max(archive.infolist(), key=lambda one: one.file_size)
    lied = content.replace(part.file_size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    path = tmp_path / "x.xlsx"
    path.write_bytes(lied)
    with pytest.raises(InvalidInput, match=r"not a workbook|broken"):
        list(rows(path, Table()))


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ndjson"])
def test_ten_thousand_columns_are_refused(tmp_path: Path, ending: str) -> None:
    """At the head, before any row is kept."""
    heads = [f"c{n}" for n in range(10_000)]
    path = tmp_path / f"x.{ending}"
    if ending == "xlsx":
        _book(path, heads)
    elif ending == "csv":
        path.write_text(",".join(heads) + "\n")
    else:
        path.write_bytes(orjson.dumps(dict.fromkeys(heads, 1)))
    with pytest.raises(InvalidInput, match="10,000 columns"):
        list(rows(path, Table()))


def test_a_cell_of_ten_megabytes_is_refused_with_row_and_column(tmp_path: Path) -> None:
    """And a quote that is never closed with its line."""
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n3," + "x" * 10_000_000 + "\n")
    with pytest.raises(InvalidInput, match=r"10,000,000 characters.*row 2, column 'b'"):
        list(rows(path, Table()))
    path.write_text('a,b\n1,"' + "x\n" * 12_000_000)
    with pytest.raises(InvalidInput, match="line 2"):
        list(rows(path, Table()))


def test_a_file_of_a_gigabyte_is_refused_at_once(tmp_path: Path) -> None:
    """By its size: nothing of it is read."""
    path = tmp_path / "x.csv"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    begun = time.monotonic()
    with pytest.raises(InvalidInput, match="larger than 200,000,000 bytes"):
        prepare(path, COLUMNS)
    assert time.monotonic() - begun < 1


def test_rows_are_read_one_at_a_time(tmp_path: Path) -> None:
    """What is wrong further down does not keep from reading what stands above."""
    path = tmp_path / "x.csv"
    path.write_bytes(b"a\n" + b"fine\n" * 300_000 + b"caf\xe9\n")
    found = rows(path, Table(), Limits(rows=1_000_000))
    assert next(found).values == {"a": "fine"}
    with pytest.raises(InvalidInput, match="line 300002"):
        list(found)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251", "utf-8"])
def test_encodings_are_those_of_the_mapping(tmp_path: Path, encoding: str) -> None:
    """An unknown one is refused."""
    path = tmp_path / "x.csv"
    path.write_text("кто,кого\nРоскомнадзор,Google\n", encoding=encoding)
    assert [dict(row.values) for row in rows(path, Table(encoding=encoding))] == [
        {"кто": "Роскомнадзор", "кого": "Google"}
    ]
    with pytest.raises(InvalidInput, match="no known encoding"):
        list(rows(path, Table(encoding="utf-99")))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_heads_that_stand_twice_or_are_missing(tmp_path: Path, ending: str) -> None:
    """The column is named."""
    twice, lacking = [*HEAD, "whom"], HEAD[:-1]
    path = tmp_path / f"x.{ending}"
    for head, error, expected in (
        (twice, InvalidInput, "column 5"),
        (lacking, NotFound, "no column 'sum'"),
    ):
        values = ["x"] * len(head)
        if ending == "xlsx":
            _book(path, head, values)
        else:
            path.write_text(f"{','.join(head)}\n{','.join(values)}\n")
        with pytest.raises(error, match=expected):
            prepare(path, COLUMNS)


def test_followthemoney_entities_are_rows_by_their_sanctions(tmp_path: Path) -> None:
    """The party may stand after its sanction; of a natural person no name is kept."""
    path = tmp_path / "x.json"
    sanction = {
        "authority": ["Information Commissioner's Office"], "country": ["gb"], "program": ["FINED"],
        "startDate": ["2022-05-18"], "sourceUrl": ["https://ico.example/x"],
    }  # fmt: skip
    entities = [
        {"id": "s-1", "schema": "Sanction", "properties": sanction | {"entity": ["acme"]}},
        {"id": "acme", "schema": "Company", "properties": {"name": ["Acme Ltd"], "country": ["us"]}},
        {"id": "p", "schema": "Person", "properties": {"name": ["Jane Roe"]}},
        {"id": "s-2", "schema": "Sanction", "properties": sanction | {"entity": ["p"]}},
        {
            "id": "s-3",
            "schema": "Sanction",
            "properties": sanction | {"entity": ["acme"], "program": ["OFAC"]},
        },
    ]
    path.write_bytes(b"\n".join(map(orjson.dumps, entities)))
    found = prepare(path, mapping("followthemoney"))
    assert [(one.key, one.authority, one.target, one.date, one.country) for one in found.entries] == [
        ("s-1", "ico-uk", "Acme Ltd", "2022-05-18", "GB"),
        ("s-2", "ico-uk", "Private individual", "2022-05-18", "GB"),
    ]
    assert [one.row.number for one in found.refused] == [3]
    assert found.report.rows == 3


def test_a_list_without_a_mapping_gets_one_proposed(tmp_path: Path) -> None:
    """Heads, delimiter, encoding, signs of numbers, the order of days where only one reads them all."""
    path = tmp_path / "bussgelder.csv"
    path.write_text(
        "Behörde;Unternehmen;Datum;Betrag (EUR);Aktenzeichen;Quelle\n"
        "AEPD;Acme S.L.;13.05.2021;1.234,50;PS/1;https://aepd.example/1\n"
        "CNIL;Bolt SA;02.06.2021;5.000;PS/2;https://cnil.example/2\n",
        encoding="cp1252",
    )
    proposal = proposed(path)
    assert proposal["table"] == {
        "format": "csv", "delimiter": ";", "encoding": "cp1252", "decimalChar": ",", "groupChar": ".",
    }  # fmt: skip
    parts = proposal["properties"]
    assert parts["date"] == {"column": "Datum", "format": "%d.%m.%Y"}
    assert parts["currency"] == {"literal": "EUR"}
    assert parts["kind"] == {"literal": "fine"}
    assert yaml.safe_load(as_yaml(proposal)) == proposal
    found = prepare(path, as_mapping(proposal))
    assert [(one.authority, one.target, one.sum.minor if one.sum else 0) for one in found.entries] == [
        ("aepd-es", "Acme S.L.", 123_450),
        ("cnil-fr", "Bolt SA", 500_000),
    ]


def test_an_order_of_days_that_is_open_is_left_to_a_person(tmp_path: Path) -> None:
    """And kinds are taken from their column where all of its values are told."""
    path = tmp_path / "x.csv"
    path.write_text(
        "regulator,company,date,outcome\nAEPD,Acme S.L.,03/04/2021,Reprimand\nAEPD,Bolt,05/06/2021,Fine\n"
    )
    parts = proposed(path)["properties"]
    assert parts["date"] == {"column": "date"}
    assert parts["kind"] == {"column": "outcome", "values": {"Reprimand": "reprimand", "Fine": "fine"}}
    path.write_text("regulator,company\n")
    with pytest.raises(InvalidInput, match="no rows"):
        proposed(path)


@pytest.mark.parametrize(
    ("address", "media", "expected"),
    [
        ("https://x.example/data/Fines.CSV?raw=1", "text/plain", "fines.csv"),
        ("https://x.example/a.csv.gz", "application/gzip", "a.csv.gz"),
        ("https://x.example/export", "text/csv", "export.csv"),
        ("https://x.example/", "application/json", "list.json"),
    ],
)
def test_the_form_of_a_fetched_list(address: str, media: str, expected: str) -> None:
    """By the ending of the address, else by the media type."""
    assert _name(address, media) == expected


def test_what_says_no_form_is_not_taken() -> None:
    """And pages are no lists."""
    with pytest.raises(InvalidInput, match="does not say what form"):
        _name("https://x.example/download", "application/octet-stream")
    assert "text/html" not in policy().media
