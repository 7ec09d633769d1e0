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


class Ready(Schema):
    """The graph answers, has the schema that the service needs, and was last changed at `changed` (UTC)."""

    status: Literal["ready"]
    revision: int
    changed: str | None
    counts: Counts
