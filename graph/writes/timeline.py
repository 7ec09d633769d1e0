"""The status of a fact on any day, from its stages, with how exactly that is known.

A stage has a span: the earliest and the latest day on which it can have happened. A date known to the year or month
spans that; a stage without a date spans what lies between its neighbours, and ends where the sources were read. Stages
stand in order, so no span begins before that of the stage before it, or ends after that of the next. On a day inside a
span both statuses are possible. The status after the last stage is the recorded one: it may know more than the stage.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph import dates
from graph.model import FactRow, StageRow
from graph.vocabulary import RELATIONS, STAGES

EARLIEST: Final = ""
"""Where nothing is known of the earliest day: it sorts before every day."""

LATEST: Final = "9999-12-31"
"""Where nothing is known of the latest day. It bounds a span and is never shown as a date."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A status that holds from some day on: not before ``first``, and from ``last`` on for certain.

    ``date`` is the day as the sources give it, with its own precision; ``None`` where they give none.
    """

    status: str
    first: str
    last: str
    date: str | None = None

    @property
    def reason(self) -> str | None:
        """Why there is no date; ``None`` where there is one."""
        if self.date is not None:
            return None
        if self.first and self.last != LATEST:
            return f"no source gives the day; it lies between {self.first} and {self.last}"
        if self.first:
            return f"no source gives the day; it is not before {self.first}"
        if self.last != LATEST:
            return f"no source gives the day; it was known on {self.last}"
        return "no source gives the day"


def last_day(date: str | None, until: str | None) -> str:
    """The latest day that a date may mean, as far as its sources reach (``until``); ``LATEST`` where nothing says."""
    days = [*([dates.last_day(date)] if date else []), *([dates.last_day(until)] if until else [])]
    return max(min(days, default=LATEST), dates.first_day(date) if date else EARLIEST)


def timeline(fact: FactRow) -> list[Entry]:
    """The statuses in order of time; empty for a fact without a life cycle."""
    if fact.status is None:
        return []
    events: list[tuple[str | None, str | None, str | None]] = []
    if RELATIONS[fact.relation].pending:
        events.append(("pending", fact.date, fact.until))
    events += [_event(stage) for stage in fact.stages]
    if not any(status for status, _, _ in events):
        events.insert(0, (fact.status, fact.date, fact.until))
    entries = _entries(events, dates.first_day(fact.date) if fact.date else EARLIEST)
    entries[-1] = replace(entries[-1], status=fact.status)
    return entries


def _event(stage: StageRow) -> tuple[str | None, str | None, str | None]:
    return STAGES[stage.stage].status, stage.date, stage.until


def _entries(events: Sequence[tuple[str | None, str | None, str | None]], floor: str) -> list[Entry]:
    firsts: list[str] = []
    for _, date, _ in events:
        floor = max(floor, dates.first_day(date) if date else EARLIEST)
        firsts.append(floor)
    lasts: list[str] = []
    ceiling = LATEST
    for (_, date, until), first in zip(reversed(events), reversed(firsts), strict=True):
        ceiling = max(min(ceiling, last_day(date, until)), first)
        lasts.append(ceiling)
    return [
        Entry(status, first, last, date)
        for (status, date, _), first, last in zip(events, firsts, reversed(lasts), strict=True)
        if status
    ]
