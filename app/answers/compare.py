"""Two authorities or two firms beside each other: counts, sums, years, laws, shared cases."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from app.answers import facts, names, stats
from app.answers.service import Service
from app.schemas import serialize
from graph.errors import InvalidInput
from graph.reads import some
from graph.reads.facts import FactQuery, Filters

Json = dict[str, Any]

_YEARS: Final = 40
_SHARED: Final = 50
_NOW: Final = Filters()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it did or had done to it."""

    entity: Json
    role: str
    facts: int
    fines: int
    eur: float
    fallen: int
    largest: Json | None
    years: list[tuple[str, int]]
    relations: Mapping[str, int]
    laws: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides, and the facts in which both have a part or that stand in a case of both."""

    a: Side
    b: Side
    shared: list[Json]
    shared_cases: list[Json]


async def compare(service: Service, a: str, b: str, on: Filters = _NOW) -> Comparison:
    """Two entities beside each other, as things stood or were known ``on`` the days of these filters.

    Raises ``InvalidInput`` for one that does not exist or for two that are one.
    """
    ids = [await names.known(service, id_, where) for id_, where in ((a, "a"), (b, "b"))]
    if ids[0] == ids[1]:
        raise InvalidInput("both are the same entity", where="b", remedy="give two entities")
    known = await names.entities(service, ids)
    sides = [await _side(service, dict(known[id_]), on) for id_ in ids]
    pages = [
        await facts.facts(service, FactQuery(on, parties=[id_], limit=500, evidence="none")) for id_ in ids
    ]
    mine, others = ({fact["id"]: fact for fact in page.items} for page in pages)
    cases = [{fact["case"]["id"]: fact["case"] for fact in page.items if fact["case"]} for page in pages]
    both = await _told(service, [id_ for id_ in mine if id_ in others][:_SHARED], on)
    common = [case for id_, case in cases[0].items() if id_ in cases[1]]
    return Comparison(sides[0], sides[1], both, common[:_SHARED])


async def _told(service: Service, ids: list[str], on: Filters) -> list[Json]:
    """Facts with their evidence, in the order of the ids."""
    found = await some.facts(service.store, ids, valid_on=on.valid_on, known_on=on.known_on) if ids else None
    return [serialize.fact(fact) for fact in found.items] if found else []


async def _side(service: Service, entity: Json, on: Filters) -> Side:
    acts = entity["kind"] == "regulator"
    ids = [entity["id"]]
    mine = replace(on, subjects=ids) if acts else replace(on, objects=ids)
    fines = replace(mine, relations=["FINED"])
    every = await facts.facts(service, FactQuery(mine, limit=1))
    page = await facts.facts(service, FactQuery(fines, sort="amount_eur", limit=1), sums=True)
    sums = page.sums or {}
    relations = await stats.table(service, FactQuery(mine), ["relation"])
    laws = await stats.table(service, FactQuery(mine), ["law"])
    return Side(
        entity=entity,
        role="acted" if acts else "was acted on",
        facts=every.total.value,
        fines=sums.get("decisions", 0),
        eur=sums.get("eur", 0),
        fallen=sums.get("fallen", 0),
        largest=page.items[0] if page.items else None,
        years=(await stats.by_year(service, FactQuery(fines)))[-_YEARS:],
        relations={str(cell.values["relation"]): cell.facts for cell in relations.cells},
        laws=[(cell.label, cell.facts) for cell in laws.cells if cell.values["law"]][:5],
    )
