"""Nodes and relationships as tables for ``neo4j-admin database import``, written as they come.

A table has the labels of its rows in its name and a column for each property with its type. A row that has a property
more, or one of another type, begins another table. A table cannot hold an empty list, nor one of one empty text: what
has such a list carries the label ``_Restored`` and the place of its lists in ``lists``, and is completed afterwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, cast

ARRAY: Final = "\x1f"
"""Between the elements of a list; within one a space stands for it."""
_MARK: Final = "_Restored"
_NUMBER: Final = "restored"
_TYPES: Final = {bool: "boolean", int: "long", float: "double", str: "string"}
_BUFFER: Final = 1 << 20
_REMEMBERED: Final = 4_096
"""Combinations of properties for which it is kept where each goes."""
Json = Mapping[str, Any]


class _Table:
    """Rows of the same labels or type whose properties agree in their types."""

    def __init__(self, path: Path, ends: Sequence[str], columns: Sequence[str]) -> None:
        self.columns = {column: len(ends) + at for at, column in enumerate(columns)}
        self.width = len(ends) + len(columns)
        head = ",".join(map(_quoted, [*ends, *columns]))
        path.with_suffix(".head.csv").write_text(f"{head}\n", encoding="utf-8")
        self.file: IO[str] = path.with_suffix(".csv").open("w", _BUFFER, encoding="utf-8", newline="")


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row has: columns with their types, a cell for each, and the lists that no cell can hold."""

    columns: tuple[str, ...]
    cells: list[str]
    bare: dict[str, list[str]]


class Tables:
    """The tables of one graph in a folder. Nodes are known by numbers, from ``first`` on where none is given."""

    def __init__(self, folder: Path, first: int = 0) -> None:
        """Begin without a table."""
        self.lists: list[dict[str, list[str]]] = []
        self.nodes = self.links = 0
        self._folder = folder
        self._next = first
        self._tables: dict[tuple[str, str], list[_Table]] = {}
        self._places: dict[tuple[str, tuple[str, ...]], tuple[_Table, list[int]]] = {}
        self._names: list[str] = []

    def node(self, labels: Sequence[str], properties: Json, number: int | None = None) -> int:
        """Add a node; returns its number."""
        if number is None:
            number = self._next
        self._next = max(self._next, number + 1)
        row = _row(properties)
        name = ":".join(labels)
        if row.bare:
            signature = str(self._signature(row.bare))
            row = _Row((*row.columns, f"{_NUMBER}:long"), [*row.cells, signature], row.bare)
            name += f":{_MARK}"
        self._write("nodes", name, [str(number)], row)
        self.nodes += 1
        return number

    def link(self, type_: str, start: int, end: int, properties: Json) -> None:
        """Add a relationship; its lists are never empty."""
        self._write("relationships", type_, [str(start), str(end)], _row(properties))
        self.links += 1

    def end(self) -> list[str]:
        """Close the tables; returns what the import is given, in their folder."""
        for tables in self._tables.values():
            for table in tables:
                table.file.close()
        return [*self._names, "--id-type=integer", "--array-delimiter=U+001F", "--multiline-fields=true"]

    def _signature(self, bare: dict[str, list[str]]) -> int:
        if bare not in self.lists:
            self.lists.append(bare)
        return self.lists.index(bare)

    def _write(self, what: str, name: str, ends: list[str], row: _Row) -> None:
        key = name, row.columns
        if key not in self._places:
            if len(self._places) >= _REMEMBERED:
                self._places.clear()
            table = self._table(what, name, row.columns)
            self._places[key] = table, [table.columns[column] for column in row.columns]
        table, places = self._places[key]
        cells = ends + [""] * (table.width - len(ends))
        for place, cell in zip(places, row.cells, strict=True):
            cells[place] = cell
        table.file.write(",".join(cells) + "\n")

    def _table(self, what: str, name: str, columns: Sequence[str]) -> _Table:
        tables = self._tables.setdefault((what, name), [])
        for table in reversed(tables):
            if table.columns.keys() >= set(columns):
                return table
        named = {column.partition(":")[0] for column in columns}
        known = tables[-1].columns if tables else ()
        wanted = [*(one for one in known if one.partition(":")[0] not in named), *columns]
        ends = (":ID",) if what == "nodes" else (":START_ID", ":END_ID")
        path = self._folder / f"{len(self._names)}"
        tables.append(_Table(path, ends, wanted))
        self._names.append(f"--{what}={name}=./{path.name}.head.csv,./{path.name}.csv")
        return tables[-1]


def _row(properties: Json) -> _Row:
    columns: list[str] = []
    cells: list[str] = []
    bare: dict[str, list[str]] = {}
    for name, value in properties.items():
        kind = cast("type[Any]", type(value))
        if kind is str:
            columns.append(f"{name}:string")
            cells.append(_quoted(value))
        elif kind is list or kind is tuple:
            elements = list(cast("Sequence[Any]", value))
            if elements in ([], [""]):
                bare[name] = elements
                continue
            columns.append(f"{name}:{_TYPES[type(elements[0])]}[]")
            cells.append(_quoted(ARRAY.join(_plain(one).replace(ARRAY, " ") for one in elements)))
        elif value is not None:
            columns.append(f"{name}:{_TYPES[kind]}")
            cells.append(_plain(value))
    return _Row(tuple(columns), cells, bare)


def _plain(value: str | float | bool) -> str:  # noqa: FBT001 - a value of a property
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    return f'"{text}"' if '"' not in text else '"' + text.replace('"', '""') + '"'
