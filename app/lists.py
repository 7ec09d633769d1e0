"""A list as it is answered: a page, the cursor of the next, the total, the statement behind it; in any form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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

    ``items`` and ``keys`` hold one more than was asked for where there are more. ``template`` names the query that
    draws ``ids`` (of the items, if not given) in Neo4j Browser; ``more`` are further members of the JSON form.
    """

    digest: str
    items: Sequence[Json]
    keys: Sequence[str]
    total: int
    statement: tuple[str, Mapping[str, Any]]
    template: str
    columns: Sequence[str]
    ids: Sequence[str] | None = None
    more: Mapping[str, Any] = field(default_factory=dict[str, Any])


def place(parameters: Listing, name: str, start: str) -> tuple[str, str]:
    """What identifies a list (its name and its parameters but for place, page size and form), and where to go on."""
    values = parameters.model_dump(exclude={"limit", "cursor", "format"})
    digest = cursor.digest({"list": name, **values})
    return digest, cursor.decode(parameters.cursor, digest) if parameters.cursor else start


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
    limit = parameters.limit
    items = answer.items[:limit]
    following = cursor.encode(answer.keys[limit - 1], answer.digest) if len(answer.items) > limit else None
    headers = dict(DENSE)
    if following:
        address = request.url.include_query_params(cursor=following)
        headers["Link"] = f'<{address}>; rel="next"'
    if form == "csv":
        body = as_csv(items, answer.columns)
    elif form == "ndjson":
        body = ndjson(items)
    else:
        ids = [item["id"] for item in items] if answer.ids is None else answer.ids
        body = orjson.dumps(
            {
                "items": items,
                "next": following,
                "total": total(answer.total),
                **answer.more,
                "cypher": cypher(context, *answer.statement, answer.template, ids),
            }
        )
    return Response(body, headers=headers, media_type=MEDIA_TYPES[form])


def respond_one(body: Mapping[str, Any], *, status: int = 200) -> Response:
    """A single thing as JSON."""
    return Response(orjson.dumps(body), status, media_type=MEDIA_TYPES["json"])
