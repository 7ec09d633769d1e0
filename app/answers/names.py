"""The names of entities by id, for answers that speak of ids."""

from collections.abc import Collection, Mapping
from typing import Any

from app.answers.service import Service
from graph.errors import InvalidInput, NotFound
from graph.reads import entities as reads
from graph.reads.captions import captions as read

Json = Mapping[str, Any]


async def entities(service: Service, ids: Collection[str]) -> dict[str, Json]:
    """``{"id", "name", "caption", "acronym", "kind", "country"}`` of each id that an entity has."""
    return {one["id"]: one for one in await read(service.store, sorted(set(ids)))} if ids else {}


def short(known: Mapping[str, Json]) -> dict[str, str]:
    """Of each entity the short name that people use, else its whole name."""
    return {id_: one["caption"] or one["name"] for id_, one in known.items()}


async def captions(service: Service, ids: Collection[str]) -> dict[str, str]:
    """The short name of each entity that people use, else its whole name."""
    return short(await entities(service, ids))


async def known(service: Service, id_: str, where: str) -> str:
    """The id that an entity goes by now; raises ``InvalidInput`` with the parameter that names nobody."""
    try:
        return await reads.canonical(service.store, id_, where)
    except NotFound as error:
        raise InvalidInput(error.what, where=where, remedy=error.remedy) from error
