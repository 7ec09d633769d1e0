"""How much the graph holds, and the number of its last change."""

from dataclasses import dataclass
from typing import Any, Final

from graph.statement import Nothing, statement
from graph.store import Store
from graph.vocabulary import UNCOUNTED_KINDS


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of each level the graph holds; ``changed`` is the time of the last change (UTC, ISO 8601)."""

    counts: dict[str, Any]
    revision: int
    changed: str | None


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Kinds of documents that are no sources."""

    uncounted: list[str]


@dataclass(frozen=True, slots=True)
class State:
    """The number of the graph's last change and its time (UTC, ISO 8601)."""

    revision: int
    changed: str | None


@dataclass(frozen=True, slots=True)
class GraphRevision:
    """The number of the graph's last change."""

    revision: int


COUNTS: Final = statement("graph/counts", Uncounted, Counts)
STATE: Final = statement("graph/state", Nothing, State)
REVISION: Final = statement("graph/revision", Nothing, GraphRevision)


async def counts(store: Store) -> Counts:
    """How much the graph holds; zeros for an empty one."""
    rows = await store.read(COUNTS, Uncounted(list(UNCOUNTED_KINDS)))
    return rows[0] if rows else Counts({}, 0, None)


async def revision(store: Store) -> int:
    """The number of the graph's last change; 0 for a graph that was never written."""
    rows = await store.read(REVISION, Nothing())
    return rows[0].revision if rows else 0


async def state(store: Store) -> State:
    """How far the graph is."""
    rows = await store.read(STATE, Nothing())
    return rows[0] if rows else State(0, None)
