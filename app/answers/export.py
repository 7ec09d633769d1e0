"""All pages of a list of facts, one after another, at one revision of the graph."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Final

from app.answers.facts import FactPage, facts
from app.answers.service import Service
from app.schemas.serialize import in_units
from graph.errors import DatabaseUnavailable
from graph.reads import some
from graph.reads.facts import FactQuery

PAGE: Final = 500
"""Facts that are in memory at once."""


async def pages(service: Service, query: FactQuery, *, stages: bool = False) -> AsyncIterator[FactPage]:
    """Pages of facts with all their evidence, in the order of the query; at least one, which may be empty.

    With ``stages`` each fact has its life cycle too.

    Raises ``InvalidInput`` as a list does, and ``DatabaseUnavailable`` where the graph was changed in between: what was
    given before is then not to be used.
    """
    whole = replace(query, limit=PAGE, evidence="all", after=None)
    first: int | None = None
    cursor: str | None = None
    while first is None or cursor is not None:
        page = await facts(service, whole, cursor=cursor)
        first = page.revision if first is None else first
        if page.revision != first:
            raise DatabaseUnavailable("the graph was changed during the export", remedy="start it again")
        yield await _with_stages(service, page) if stages else page
        cursor = page.next


async def _with_stages(service: Service, page: FactPage) -> FactPage:
    known_on = page.query.filters.known_on
    found = await some.stages(service.store, [item["id"] for item in page.items], known_on)
    items = [{**item, "stages": [in_units(one) for one in found.get(item["id"], [])]} for item in page.items]
    return replace(page, items=items)
