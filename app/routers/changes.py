"""What changed, as a list and as an Atom feed for each filter."""

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from app.answers import changes as answers
from app.formats.atom import MEDIA_TYPE, Feed, atom
from app.http import openapi
from app.http.repeated import Once
from app.http.responses import respond
from app.http.service import Graph
from app.parameters.fact_query import fact_query
from app.parameters.fields import ChangeParameters, FeedParameters
from app.schemas.changes import ChangeList

router = APIRouter(tags=["facts"], dependencies=[Once])

_ENTRIES: Final = 100


@router.get("/v1/changes", responses=openapi.answers("/v1/changes", ChangeList, 406, table=True))
async def list_changes(
    request: Request, graph: Graph, asked: Annotated[ChangeParameters, Query()]
) -> Response:
    """New facts, changed status, another sum or day, withdrawn ones: the latest first, with the filters of /v1/facts.

    A filter asks for the fact as it is now. What a source holds when it first comes is one change, not many.
    """
    query = answers.change_query(fact_query(asked), asked.kind, asked.since, asked.until)
    order = "asc" if asked.sort == "at:asc" else "desc"
    page = await answers.changes(graph, query, order=order, limit=asked.limit, cursor=asked.cursor)
    return respond(request, asked, page)


@router.get("/feeds/facts.atom", responses=openapi.feed(MEDIA_TYPE), response_class=Response)
async def feed_of_facts(
    request: Request, graph: Graph, asked: Annotated[FeedParameters, Query()]
) -> Response:
    """The latest changes as an Atom feed, with the filters of /v1/facts: one address to follow for each filter."""
    query = answers.change_query(fact_query(asked), asked.kind, asked.since)
    page = await answers.changes(graph, query, limit=_ENTRIES)
    given = sorted((name, value) for name, value in request.query_params.multi_items() if value)
    text = urlencode(given)
    home = str(request.base_url).rstrip("/")
    beside = f"?{text}" if text else ""
    title = ", ".join(f"{name}={value}" for name, value in given)
    feed = Feed(
        title=f"whofined: changes{f' ({title})' if title else ''}",
        address=f"{home}/feeds/facts.atom{beside}",
        page=f"{home}/changes{beside}",
        home=home,
    )
    return Response(atom(feed, page.items), media_type=MEDIA_TYPE)
