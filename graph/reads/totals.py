"""Counts and sums of facts from kept totals: what they cost does not grow with the graph.

A fact that is alone in its action is counted in totals as it is written (``graph.writes.totals``). The others, of
whose action a decision or a sum counts once, are marked as loose; they are read, and what they add up to is added.
Filters that totals do not know are answered by reading all facts, as before.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal, TypeVar

from graph.reads import facts, listing, stats, uncertain
from graph.reads.fact_ranges import Range
from graph.reads.facts import FactQuery, Filters, Sum
from graph.reads.few import narrowed
from graph.reads.listing import TOTAL_LIMIT, Value
from graph.reads.revision import revision
from graph.reads.stats import CELLS, Cell, Dimension
from graph.statement import Statement, statement
from graph.store import Store

P = TypeVar("P")
T = TypeVar("T")
Anchor = Literal["kind", "subject", "subjects"]

_KNOWN: Final = frozenset(
    {"relations", "subjects", "countries", "day_from", "day_to", "currencies", "statuses", "tiers"}
)
"""Filters that totals know; days only where they are the first and the last of a year."""
_DIMENSIONS: Final = frozenset({"regulator", "country", "region", "year", "status", "relation", "tier"})
_TRIES: Final = 3
"""How often totals and loose facts are read anew where somebody wrote in between; then all facts are read."""
_ALL: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Which totals, and by what they are added up; ``summed`` are the relations whose sums count, all where none.

    Of ``stages`` one must, of ``lacking`` none may be in the life cycle.
    """

    relations: list[str] | None
    countries: list[str] | None
    year_from: str | None
    year_to: str | None
    statuses: list[str] | None
    tiers: list[str] | None
    currencies: list[str] | None
    stages: list[str] | None
    lacking: list[str] | None
    by: list[str]
    summed: list[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsOf(Kinds):
    """The same of some subjects."""

    subjects: list[str]


@dataclass(frozen=True, slots=True)
class Items:
    """Figures by the values of the dimensions, and the graph's revision."""

    items: list[dict[str, Any]]
    revision: int


FIGURES: Final[dict[Anchor, Statement[Any, Items]]] = {
    "kind": statement("totals/figures", Kinds, Items, anchor="kind"),
    "subject": statement("totals/figures", KindsOf, Items, anchor="subject"),
    "subjects": statement("totals/figures", Kinds, Items, anchor="subjects"),
}
COUNT: Final = statement("facts/count", Range, Value, anchor="loose", key="date_key", order="DESC")
SUMS: Final = statement("facts/sums", Range, Sum, anchor="loose", key="date_key", order="DESC")
UNCERTAIN: Final = statement("facts/uncertain", Range, Value, anchor="loose", key="date_key", order="DESC")
STATS: Final = statement("facts/stats", stats.CellRange, Cell, anchor="loose", key="date_key", order="DESC")


async def count(store: Store, query: FactQuery) -> int:
    """How many facts there are, over all pages; at most ``TOTAL_LIMIT``."""
    found = await both(store, query, COUNT, COUNT.parameters(**_loose(query)))
    if found is None:
        return await listing.count(store, facts.prepare(query))
    kept, loose, _ = found
    return min(TOTAL_LIMIT, sum(row["facts"] for row in kept) + loose[0].value)


async def nothing(store: Store, query: FactQuery) -> int | None:
    """The revision at which no fact meets a query, where totals know it without reading one; else ``None``.

    Asked only where a page would go through all facts of its anchor to find that none fits.
    """
    filters = query.filters
    if not (filters.currencies or filters.statuses or filters.tiers):
        return None
    found = await both(store, query, COUNT, COUNT.parameters(**_loose(query)))
    if found is None or any(row["facts"] for row in found[0]) or found[1][0].value:
        return None
    return found[2]


async def sums(store: Store, query: FactQuery) -> list[Sum]:
    """What the facts add up to, by currency."""
    found = await both(store, query, SUMS, SUMS.parameters(**_loose(query)), by=["currency"])
    return await facts.sums(store, query) if found is None else summed_up(*found[:2])


async def uncertain_of(store: Store, query: FactQuery) -> int | None:
    """Of how many facts dates leave open whether they meet the dates that are asked for; ``None`` where none are."""
    filters = query.filters
    if kinds_of(query) is None or not (filters.day_from or filters.day_to):
        return await uncertain.uncertain(store, query)
    # What is counted in totals lies in one year for certain.
    return (await store.read(UNCERTAIN, UNCERTAIN.parameters(**_loose(query))))[0].value


async def cells(store: Store, query: FactQuery, by: Sequence[Dimension], summed: Sequence[str]) -> list[Cell]:
    """The cells of one or two dimensions, those with the largest sums first; ``summed`` relations add up."""
    found = None
    if _DIMENSIONS.issuperset(by):
        values = _loose(query) | stats.dimensions(by, summed, most=_ALL)
        found = await both(store, query, STATS, STATS.parameters(**values), by=list(by), summed=list(summed))
    if found is None:
        return await stats.cells(store, await narrowed(store, query), by, summed)
    kept, loose, _ = found
    merged: dict[tuple[str | None, str | None], Cell] = {}
    for cell in (*(_cell(row) for row in kept), *loose):
        key = (cell.first, cell.second)
        merged[key] = _plus(merged[key], cell) if key in merged else cell
    return sorted(merged.values(), key=_rank)[:CELLS]


async def both(
    store: Store,
    query: FactQuery,
    loose: Statement[P, T],
    parameters: P,
    **more: list[str] | None,
) -> tuple[list[dict[str, Any]], list[T], int] | None:
    """What is kept and what is loose, of one revision; ``None`` where totals do not know it, or it never held still.

    ``more`` are fields of ``Kinds`` that no filter of a list says.
    """
    kinds = kinds_of(query)
    if kinds is None:
        return None
    for _ in range(_TRIES):
        kept = await _kept(store, query, replace(kinds, **more))
        rest = await store.read(loose, parameters)
        if await revision(store) == kept.revision:
            return kept.items, rest, kept.revision
    return None


async def _kept(store: Store, query: FactQuery, kinds: Kinds) -> Items:
    subjects = query.filters.subjects
    name: Anchor = "subject" if subjects else "subjects" if "regulator" in kinds.by else "kind"
    values = {one.name: getattr(kinds, one.name) for one in fields(kinds)}
    asked_ = FIGURES[name]
    if subjects:
        values["subjects"] = list(dict.fromkeys(subjects))
    return (await store.read(asked_, asked_.parameters(**values)))[0]


def kinds_of(query: FactQuery) -> Kinds | None:
    """The totals that answer a query; ``None`` where a filter is one that they do not know."""
    filters = query.filters
    others = (one.name for one in fields(Filters) if one.name not in _KNOWN)
    if (
        query.parties is not None
        or query.text is not None
        or any(_given(getattr(filters, name)) for name in others)
    ):
        return None
    if filters.subjects is not None and not filters.subjects:
        return None
    first, last = filters.day_from, filters.day_to
    if (first and first[4:] != "-01-01") or (last and last[4:] != "-12-31"):
        return None
    return Kinds(
        relations=filters.relations,
        countries=filters.countries,
        year_from=first[:4] if first else None,
        year_to=last[:4] if last else None,
        statuses=filters.statuses,
        tiers=filters.tiers,
        currencies=filters.currencies,
        stages=None,
        lacking=None,
        by=[],
        summed=None,
    )


def _given(value: object) -> bool:
    return value is not None and value is not False


def _loose(query: FactQuery) -> dict[str, Any]:
    """The parameters of a reading of loose facts."""
    values = {one.name: getattr(query.filters, one.name) for one in fields(Filters)}
    return values | {"ranges": facts.prepare(query).whole["ranges"], "limit": TOTAL_LIMIT}


def summed_up(kept: Sequence[Mapping[str, Any]], loose: Sequence[Sum]) -> list[Sum]:
    """What is kept and what is loose, added up by currency."""
    found: dict[str | None, list[Sum]] = defaultdict(list)
    for row in kept:
        (currency,) = row["values"]
        figures = {
            name: row[name] for name in ("minor", "eur_minor", "amounts", "without_eur", "fallen", "listed")
        }
        found[currency].append(Sum(currency, decisions=row["facts"], uncertain=0, **figures))
    for one in loose:
        found[one.currency].append(one)
    names = [one.name for one in fields(Sum) if one.name != "currency"]
    return [
        Sum(currency, **{name: sum(getattr(row, name) for row in rows) for name in names})
        for currency, rows in sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
    ]


def _cell(row: Mapping[str, Any]) -> Cell:
    first, second = (*row["values"], None)[:2]
    names = ("facts", "eur_minor", "without_eur", "fallen", "fallen_eur_minor", "listed")
    return Cell(first, second, decisions=row["facts"], **{name: row[name] for name in names})


def _plus(one: Cell, other: Cell) -> Cell:
    numbers = [field.name for field in fields(Cell) if field.name not in {"first", "second"}]
    return replace(one, **{name: getattr(one, name) + getattr(other, name) for name in numbers})


def _rank(cell: Cell) -> tuple[int, int, bool, str, bool, str]:
    """The largest sum first, then the most decisions; what has no value comes last."""
    return (
        -cell.eur_minor,
        -cell.decisions,
        cell.first is None,
        cell.first or "",
        cell.second is None,
        cell.second or "",
    )
