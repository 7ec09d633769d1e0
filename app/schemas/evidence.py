"""Documents and cases, as they are answered, and what a search finds."""

from typing import Literal

from pydantic import Field

from app.schemas.facts import StagedFact
from app.schemas.parts import CaseRef, Cypher, DocumentRef, EntityRef, FactRef, List, Schema
from app.schemas.words import CheckState, DocumentKind, Relation, Review, StatusName


class DocumentItem(DocumentRef):
    """A document in a list; `claims` counts what it says, `withdrawn` is the day on which it was."""

    language: str | None
    recorded: str
    checked_on: str | None
    check_state: CheckState | None
    claims: int
    withdrawn: str | None
    withdrawn_reason: str | None


class DocumentList(List):
    """A page of documents, the latest first."""

    items: list[DocumentItem]


class ClaimItem(Schema):
    """A claim as its document lists it."""

    id: str
    relation: Relation
    subject: str
    object: str
    modality: str
    review: Review
    stance: str | None
    fact: str | None
    quote: str | None
    start: int | None
    end: int | None
    amount: float | None
    currency: str | None
    date: str | None
    rule: str | None
    confidence: float | None
    read_as: str | None
    withdrawn: str | None


class Way(Schema):
    """One way by which a text came, and what is said of it there; the document's own row is made of all of them."""

    how: Literal["address", "file", "sent", "name", "unknown"] = Field(
        description="At an address, in a file, sent over HTTP, a note of our own; unknown: an earlier version knew it."
    )
    place: str | None = Field(description="The address, or the file's name.")
    kind: DocumentKind
    title: str | None
    publisher: str | None
    published: str | None
    first: str = Field(description="The day on which the text first came this way.")
    last: str = Field(description="The day on which it last did.")
    superseded_by: str | None = Field(description="The document to which the address leads now.")


class Document(DocumentRef):
    """A document with what it says. `text` is there only where it may be kept.

    `redacted`: names of persons were taken out of it; `text_sha256` is that of the text as it was read; `unread` says
    what of it was not read, and why.
    """

    language: str | None
    retrieved: str | None
    recorded: str
    seen_as: str | None
    opened: bool
    text: str | None
    text_sha256: str | None
    redacted: bool
    unread: str | None
    withdrawn: str | None
    withdrawn_reason: str | None
    checked_on: str | None = Field(description="The day of the last visit to the address.")
    check_state: CheckState | None = Field(description="How the page stood then.")
    check_reason: str | None
    moved_to: str | None = Field(description="Where the page is now, if it moved for good.")
    archived: str | None = Field(description="A copy of a page that is gone.")
    ways: list[Way] = Field(
        description="The ways by which this very text came; empty where the text is not held."
    )
    claims: list[ClaimItem]
    cypher: Cypher


class CaseItem(CaseRef):
    """A case in a list."""

    summary: str | None
    facts: int
    first: str | None
    last: str | None
    relations: list[str]


class CaseList(List):
    """A page of cases, the one with the latest fact first."""

    items: list[CaseItem]


class Case(CaseRef):
    """A case: its facts in order of time, each with its stages."""

    summary: str | None
    items: list[StagedFact]
    cypher: Cypher


class FoundEntity(EntityRef):
    """An entity that a search found."""

    aliases: list[str]
    facts: int
    score: float


class FoundAmount(Schema):
    """A sum in short."""

    value: float
    currency: str
    eur: float | None


class FoundFact(FactRef):
    """A fact that a search found."""

    status: StatusName | None
    summary: str | None
    subject: EntityRef
    object: EntityRef
    amount: FoundAmount | None
    score: float


class FoundDocument(DocumentRef):
    """A document that a search found."""

    score: float


class Found(Schema):
    """The best entities, facts and documents."""

    entities: list[FoundEntity]
    facts: list[FoundFact]
    documents: list[FoundDocument]
