"""Counts and sums by authority, country, year, law, target, status, relation or tier; facets of a list."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final

from app.answers import groups, names
from app.answers.lists import after, cut, identity
from app.answers.page import ListPage, Shown, Total
from app.answers.service import Service
from graph.money import units
from graph.reads import stats as reads
from graph.reads import totals
from graph.reads.facts import FactQuery, Filters
from graph.reads.listing import Page
from graph.reads.revision import revision as current
from graph.reads.stats import Cell, Dimension
from graph.vocabulary import RELATIONS

Json = dict[str, Any]

_PARAMETERS: Final[Mapping[Dimension, str]] = {
    "regulator": "subject", "target": "object", "country": "country", "region": "country", "law": "law",
    "status": "status", "relation": "relation", "tier": "tier",
}  # fmt: skip
"""The filter of the list of facts that gives the facts of a cell; a year and a month are dates."""
_FIELDS: Final[Mapping[Dimension, tuple[str, ...]]] = {
    "regulator": ("subjects",), "target": ("objects",), "country": ("countries",), "region": ("countries",),
    "law": ("laws",), "status": ("statuses",), "relation": ("relations",), "tier": ("tiers",),
    "year": ("day_from", "day_to"), "month": ("day_from", "day_to"),
}  # fmt: skip
"""The fields of the query that filter by a dimension."""
_NAMED: Final = frozenset({"regulator", "target", "law"})
_SHOWN: Final = 50
"""Values of a facet that an answer carries."""
_DATES: Final = frozenset({"year", "month"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A cell as it is shown: ``label`` for a person, ``filters`` that give its facts in the list of facts.

    A dimension that is no filter of the list (an article, the country of a target) adds none.
    """

    values: Mapping[Dimension, str | None]
    label: str
    facts: int
    decisions: int
    eur: float
    without_eur: int
    fallen: int
    fallen_eur: float
    filters: Json


@dataclass(frozen=True, slots=True)
class Table:
    """Cells by one or two dimensions, and in words what their sums take in."""

    by: tuple[Dimension, ...]
    cells: list[Counted]
    includes: str
    revision: int


async def table(
    service: Service, query: FactQuery, by: Sequence[Dimension], *, revision: int | None = None
) -> Table:
    """The facts of a query by one or two dimensions; computed once a revision of the graph.

    ``revision`` is that of the graph where the caller has read it.
    """
    revision = await current(service.store) if revision is None else revision
    key = f"{identity('facts', query).totals} by {','.join(by)}"
    return await service.totals.get(revision, key, lambda: _table(service, query, by, revision))


async def _table(service: Service, query: FactQuery, by: Sequence[Dimension], revision: int) -> Table:
    summed = _summed(query.filters)
    rows = await totals.cells(service.store, await groups.opened(service, query), by, summed)
    ids = {
        value
        for row in rows
        for name, value in zip(by, (row.first, row.second), strict=False)
        if name in _NAMED and value is not None
    }
    labels = await names.captions(service, ids)
    return Table(tuple(by), [_counted(row, by, labels) for row in rows], _includes(rows, summed), revision)


def _summed(filters: Filters) -> list[str]:
    """Relations whose sums add up: those asked for that carry money, else fines. Proposed sums never mix in."""
    asked = [name for name in filters.relations or () if RELATIONS[name].money]
    return (
        asked
        if asked == ["PROPOSED_FINE"]
        else [name for name in asked if name != "PROPOSED_FINE"] or ["FINED"]
    )


def _counted(row: Cell, by: Sequence[Dimension], labels: Mapping[str, str]) -> Counted:
    values = dict(zip(by, (row.first, row.second), strict=False))
    return Counted(
        values=values,
        label=" · ".join(_label(name, value, labels) for name, value in values.items()),
        facts=row.facts,
        decisions=row.decisions,
        eur=units(row.eur_minor, "EUR"),
        without_eur=row.without_eur,
        fallen=row.fallen,
        fallen_eur=units(row.fallen_eur_minor, "EUR"),
        filters={key: one for name, value in values.items() for key, one in _filter(name, value).items()},
    )


