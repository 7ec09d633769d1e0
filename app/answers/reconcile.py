"""Names and columns of a table matched with entities, as reconciliation clients ask for it."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, cast

from app.answers import stats
from app.answers.reconcile_properties import PROPERTIES, Figures, Known, Property, agrees
from app.answers.service import Service
from graph.errors import InvalidInput
from graph.reads import reconcile as reads
from graph.reads import search
from graph.reads.facts import FactQuery, Filters
from graph.reads.query import understood
from graph.reads.ranking import Query as Ranked
from graph.reads.ranking import parts
from graph.reads.reconcile import Values
from graph.reads.stats import Dimension
from graph.text import slug
from graph.vocabulary import KINDS

Json = dict[str, Any]

BATCH: Final = 100
"""Queries in one batch."""
_AT_ONCE: Final = 8
"""Queries of a batch that the graph is asked at once."""
_CANDIDATES: Final = 50
_MOST: Final = 25
"""Candidates for one query."""
_SURE: Final = 92.0
_APART: Final = 5.0
"""A match is at least so good, and so much better than the next one."""
_AGREES, _DIFFERS, _DIFFERS_MUCH = 6.0, -8.0, -25.0
_TELLING: Final = frozenset({"id", "country", "website", "lei", "company_number"})
"""Properties of which a different value speaks against an entity; others may be incomplete."""
_OTHER_TYPE: Final = -30.0
_SCOPES: Final[Mapping[str, tuple[str, ...] | None]] = {
    "all": None,
    "regulators": ("regulator",),
    "firms": ("company", "platform"),
}
SCOPES: Final = tuple(_SCOPES)


@dataclass(frozen=True, slots=True)
class Condition:
    """A value that a candidate should have; ``required`` leaves out who has not, ``quantifier`` is any, all or none."""

    property: Property
    values: Sequence[Any]
    required: bool = False
    quantifier: str = "any"


@dataclass(frozen=True, slots=True)
class Query:
    """What one row of a table asks: a name, kinds that are expected, conditions, how many candidates.

    ``type_strict`` says whether other kinds only come after (should), or are left out (any of the kinds, all of them).
    """

    name: str | None
    kinds: tuple[str, ...] = ()
    conditions: Sequence[Condition] = ()
    limit: int = 5
    type_strict: Literal["should", "any", "all"] = "should"

    def allows(self, kind: str) -> bool:
        """Whether an entity of this kind may be given."""
        if not self.kinds or self.type_strict == "should":
            return True
        return kind in self.kinds and (self.type_strict == "any" or set(self.kinds) == {kind})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be meant: ``score`` between 0 and 100, ``features`` what it is made of."""

    id: str
    name: str
    kind: str
    description: str
    score: float
    match: bool
    features: Mapping[str, float | bool]


@dataclass(slots=True)
class _Scored:
    row: Json
    features: dict[str, float | bool] = field(default_factory=dict[str, float | bool])
    score: float = 0.0


def kinds(scope: str) -> tuple[str, ...]:
    """The kinds of a scope (regulators, firms), or all."""
    return _SCOPES[scope] or tuple(KINDS)


async def candidates(service: Service, scope: str, queries: Sequence[Query]) -> list[list[Candidate]]:
    """For each query the entities that may be meant, the likeliest first. Each is answered by itself."""
    if len(queries) > BATCH:
        raise InvalidInput(
            f"{len(queries)} queries in one batch", where="queries", remedy=f"at most {BATCH} in a batch"
        )
    room = asyncio.Semaphore(_AT_ONCE)

    async def one(query: Query) -> list[_Scored]:
        async with room:
            return await _found(service, scope, query)

    found = await asyncio.gather(*(one(query) for query in queries))
    asked = [
        scored.row["id"]
        for query, rows in zip(queries, found, strict=True)
        if query.conditions
        for scored in rows
    ]
    known = await reads.values(service.store, sorted(set(asked)))
    return [_best(query, rows, known) for query, rows in zip(queries, found, strict=True)]


async def _found(service: Service, scope: str, query: Query) -> list[_Scored]:
    """Entities of the scope whose names answer, with the features of the name."""
    if not query.name or not query.name.strip():
        return await _by_id(service, scope, query)
    asked = understood(query.name).query
    rows, _ = await search.named(service.store, understood(query.name), _CANDIDATES)
    there = {row["id"] for row in rows}
    rows += [row for row in await _with_id(service, query.name) if row["id"] not in there]
    return [_named(asked, row, query.kinds) for row in rows if _allowed(scope, query, row)]


def _allowed(scope: str, query: Query, row: Json) -> bool:
    return row["kind"] in kinds(scope) and query.allows(row["kind"])


async def _with_id(service: Service, text: str) -> list[Json]:
    """The entity whose id was given instead of a name."""
    id_ = text.strip().lower()
    return (
        [_row(value) for value in (await reads.values(service.store, [id_])).values()]
        if slug(id_) == id_
        else []
    )


async def _by_id(service: Service, scope: str, query: Query) -> list[_Scored]:
    """Candidates of a query without a name: those whose id a condition gives."""
    ids = [_id(value) for one in query.conditions if one.property.id == "id" for value in one.values]
    rows = [_row(value) for value in (await reads.values(service.store, ids)).values()]
    return [_Scored(row, {"name": 100.0}, 100.0) for row in rows if _allowed(scope, query, row)]


