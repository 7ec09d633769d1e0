"""Lists that were brought in: what each is, until when it reaches, how many facts it has; and facts by their tier."""

from dataclasses import dataclass
from typing import Final

from graph.statement import statement
from graph.store import Store
from graph.vocabulary import RELATIONS

ACTIONS: Final = tuple(
    name
    for name, kind in RELATIONS.items()
    if kind.topic == "decision"
    or (kind.topic == "proceeding" and kind.dated and kind.stages and not kind.changes)
)
"""Relations whose facts are counted as actions: decisions, suits and settlements; an inquiry is none."""


@dataclass(frozen=True, slots=True)
class Which:
    """The id of a batch, or ``None`` for all of them."""

    id: str | None = None


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch as it stands in the graph; ``report`` is JSON, ``None`` while it is being written."""

    id: str
    title: str
    file: str
    tier: str
    licence: str | None
    until: str | None
    recorded: str
    report: str | None
    private: bool
    facts: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Relations that are actions."""

    relations: list[str]


@dataclass(frozen=True, slots=True)
class Tier:
    """How many facts and actions a tier has, and its latest day."""

    tier: str
    facts: int
    actions: int
    newest: str | None


BATCHES: Final = statement("import/batches", Which, BatchRow)
TIERS: Final = statement("coverage/tiers", Counted, Tier)


async def batches(store: Store, id_: str | None = None) -> list[BatchRow]:
    """All batches by id, or the one of an id."""
    return await store.read(BATCHES, Which(id_))


async def tiers(store: Store) -> list[Tier]:
    """Every tier that has a fact, in no order."""
    return await store.read(TIERS, Counted(list(ACTIONS)))
