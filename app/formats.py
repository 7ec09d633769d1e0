"""The three forms of a list: JSON, CSV and NDJSON; chosen by ``?format=`` or ``Accept``."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal, cast

import orjson

from graph.errors import WhofinedError

Format = Literal["json", "csv", "ndjson"]
Json = Mapping[str, Any]

MEDIA_TYPES: Final[dict[Format, str]] = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "ndjson": "application/x-ndjson",
}
_ACCEPTED: Final[dict[str, Format]] = {
    "application/json": "json",
    "application/*": "json",
    "*/*": "json",
    "text/html": "json",
    "text/csv": "csv",
    "text/*": "csv",
    "application/x-ndjson": "ndjson",
    "application/ndjson": "ndjson",
}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class NotAcceptable(WhofinedError):
    """The caller accepts none of the forms that there are."""


def choose(asked: Format | None, accept: str | None) -> Format:
    """The form of an answer; raises ``NotAcceptable``. ``?format=`` wins over ``Accept``."""
    if asked is not None:
        return asked
    if not accept:
        return "json"
    ranked = sorted((_weighted(part) for part in accept.split(",")), key=lambda pair: -pair[1])
    for name, weight in ranked:
        if weight > 0 and name in _ACCEPTED:
            return _ACCEPTED[name]
    raise NotAcceptable(
        f"nothing of {accept!r} can be given",
        where="Accept",
        remedy="application/json, text/csv or application/x-ndjson",
    )


def _weighted(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return name.lower(), float(weight)
    except ValueError:
        return name.lower(), 0.0


def ndjson(items: Iterable[Json]) -> bytes:
    """One JSON object a line."""
    return b"".join(orjson.dumps(item, option=orjson.OPT_APPEND_NEWLINE) for item in items)


def as_csv(items: Iterable[Json], columns: Sequence[str]) -> bytes:
    """A table with a header row. ``columns`` are dotted paths; lists become text joined by ``; ``.

    Text that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.replace(".", "_") for column in columns])
    for item in items:
        writer.writerow([_cell(_at(item, column)) for column in columns])
    return out.getvalue().encode()


def _at(item: Any, path: str) -> Any:
    name, _, rest = path.partition(".")
    if isinstance(item, list):
        return [_at(entry, path) for entry in cast("list[Any]", item)]
    if not isinstance(item, Mapping):
        return None
    value = cast("Json", item).get(name)
    return _at(value, rest) if rest else value


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        flat = _flat(cast("list[Any]", value))
        value = "; ".join(dict.fromkeys(str(entry) for entry in flat if entry is not None))
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _flat(values: list[Any]) -> Iterable[Any]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(cast("list[Any]", value))
        else:
            yield value
