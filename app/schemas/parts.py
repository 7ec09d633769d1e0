"""Parts that several answers share; the closed base of all models."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from app.parameters import DocumentKind, Kind, Relation, Review


class Schema(BaseModel):
    """Closed: an answer with a field that is not declared here fails the contract tests."""

    model_config = ConfigDict(extra="forbid")


class EntityRef(Schema):
    """An entity as others mention it; `country` is ISO 3166-1 or 3166-2, `EU`, or null."""

    id: str
    name: str
    kind: Kind
    country: str | None


class Party(Schema):
    """A third party of a fact and its role."""

    role: str
    entity: EntityRef


class DocumentRef(Schema):
    """A document as evidence mentions it."""

    id: str
    title: str
    url: str | None
    publisher: str
    published: str | None
    kind: DocumentKind


class Evidence(Schema):
    """One claim for or against a fact. Offsets count Unicode code points of the document's text."""

    claim: str
    stance: Literal["supports", "disputes"]
    modality: str
    review: Review
    quote: str | None
    start: int | None
    end: int | None
    document: DocumentRef


class CaseRef(Schema):
    """A case as facts mention it."""

    id: str
    title: str


class SourceCounts(Schema):
    """Documents that support a fact, and how many of them are independent of each other."""

    documents: int
    independent: int


class FactRef(Schema):
    """A fact as others mention it."""

    id: str
    relation: Relation
    date: str | None


class Total(Schema):
    """How many items there are in all: exactly, or at least."""

    value: int
    relation: Literal["eq", "gte"]


class Cypher(Schema):
    """The statement behind an answer, and a link that draws the answer in Neo4j Browser."""

    text: str
    parameters: dict[str, Any]
    browser_url: str | None


class List(Schema):
    """A page of a list; `next` is the cursor of the page after it."""

    next: str | None
    total: Total
    cypher: Cypher
