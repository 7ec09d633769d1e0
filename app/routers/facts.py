"""Facts, fines, claims."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from app.answers import facts as answers
from app.answers import private, stats
from app.http import openapi
from app.http.api_key import private_reader
from app.http.repeated import Once
from app.http.responses import NOT_KEPT, respond, respond_one
from app.http.service import Graph
from app.parameters.fact_query import end_of, fact_query
from app.parameters.fields import ClockParameters, NoParameters
from app.parameters.private import FactsAsked, FinesAsked, private_query
from app.schemas.facts import ClaimAnswer, FactList, FineList, WholeFact

router = APIRouter(prefix="/v1", tags=["facts"], dependencies=[Once])

Id = Annotated[str, Path(max_length=200)]


@router.get("/facts", responses=openapi.answers("/v1/facts", FactList, 401, 403, 404, 406, 409, table=True))
async def list_facts(request: Request, graph: Graph, asked: Annotated[FactsAsked, Query()]) -> Response:
    """Facts: one relation each, with status and evidence. The core list."""
    if asked.private:
        return await _private(request, graph, asked, asked.private)
    query = fact_query(asked)
    page = await answers.facts(graph, query, cursor=asked.cursor, about_group=True)
    if asked.wanted:
        page = replace(page, facets=stats.as_json(await stats.facets(graph, page.query, asked.wanted)))
    return respond(request, asked, page)


@router.get("/fines", responses=openapi.answers("/v1/fines", FineList, 401, 403, 404, 406, 409, table=True))
async def list_fines(request: Request, graph: Graph, asked: Annotated[FinesAsked, Query()]) -> Response:
    """Fines that an authority imposed, whatever became of them, and what they add up to."""
    if asked.private:
        return await _private(request, graph, asked, asked.private, sums=True)
    page = await answers.facts(graph, fact_query(asked), cursor=asked.cursor, sums=True, about_group=True)
    return respond(request, asked, page)


async def _private(
    request: Request, graph: Graph, asked: FactsAsked | FinesAsked, batches: list[str], *, sums: bool = False
) -> Response:
    """The same list of the rows of private batches."""
    await private_reader(request, graph)
    page = await private.facts(graph, private_query(batches, asked), cursor=asked.cursor, sums=sums)
    return respond(request, asked, page, NOT_KEPT)


@router.get("/facts/{id}", responses=openapi.answers("/v1/facts/{id}", WholeFact, 404, 410))
async def get_fact(graph: Graph, id: Id, clocks: Annotated[ClockParameters, Query()]) -> Response:
    """One fact with its life cycle and all its evidence."""
    known_on = end_of(clocks.known_on)
    return respond_one(await answers.fact(graph, id, valid_on=clocks.valid_on, known_on=known_on))


@router.get("/claims/{id}", responses=openapi.answers("/v1/claims/{id}", ClaimAnswer, 404))
async def get_claim(graph: Graph, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """One claim: what one document says, in its words where we may quote them."""
    return respond_one(await answers.claim(graph, id))
