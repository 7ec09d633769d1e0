"""Documents and cases, as they are answered, and what a search finds."""

from app.parameters import Relation, Review, StatusName
from app.schemas.facts import StagedFact
from app.schemas.parts import CaseRef, Cypher, DocumentRef, EntityRef, FactRef, List, Schema


class DocumentItem(DocumentRef):
    """A document in a list; `claims` counts what it says."""

    language: str | None
    recorded: str
    claims: int


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
    withdrawn: str | None


class Document(DocumentRef):
    """A document with what it says. `text` is there only where it may be kept.

    `redacted`: names of persons were taken out of it; `text_sha256` is that of the text as it was read.
    """

    language: str | None
    retrieved: str | None
    recorded: str
    seen_as: str | None
    opened: bool
    text: str | None
    text_sha256: str | None
    redacted: bool
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
