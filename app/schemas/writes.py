"""What the write side takes and answers."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.parts import DocumentRef, EntityRef, FactRef, List, Schema
from app.schemas.words import DocumentKind, PartialDate, Text


class NewDocument(BaseModel):
    """A document as JSON: its text, or an address of an allowed host."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str | None, Field(min_length=1, description="The text itself.")] = None
    url: Annotated[str | None, Field(max_length=2000, description="Where it was published.")] = None
    title: Text | None = None
    publisher: Text | None = None
    published: PartialDate | None = None
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = None
    kind: DocumentKind = "press"


class Similar(Schema):
    """An entity that a document brought, and another that it may be; the score is between 0 and 100."""

    left: str
    right: str
    score: int


class Ingested(Schema):
    """What a document brought: ids of facts, of claims that a person has to place, and of new entities.

    `unread` says what of the document was not read, and why, such as another language; null where all was. `ways` are
    all by which this very text has come so far (addresses, names of files, `sent`), `new_way` whether this one is new.
    """

    document: str
    unchanged: bool
    claims: int
    new: list[str]
    confirmed: list[str]
    disputed: list[str]
    unsure: list[str]
    entities: list[str]
    similar: list[Similar]
    unread: str | None
    ways: list[str]
    new_way: bool


class Withdrawal(BaseModel):
    """Why a document is withdrawn."""

    model_config = ConfigDict(extra="forbid")

    reason: Text


class Withdrawn(Schema):
    """A document that was withdrawn, and the facts that stood on it alone: tombstones now."""

    document: str
    facts: list[str]


class Verdict(BaseModel):
    """A person's word on a claim."""

    model_config = ConfigDict(extra="forbid")

    review: Literal["accepted", "rejected"]
    reason: Text


class PastVerdict(Schema):
    """A verdict that was given."""

    review: Literal["accepted", "rejected"]
    who: str
    why: str
    at: str


class Reviewed(Schema):
    """All verdicts on a claim, and the facts that became tombstones by the last one."""

    claim: str
    verdicts: list[PastVerdict]
    facts: list[str]


class Waiting(Schema):
    """A claim that waits for a person; `depends` is true where its fact stands on unreviewed claims alone."""

    claim: str
    relation: str
    subject: EntityRef
    object: EntityRef
    quote: str | None
    amount: float | None
    currency: str | None
    date: str | None
    rule: str | None
    confidence: float | None
    stance: str | None
    unsure: bool
    depends: bool
    fact: FactRef | None
    document: DocumentRef


class Queue(List):
    """Claims that wait for a person, those first on which most depends."""

    items: list[Waiting]
