"""What changed, as a list and as an Atom feed for each filter."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from app.answers import changes as answers
from app.answers import private
from app.formats.atom import MEDIA_TYPE, Feed, atom
from app.http import openapi
from app.http.api_key import private_reader
from app.http.repeated import Once
from app.http.responses import NOT_KEPT, respond
from app.http.service import Graph
from app.parameters.fact_query import fact_query
from app.parameters.private import FEED, ChangesAsked, FeedAsked, private_query
from app.schemas.changes import ChangeList

router = APIRouter(tags=["facts"], dependencies=[Once])


@router.get(
    "/v1/changes", responses=openapi.answers("/v1/changes", ChangeList, 401, 403, 404, 406, 409, table=True)
)
async def list_changes(request: Request, graph: Graph, asked: Annotated[ChangesAsked, Query()]) -> Response:
    """New facts, changed status, another sum or day, withdrawn ones: the latest first, with the filters of /v1/facts.

    A filter asks for the fact as it is now. What a source holds when it first comes is one change, not many.
    """
    if asked.private:
        await private_reader(request, graph)
        page = await private.changes(
            graph, private_query(asked.private, asked), asked.kind, cursor=asked.cursor
        )
        return respond(request, asked, page, NOT_KEPT)
    query = answers.change_query(fact_query(asked), asked.kind, asked.since, asked.until)
    order = "asc" if asked.sort == "at:asc" else "desc"
    page = await answers.changes(graph, query, order=order, limit=asked.limit, cursor=asked.cursor)
    return respond(request, asked, page)


@router.get(
    "/feeds/facts.atom", responses=openapi.feed(MEDIA_TYPE, 401, 403, 404, 409), response_class=Response
)
async def feed_of_facts(request: Request, graph: Graph, asked: Annotated[FeedAsked, Query()]) -> Response:
    """The latest changes as an Atom feed, with the filters of /v1/facts: one address to follow for each filter."""
    if asked.private:
        await private_reader(request, graph)
        page = await private.changes(graph, private_query(asked.private, asked), asked.kind)
    else:
        query = answers.change_query(fact_query(asked), asked.kind, asked.since)
        page = await answers.changes(graph, query, limit=FEED)
    given = sorted((name, value) for name, value in request.query_params.multi_items() if value)
    text = urlencode(given)
    home = str(request.base_url).rstrip("/")
    beside = f"?{text}" if text else ""
    title = ", ".join(f"{name}={value}" for name, value in given)
    feed = Feed(
        title=f"whofined: changes{f' ({title})' if title else ''}",
        address=f"{home}/feeds/facts.atom{beside}",
        page=f"{home}/{'v1/' if asked.private else ''}changes{beside}",
        home=home,
    )
    headers = NOT_KEPT if asked.private else None
    return Response(atom(feed, page.items), headers=headers, media_type=MEDIA_TYPE)
