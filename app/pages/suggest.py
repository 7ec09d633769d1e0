"""Suggestions while a reader types: names, each with its page."""

from typing import Annotated
from urllib.parse import quote

import orjson
from fastapi import APIRouter, Query, Response

from app.answers import search
from app.http.service import Graph
from app.pages import site
from app.pages.routes import PageRoute

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/suggest")
async def suggest(
    graph: Graph,
    q: Annotated[str, Query(min_length=1, max_length=300)],
    limit: Annotated[int, Query(ge=1, le=20)] = 8,
) -> Response:
    """Names that begin with or resemble what was typed, each with its page."""
    found = await search.search(graph, q, limit)
    items = [
        {
            "id": one["id"],
            "name": site.name(one),
            "note": " · ".join(filter(None, [one["kind"].replace("_", " "), one.get("country")])),
            "href": f"/entities/{quote(one['id'], safe='')}",
        }
        for one in found["entities"]
    ]
    return Response(orjson.dumps({"items": items}), media_type="application/json")
