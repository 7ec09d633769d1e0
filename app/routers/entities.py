"""Entities, their facts and their neighbours."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import AfterValidator

from app.answers import entities as answers
from app.answers import facts
from app.answers.entities import Merged
from app.http import openapi
from app.http.repeated import Once
from app.http.responses import moved, respond, respond_one
from app.http.service import Graph
from app.parameters.fact_query import fact_query
from app.parameters.fields import (
    AllFactParameters,
    EntityFactParameters,
    EntityParameters,
    Listing,
    NoParameters,
)
from app.schemas.countries import codes
from app.schemas.entities import Entity, EntityList, NeighbourList
from app.schemas.facts import FactList
from graph.reads.entities import EntityQuery

router = APIRouter(prefix="/v1/entities", tags=["entities"], dependencies=[Once])

Id = Annotated[str, Path(max_length=200), AfterValidator(str.lower)]


@router.get("", responses=openapi.answers("/v1/entities", EntityList, 406, table=True))
async def list_entities(
    request: Request, graph: Graph, asked: Annotated[EntityParameters, Query()]
) -> Response:
    """Regulators, companies, platforms, people, courts, laws and other bodies, by name."""
    query = EntityQuery(
        kinds=asked.kind,
        countries=codes(asked.country),
        text=asked.q,
        flags=asked.quality,
        limit=asked.limit,
    )
    return respond(request, asked, await answers.entities(graph, query, cursor=asked.cursor))


@router.get("/{id}", responses=openapi.answers("/v1/entities/{id}", Entity, 308, 404, 410))
async def get_entity(request: Request, graph: Graph, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """One entity's profile. A merged one redirects to what took its place (308)."""
    profile = await answers.entity(graph, id)
    return moved(request, profile) if isinstance(profile, Merged) else respond_one(profile)


@router.get(
    "/{id}/facts",
    responses=openapi.answers("/v1/entities/{id}/facts", FactList, 308, 404, 406, 410, table=True),
)
async def list_entity_facts(
    request: Request, graph: Graph, id: Id, asked: Annotated[EntityFactParameters, Query()]
) -> Response:
    """The facts in which an entity has any part; filters as in /v1/facts."""
    now = await answers.canonical(graph, id)
    if now != id:
        return moved(request, Merged(now), "/facts")
    query = fact_query(AllFactParameters.model_construct(**dict(asked), party=[id]))
    return respond(request, asked, await facts.facts(graph, query, cursor=asked.cursor, about_group=True))


@router.get(
    "/{id}/neighbours",
    responses=openapi.answers("/v1/entities/{id}/neighbours", NeighbourList, 308, 404, 406, 410, table=True),
)
async def list_neighbours(
    request: Request, graph: Graph, id: Id, asked: Annotated[Listing, Query()]
) -> Response:
    """Entities that share facts with this one, those with the largest fines between them first."""
    page = await answers.neighbours(graph, id, limit=asked.limit, cursor=asked.cursor)
    return moved(request, page, "/neighbours") if isinstance(page, Merged) else respond(request, asked, page)
