"""Reading a list row by row: CSV, TSV, XLSX, NDJSON and JSON, within limits; a refusal names row and column."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar, cast

import orjson

from seed.import_.ftm import sanctions
from seed.import_.mapping import Table
from seed.import_.source import Limits, as_text, opened, refusal
from seed.import_.workbook import number_text, sheet_rows

_FIELD: Final = 20_000_000
"""Characters after which the CSV reader gives up on a cell: a quote that is never closed takes in the whole file."""
_LINE: Final = 20_000_000
"""Characters of a line at most, so that no more of a file is in memory than that."""
_FORMULA: Final = re.compile(r"\s*=\s*[\w(+\-@'\"$]")
"""How a spreadsheet writes a formula into a text; a sign for a missing value is not one."""
_DEEP: Final = 16
"""Lists within lists of a cell."""
FORMS: Final = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".json": "json", ".ndjson": "ndjson", ".jsonl": "ndjson",
    ".ijson": "ndjson", ".xlsx": "xlsx",
}  # fmt: skip
"""Endings of files, and the form that each says."""


T_co = TypeVar("T_co", str, bytes, covariant=True)


class _LinesOf(Protocol[T_co]):
    """A file that gives its lines in pieces."""

    def readline(self, size: int, /) -> T_co: ...


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the heads of its columns; ``number`` counts from 1 after the head."""

    number: int
    values: Mapping[str, str]


def rows(path: Path, table: Table, limits: Limits | None = None) -> Iterator[Row]:
    """The rows of a file in order, one at a time. Raises ``InvalidInput`` with row and column where it cannot."""
    limits = limits or Limits()
    form = table.format or form_of(path)
    if form == "json":
        found = _objects(path, table, limits)
    elif form == "ndjson":
        found = _lines(path, table, limits)
    elif form == "ftm":
        found = _sanctions(path, table, limits)
    elif form == "xlsx":
        found = _under_head(sheet_rows(path, table.decimal, limits), path, limits)
    else:
        found = _under_head(
            _cells(path, table, table.delimiter or ("\t" if form == "tsv" else ","), limits), path, limits
        )
    for number, values in enumerate(found, 1):
        if number > limits.rows:
            raise refusal(path, f"row {number}", f"more than {limits.rows:,} rows", "split the file")
        _check_cells(values, path, number, limits)
        yield Row(number, values)


def _check_cells(values: Mapping[str, str], path: Path, number: int, limits: Limits) -> None:
    for head, value in values.items():
        if (wrong := _wrong(value, limits)) is not None:
            raise refusal(path, f"row {number}, column {head!r}", *wrong)


def _wrong(value: str, limits: Limits) -> tuple[str, str] | None:
    """What is wrong with a cell, and what to do about it."""
    if len(value) > limits.cell:
        return f"a cell of {len(value):,} characters", f"at most {limits.cell:,} are read: shorten it"
    if _FORMULA.match(value):
        return "a formula, not a value", "save the table with the values that its formulas give"
    if "\0" in value:
        return "a sign that no text has (NUL)", "check table.encoding"
    return None


def form_of(path: Path) -> str:
    """The form of a file by its ending; raises ``InvalidInput`` where that says none."""
    suffixes = [suffix.lower() for suffix in path.suffixes if suffix.lower() != ".gz"]
    form = FORMS.get(suffixes[-1] if suffixes else "")
    if form is None:
        raise refusal(
            path,
            "file",
            "the form of the file is not known",
            "name it .csv, .tsv, .xlsx, .json or .ndjson, or set table.format",
        )
    return form


