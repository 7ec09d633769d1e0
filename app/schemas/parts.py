"""Parts that several answers share; the closed base of all models."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.words import DocumentKind, Kind, Relation, Review, SourceFound


class Schema(BaseModel):
    """Closed: an answer with a field that is not declared here fails the contract tests."""

    model_config = ConfigDict(extra="forbid")


class EntityRef(Schema):
    """An entity as others mention it; `country` is ISO 3166-1 or 3166-2, `EU`, or null.

    `name` is the full name, `caption` the one used in a sentence, unique among regulators.
    """

    id: str
    name: str
    caption: str
    acronym: str | None
    kind: Kind
    country: str | None


class Party(Schema):
    """A third party of a fact and its role."""

    role: str
    entity: EntityRef


class GroupTotals(Schema):
    """What the group of an answer's party has: facts, the sum of fines in euro, and where they are listed."""

    facts: int
    sum: float
    link: str


class DocumentRef(Schema):
    """A document as evidence mentions it."""

    id: str
    title: str
    url: str | None
    publisher: str
    published: str | None
    kind: DocumentKind
    title_from_address: bool = Field(
        default=False, description="The title was made from the address: nobody has read it off the page."
    )


class Evidence(Schema):
    """One claim for or against a fact. Offsets count Unicode code points of the document's text.

    `confidence`, 0 to 1, is how often a claim like it is right; null where nobody reckoned it, as in the records.
    """

    claim: str
    stance: Literal["supports", "disputes"]
    modality: str
    review: Review
    quote: str | None
    start: int | None
    end: int | None
    confidence: float | None
    read_as: str | None = Field(description="What was read, where a person has corrected it.")
    found: SourceFound | None = Field(
        default=None, description="Whether the page says so, by its last check; null: not checked."
    )
    checked_on: str | None = Field(default=None, description="The day of that check.")
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
    """How many items there are in all: exactly, or at least.

    `uncertain`, in lists of facts by dates, counts those of which dates leave open whether they meet those asked for.
    """

    value: int
    relation: Literal["eq", "gte"]
    uncertain: int | None = None


class Cypher(Schema):
    """The statement behind an answer, and a link that draws the answer in Neo4j Browser."""

    text: str
    parameters: dict[str, Any]
    browser_url: str | None


class List(Schema):
    """A page of a list; `next` is the cursor of the page after it."""

    next: str | None
    total: Total
    cypher: Cypher | None = Field(default=None, description="Only with `cypher=true`.")
