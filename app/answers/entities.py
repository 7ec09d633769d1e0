"""Entities: a page of them, one profile, a page of neighbours."""

from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import quote

from app.answers import groups
from app.answers.lists import ListKind, after, cut, identity, list_page
from app.answers.page import ListPage, Shown, Total
from app.answers.service import Service
from app.schemas import serialize
from app.schemas.entities import EntityItem, Neighbour
from graph.reads import entities as reads
from graph.reads.entities import EntityQuery
from graph.reads.facts import FactQuery
from graph.reads.listing import HIGHEST, Page

Json = dict[str, Any]

ENTITIES: Final = ListKind(
    name="entities",
    template="entities",
    columns=serialize.ENTITY_COLUMNS,
    members=tuple(EntityItem.model_fields),
)


@dataclass(frozen=True, slots=True)
class Merged:
    """Instead of an answer: the entity goes by another id now."""

    into: str


@dataclass(frozen=True, slots=True)
class _Around:
    """What identifies a list of neighbours."""

    id: str


async def entities(service: Service, query: EntityQuery, *, cursor: str | None = None) -> ListPage:
    """A page of entities in order of name; raises ``InvalidInput`` for a cursor of another list."""
    found = identity("entities", query)
    query = replace(query, after=after(cursor, found) if cursor else query.after)
    return await list_page(service, ENTITIES, reads.prepare(query), found)


async def entity(service: Service, id_: str) -> Json | Merged:
    """One profile; raises ``NotFound``, or ``Gone`` for a person who was redacted."""
    rows = await reads.one(service.store, id_)
    properties = rows.properties or {}
    if into := properties.get("merged_into"):
        return Merged(into)
    body = serialize.entity(properties, rows.owners, rows.owned, rows.parts)
    statement = Shown(reads.ONE.text, {"id": id_}, service.store.connection, "entities", lambda: [id_])
    has = await groups.has(service, FactQuery(parties=[id_]), rows.revision)
    if has is not None:
        has |= {"link": f"/v1/facts?party={quote(id_, safe='')}&group=true"}
    return {**body, "group_totals": has, "merged": rows.merged, "cypher": statement.as_json()}


async def canonical(service: Service, id_: str) -> str:
    """The id that an entity goes by now; raises ``NotFound``."""
    return await reads.canonical(service.store, id_, "id")


async def neighbours(
    service: Service, id_: str, *, limit: int = 50, cursor: str | None = None
) -> ListPage | Merged:
    """Entities that share facts with this one, those with the largest fines between them first."""
    found = identity("neighbours", _Around(id_))
    below = after(cursor, found) or HIGHEST
    rows = await reads.neighbours(service.store, id_, below, limit)
    if rows.merged_into:
        return Merged(rows.merged_into)
    items, keys, following = cut(Page(rows.items, rows.keys, rows.revision), limit, found)
    asked = {"id": id_, "high": below, "limit": limit}
    return ListPage(
        name="neighbours",
        items=items,
        keys=keys,
        next=following,
        total=Total(rows.value),
        statement=Shown(reads.NEIGHBOURS.text, asked, service.store.connection, "entities", lambda: [id_]),
        columns=serialize.NEIGHBOUR_COLUMNS,
        members=tuple(Neighbour.model_fields),
        revision=rows.revision,
    )
