"""JSON: the items of a page with its cursor, its total and the statement behind it."""

from collections.abc import Iterable, Sequence

import orjson

from app.answers.page import ListPage
from app.formats.form import Form, Json, Options
from graph.reads.kept import Texts


class JsonPage:
    """One JSON object."""

    def __init__(self, page: ListPage, options: Options) -> None:
        self._page = page
        self._options = options
        self._empty = True

    def start(self) -> Iterable[bytes]:
        """The object opens with its items."""
        yield b'{"items":['

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """Items, with a comma before those of a further page."""
        if items:
            text = b",".join(items.texts) if isinstance(items, Texts) else orjson.dumps(items)[1:-1]
            yield text if self._empty else b"," + text
            self._empty = False

    def end(self) -> Iterable[bytes]:
        """The other members."""
        page = self._page
        members: Json = {"next": page.next, "total": page.total.as_json(), **page.more()}
        if self._options.cypher:
            members["cypher"] = page.statement.as_json()
        yield b"]," + orjson.dumps(members)[1:]


JSON = Form(
    name="json",
    media_type="application/json",
    suffix="json",
    writer=JsonPage,
    also=("application/*", "*/*", "text/html"),
    description="a page with its cursor, its total and the statement behind it",
)
