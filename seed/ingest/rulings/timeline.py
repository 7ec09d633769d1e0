"""How a fact stands after the appeals and rulings on it. Pure.

What the row of a fact says of its stages is kept apart from what machines read of later ones: taking a document back
takes back its stages, and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from graph import dates
from graph.model import FactRow, StageRow
from graph.vocabulary import RELATIONS, STAGES, UNDOING
from graph.writes.timeline import Entry, timeline
from seed.ingest.rulings.match import Later, agreeing

_FOLLOWED: Final = frozenset(
    {"upheld", "annulled", "remitted", "reinstated", "reduced", "withdrawn", "settled"}
)
"""Stages of a decision that are stages of the appeal against it, too."""

_REPORTED: Final = "Told in a report of {day}; the day itself is not given."


@dataclass(frozen=True, slots=True)
class Added:
    """A stage that a later fact brings, with the id of that fact."""

    ruling: str
    stage: StageRow


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact with the later facts that change it; ``undone`` are rulings on these rulings, by the id of the ruling.

    ``attacked`` are the stages of the decision that an appeal attacks.
    """

    id: str
    relation: str
    date: str | None
    status: str | None
    stages: tuple[StageRow, ...] = ()
    later: tuple[Later, ...] = ()
    undone: tuple[tuple[str, Later], ...] = ()
    attacked: tuple[Added, ...] = field(default=())
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """All stages in order of time, each with the later fact that brings it or none, and the status on each day.

    ``told`` are later facts that say no more than a stage of the row does, with that stage.
    """

    stages: tuple[tuple[str | None, StageRow], ...]
    status: str | None
    timeline: tuple[Entry, ...]
    told: tuple[tuple[str, StageRow], ...] = ()


def live(fact: Standing) -> Life:
    """The stages and the status of a fact; without later facts they are those of its row."""
    added = [one for later in fact.later for one in _brought(fact, later)]
    added += [one for one in fact.attacked if _follows(fact, one)]
    merged: list[tuple[str | None, StageRow]] = [(None, stage) for stage in fact.stages]
    for one in sorted(added, key=_order):
        if all((one.ruling, one.stage) != known for known in merged):
            merged.insert(_position(merged, one.stage), (one.ruling, one.stage))
    status = fact.status
    if merged and merged[-1][0] is not None:
        status = STAGES[merged[-1][1].stage].status or fact.status
    row = FactRow(
        fact.id,
        fact.relation,
        "",
        "",
        fact.date,
        fact.until,
        status=status,
        stages=tuple(stage for _, stage in merged),
    )
    agreed = [(later.id, agreeing(later, fact.stages)) for later in fact.later]
    told = tuple(
        sorted(((id_, fact.stages[at]) for id_, at in agreed if at is not None), key=lambda one: one[0])
    )
    return Life(tuple(merged), status, tuple(timeline(row)), told)


def _brought(fact: Standing, later: Later) -> list[Added]:
    if agreeing(later, fact.stages) is not None:
        return []
    brought = [Added(later.id, _stage(RELATIONS[later.relation].gives or "", later))]
    if later.relation in UNDOING:
        brought += [
            Added(upper.id, _stage("reinstated", upper))
            for ruling, upper in fact.undone
            if ruling == later.id
        ]
    return brought


def _stage(name: str, later: Later) -> StageRow:
    until = later.published if later.date is None else None
    note = _REPORTED.format(day=until) if until else None
    return StageRow(name, later.date, later.by, note=note, until=until)


def _known(stage: StageRow) -> str | None:
    """The day of a stage, else the last on which it can have happened."""
    return stage.date or stage.until


def _follows(appeal: Standing, one: Added) -> bool:
    """Whether a stage of the decision came after the appeal against it."""
    if one.stage.stage not in _FOLLOWED:
        return False
    known = _known(one.stage)
    lodged = next((stage.date for stage in appeal.stages if stage.date), appeal.date)
    return lodged is None or known is None or dates.last_day(known) >= dates.first_day(lodged)


def _order(one: Added) -> tuple[str, bool, str, str]:
    """By day; an appeal before the ruling on it; what has no day last, but an appeal first."""
    appealed = one.stage.stage == "appealed"
    unknown = "0000" if appealed else "9999"
    known = _known(one.stage)
    return (
        (dates.last_day(known) if known else unknown),
        not appealed,
        one.stage.stage,
        one.ruling,
    )


def _position(merged: Sequence[tuple[str | None, StageRow]], stage: StageRow) -> int:
    """Behind the decision and the last stage that is not later; an appeal without a day right behind the decision."""
    known = _known(stage)
    if known is None:
        return min(1, len(merged)) if stage.stage == "appealed" else len(merged)
    day = dates.last_day(known)
    earlier = [n for n, (_, one) in enumerate(merged) if (own := _known(one)) and dates.last_day(own) <= day]
    position = max([*earlier, 0]) + 1 if merged else 0
    while (
        position < len(merged) and merged[position][1].stage == "appealed" and not _known(merged[position][1])
    ):
        position += 1
    return position
