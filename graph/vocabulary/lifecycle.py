"""The legal life cycle of an action: stages, statuses, and which stage leads to which status.

A stage is an event with a date ("annulled by the First-tier Tribunal on 17 October 2023"); a status is how the
action stands after it. The status on a day follows from the stages up to that day (see ``graph.writes.timeline``).
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Stage:
    """One kind of event; ``status`` is what it leaves behind, or ``None`` where it decides nothing."""

    name: str
    status: str | None
    description: str


@dataclass(frozen=True, slots=True)
class Status:
    """How an action stands; ``stands`` says whether it is in force, or ``None`` where that has no meaning."""

    name: str
    stands: bool | None
    description: str


_STAGES: Final = (
    Stage("proposed", "proposed", "A notice of intent; nothing is imposed."),
    Stage("imposed", "imposed", "The decision: a fine, order, reprimand or finding."),
    Stage("appealed", "under_appeal", "An appeal or objection was lodged."),
    Stage("suspended", None, "Enforcement or payment was suspended."),
    Stage("reduced", "reduced", "The sum was lowered."),
    Stage("increased", "imposed", "The sum was raised."),
    Stage("upheld", "imposed", "Left standing by the body appealed to; of a lawsuit, not thrown out."),
    Stage("annulled", "annulled", "Set aside by a court."),
    Stage("remitted", "remitted", "Sent back for a new decision."),
    Stage("reinstated", "imposed", "The annulment was itself set aside."),
    Stage("withdrawn", "withdrawn", "Withdrawn by the authority; an order lifted; a suit dropped."),
    Stage("settled", "settled", "Ended by agreement."),
    Stage("final", "final", "No further appeal is open."),
    Stage("paid", None, "The sum was paid."),
    Stage("unpaid", None, "The sum was reported as not paid."),
    Stage("closed", "concluded", "The proceeding was closed."),
)

_STATUSES: Final = (
    Status("proposed", None, "Only proposed; nothing was imposed."),
    Status("imposed", True, "Stands; finality is not stated."),
    Status("under_appeal", True, "Stands, and an appeal is open."),
    Status("final", True, "Stands, and no appeal is open."),
    Status("reduced", True, "Stands with a lower sum."),
    Status("annulled", False, "Set aside by a court."),
    Status("remitted", False, "Sent back for a new decision."),
    Status("withdrawn", False, "Withdrawn, lifted or dropped."),
    Status("settled", True, "Ended by agreement, which stands."),
    Status("pending", None, "A lawsuit that goes on."),
    Status("concluded", None, "The proceeding is closed."),
    Status("unknown", None, "The sources are silent after the decision, or unclear."),
)

STAGES: Final[dict[str, Stage]] = {stage.name: stage for stage in _STAGES}
STATUSES: Final[dict[str, Status]] = {status.name: status for status in _STATUSES}
FALLEN: Final = tuple(status.name for status in _STATUSES if status.stands is False)
"""Statuses of an action that no longer stands."""