def _label(name: Dimension, value: str | None, labels: Mapping[str, str]) -> str:
    if value is None:
        return "not known"
    if name == "relation":
        return RELATIONS[value].forward
    return labels.get(value, value.replace("_", " ") if name == "status" else value)


def _filter(name: Dimension, value: str | None) -> Json:
    if value is None:
        return {}
    if name in _DATES:
        return {"date_from": value, "date_to": value}
    return {_PARAMETERS[name]: value} if name in _PARAMETERS else {}


def _includes(rows: Sequence[Cell], summed: Sequence[str]) -> str:
    what = "fines" if summed == ["FINED"] else " and ".join(name.lower().replace("_", " ") for name in summed)
    fallen, missing = sum(row.fallen for row in rows), sum(row.without_eur for row in rows)
    parts = [
        f"sums add up {what}, a shared sum once, whatever became of them; a proposed fine is never one of them"
    ]
    if fallen:
        parts.append(f"{fallen} decisions no longer stand")
    if missing:
        parts.append(f"{missing} sums have no euro rate and are left out")
    if listed := sum(row.listed for row in rows):
        parts.append(f"{listed} decisions come from lists and were not checked against the decision")
    return "; ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatsPage(ListPage):
    """Cells as a list; what its sums take in beside it."""

    by: Sequence[str]
    includes: str

    def more(self) -> Json:
        """By what is counted, and what the sums take in."""
        return {"by": list(self.by), "includes": self.includes}


async def page(
    service: Service,
    query: FactQuery,
    by: Sequence[Dimension],
    *,
    limit: int = reads.CELLS,
    cursor: str | None = None,
) -> StatsPage:
    """The cells as a list, those with the largest sums first; raises ``InvalidInput`` for a cursor of another list."""
    found = identity(f"stats by {','.join(by)}", query)
    start = after(cursor, found) or ""
    counted = await table(service, query, by)
    keyed = [(f"{place:06d}", asdict(cell)) for place, cell in enumerate(counted.cells)]
    rest = [pair for pair in keyed if pair[0] > start][: limit + 1]
    rows = Page([cell for _, cell in rest], [key for key, _ in rest], counted.revision)
    items, keys, following = cut(rows, limit, found)
    text, parameters = reads.described(query, by, _summed(query.filters))
    figures = tuple(field.name for field in fields(Counted) if field.name not in {"values", "filters"})
    return StatsPage(
        name="stats",
        items=items,
        keys=keys,
        next=following,
        total=Total(len(keyed)),
        statement=Shown(text, parameters, service.store.connection, "facts", list),
        columns=(*(f"values.{name}" for name in by), *figures),
        members=tuple(field.name for field in fields(Counted)),
        revision=counted.revision,
        by=by,
        includes=counted.includes,
    )


async def facets(
    service: Service, query: FactQuery, wanted: Sequence[Dimension]
) -> dict[Dimension, list[Counted]]:
    """For each dimension the counts of its values under all other filters of the query, the most frequent first."""
    found: dict[Dimension, list[Counted]] = {}
    revision = await current(service.store) if wanted else None
    for name in wanted:
        counted = await table(service, without(query, name), [name], revision=revision)
        found[name] = sorted(counted.cells, key=lambda cell: (-cell.facts, cell.label))
    return found


def as_json(facets_: Mapping[Dimension, Sequence[Counted]]) -> Json:
    """Facets as an answer has them: the most frequent values of each, and how many others there are."""
    return {
        name: {
            "values": [
                {"value": value, "label": cell.label, "facts": cell.facts, "filters": cell.filters}
                for cell in cells[:_SHOWN]
                for value in cell.values.values()
            ],
            "more": len(cells[_SHOWN:]),
        }
        for name, cells in facets_.items()
    }


def without(query: FactQuery, name: Dimension) -> FactQuery:
    """The query without the filter of one dimension, at its first page."""
    known = {field: None for field in _FIELDS.get(name, ()) if hasattr(query.filters, field)}
    return replace(query, filters=replace(query.filters, **known), after=None)


async def by_year(service: Service, query: FactQuery) -> list[tuple[str, int]]:
    """``(year, decisions)`` in order of time, for a picture; facts without a year left out."""
    counted = await table(service, query, ["year"])
    return sorted((year, cell.decisions) for cell in counted.cells if (year := cell.values["year"]))
