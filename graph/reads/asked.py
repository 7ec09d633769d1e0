"""Counts and sums of what a question asks for, from kept totals: what they cost does not grow with the graph."""

from dataclasses import fields, replace
from typing import Final

from graph.reads import ask, totals
from graph.reads.facts import FactQuery, Filters, Sum
from graph.reads.listing import TOTAL_LIMIT, Value
from graph.statement import statement
from graph.store import Store
from graph.vocabulary import STATUSES

_STANDS: Final = {True: 1, False: 0, None: -1}
_KNOWN: Final = frozenset(
    {"relations", "subjects", "countries", "day_from", "day_to", "statuses", "standing", "stages", "lacking"}
)
"""Conditions of questions that totals know."""

COUNT: Final = statement("ask/count_by_loose", ask.Range, Value)
SUMS: Final = statement("ask/sums_by_loose", ask.Range, Sum)


async def sums(store: Store, wanted: ask.Wanted, *, parties: list[str] | None = None) -> list[Sum]:
    """Decisions and sums by currency over all facts that meet the conditions of a question."""
    query = as_query(wanted) if parties is None else None
    found = None
    if query is not None:
        stages, lacking = wanted.asked_stages, wanted.asked_lacking
        found = await totals.both(
            store, query, SUMS, ask.everywhere(wanted), by=["currency"], stages=stages, lacking=lacking
        )
    return await ask.sums(store, wanted, parties=parties) if found is None else totals.summed_up(*found[:2])


async def count(store: Store, wanted: ask.Wanted) -> int | None:
    """How many facts meet the conditions of a question; ``None`` where totals do not know it."""
    query = as_query(wanted)
    if query is None:
        return None
    stages, lacking = wanted.asked_stages, wanted.asked_lacking
    found = await totals.both(store, query, COUNT, ask.everywhere(wanted), stages=stages, lacking=lacking)
    if found is None:
        return None
    kept, loose, _ = found
    return min(TOTAL_LIMIT, sum(row["facts"] for row in kept) + loose[0].value)


def as_query(wanted: ask.Wanted) -> FactQuery | None:
    """The list of facts that a question is about; ``None`` where it asks what no list can."""
    own = (one.name for one in fields(ask.Wanted) if one.name.startswith("asked_"))
    if any(getattr(wanted, name) is not None for name in own if name.removeprefix("asked_") not in _KNOWN):
        return None
    if wanted.countries is not None and wanted.asked_countries is not None:
        return None
    filters = Filters(**{one.name: getattr(wanted, one.name) for one in fields(Filters)})
    standing = wanted.asked_standing
    by_standing = (
        None
        if standing is None
        else [name for name, one in STATUSES.items() if _STANDS[one.stands] in standing]
    )
    return FactQuery(
        replace(
            filters,
            relations=_within(filters.relations, wanted.asked_relations),
            subjects=_within(filters.subjects, wanted.asked_subjects),
            countries=filters.countries if wanted.asked_countries is None else wanted.asked_countries,
            day_from=max((day for day in (filters.day_from, wanted.asked_day_from) if day), default=None),
            day_to=min((day for day in (filters.day_to, wanted.asked_day_to) if day), default=None),
            statuses=_within(_within(filters.statuses, wanted.asked_statuses), by_standing),
        )
    )


def _within(one: list[str] | None, other: list[str] | None) -> list[str] | None:
    if one is None or other is None:
        return other if one is None else one
    return [value for value in one if value in other]
