"""Links that open an answer in Neo4j Browser, as a query that can be read and changed by hand."""

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from urllib.parse import parse_qsl, quote, urlencode

from graph.connection import Connection
from graph.statement import FOLDER


@cache
def _around(name: str) -> tuple[str, str]:
    """The query before and after its list of ids, quoted for an address."""
    lines = (FOLDER / "browser" / f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    before, after = "\n".join(line for line in lines if not line.startswith("//")).split("$ids")
    return quote(f"{before}[", safe=""), quote(f"]{after}", safe="")


@lru_cache(maxsize=32_768)
def _literal(id_: str) -> str:
    """An id as a string literal, quoted for an address; kept, because each page of a list has fifty of them."""
    # JSON's escapes are also Cypher's, so an id cannot end its literal.
    return quote(json.dumps(id_), safe="")


@cache
def _address(connection: Connection) -> str:
    """Neo4j Browser's address up to the query."""
    address, _, given = (connection.browser_url or "").partition("?")
    asked = {"dbms": connection.uri, "db": connection.database, "cmd": "edit"}
    # What the address says of the server wins: a reader's way to it may be another than ours.
    return f"{address}?{urlencode(asked | dict(parse_qsl(given)), quote_via=quote)}"


def link(connection: Connection, name: str, ids: Sequence[str]) -> str | None:
    """The address of Neo4j Browser with the query of ``cypher/browser/<name>.cypher`` in its editor.

    The ids are written into the query. ``None`` where there is no Browser.
    """
    if connection.browser_url is None:
        return None
    before, after = _around(name)
    literals = "%2C%20".join(map(_literal, ids))
    return f"{_address(connection)}&arg={before}{literals}{after}"
