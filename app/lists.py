"""A list as it is answered: a page, the cursor of the next, the total, the statement behind it; in any form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson
from fastapi import Request, Response

from app import cursor
from app.context import Context
from app.formats import MEDIA_TYPES, as_csv, choose, ndjson
from app.parameters import Listing
from graph import browser
from graph.reads.facts import TOTAL_LIMIT

Json = dict[str, Any]
DENSE: Final = {"Vary": "Accept"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of a list, ready to be put into any form.

    ``template`` names the query that draws the items, whose ids are ``ids``, in Neo4j Browser; ``more`` are further
    members of the JSON form.
    """

    items: Sequence[Json]
    next: str | None
    total: int
    text: str
    parameters: Mapping[str, Any]
    template: str
    ids: Sequence[str]
    columns: Sequence[str]
    more: Mapping[str, Any]


def cut(
    items: Sequence[Json], keys: Sequence[str], limit: int, digest: str
) -> tuple[Sequence[Json], str | None]:
    """The items of the page without the one that only shows that there are more, and the cursor of the next page."""
    if len(items) <= limit:
        return items, None
    return items[:limit], cursor.encode(keys[limit - 1], digest)


def digest(parameters: Listing, *, name: str) -> str:
    """What identifies a list: its route and its parameters but for place, page size and form."""
    values = parameters.model_dump(exclude={"limit", "cursor", "format"})
    return cursor.digest({"list": name, **values})


def cypher(
    context: Context, text: str, parameters: Mapping[str, Any], template: str, ids: Sequence[str]
) -> Json:
    """The statement behind an answer, and the link that draws it."""
    return {
        "text": text,
        "parameters": dict(parameters),
        "browser_url": browser.link(context.connection, template, ids),
    }


def total(value: int) -> Json:
    """A total that says whether it is exact."""
    return {"value": value, "relation": "eq" if value < TOTAL_LIMIT else "gte"}


def respond(request: Request, context: Context, parameters: Listing, answer: Answer) -> Response:
    """The answer in the form that the caller wants; raises ``NotAcceptable``."""
    form = choose(parameters.format, request.headers.get("accept"))
    headers = dict(DENSE)
    if answer.next:
        address = request.url.include_query_params(cursor=answer.next)
        headers["Link"] = f'<{address}>; rel="next"'
    if form == "csv":
        body = as_csv(answer.items, answer.columns)
    elif form == "ndjson":
        body = ndjson(answer.items)
    else:
        body = orjson.dumps(
            {
                "items": answer.items,
                "next": answer.next,
                "total": total(answer.total),
                **answer.more,
                "cypher": cypher(context, answer.text, answer.parameters, answer.template, answer.ids),
            }
        )
    return Response(body, headers=headers, media_type=MEDIA_TYPES[form])


def respond_one(body: Mapping[str, Any], *, status: int = 200) -> Response:
    """A single thing as JSON."""
    return Response(orjson.dumps(body), status, media_type=MEDIA_TYPES["json"])