def _cells(path: Path, table: Table, delimiter: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of each record of a delimited text that has any."""
    csv.field_size_limit(_FIELD)
    with as_text(path, table.encoding, limits) as text:
        reader = csv.reader(_short(text, path), delimiter=delimiter)
        begun, bare = 1, 0
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield begun, cells
                elif (bare := bare + 1) > limits.rows:
                    raise refusal(
                        path, f"line {begun}", f"more than {limits.rows:,} bare rows", "take them out"
                    )
                begun = reader.line_num + 1
        except csv.Error as error:
            raise refusal(
                path, f"the row that begins in line {begun}", str(error), "check delimiter and quotes"
            ) from error


def _short(file: _LinesOf[T_co], path: Path) -> Iterator[T_co]:
    """The lines of a file; raises ``InvalidInput`` where one is longer than any row is."""
    number = 0
    while line := file.readline(_LINE + 1):
        number += 1
        if len(line) > _LINE:
            raise refusal(
                path, f"line {number}", f"longer than {_LINE:,} characters", "check how the lines end"
            )
        yield line


def _under_head(
    found: Iterator[tuple[int, list[str]]], path: Path, limits: Limits
) -> Iterator[dict[str, str]]:
    _, first = next(found, (1, list[str]()))
    head = [cell.strip() for cell in first]
    _check_head(head, path, limits)
    for line, cells in found:
        extra = [at for at, cell in enumerate(cells[len(head) :], len(head) + 1) if cell.strip()]
        if extra:
            raise refusal(
                path,
                f"line {line}, column {extra[0]}",
                f"a cell outside of the {len(head)} heads",
                "check the delimiter",
            )
        yield dict(zip(head, [*cells[: len(head)], *[""] * (len(head) - len(cells))], strict=True))


def _check_head(head: Sequence[str], path: Path, limits: Limits) -> None:
    if not head:
        raise refusal(path, "head", "the file is empty", "give a table with a head")
    if len(head) > limits.columns:
        raise refusal(path, "head", f"{len(head):,} columns", f"at most {limits.columns:,} are read")
    seen: set[str] = set()
    for at, name in enumerate(head, 1):
        if name in seen:
            raise refusal(path, f"head, column {at}", f"{name!r} stands twice", "rename one of the columns")
        seen.add(name)


def _objects(path: Path, table: Table, limits: Limits) -> Iterator[dict[str, str]]:
    with opened(path, limits) as file:
        whole = file.read(limits.whole + 1)
    if len(whole) > limits.whole:
        what = f"a JSON list in one piece of more than {limits.whole:,} bytes"
        raise refusal(path, "file", what, "write one object a line, as NDJSON")
    content = _parsed(whole, path, 1)
    if isinstance(content, dict):
        parts = list(cast("dict[str, object]", content).values())
        lists = [part for part in parts if isinstance(part, list)]  # pyright: ignore[reportUnknownVariableType]
        content = cast("object", lists[0]) if len(lists) == 1 else None  # pyright: ignore[reportUnknownArgumentType]
    if not isinstance(content, list):
        raise refusal(path, "file", "no list of rows", "give a JSON list, or an object with one list")
    for number, item in enumerate(cast("list[object]", content), 1):
        yield _strings(item, path, number, table, limits)


def _lines(path: Path, table: Table, limits: Limits) -> Iterator[dict[str, str]]:
    for number, item in _items(path, limits):
        yield _strings(item, path, number, table, limits)


def _items(path: Path, limits: Limits) -> Iterator[tuple[int, object]]:
    """Line and content of each JSON object of a file with one a line."""
    with opened(path, limits) as file:
        for number, line in enumerate(_short(file, path), 1):
            if line.strip():
                yield number, _parsed(line.rstrip(), path, number)


def _sanctions(path: Path, table: Table, limits: Limits) -> Iterator[dict[str, str]]:
    for number, item in enumerate(sanctions(lambda: _items(path, limits)), 1):
        yield _strings(item, path, number, table, limits)


def _parsed(content: bytes, path: Path, line: int) -> object:
    try:
        return orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        where = f"line {line + error.lineno - 1}"
        raise refusal(path, where, f"not valid JSON: {error.msg}", "check the file") from error


def _strings(item: object, path: Path, number: int, table: Table, limits: Limits) -> dict[str, str]:
    if isinstance(item, list):
        pairs = [(str(at), value) for at, value in enumerate(cast("list[object]", item))]
    elif isinstance(item, dict):
        pairs = [(str(name), value) for name, value in cast("dict[str, Any]", item).items()]
    else:
        raise refusal(path, f"row {number}", "neither an object nor a list", "give one object a row")
    if len(pairs) > limits.columns:
        raise refusal(
            path, f"row {number}", f"{len(pairs):,} columns", f"at most {limits.columns:,} are read"
        )
    return {name: _of_cell(value, path, number, name, table) for name, value in pairs}


def _of_cell(value: object, path: Path, number: int, name: str, table: Table) -> str:
    try:
        return _string(value, table.decimal)
    except (RecursionError, TypeError) as error:  # what orjson raises for parts within parts
        where = f"row {number}, column {name!r}"
        raise refusal(path, where, "lists within lists", f"at most {_DEEP} are read") from error


def _string(value: object, decimal: str, deep: int = 0) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        if deep == _DEEP:
            raise RecursionError
        return "|".join(_string(one, decimal, deep + 1) for one in cast("list[object]", value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_text(value, decimal)
    return value if isinstance(value, str) else orjson.dumps(value).decode()
