"""What of a plan differs from the graph, told by the hashes of its rows."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, Protocol, TypeVar

from graph.model import CaseRow, ClaimRow, DocumentRow, EntityRow, FactRow, Plan, Written
from graph.redaction import in_graph
from graph.statement import Statement
from graph.store import Store
from graph.writes import properties
from graph.writes import statements as w


class Row(Protocol):
    """A row of any kind."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


T = TypeVar("T", bound=Row)
Known = Mapping[str, Mapping[str, str | None]]
"""Hashes by id, by label of the node."""
_Ask = Callable[[Statement[w.Ids, w.Hash], w.Ids], Awaitable[list[w.Hash]]]
_KINDS: Final = {
    "Entity": "entities", "Document": "documents", "Case": "cases", "Fact": "facts", "Claim": "claims",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Delta(Generic[T]):
    """Rows of one kind that differ from the graph."""

    created: list[T]
    changed: list[T]
    unchanged: int

    @property
    def rows(self) -> list[T]:
        """All that differ."""
        return self.created + self.changed


@dataclass(frozen=True, slots=True)
class Deltas:
    """Rows of a plan that differ from the graph, by kind."""

    entities: Delta[EntityRow]
    documents: Delta[DocumentRow]
    cases: Delta[CaseRow]
    facts: Delta[FactRow]
    claims: Delta[ClaimRow]

    def written(self) -> Written:
        """What writing them does, without the revision."""
        return Written(self._counts("created"), self._counts("changed"), self._counts("unchanged"), 0)

    def _counts(self, name: str) -> dict[str, int]:
        values = {kind: getattr(getattr(self, kind), name) for kind in _KINDS.values()}
        return {kind: value if isinstance(value, int) else len(value) for kind, value in values.items()}


async def compared(ask: _Ask, plan: Plan) -> Deltas:
    """What of a plan differs from the graph; ``ask`` runs a statement, for instance in the transaction that writes."""
    return _deltas(plan, await _known(ask, [plan]))


async def unchanged(store: Store, plans: Sequence[Plan]) -> list[Written | None]:
    """Of each plan what applying it comes to where that changes nothing; ``None`` where it writes something.

    All are compared by one reading of each kind, without the lock.
    """
    guard = await in_graph(store)
    guarded = [guard.plan(plan) for plan in plans]
    known = await _known(store.read, guarded)
    found = (_deltas(plan, known).written() for plan in guarded)
    return [None if written.changes else written for written in found]


async def _known(ask: _Ask, plans: Iterable[Plan]) -> Known:
    ids: dict[str, dict[str, None]] = {label: {} for label in _KINDS}
    for plan in plans:
        for label, kind in _KINDS.items():
            ids[label].update(dict.fromkeys(row.id for row in getattr(plan, kind)))
    return {
        label: {row.id: row.hash for row in await ask(w.HASHES[label], w.Ids(list(wanted)))} if wanted else {}
        for label, wanted in ids.items()
    }


def _deltas(plan: Plan, known: Known) -> Deltas:
    parts: dict[str, Any] = {
        kind: _delta(known[label], getattr(plan, kind)) for label, kind in _KINDS.items()
    }
    return Deltas(**parts)


def _delta(known: Mapping[str, str | None], wanted: Sequence[T]) -> Delta[T]:
    created = [row for row in wanted if row.id not in known]
    changed = [row for row in wanted if row.id in known and known[row.id] != properties.content_hash(row)]
    return Delta(created, changed, len(wanted) - len(created) - len(changed))
