"""Counts and sums of facts by one or two dimensions, over the same filters as the list of facts."""

from collections.abc import Sequence
from dataclasses import dataclass, make_dataclass
from typing import Any, Final, Literal, get_args

from graph.reads.fact_ranges import Range
from graph.reads.facts import RANGES, FactQuery, prepare
from graph.reads.facts import anchor as anchor_of
from graph.reads.listing import TOTAL_LIMIT
from graph.statement import Statement, statement
from graph.store import Store

Dimension = Literal[
    "regulator", "country", "region", "year", "month", "law", "article", "target", "target_country", "status",
    "relation", "tier",
]  # fmt: skip
DIMENSIONS: Final[tuple[Dimension, ...]] = get_args(Dimension)
CELLS: Final = 2_000
"""Cells at most: those with the largest sums."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of each dimension, ``None`` where a fact has none.

    ``decisions`` counts each decision once, ``eur_minor`` takes a shared sum once; sums are in euro cents.
    ``fallen`` decisions no longer stand, with ``fallen_eur_minor`` of the sum;
    ``listed`` ones come from lists, row by row.
    """

    first: str | None
    second: str | None
    facts: int
    decisions: int
    eur_minor: int
    without_eur: int
    fallen: int
    fallen_eur_minor: int
    listed: int


_EXTRA: Final = [("first", str), ("second", str | None), ("summed", list[str]), ("cells", int)]


def _parameters(range_: type[Any]) -> type[Any]:
    """The parameters of a range of facts, and those of the cells."""
    return make_dataclass(f"{range_.__name__}Cells", _EXTRA, bases=(range_,), frozen=True, kw_only=True)


CellRange: Final = _parameters(Range)

STATS: Final[dict[str, Statement[Any, Cell]]] = {
    anchor: statement("facts/stats", _parameters(range_), Cell, anchor=anchor, key="date_key", order="DESC")
    for anchor, range_ in RANGES.items()
}


async def cells(store: Store, query: FactQuery, by: Sequence[Dimension], summed: Sequence[str]) -> list[Cell]:
    """The cells of one or two dimensions, those with the largest sums first; ``summed`` relations add up."""
    counted = STATS[anchor_of(query)[0]]
    return await store.read(counted, counted.parameters(**_values(query, by, summed)))


def described(query: FactQuery, by: Sequence[Dimension], summed: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """The Cypher text of the cells and its parameters, for a reader who wants to run it by hand."""
    return STATS[anchor_of(query)[0]].text, _values(query, by, summed)


def _values(query: FactQuery, by: Sequence[Dimension], summed: Sequence[str]) -> dict[str, Any]:
    return {**prepare(query).whole, "limit": TOTAL_LIMIT} | dimensions(by, summed, most=CELLS)


def dimensions(by: Sequence[Dimension], summed: Sequence[str], *, most: int) -> dict[str, Any]:
    """The parameters that say by what is counted, and how many cells at most."""
    return {
        "first": by[0],
        "second": by[1] if len(by) > 1 else None,
        "summed": list(summed),
        "cells": most,
    }
