"""What every list of the service must do, whatever it lists: one row for each route, tried by the same functions."""

import csv
import io
import json
from dataclasses import dataclass
from typing import Any, Final

import httpx
import openpyxl

from app.docs import openapi
from app.formats.registry import LIST_FORMS
from graph.store import Store
from tests.service import Json, good, refused, walk

OTHER_FORMS: Final = [name for name in LIST_FORMS if name != "json"]
_FILES: Final = {"/v1/export", "/v1/pack", "/v1/imports/{id}/refused"}
"""Downloads, which have no pages."""


@dataclass(frozen=True)
class Listed:
    """A list route: its address in the world of its test, the members by which an item is known, what key it needs.

    ``shown``: its statement gives a page of items (``page``), rows (``rows``), or all that it is made of (``none``).
    """

    route: str
    address: str
    known_by: tuple[str, ...] = ("id",)
    scope: str | None = None
    shown: str = "page"

    def name(self, item: Json) -> tuple[Any, ...]:
        """What an item is known by."""
        return tuple(_at(item, path) for path in self.known_by)


FACTUAL: Final = (
    Listed("/v1/facts", "/v1/facts"),
    Listed("/v1/fines", "/v1/fines"),
    Listed("/v1/entities", "/v1/entities"),
    Listed("/v1/documents", "/v1/documents"),
    Listed("/v1/cases", "/v1/cases"),
    Listed("/v1/entities/{id}/facts", "/v1/entities/acme/facts"),
    Listed("/v1/entities/{id}/neighbours", "/v1/entities/ico/neighbours", ("entity.id",)),
    Listed("/v1/changes", "/v1/changes"),
    Listed("/v1/stats", "/v1/stats", ("label",), shown="rows"),
    Listed("/v1/conflicts", "/v1/conflicts"),
)
KEPT: Final = (
    Listed("/v1/corrections", "/v1/corrections"),
    Listed("/v1/judgements", "/v1/judgements"),
    Listed("/v1/identity/candidates", "/v1/identity/candidates", ("left.id", "right.id"), shown="none"),
    Listed("/v1/review-queue", "/v1/review-queue", ("claim",), "review"),
    Listed("/v1/redactions", "/v1/redactions", ("id",), "admin"),
    Listed("/v1/audit", "/v1/audit", ("at", "who", "action"), "admin"),
)


def by_route(row: Listed) -> str:
    """A row as it is called in a test's id."""
    return row.route


def list_routes() -> set[str]:
    """Routes that give a list, by the OpenAPI document: those with a table as another form."""
    found: set[str] = set()
    for path, methods in openapi()["paths"].items():
        content = methods.get("get", {}).get("responses", {}).get("200", {}).get("content", {})
        if "text/csv" in content and path not in _FILES:
            found.add(path)
    return found


async def pages_and_totals(client: httpx.AsyncClient, row: Listed) -> None:
    """Small pages give what one page gives, each item once; the total is their number."""
    whole = good(await client.get(row.address))
    assert whole["items"]
    one_by_one = await walk(client, row.address, limit=1)
    assert [row.name(item) for item in one_by_one] == [row.name(item) for item in whole["items"]]
    assert whole["total"] == {"value": len(whole["items"]), "relation": "eq"}
    first = await client.get(row.address, params={"limit": 1})
    assert ("next" in first.links) == (first.json()["next"] is not None) == (len(whole["items"]) > 1)


async def forms(client: httpx.AsyncClient, row: Listed, form: str) -> None:
    """By suffix, by parameter and by Accept; the rows are those of the JSON form."""
    items = good(await client.get(row.address))["items"]
    answer = await client.get(row.address, params={"format": form})
    media = LIST_FORMS[form].media_type
    assert answer.headers["content-type"] == media
    bare = media.partition(";")[0]
    if form != "xlsx":  # a workbook tells when it was made
        assert (await client.get(row.address, headers={"Accept": bare})).content == answer.content
        assert (await client.get(f"{row.address}.{LIST_FORMS[form].suffix}")).content == answer.content
    if form == "ndjson":
        assert [json.loads(line) for line in answer.text.splitlines()] == items
        return
    table = rows(form, answer.content)
    assert len(table) == len(items) + 1
    columns = [table[0].index(path.replace(".", "_")) for path in row.known_by]
    known = [tuple(line[column] for column in columns) for line in table[1:]]
    assert known == [tuple(map(str, row.name(item))) for item in items]


def rows(form: str, content: bytes) -> list[list[Any]]:
    """A table read back."""
    if form == "csv":
        return list(csv.reader(io.StringIO(content.decode(), newline="")))
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    return [list(row) for row in book.worksheets[0].values]


async def failures(client: httpx.AsyncClient, row: Listed) -> None:
    """What has not changed is not sent again; what is wrong is a problem document that names the parameter."""
    answer = await client.get(row.address)
    if row.scope is None:  # what a key opens is kept for nobody
        again = await client.get(row.address, headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    for query, parameter in (
        ("nonsense=1", "nonsense"),
        ("limit=x", "limit"),
        ("limit=0", "limit"),
        ("limit=1&limit=2", "limit"),
        ("cursor=abc", "cursor"),
        ("format=xml", "format"),
        ("fields=nonsense", "fields"),
    ):
        fault = refused(await client.get(f"{row.address}?{query}"), 422, parameter)["errors"][0]
        assert fault["valid"] != fault["problem"]
    refused(await client.get(row.address, headers={"Accept": "image/png"}), 406, "Accept")


async def by_hand(client: httpx.AsyncClient, store: Store, row: Listed) -> None:
    """The statement is shown only where it is asked for; run by hand with its parameters it gives the same items."""
    assert "cypher" not in good(await client.get(row.address))
    page = good(await client.get(row.address, params={"cypher": "true", "limit": 2}))
    statement: Any = page["cypher"]["text"]
    found = await store._read(statement, page["cypher"]["parameters"], 10)
    if row.shown == "rows":
        assert [line[0] for line in found][:2] == [
            next(iter(one["values"].values())) for one in page["items"]
        ]
    elif row.shown == "page":
        (line,) = found
        items = next(
            value for value in line if isinstance(value, list) and value and isinstance(value[0], dict)
        )
        assert [row.name(item) for item in items][:2] == [row.name(item) for item in page["items"]]
    else:
        assert found


async def members(client: httpx.AsyncClient, row: Listed) -> None:
    """``fields`` picks members, in JSON and as columns of a table."""
    item = good(await client.get(row.address))["items"][0]
    names = list(item)[:2]
    page = good(await client.get(row.address, params={"fields": ",".join(names)}))
    assert page["items"][0] == {name: item[name] for name in names}
    answer = await client.get(row.address, params={"fields": names[0], "format": "csv"})
    table = rows("csv", answer.content)
    assert all(name == names[0] or name.startswith(f"{names[0]}_") for name in table[0])


def _at(item: Any, path: str) -> Any:
    for name in path.split("."):
        item = item[name]
    return item
