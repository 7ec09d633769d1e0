"""CSV: a header row and one row an item."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from app.answers.page import ListPage
from app.formats import cells
from app.formats.form import Form, Json, Options

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK: Final = "\ufeff".encode()


class CsvTable:
    """Text that a spreadsheet would run as a formula gets a leading apostrophe; ``bom`` marks the file as UTF-8."""

    def __init__(self, page: ListPage, options: Options) -> None:
        self._columns = page.columns
        self._bom = options.bom

    def start(self) -> Iterable[bytes]:
        """The header row."""
        if self._bom:
            yield _MARK
        yield _lines([cells.header(self._columns)])

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """A row for each item."""
        yield _lines([_safe(cell) for cell in cells.row(item, self._columns)] for item in items)

    def end(self) -> Iterable[bytes]:
        """Nothing."""
        return ()


def _lines(rows: Iterable[Sequence[Any]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


CSV = Form(
    name="csv",
    media_type="text/csv; charset=utf-8",
    suffix="csv",
    writer=CsvTable,
    also=("text/*",),
    description="a table with a header row",
)
