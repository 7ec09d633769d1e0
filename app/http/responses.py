"""Answers as HTTP: a value in the form that the caller wants, one thing as JSON, a redirect."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

import orjson
from fastapi import Request, Response

from app.answers.entities import Merged
from app.answers.page import ListPage
from app.answers.selection import only
from app.formats.form import Options
from app.formats.registry import FORMS
from app.http.negotiation import choose
from app.parameters.fields import Listing

NOT_KEPT: Final = {"Cache-Control": "no-store"}
"""For answers that are for the holder of a key alone."""


def respond(
    request: Request, asked: Listing, page: ListPage, added: Mapping[str, str] | None = None
) -> Response:
    """A page of a list in the form that the caller wants, with ``added`` headers; raises ``NotAcceptable``."""
    form = choose(asked.format, request.headers.get("accept"))
    headers = {"Vary": "Accept", **(added or {})}
    if page.next:
        address = request.url.include_query_params(cursor=page.next)
        headers["Link"] = f'<{address}>; rel="next"'
    page = page.linked(
        lambda more: str(request.url.remove_query_params("cursor").include_query_params(**more))
    )
    if asked.fields:
        page = only(page, asked.fields)
    content = b"".join(form.encode(page, Options(bom=asked.bom, cypher=asked.cypher)))
    return Response(content, headers=headers, media_type=form.media_type)


def respond_one(body: Mapping[str, Any], *, status: int = 200) -> Response:
    """A single thing as JSON."""
    return Response(orjson.dumps(body), status, media_type=FORMS["json"].media_type)


def moved(request: Request, merged: Merged, rest: str = "") -> Response:
    """A permanent redirect to the same question about the entity into which another was merged."""
    asked = f"?{request.url.query}" if request.url.query else ""
    location = f"/v1/entities/{quote(merged.into, safe='')}{rest}{asked}"
    return Response(status_code=308, headers={"Location": location})
