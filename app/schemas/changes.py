"""Changes, as they are answered."""

from typing import Literal

from pydantic import Field

from app.schemas.parts import EntityRef, List, Schema
from app.schemas.words import Relation, StatusName, Tier


class ChangedFact(Schema):
    """The fact as it is now; `current` is false where it was withdrawn or is no more."""

    id: str
    relation: Relation
    subject: EntityRef | None
    object: EntityRef | None
    date: str | None
    amount: float | None
    currency: str | None
    amount_eur: float | None
    status: StatusName | None
    country: str | None
    tier: Tier
    current: bool


class State(Schema):
    """What a fact said before or after a change."""

    status: StatusName | None
    amount: float | None
    currency: str | None
    date: str | None


class Change(Schema):
    """One change of one fact; of the kinds `arrived` and `departed`, a source that came or went with all its facts."""

    id: str = Field(description="A UUID; it stays the same for ever.")
    at: str
    kind: Literal["added", "status", "sum", "day", "withdrawn", "restored", "arrived", "departed"]
    summary: str = Field(description="The change as one sentence.")
    reason: str | None
    fact: ChangedFact | None
    before: State
    after: State
    source: str | None
    facts: int | None = Field(description="How many facts came or went with the source.")


class ChangeList(List):
    """Changes of facts, the latest first."""

    items: list[Change]
