"""Reading the first sheet of an XLSX workbook row by row, values only: a formula, an error or a bomb is refused."""

import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, cast

from seed.import_.source import Limits, refusal

_ERROR: Final = "e"
_FORMULA: Final = "f"


def sheet_rows(path: Path, decimal: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each row that has any; numbers are written with ``decimal``, days as ISO 8601.

    Raises ``InvalidInput`` with row and column.
    """
    import openpyxl  # what imports no workbook starts without it

    _unpacked(path, limits)
    try:
        book: Any = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # the library raises what its parsers do
        what = f"not a workbook: {(str(error).splitlines() or [type(error).__name__])[0]}"
        raise refusal(path, "file", what, "save it as XLSX or CSV again") from error
    with closing(book):
        sheet = book.worksheets[0] if book.worksheets else None
        if sheet is None:
            raise refusal(path, "file", "the workbook has no sheet", "save it as XLSX or CSV again")
        sheet.reset_dimensions()
        yield from _rows(sheet, path, decimal, limits)


def _unpacked(path: Path, limits: Limits) -> None:
    """Refuse what would unpack to more than a workbook may hold, before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (OSError, zipfile.BadZipFile) as error:
        raise refusal(path, "file", f"not a workbook: {error}", "save it as XLSX or CSV again") from error
    if size > limits.workbook:
        raise refusal(
            path, "file", f"unpacks to {size:,} bytes, more than {limits.workbook:,}", "save the sheet as CSV"
        )


def _rows(sheet: Any, path: Path, decimal: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    found = iter(sheet.iter_rows())
    number = 0
    while True:
        try:
            cells = next(found, None)
        except Exception as error:  # the library raises what its parsers do
            raise refusal(
                path, f"row {number + 1}", f"the sheet is broken: {error}", "save it as XLSX again"
            ) from error
        if cells is None:
            return
        number += 1
        if len(cells) > limits.columns:
            raise refusal(
                path, f"row {number}", f"{len(cells):,} columns", f"at most {limits.columns:,} are read"
            )
        values = [_value(cell, at, number, path, decimal) for at, cell in enumerate(cells, 1)]
        if any(values):
            yield number, values


def _value(cell: Any, at: int, row: int, path: Path, decimal: str) -> str:
    kind = getattr(cell, "data_type", "n")
    if kind in {_FORMULA, _ERROR}:
        from openpyxl.utils import get_column_letter

        where = f"cell {get_column_letter(at)}{row}"
        what = "a formula" if kind == _FORMULA else f"the error {cell.value}"
        raise refusal(path, where, f"holds {what}, not a value", "paste the column as values")
    value: object = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(cast("object", value)).strip()
    return number_text(value, decimal)


def number_text(value: float, decimal: str) -> str:
    """A number as the table writes numbers, without signs for thousands."""
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    return (f"{whole:f}" if isinstance(whole, float) else str(whole)).replace(".", decimal)
