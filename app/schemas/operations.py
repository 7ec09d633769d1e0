"""Whether the service lives and is ready."""

from typing import Literal

from app.schemas.parts import Schema


class Alive(Schema):
    """The process answers."""

    status: Literal["ok"]


class Counts(Schema):
    """How much of each level the graph holds; `unsourced` counts facts without a source seen."""

    entities: int
    documents: int
    claims: int
    facts: int
    cases: int
    unsourced: int


class Backup(Schema):
    """When the last scheduled backup was made, and when one failed last since then (UTC); the log says why."""

    last: str | None
    failed: str | None


class Ready(Schema):
    """The graph answers, has the schema that the service needs, and was last changed at `changed` (UTC).

    `counts` are those of revision `counted`: of a large graph the last ones, `null` until it was counted once.
    `backup` is `null` where none are scheduled.
    """

    status: Literal["ready"]
    revision: int
    changed: str | None
    counted: int | None
    counts: Counts | None
    backup: Backup | None
