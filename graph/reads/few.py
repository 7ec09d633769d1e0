"""Filters that few facts meet: the facts are found by the filter, where a list in order would go through all others."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from graph.reads.facts import FactQuery, Few, Filters, anchor, euro_keys
from graph.reads.listing import HIGHEST, LOWEST, Value
from graph.statement import statement
from graph.store import Store

MOST: Final = 1_000
"""So many facts are few: reading and sorting them costs less than finding a page of them in order among all."""
_WIDE: Final = frozenset({"all", "relation", "country", "subject"})
"""Anchors of lists that may be much longer than what a filter leaves of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """An index, the keys or values that it is asked for, and how many facts are counted at most."""

    few: str
    few_low: str
    few_high: str
    laws: list[str] | None
    reviews: list[str] | None
    currencies: list[str] | None
    amount_min: int | None
    amount_max: int | None
    limit: int


PROBE: Final = statement("facts/few", Probe, Value)


async def narrowed(store: Store, query: FactQuery) -> FactQuery:
    """The query with the index that finds the fewest facts, where these are few; else as it was."""
    if anchor(query)[0] not in _WIDE:
        return query
    most, best = MOST, None
    for one in _sources(query):
        number = (await store.read(PROBE, _probe(query.filters, one, most + 1)))[0].value
        if number <= most:
            most, best = number, one
    return replace(query, few=best)


def _probe(filters: Filters, one: Few, limit: int) -> Probe:
    return Probe(
        few=one.name,
        few_low=one.low,
        few_high=one.high,
        laws=filters.laws,
        reviews=filters.reviews,
        currencies=filters.currencies,
        amount_min=filters.amount_min,
        amount_max=filters.amount_max,
        limit=limit,
    )


def _sources(query: FactQuery) -> Iterator[Few]:
    """The indexes at which the filters of a query can start, beside that of its order."""
    filters = query.filters
    if filters.laws:
        yield Few("law")
    if filters.reviews:
        yield Few("review")
    if filters.amount_min is not None or filters.amount_max is not None:
        if filters.currencies is None:
            yield Few("sum", *euro_keys(filters))
        elif len(filters.currencies) == 1:
            yield Few("amount")
    if filters.known_on is not None:
        yield Few("record", LOWEST, f"{filters.known_on}|{HIGHEST}")
    last = min((day for day in (filters.day_to, filters.valid_on) if day), default=None)
    if query.sort != "date" and (filters.day_from or last):
        low = filters.day_from[:4] if filters.day_from else LOWEST
        yield Few("day", low, f"{last}|{HIGHEST}" if last else HIGHEST)
