"""Rules for the life cycle: which stages may occur, in which order, and which status they leave."""

from collections.abc import Iterator
from typing import Final

from graph import dates
from graph.vocabulary import RELATIONS, STAGES
from seed.curated.index import Index
from seed.curated.place import Problem
from seed.curated.reading import Placed
from seed.curated.records import Action, Relation, Stage

_ALSO: Final = {"imposed": {"unknown"}, "appealed": {"unknown"}, "upheld": {"final"}, "reinstated": {"final"}}
"""Statuses that fit a last stage beside the one it leaves: silence of the sources, or finality."""

_OPENS_BY_AGREEMENT: Final = {"civil_penalty"}
"""Actions that may be agreed instead of imposed."""


def check_lifecycle(
    placed: Placed, record: Action | Relation, relation: str, index: Index
) -> Iterator[Problem]:
    """Stages are allowed, in order of time, agree with the record's date and sum, and leave its status."""
    kind = RELATIONS[relation]
    given = record.status_now is not None, "stages" in placed.lines
    if not all(given) and (any(given) or kind.opening or isinstance(record, Action)):
        yield placed.problem("needs stages and status_now")
        return
    for name in dict.fromkeys(stage.stage for stage in record.stages):
        if name not in kind.stages:
            yield placed.problem(f"{relation} cannot have the stage {name}", "stages")
    yield from _order(placed, record.stages, index)
    yield from _opening(placed, record, _openings(record, kind.opening))
    if record.status_now is not None and record.status_now not in (fits := _fitting(record, relation)):
        names = ", ".join(stage.stage for stage in record.stages) or "none"
        wanted = " or ".join(sorted(fits))
        yield placed.problem(
            f"{record.status_now} does not agree with the stages ({names}): expected {wanted}", "status_now"
        )
    if any(stage.from_memory for stage in record.stages) != record.status_from_memory:
        yield placed.problem("must be true exactly when a stage is from_memory", "status_from_memory")


def _openings(record: Action | Relation, opening: tuple[str, ...]) -> tuple[str, ...]:
    agreed = isinstance(record, Action) and record.action in _OPENS_BY_AGREEMENT
    return (*opening, "settled") if agreed else opening


def _order(placed: Placed, stages: tuple[Stage, ...], index: Index) -> Iterator[Problem]:
    floor: str | None = None
    for stage in stages:
        if stage.by is not None and index.kind(stage.by) not in {"regulator", "court", "public_body"}:
            yield placed.problem(f"by: no such regulator, court or public body {stage.by!r}", "stages")
        if stage.date is None:
            continue
        if floor is not None and dates.last_day(stage.date) < floor:
            yield placed.problem(
                f"{stage.stage} on {stage.date} is earlier than the stage before it", "stages"
            )
        floor = max(floor or "", dates.first_day(stage.date))


def _opening(placed: Placed, record: Action | Relation, opening: tuple[str, ...]) -> Iterator[Problem]:
    if not opening:
        return
    stage = next((stage for stage in record.stages if stage.stage in opening), None)
    if stage is None:
        yield placed.problem(f"needs a stage {' or '.join(opening)}", "stages")
        return
    if stage.date != record.date:
        yield placed.problem(
            f"{stage.stage} on {stage.date}, but the record is dated {record.date}", "stages"
        )
    if stage.amount is not None and stage.amount != record.amount:
        yield placed.problem(f"{stage.stage} {stage.amount}, but the amount is {record.amount}", "stages")


def _fitting(record: Action | Relation, relation: str) -> set[str]:
    """The statuses that the stages may leave."""
    names = [stage.stage for stage in record.stages]
    core = [name for name in names if name != "closed" and STAGES[name].status]
    last = core[-1] if core else None
    status = STAGES[last].status if last else "unknown"
    fits = {status or "unknown"} | _ALSO.get(last or "", set())
    if relation == "SUED" and last in {None, "upheld", "remitted"}:
        fits.add("pending")
    if last == "imposed" and "suspended" in names:
        fits.add("under_appeal")
    if last == "final" and "settled" in core:
        fits.add("settled")
    if last == "upheld" and relation == "APPEALED":
        fits.add("concluded")
    if names and names[-1] == "closed":
        fits = {"concluded"} if last in {None, "imposed", "settled"} else fits | {"concluded"}
    return fits
