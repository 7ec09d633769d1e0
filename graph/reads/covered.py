"""What the graph covers: how much, of how many countries, from when to when, and of each tier."""

from dataclasses import dataclass
from typing import Final

from graph.reads import totals
from graph.reads.ask import Coverage
from graph.reads.facts import FactQuery, Filters
from graph.statement import Nothing, statement
from graph.store import Store
from graph.vocabulary import RELATIONS, TIERS

ACTIONS: Final = tuple(
    name
    for name, kind in RELATIONS.items()
    if kind.topic == "decision"
    or (kind.topic == "proceeding" and kind.dated and kind.stages and not kind.changes)
)
"""Relations whose facts are counted as actions: decisions, suits and settlements; an inquiry is none."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The first and the last day of which there is a fact."""

    first: str | None
    last: str | None
    changed: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class Tiers:
    """Names of tiers."""

    tiers: list[str]


@dataclass(frozen=True, slots=True)
class Newest:
    """The latest day of a tier."""

    tier: str
    newest: str | None


@dataclass(frozen=True, slots=True)
class Tier:
    """How many facts and actions a tier has, and its latest day."""

    tier: str
    facts: int
    actions: int
    newest: str | None


REACH: Final = statement("coverage/reach", Nothing, Reach)
NEWEST: Final = statement("coverage/newest", Tiers, Newest)


async def coverage(store: Store) -> Coverage:
    """What the graph holds, and until when; what is counted may be newer than the revision by which it is known."""
    found = await store.read(REACH, Nothing())
    if not found:
        return Coverage(0, 0, None, None, 0, None, 0)
    reach = found[0]
    countries = await totals.cells(store, FactQuery(), ["country"], [])
    return Coverage(
        facts=await totals.count(store, FactQuery()),
        fines=await totals.count(store, FactQuery(Filters(relations=["FINED"]))),
        first=reach.first,
        last=reach.last,
        countries=len({cell.first for cell in countries} - {None}),
        changed=reach.changed,
        revision=reach.revision,
    )


async def tiers(store: Store) -> list[Tier]:
    """Every tier that has a fact, in no order."""
    facts = await totals.cells(store, FactQuery(), ["tier"], [])
    acted = await totals.cells(store, FactQuery(Filters(relations=list(ACTIONS))), ["tier"], [])
    actions = {cell.first: cell.decisions for cell in acted}
    newest = {row.tier: row.newest for row in await store.read(NEWEST, Tiers(list(TIERS)))}
    return [
        Tier(cell.first, cell.facts, actions.get(cell.first, 0), newest.get(cell.first))
        for cell in facts
        if cell.first is not None
    ]
