"""Items as rows of a table: dotted paths become cells, lists become text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from app.formats.sources import sources


def header(columns: Sequence[str]) -> list[str]:
    """Names of columns: the dots of a path become underscores."""
    return [column.replace(".", "_") for column in columns]


def row(item: Mapping[str, Any], columns: Sequence[str]) -> list[Any]:
    """The cells of an item. Lists are joined by ``; `` without repeats; of evidence there are the sources."""
    if "evidence" in item:
        item = {**item, "evidence": sources(item)}
    return [_cell(_at(item, column)) for column in columns]


def _at(item: Any, path: str) -> Any:
    name, _, rest = path.partition(".")
    if isinstance(item, list):
        return [_at(entry, path) for entry in cast("list[Any]", item)]
    if not isinstance(item, Mapping):
        return None
    value = cast("Mapping[str, Any]", item).get(name)
    return _at(value, rest) if rest else value


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        flat = _flat(cast("list[Any]", value))
        return "; ".join(dict.fromkeys(str(entry) for entry in flat if entry is not None))
    return value


def _flat(values: list[Any]) -> Iterable[Any]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(cast("list[Any]", value))
        else:
            yield value
