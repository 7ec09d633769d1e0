"""Forms of a list: which one a caller gets, and what a table holds."""

import csv
import io
import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answers.page import ListPage, Shown, Total
from app.formats.form import Options
from app.formats.registry import FORMS, LIST_FORMS, ExportName, FormName
from app.http.negotiation import NotAcceptable, choose
from graph.connection import Connection

GRAPH = Connection("bolt://127.0.0.1", "", "")


def page(*items: dict[str, Any], columns: tuple[str, ...] = ()) -> ListPage:
    """A page of a list that ends with these items."""
    return ListPage(
        name="facts",
        items=items,
        keys=[],
        next=None,
        total=Total(len(items)),
        statement=Shown("RETURN 1", {}, GRAPH, "facts", list),
        columns=columns,
        members=columns,
        revision=1,
    )


def encoded(form: str, *items: dict[str, Any], columns: tuple[str, ...] = (), **options: bool) -> bytes:
    """A page in a form."""
    return b"".join(FORMS[form].encode(page(*items, columns=columns), Options(**options)))


def test_every_form_has_its_name_in_the_parameter() -> None:
    """The registry and the type of ``format`` name the same forms; no two share a media type or a suffix."""
    assert set(LIST_FORMS) == set(get_args(FormName))
    assert set(FORMS) == set(get_args(ExportName))
    for values in ([form.media_type for form in FORMS.values()], [form.suffix for form in FORMS.values()]):
        assert len(set(values)) == len(values)
    assert all(form.description for form in FORMS.values())


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
    assert choose(None, accept).name == form


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "application/xml, text/plain"])
def test_what_cannot_be_given_is_said(accept: str) -> None:
    """Nothing acceptable is an error that names what there is; ``?format=`` wins over any Accept."""
    with pytest.raises(NotAcceptable, match=accept.partition(";")[0].partition(",")[0]) as raised:
        choose(None, accept)
    assert "text/csv" in str(raised.value.remedy)
    assert choose("csv", accept).name == "csv"


@given(st.text())
def test_any_accept_header_is_read(accept: str) -> None:
    """No header breaks the choice."""
    try:
        assert choose(None, accept).name in FORMS
    except NotAcceptable:
        assert accept


COLUMNS = ("id", "subject.name", "articles", "evidence.document.url")


def table(*items: dict[str, Any]) -> list[list[str]]:
    """Rows of the CSV form, read back."""
    return list(csv.reader(io.StringIO(encoded("csv", *items, columns=COLUMNS).decode(), newline="")))


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
    assert encoded("ndjson", {"a": "x\ny"}, {"a": 1}) == b'{"a":"x\\ny"}\n{"a":1}\n'
    assert encoded("ndjson") == b""


def test_json_is_one_object_whatever_the_pages() -> None:
    """Items come first, the cursor and the total after; a writer that is fed in parts gives the same."""
    items = [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    whole = page(*items)
    writer = FORMS["json"].writer(whole, Options())
    parts = [*writer.start(), *writer.add(items[:1]), *writer.add([]), *writer.add(items[1:]), *writer.end()]
    assert json.loads(b"".join(parts)) == json.loads(b"".join(FORMS["json"].encode(whole)))
    assert json.loads(b"".join(parts))["items"] == items


@pytest.mark.parametrize("form", FORMS)
def test_a_form_without_items_is_whole(form: str) -> None:
    """An empty page is a file like any other, and gives the same bytes twice."""
    assert encoded(form, columns=COLUMNS) == encoded(form, columns=COLUMNS)


def test_a_table_is_marked_for_spreadsheets_only_where_asked() -> None:
    """The byte order mark."""
    assert encoded("csv", columns=COLUMNS, bom=True) == "\ufeff".encode() + encoded("csv", columns=COLUMNS)
