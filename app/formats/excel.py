"""XLSX: a table with typed days and sums, its head frozen, and a sheet that says what it is."""

import datetime as dt
import tempfile
from collections.abc import Iterable, Sequence
from typing import Any, Final

from app.answers.page import ListPage
from app.formats import cells
from app.formats.form import Form, Json, Options

_CHUNK: Final = 64 * 1024
_LONGEST: Final = 32_767
"""Characters that a cell may hold; Excel's own limit."""
_DAY: Final = 10
_FIRST_DAY: Final = "1900-01-01"
"""Days before it do not exist in a spreadsheet and stay text."""
_WHEN: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed moment, so that the same items give the same bytes
_WIDTHS: Final = {"summary": 60, "subject_name": 30, "object_name": 30}


class Workbook:
    """One row an item; rows go to disk as they come, so that memory does not grow with them."""

    def __init__(self, page: ListPage, _: Options) -> None:
        import xlsxwriter  # a service that nobody asks for a workbook starts without it

        self._page = page
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed where it was written to the end
        self._book: Any = xlsxwriter.Workbook(  # the library has no types
            self._file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._book.set_properties({"title": f"whofined: {page.name}", "created": _WHEN})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._sum = self._book.add_format({"num_format": "#,##0.00"})
        self._bold = self._book.add_format({"bold": True})
        self._sheet: Any = self._book.add_worksheet(page.name[:31])
        self._row = 0

    def start(self) -> Iterable[bytes]:
        """The head; a workbook gives its bytes only at the end."""
        header = cells.header(self._page.columns)
        for column, name in enumerate(header):
            self._sheet.set_column(column, column, _WIDTHS.get(name, 16))
        self._sheet.freeze_panes(1, 0)
        for column, name in enumerate(header):
            self._sheet.write_string(0, column, name, self._bold)
        return ()

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """A row for each item."""
        for item in items:
            self._row += 1
            for column, value in enumerate(cells.row(item, self._page.columns)):
                self._write(column, value)
        return ()

    def end(self) -> Iterable[bytes]:
        """The sheet that says what this is, and the whole file."""
        about: Any = self._book.add_worksheet("readme")
        about.set_column(0, 0, 16)
        about.set_column(1, 1, 100)
        for row, (name, text) in enumerate(self._about()):
            about.write_string(row, 0, name, self._bold)
            about.write_string(row, 1, text)
        self._book.close()
        self._file.seek(0)
        while chunk := self._file.read(_CHUNK):
            yield chunk
        self._file.close()

    def _about(self) -> list[tuple[str, str]]:
        asked = {name: value for name, value in self._page.statement.parameters.items() if value is not None}
        return [
            ("what", f"{self._page.name} of the knowledge graph of privacy enforcement, one a row"),
            ("rows", str(self._row)),
            ("revision", f"{self._page.revision} of the graph"),
            ("asked", "; ".join(f"{name}: {value}" for name, value in asked.items())[:_LONGEST]),
            ("days", "Days that are known to the day are dates; a month or a year alone is text."),
            (
                "sums",
                "Sums are in units of their currency; euro by the European Central Bank's rate of the day.",
            ),
            ("lists", "Several values of one cell are joined by '; '."),
        ]

    def _write(self, column: int, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            self._sheet.write_boolean(self._row, column, value)
        elif isinstance(value, float):
            self._sheet.write_number(self._row, column, value, self._sum)
        elif isinstance(value, int):
            self._sheet.write_number(self._row, column, value)
        elif (day := _day(value)) is not None:
            self._sheet.write_datetime(self._row, column, day, self._day)
        else:
            self._sheet.write_string(self._row, column, str(value)[:_LONGEST])


def _day(value: Any) -> dt.datetime | None:
    """A day that a spreadsheet can hold; ``None`` for any other text."""
    if not isinstance(value, str) or len(value) != _DAY or value < _FIRST_DAY:
        return None
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d")  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


XLSX = Form(
    name="xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    suffix="xlsx",
    writer=Workbook,
    description="a workbook with typed days and sums, and a sheet that says what it is",
)
