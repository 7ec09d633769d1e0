"""NDJSON: one item a line."""

from collections.abc import Iterable, Sequence

import orjson

from app.answers.page import ListPage
from app.formats.form import Form, Json, Options


class JsonLines:
    """One JSON object a line; line breaks inside of values are escaped."""

    def __init__(self, page: ListPage, options: Options) -> None: ...

    def start(self) -> Iterable[bytes]:
        """Nothing."""
        return ()

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """A line for each item."""
        yield b"".join(orjson.dumps(item, option=orjson.OPT_APPEND_NEWLINE) for item in items)

    def end(self) -> Iterable[bytes]:
        """Nothing."""
        return ()


NDJSON = Form(
    name="ndjson",
    media_type="application/x-ndjson",
    suffix="ndjson",
    writer=JsonLines,
    also=("application/ndjson",),
    description="one item a line",
)
