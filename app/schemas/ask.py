"""The answer to a question."""

from typing import Any, Literal

from pydantic import Field

from app.schemas.facts import Fact
from app.schemas.parts import Schema


class NamedEntity(Schema):
    """An entity by id and full name."""

    id: str
    name: str


class LinkedName(Schema):
    """A name in the question and whom it was taken for; `guessed` where it was misspelled."""

    text: str
    guessed: bool
    entities: list[NamedEntity]


class Understood(Schema):
    """How the question was read: as filters of `/v1/facts`, with the address of that list."""

    form: str = Field(description="What is wanted: facts, verdict, amount, date, count, sum, top, why …")
    filters: dict[str, Any]
    names: list[LinkedName]
    beyond: list[str] = Field(description="Conditions that the answer meets and the list has no filter for.")
    url: str


class AskedValue(Schema):
    """A number or a day; an amount belongs to one decision, a sum adds several up."""

    kind: Literal["count", "sum", "amount", "date"]
    number: float | None
    currency: str | None
    date: str | None


class Reach(Schema):
    """How far the facts reach: what an empty answer means."""

    facts: int
    fines: int
    countries: int
    since: str | None
    until: str | None
    changed: str | None


class AskAnswer(Schema):
    """An answer in one sentence, the facts that show it, and how the question was understood."""

    question: str
    understood: Understood
    answer: str
    verdict: Literal["yes", "no"] | None
    value: AskedValue | None
    alternatives: list[NamedEntity]
    items: list[Fact]
    total: int = Field(
        description="Facts that answer the question. Up to 500 are all in `items`; of more there are the first 50."
    )
    ignored: list[str]
    coverage: Reach
