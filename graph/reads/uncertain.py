"""Of how many facts of a list dates leave open whether they belong to it."""

from typing import Any, Final

from graph.reads.facts import RANGES, FactQuery, anchor, prepare
from graph.reads.listing import TOTAL_LIMIT, Value
from graph.statement import Statement, statement
from graph.store import Store

UNCERTAIN: Final[dict[str, Statement[Any, Value]]] = {
    name: statement("facts/uncertain", range_, Value, anchor=name, key="date_key", order="DESC")
    for name, range_ in RANGES.items()
}


async def uncertain(store: Store, query: FactQuery) -> int | None:
    """Of how many facts dates leave open whether they meet the dates that are asked for; ``None`` where none are."""
    filters = query.filters
    if not (filters.valid_on or filters.day_from or filters.day_to):
        return None
    chosen = UNCERTAIN[anchor(query)[0]]
    rows = await store.read(chosen, chosen.parameters(**prepare(query).whole, limit=TOTAL_LIMIT))
    return rows[0].value
