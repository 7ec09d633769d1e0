"""Facts by their ids, as lists show them, and their stages."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from graph.reads.listing import Items
from graph.statement import statement
from graph.store import Store

Json = dict[str, Any]
EvidenceShare = Literal["none", "best", "all"]

CLAIMS: Final[dict[EvidenceShare, int]] = {"none": 0, "best": 3, "all": 10_000}
"""Claims that each fact of a list carries."""
ALL_CLAIMS: Final = CLAIMS["all"]


@dataclass(frozen=True, slots=True)
class Some:
    """Ids of facts, the times whose state and knowledge are asked for, how many claims each carries at most.

    ``withdrawn`` takes in facts that were withdrawn.
    """

    ids: list[str]
    valid_on: str | None = None
    known_on: str | None = None
    claims: int = ALL_CLAIMS
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Ids of facts, and the time whose knowledge is asked for."""

    ids: list[str]
    known_on: str | None


@dataclass(frozen=True, slots=True)
class Stages:
    """The life cycle of one fact, in order."""

    id: str
    stages: list[Json]


SOME: Final = statement("facts/some", Some, Items)
STAGES: Final = statement("facts/stages", Known, Stages)


async def facts(
    store: Store, ids: list[str], *, valid_on: str | None = None, known_on: str | None = None
) -> Items:
    """The facts that have one of these ids, in that order, as of the days asked for."""
    return (await store.read(SOME, Some(ids, valid_on, known_on)))[0]


async def stages(store: Store, ids: list[str], known_on: str | None) -> dict[str, list[Json]]:
    """The stages of each of these facts."""
    return {row.id: row.stages for row in await store.read(STAGES, Known(ids, known_on))} if ids else {}
