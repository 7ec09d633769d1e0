"""Writing planned groups to the graph, one transaction each.

A group that the graph refuses is told and left out, and the next one goes on. What was written stays written,
so a load that was cut off is resumed by starting it again: groups that are there already change nothing.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from graph.errors import InvalidInput
from graph.model import Written
from graph.patience import persistently
from graph.redaction import in_graph
from graph.store import Store
from graph.writes.apply import apply
from graph.writes.deltas import unchanged
from seed.corrections import keep_corrections
from seed.curated import Group, Problem
from seed.curated.check import Checked
from seed.ingest.facts.records import Followed, follow_origin, groups_of, knows

SHIPPED: Final = "shipped"
"""The origin of the records that come with the project."""

KINDS: Final = ("entities", "cases", "facts", "claims", "documents")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one group: what was written, or why nothing was."""

    group: str
    written: Written | None = None
    refused: str | None = None


@dataclass(frozen=True)
class Contents:
    """How much a set of plans holds, each row once. Unsourced rows are those for which no source was seen."""

    rows: Mapping[str, int]
    unsourced: Mapping[str, int]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "Contents":
        """Count the rows of all groups; a document or case that several groups share counts once."""
        plans = [group.plan for group in groups]
        ids: dict[str, set[str]] = {kind: set() for kind in KINDS}
        for plan in plans:
            for kind, found in ids.items():
                found.update(row.id for row in getattr(plan, kind))
        rows = {kind: len(found) for kind, found in ids.items()}
        unsourced = {
            "entities": sum(entity.unsourced for plan in plans for entity in plan.entities),
            "facts": sum(fact.unsourced for plan in plans for fact in plan.facts),
            "stages": sum(stage.unsourced for plan in plans for fact in plan.facts for stage in fact.stages),
        }
        return cls(rows, unsourced)


@dataclass(frozen=True)
class Report:
    """What a load did, and what it left out."""

    contents: Contents
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...] = ()
    blocked: tuple[str, ...] = ()
    followed: Followed = field(default_factory=Followed)

    @cached_property
    def created(self) -> dict[str, int]:
        """Rows that are new in the graph, by kind."""
        return self._sum("created")

    @cached_property
    def changed(self) -> dict[str, int]:
        """Rows that were there and differ now, by kind."""
        return self._sum("changed")

    @property
    def changes(self) -> int:
        """How many rows the load created or changed."""
        return sum(self.created.values()) + sum(self.changed.values())

    @property
    def refused(self) -> tuple[Outcome, ...]:
        """Groups that the graph did not take."""
        return tuple(outcome for outcome in self.outcomes if outcome.refused)

    @property
    def complete(self) -> bool:
        """Whether every group is in the graph."""
        return not (self.problems or self.refused)

    def _sum(self, part: str) -> dict[str, int]:
        total: Counter[str] = Counter()
        for outcome in self.outcomes:
            total.update(getattr(outcome.written, part) if outcome.written else {})
        return {kind: total[kind] for kind in KINDS}


def _ignore(_: Outcome) -> None:
    pass


async def load(
    store: Store,
    checked: Checked,
    groups: Sequence[Group],
    progress: Callable[[Outcome], None] = _ignore,
    *,
    origin: str | None = None,
) -> Report:
    """Write each group in one transaction and tell ``progress`` of it.

    ``origin`` names the folder when ``groups`` are all that it has: what it had before and has no more is withdrawn
    then, unless something of it could not be read or written.

    Raises ``DatabaseUnavailable`` when the graph has gone away for long; groups before that are written.
    """
    arrival = await _arrival(store, origin)
    # Compared all at once: most starts find every group as it is, and a transaction each would take seconds.
    as_it_is = await persistently(store, lambda: unchanged(store, [group.plan for group in groups]))
    outcomes: list[Outcome] = []
    for group, known in zip(groups, as_it_is, strict=True):
        try:
            outcome = Outcome(group.name, written=known or await _applied(store, group, arrival))
        except InvalidInput as error:
            outcome = Outcome(group.name, refused=str(error))
        outcomes.append(outcome)
        progress(outcome)
    if any(one.written and one.written.changes for one in outcomes):
        from seed.ingest.identity.judge import (
            follow_records,  # a graph that holds all records starts without it
        )

        await persistently(store, lambda: follow_records(store))
    blocked = tuple(sorted(checked.blocked))
    await persistently(store, lambda: keep_corrections(store, checked, origin or ""))
    report = Report(Contents.of(groups), tuple(outcomes), checked.problems, blocked)
    if origin is None or not report.complete:
        return report
    # Ids as they stand in the graph: those of persons who were redacted are others than in the files.
    guard = await in_graph(store)
    plans = [guard.plan(group.plan) for group in groups]
    changed = groups_of(
        fact
        for plan, outcome in zip(plans, outcomes, strict=True)
        if outcome.written and outcome.written.changes
        for fact in plan.facts
    )
    claims = (claim.id for plan in plans for claim in plan.claims)
    kept = list(claims)
    followed = await persistently(store, lambda: follow_origin(store, origin, kept, changed, arrival=arrival))
    return replace(report, followed=followed)


async def _arrival(store: Store, origin: str | None) -> str | None:
    """The origin, where its records come for the first time; what a folder without one has is always told singly."""
    if origin is None or await knows(store, origin):
        return None
    return origin


async def _applied(store: Store, group: Group, arrival: str | None) -> Written:
    """Write a group: a database that goes away meanwhile costs a pause, for a group written twice changes nothing."""
    return await persistently(store, lambda: apply(store, group.plan, arrival=arrival))