def _id(value: object) -> str:
    """The id that a value gives: an entity that was matched before, or the id itself."""
    return str(cast("Mapping[str, Any]", value)["id"] if isinstance(value, Mapping) else value)


def _row(value: Values) -> Json:
    """An entity as the search gives it."""
    entity = value.properties
    return {
        "id": entity["id"],
        "name": entity["name"],
        "caption": entity.get("caption") or entity["name"],
        "acronym": entity.get("acronym"),
        "kind": entity["kind"],
        "country": entity.get("region") or entity.get("country"),
        "aliases": entity.get("aliases") or [],
        "names": entity.get("names") or [],
        "facts": value.facts,
    }


def _named(asked: Ranked, row: Json, expected: Collection[str]) -> _Scored:
    found = parts(asked, row)
    features: dict[str, float | bool] = {
        "name": round(found.name, 2),
        "country_in_name": round(found.country, 2),
    }
    score = found.name + found.country
    if expected:
        features["type"] = row["kind"] in expected
        score += 0.0 if features["type"] else _OTHER_TYPE
    features["facts"] = float(row["facts"])
    return _Scored(row, features, score)


def _best(query: Query, rows: list[_Scored], known: Mapping[str, Values]) -> list[Candidate]:
    kept = [scored for scored in rows if _conditions(query, scored, known.get(scored.row["id"]))]
    for scored in kept:
        scored.score = round(max(0.0, min(100.0, scored.score)), 2)
    kept = [scored for scored in kept if scored.score > 0]
    # Of equals the one with more facts is the likelier one.
    kept.sort(key=lambda one: (-one.score, -one.row["facts"], one.row["id"]))
    limit = max(1, min(query.limit, _MOST))
    next_best = kept[1].score if len(kept) > 1 else 0.0
    return [
        _candidate(scored, match=not at and scored.score >= _SURE and scored.score - next_best >= _APART)
        for at, scored in enumerate(kept[:limit])
    ]


def _conditions(query: Query, scored: _Scored, values: Values | None) -> bool:
    """Add what the conditions are worth; False where one that is required is not met."""
    for condition in query.conditions:
        if not any(map(_says_something, condition.values)):
            continue  # an empty cell of the table
        own = [] if values is None else condition.property.read(Known(values))
        met = _met(condition, own)
        scored.features[f"property_{condition.property.id}"] = met
        if condition.required and not met:
            return False
        if met:
            scored.score += _AGREES
        elif own:
            scored.score += _DIFFERS_MUCH if condition.property.id in _TELLING else _DIFFERS
    return True


def _says_something(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _met(condition: Condition, own: Sequence[Json]) -> bool:
    name = condition.property.id
    same = [any(agrees(name, value, cell) for cell in own) for value in condition.values]
    if condition.quantifier == "none":
        return not any(same)
    return all(same) if condition.quantifier == "all" else any(same)


def _candidate(scored: _Scored, *, match: bool) -> Candidate:
    row = scored.row
    return Candidate(row["id"], row["name"], row["kind"], describe(row), scored.score, match, scored.features)


def describe(row: Mapping[str, Any]) -> str:
    """A line that tells namesakes apart: what it is, where, and how much is known of it."""
    facts = f"{row['facts']} facts" if row["facts"] != 1 else "1 fact"
    acronym = row.get("acronym")
    return " · ".join(filter(None, [acronym, row["kind"].replace("_", " "), row["country"], facts]))


async def suggested(service: Service, scope: str, prefix: str, page: slice) -> list[Json]:
    """Entities whose names begin with or resemble what was typed; ``page`` says which of them."""
    if not prefix.strip():
        return []
    found = await _found(service, scope, Query(prefix))
    found.sort(key=lambda one: (-one.score, -one.row["facts"], one.row["id"]))
    return [one.row for one in found[page] if one.score > 0]


def properties(kind: str | None, limit: int | None = None) -> list[Property]:
    """The properties that entities of a kind can have, or of any."""
    found = [one for one in PROPERTIES.values() if kind is None or one.kinds is None or kind in one.kinds]
    return found[:limit]


async def extended(
    service: Service, ids: Sequence[str], wanted: Sequence[str]
) -> dict[str, dict[str, list[Json]]]:
    """For each id the values of each property; none where no entity has the id."""
    found = await reads.values(service.store, sorted({*ids}))
    received: dict[str, Figures] = {}
    imposed: dict[str, Figures] = {}
    if found and any(PROPERTIES[name].figures for name in wanted):
        own = sorted({value.properties["id"] for value in found.values()})
        received = await _figures(service, "target", Filters(relations=["FINED"], objects=own))
        imposed = await _figures(service, "regulator", Filters(relations=["FINED"], subjects=own))
    nothing = Figures()
    known = {
        id_: Known(
            value,
            imposed.get(value.properties["id"], nothing),
            received.get(value.properties["id"], nothing),
        )
        for id_, value in found.items()
    }
    return {
        id_: {name: PROPERTIES[name].read(known[id_]) if id_ in known else [] for name in wanted}
        for id_ in ids
    }


async def _figures(service: Service, by: Dimension, filters: Filters) -> dict[str, Figures]:
    """Fines by entity."""
    counted = await stats.table(service, FactQuery(filters), [by])
    return {value: Figures(cell.decisions, cell.eur) for cell in counted.cells if (value := cell.values[by])}
