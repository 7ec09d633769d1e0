"""Entities, their facts and their neighbours."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request, Response

from app import lists, shapes
from app.context import Graph
from app.documented import answers
from app.parameters import AllFactParameters, EntityFactParameters, EntityParameters, Listing, NoParameters
from app.routers.facts import list_facts
from app.schemas.entities import Entity, EntityList, NeighbourList
from app.schemas.facts import FactList
from graph.reads import entities

router = APIRouter(prefix="/v1/entities", tags=["entities"])

Id = Annotated[str, Path(max_length=200)]
_HIGHEST = "~"


@router.get("", responses=answers("/v1/entities", EntityList, 406, table=True))
async def list_entities(
    request: Request, graph: Graph, asked: Annotated[EntityParameters, Query()]
) -> Response:
    """Regulators, companies, platforms, people, courts, laws and other bodies, by name."""
    digest, after = lists.place(asked, "entities", "")
    filters = entities.Filters(kind=asked.kind, country=asked.country)
    page = await entities.page(graph.store, filters, asked.q, after, asked.limit)
    total = await graph.totals.get(
        page.revision, digest, lambda: entities.count(graph.store, filters, asked.q)
    )
    told = entities.described(filters, asked.q, after, asked.limit)
    answer = lists.Answer(digest, page.items, page.keys, total, told, "entities", shapes.ENTITY_COLUMNS)
    return lists.respond(request, graph, asked, answer)


@router.get("/{id}", responses=answers("/v1/entities/{id}", Entity, 308, 404, 410))
async def get_entity(request: Request, graph: Graph, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """One entity's profile. A merged one redirects to what took its place (308)."""
    found = await entities.one(graph.store, id)
    row = found.properties or {}
    if row.get("merged_into"):
        return moved(request, row["merged_into"], "")
    body = shapes.entity(row, found.owners, found.owned, found.parts)
    body["merged"] = found.merged
    body["cypher"] = lists.cypher(graph, entities.ONE.text, {"id": id}, "entities", [id])
    return lists.respond_one(body)


@router.get(
    "/{id}/facts", responses=answers("/v1/entities/{id}/facts", FactList, 308, 404, 406, 410, table=True)
)
async def list_entity_facts(
    request: Request, graph: Graph, id: Id, asked: Annotated[EntityFactParameters, Query()]
) -> Response:
    """The facts in which an entity has any part; filters as in /v1/facts."""
    found = await entities.canonical(graph.store, id, "id")
    if found != id:
        return moved(request, found, "/facts")
    everything = AllFactParameters.model_construct(**dict(asked), party=id)
    return await list_facts(request, graph, everything)


@router.get(
    "/{id}/neighbours",
    responses=answers("/v1/entities/{id}/neighbours", NeighbourList, 308, 404, 406, 410, table=True),
)
async def list_neighbours(
    request: Request, graph: Graph, id: Id, asked: Annotated[Listing, Query()]
) -> Response:
    """Entities that share facts with this one, those with the largest fines between them first."""
    digest, below = lists.place(asked, f"neighbours of {id}", _HIGHEST)
    page = await entities.neighbours(graph.store, id, below, asked.limit)
    if page.merged_into:
        return moved(request, page.merged_into, "/neighbours")
    told = (entities.NEIGHBOURS.text, {"id": id, "high": below, "limit": asked.limit})
    answer = lists.Answer(
        digest, page.items, page.keys, page.value, told, "entities", shapes.NEIGHBOUR_COLUMNS, [id]
    )
    return lists.respond(request, graph, asked, answer)


def moved(request: Request, id_: str, rest: str) -> Response:
    """A permanent redirect to the same question about the entity that another was merged into."""
    asked = f"?{request.url.query}" if request.url.query else ""
    return Response(status_code=308, headers={"Location": f"/v1/entities/{quote(id_, safe='')}{rest}{asked}"})
