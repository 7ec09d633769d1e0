"""Groups of firms: a query that takes in all members of those it names, and what a group has."""

from dataclasses import replace
from typing import Any

from app.answers.lists import identity
from app.answers.service import Service
from graph.errors import InvalidInput
from graph.money import units
from graph.reads import facts as reads
from graph.reads import groups, listing
from graph.reads.facts import FactQuery
from graph.reads.groups import Group
from graph.reads.revision import revision as current

Json = dict[str, Any]


async def opened(service: Service, query: FactQuery) -> FactQuery:
    """The query with the groups of whom it names taken in, each member for the time in which it belonged.

    Raises ``InvalidInput`` where a group is asked for and nobody is named.
    """
    if not query.group:
        return query
    filters = query.filters
    if not (filters.subjects or filters.objects or query.parties):
        raise InvalidInput(
            "group takes in the group of somebody, and nobody is named",
            where="group",
            remedy="give subject, object or party as well",
        )
    now = await current(service.store)
    subjects = await _members(service, now, filters.subjects)
    objects = await _members(service, now, filters.objects)
    parties = await _members(service, now, query.parties)
    whole = groups.together(one for one in (subjects, objects, parties) if one)
    return replace(
        query,
        filters=replace(
            filters,
            subjects=subjects and list(subjects.members),
            objects=objects and list(objects.members),
            bounds=list(whole.bounds) or None,
        ),
        parties=parties and list(parties.members),
    )


async def _members(service: Service, revision: int, ids: list[str] | None) -> Group | None:
    if not ids:
        return None
    return groups.together([await _group(service, revision, id_) for id_ in ids])


async def _group(service: Service, revision: int, id_: str) -> Group:
    """The group of an entity, read once a revision."""
    return await service.totals.get(revision, f"group {id_}", lambda: groups.group(service.store, id_))


async def has(service: Service, query: FactQuery, revision: int) -> Json | None:
    """What the groups of whom a query names have: ``facts``, and ``sum``, what their fines add up to in euro.

    ``None`` where the query takes groups in already, or names nobody who belongs to one. Computed once a revision.
    """
    filters = query.filters
    named = [*(filters.subjects or ()), *(filters.objects or ()), *(query.parties or ())]
    sizes = [len((await _group(service, revision, id_)).members) for id_ in named]
    if query.group or max(sizes, default=1) == 1:
        return None
    wide = replace(query, group=True, after=None)
    return await service.totals.get(
        revision, f"{identity('facts', wide).totals} group", lambda: _counted(service, wide)
    )


async def _counted(service: Service, query: FactQuery) -> Json:
    query = await opened(service, query)
    facts = await listing.count(service.store, reads.prepare(query))
    relations = query.filters.relations
    if relations is None or "FINED" in relations:
        query = replace(query, filters=replace(query.filters, relations=["FINED"]))
    rows = await reads.sums(service.store, query)
    return {"facts": facts, "sum": units(sum(row.eur_minor for row in rows), "EUR")}
