"""Links that open an answer in Neo4j Browser, as a query that can be read and changed by hand."""

import json
from collections.abc import Sequence
from functools import cache
from urllib.parse import parse_qsl, quote, urlencode

from graph.settings import Connection
from graph.statement import FOLDER


@cache
def _template(name: str) -> str:
    lines = (FOLDER / "browser" / f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//"))


def query(name: str, ids: Sequence[str]) -> str:
    """The query of ``cypher/browser/<name>.cypher`` with the ids written in as string literals."""
    # JSON's escapes are also Cypher's, so an id cannot end its literal.
    literals = ", ".join(json.dumps(id_) for id_ in ids)
    return _template(name).replace("$ids", f"[{literals}]")


def link(connection: Connection, name: str, ids: Sequence[str]) -> str | None:
    """The address of Neo4j Browser with that query in its editor; ``None`` where there is no Browser."""
    if connection.browser_url is None:
        return None
    address, _, given = connection.browser_url.partition("?")
    asked = {"dbms": connection.uri, "db": connection.database, "cmd": "edit", "arg": query(name, ids)}
    # What the address says of the server wins: a reader's way to it may be another than ours.
    return f"{address}?{urlencode(asked | dict(parse_qsl(given)), quote_via=quote)}"
