"""The status of a fact on any day, from its stages.

A stage counts from the last day that its date may mean ("2022" from 31 December 2022), so that a status is never
claimed before it is certain. A stage without a date counts from that of the next dated stage, or, at the end, from
the day that the records reach to. The status after the last stage is the recorded one: it may know more than the
stage tells.
"""

from collections.abc import Sequence
from typing import Final

from graph import dates
from graph.model import FactRow, StageRow
from graph.vocabulary import STAGES

AS_OF: Final = "2026-06-30"
"""The day that the curated records reach to; an undated last stage counts from here."""

_OPEN: Final = frozenset({"SUED", "INVESTIGATED", "INVESTIGATED_JOINTLY_WITH"})
"""Relations that are pending from their own date, without an opening stage."""


def _days(stages: Sequence[StageRow], floor: str) -> list[str]:
    """One day for each stage, never earlier than the one before it."""
    known = [dates.last_day(stage.date) if stage.date else None for stage in stages]
    days: list[str] = []
    for position, day in enumerate(known):
        following = next((later for later in known[position:] if later), AS_OF)
        floor = max(floor, day or following)
        days.append(floor)
    return days


def timeline(fact: FactRow) -> list[tuple[str, str]]:
    """``(from day, status)`` in order of time; empty for a fact without a life cycle or without any date."""
    if fact.status is None:
        return []
    start = dates.first_day(fact.date) if fact.date else "0001-01-01"
    entries: list[tuple[str, str]] = []
    if fact.relation in _OPEN:
        entries.append((start, "pending"))
    for stage, day in zip(fact.stages, _days(fact.stages, start), strict=True):
        status = STAGES[stage.stage].status
        opening = stage is fact.stages[0] and stage.date == fact.date
        if status:
            entries.append((start if opening else day, status))
    if not entries:
        return [(start, fact.status)]
    entries[-1] = (entries[-1][0], fact.status)
    return entries
