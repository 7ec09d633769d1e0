"""Forms of a list: which one a caller gets, and what a table holds."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats import NotAcceptable, as_csv, choose, ndjson


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (None, "json"),
        ("", "json"),
        ("*/*", "json"),
        ("application/json", "json"),
        ("text/csv", "csv"),
        ("TEXT/CSV; charset=utf-8", "csv"),
        ("application/x-ndjson", "ndjson"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json"),
        ("application/json;q=0.1, text/csv;q=0.9", "csv"),
        ("text/csv;q=0, application/json", "json"),
        ("image/png, application/x-ndjson;q=0.2", "ndjson"),
        ("text/csv;q=nonsense, application/json;q=0.1", "json"),
    ],
)
def test_accept_chooses_the_form(accept: str | None, form: str) -> None:
    """The heaviest form that we have wins; a browser gets JSON."""
    assert choose(None, accept) == form


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "application/xml, text/plain"])
def test_what_cannot_be_given_is_said(accept: str) -> None:
    """Nothing acceptable is an error that names what there is; ``?format=`` wins over any Accept."""
    with pytest.raises(NotAcceptable, match=accept.partition(";")[0].partition(",")[0]) as raised:
        choose(None, accept)
    assert "text/csv" in str(raised.value.remedy)
    assert choose("csv", accept) == "csv"


@given(st.text())
def test_any_accept_header_is_read(accept: str) -> None:
    """No header breaks the choice."""
    try:
        assert choose(None, accept) in {"json", "csv", "ndjson"}
    except NotAcceptable:
        assert accept


COLUMNS = ("id", "subject.name", "articles", "evidence.document.url")


def table(*items: dict[str, Any]) -> list[list[str]]:
    """Rows of the CSV form, read back."""
    return list(csv.reader(io.StringIO(as_csv(items, COLUMNS).decode(), newline="")))


def test_a_table_has_a_header_and_flat_cells() -> None:
    """Paths become columns, lists become text without repeats, what is missing stays empty."""
    item = {
        "id": "a",
        "subject": {"name": 'Acme, "the" company'},
        "articles": ["Art. 5", None, "Art. 5", "Art. 6"],
        "evidence": [
            {"document": {"url": "https://a"}},
            {"document": {"url": None}},
            {"document": {"url": "https://b"}},
        ],
    }
    assert table(item, {"id": "b", "subject": None}) == [
        ["id", "subject_name", "articles", "evidence_document_url"],
        ["a", 'Acme, "the" company', "Art. 5; Art. 6", "https://a; https://b"],
        ["b", "", "", ""],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(start: str) -> None:
    """Text that a spreadsheet would run is quoted by an apostrophe, in a list too; numbers stay numbers."""
    text = f'{start}HYPERLINK("https://evil.example")'
    rows = table({"id": text, "articles": [text, "Art. 5"], "subject": {"name": -5}})
    assert rows[1][0] == f"'{text}"
    assert rows[1][2].startswith("'")
    assert rows[1][1] == "-5"


@given(st.lists(st.text(min_size=1).filter(lambda text: "\0" not in text), min_size=1, max_size=5))
def test_any_text_survives_a_table(texts: list[str]) -> None:
    """What is written is read back, but for the apostrophe."""
    rows = table(*({"id": text} for text in texts))
    assert [row[0].removeprefix("'") for row in rows[1:]] == [text.removeprefix("'") for text in texts]


def test_ndjson_is_one_object_a_line() -> None:
    """Line breaks inside of values stay inside."""
    assert ndjson([{"a": "x\ny"}, {"a": 1}]) == b'{"a":"x\\ny"}\n{"a":1}\n'
    assert ndjson([]) == b""
