"""A list that is walked by keys: its query is made ready once, and page, count and shown text come from that.

Every list of the service is one of these. The page of a list and its count are variants of one statement each, told
apart by their anchor: the index at which the query starts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.statement import Statement
from graph.store import Store

Json = dict[str, Any]

TOTAL_LIMIT: Final = 1_000_000
"""Totals are counted up to here; beyond it a total says ``gte``."""
LOWEST: Final = ""
HIGHEST: Final = "\U0010ffff"
"""Before and after every sort key that is text."""


@dataclass(frozen=True, slots=True)
class Page:
    """``items`` in order, the sort key of each, and the graph's revision at that moment."""

    items: list[Json]
    keys: list[str]
    revision: int


@dataclass(frozen=True, slots=True)
class Value:
    """A count."""

    value: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """No parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A query of a list, ready to run.

    ``values`` are the parameters of the page but for its limit, ``whole`` those of the count: all pages, whatever
    the cursor and the order.
    """

    pages: Statement[Any, Page]
    counts: Statement[Any, Value]
    values: Mapping[str, Any]
    whole: Mapping[str, Any]
    limit: int


async def page(store: Store, prepared: Prepared) -> Page:
    """One page, and one item more where there are more: the caller drops it."""
    parameters = prepared.pages.parameters(**prepared.values, limit=prepared.limit + 1)
    return (await store.read(prepared.pages, parameters))[0]


async def count(store: Store, prepared: Prepared) -> int:
    """How many items there are, over all pages; at most ``TOTAL_LIMIT``."""
    parameters = prepared.counts.parameters(**prepared.whole, limit=TOTAL_LIMIT)
    return (await store.read(prepared.counts, parameters))[0].value


def described(prepared: Prepared) -> tuple[str, Json]:
    """The Cypher text of a page and its parameters, for a reader who wants to run it by hand."""
    return prepared.pages.text, {**prepared.values, "limit": prepared.limit}
