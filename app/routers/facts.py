"""Facts, fines, claims."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from app.answers import facts as answers
from app.answers import stats
from app.http import openapi
from app.http.repeated import Once
from app.http.responses import respond, respond_one
from app.http.service import Graph
from app.parameters.analysis import FacetedParameters
from app.parameters.fact_query import end_of, fact_query
from app.parameters.fields import ClockParameters, FactParameters, NoParameters
from app.schemas.facts import ClaimAnswer, FactList, FineList, WholeFact

router = APIRouter(prefix="/v1", tags=["facts"], dependencies=[Once])

Id = Annotated[str, Path(max_length=200)]


@router.get("/facts", responses=openapi.answers("/v1/facts", FactList, 406, table=True))
async def list_facts(
    request: Request, graph: Graph, asked: Annotated[FacetedParameters, Query()]
) -> Response:
    """Facts: one relation each, with status and evidence. The core list."""
    query = fact_query(asked)
    page = await answers.facts(graph, query, cursor=asked.cursor, about_group=True)
    if asked.wanted:
        page = replace(page, facets=stats.as_json(await stats.facets(graph, page.query, asked.wanted)))
    return respond(request, asked, page)


@router.get("/fines", responses=openapi.answers("/v1/fines", FineList, 406, table=True))
async def list_fines(request: Request, graph: Graph, asked: Annotated[FactParameters, Query()]) -> Response:
    """Fines that an authority imposed, whatever became of them, and what they add up to."""
    page = await answers.facts(graph, fact_query(asked), cursor=asked.cursor, sums=True, about_group=True)
    return respond(request, asked, page)


@router.get("/facts/{id}", responses=openapi.answers("/v1/facts/{id}", WholeFact, 404, 410))
async def get_fact(graph: Graph, id: Id, clocks: Annotated[ClockParameters, Query()]) -> Response:
    """One fact with its life cycle and all its evidence."""
    known_on = end_of(clocks.known_on)
    return respond_one(await answers.fact(graph, id, valid_on=clocks.valid_on, known_on=known_on))


@router.get("/claims/{id}", responses=openapi.answers("/v1/claims/{id}", ClaimAnswer, 404))
async def get_claim(graph: Graph, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """One claim: what one document says, in its words where we may quote them."""
    return respond_one(await answers.claim(graph, id))
