"""The few statements that the store itself runs: whether the server answers, and who acted."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from graph.audit import CURRENT
from graph.statement import Nothing, statement


@dataclass(frozen=True, slots=True)
class AuditRow:
    """An entry of the audit log as it is written."""

    id: str
    now: str
    who: str
    key: str | None
    action: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many entries were written."""

    written: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server says that answers at all."""

    answer: int


ALIVE: Final = statement("graph/alive", Nothing, Answered)
RECORD_ACT: Final = statement("audit/record", AuditRow, Recorded)


def act_of_this_task() -> AuditRow | None:
    """The entry of the act that this task is part of; None where nobody in particular acts."""
    act = CURRENT.get()
    if act is None:
        return None
    now = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return AuditRow(act.id, now, act.who, act.key, act.action, act.target)
