"""What the service answers, for OpenAPI. Answers are built as bytes; the contract tests hold them against these models."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.parameters import DocumentKind, Kind, Relation, Review, StatusName


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


class Amount(Schema):
    """A sum in units of its currency, and in euro by the European Central Bank's rate of that day."""

    value: float
    currency: str
    eur: float | None
    rate: float | None = Field(description="Units of the currency for one euro.")
    rate_date: str | None
    eur_reason: str | None = Field(description="Why there is no euro figure.")
    qualifier: str | None
    kind: str | None
    note: str | None
    shared_by: str | None = Field(
        description="The decision whose other facts share this sum; it counts once."
    )


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


class Fact(Schema):
    """One relation that the graph holds to be so. `stands` is null where the question has no meaning."""

    id: str
    relation: Relation
    subject: EntityRef
    object: EntityRef
    parties: list[Party]
    date: str | None
    date_precision: Literal["day", "month", "year"] | None
    announced: str | None
    start: str | None
    end: str | None
    amount: Amount | None
    status: StatusName | None
    status_since: str | None
    stands: bool | None
    role: str | None
    summary: str | None
    articles: list[str]
    laws: list[str]
    country: str | None
    action: str
    case: CaseRef | None
    sources: SourceCounts
    unsourced: bool
    review: Review
    recorded: str
    evidence: list[Evidence]


class StageAnswer(Schema):
    """One event of a life cycle."""

    stage: str
    date: str | None
    by: EntityRef | None
    amount: float | None
    currency: str | None
    note: str | None
    unsourced: bool


class FactRef(Schema):
    """A fact as others mention it."""

    id: str
    relation: Relation
    date: str | None


class StagedFact(Fact):
    """A fact with its life cycle, what it changes and what changed it."""

    stages: list[StageAnswer]
    changes: list[FactRef]
    changed_by: list[FactRef]


class WholeFact(StagedFact):
    """A fact with everything that is known of it."""

    law_text: str | None
    instrument: str | None
    order_kinds: list[str] | None
    trap: str | None
    note: str | None
    date_note: str | None
    uncertain: bool


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


class FactList(List):
    """A page of facts."""

    items: list[Fact]


class CurrencySum(Schema):
    """What the fines in one currency add up to."""

    currency: str
    value: float
    eur: float
    decisions: int
    without_eur: int


class Sums(Schema):
    """What all fines of a list add up to, over all pages, and what that takes in."""

    by_currency: list[CurrencySum]
    eur: float
    decisions: int
    fallen: int = Field(description="Decisions that no longer stand (annulled, remitted, withdrawn).")
    includes: str


class FineList(FactList):
    """A page of fines, and what all of them add up to."""

    sums: Sums


class EntityItem(EntityRef):
    """An entity in a list; `facts` counts its parts in facts."""

    aliases: list[str]
    acronym: str | None
    website: str | None
    unregistered: bool
    facts: int


class EntityList(List):
    """A page of entities."""

    items: list[EntityItem]


class Owned(Schema):
    """An owner or operator, or what is owned or operated."""

    relation: Literal["SUBSIDIARY_OF", "OPERATED_BY"]
    entity: EntityRef


class Entity(EntityItem):
    """An entity's profile; `details` holds what its kind declares (main law, short name, seat …)."""

    group: bool
    note: str | None
    unsourced: bool
    details: dict[str, str]
    owners: list[Owned]
    owned: list[Owned]
    cypher: Cypher


class Neighbour(Schema):
    """An entity that shares facts with another; `fined_eur` is the sum of the fines between the two."""

    entity: EntityRef
    relations: list[str]
    facts: int
    fined_eur: float
    last: str | None


class NeighbourList(List):
    """A page of neighbours, those with the largest fines between them first."""

    items: list[Neighbour]


class ClaimAnswer(Schema):
    """What one document says."""

    id: str
    relation: Relation
    subject: EntityRef
    object: EntityRef
    modality: str
    stance: Literal["supports", "disputes"] | None
    review: Review
    fact: FactRef | None
    quote: str | None
    start: int | None
    end: int | None
    subject_text: str | None
    object_text: str | None
    amount: float | None
    currency: str | None
    amount_text: str | None
    date: str | None
    date_text: str | None
    articles: list[str]
    extractor: str
    extractor_version: str
    rule: str | None
    recorded: str
    withdrawn: str | None
    withdrawn_reason: str | None
    document: DocumentRef


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
    """A document with what it says. `text` is there only where it may be kept."""

    language: str | None
    retrieved: str | None
    recorded: str
    seen_as: str | None
    opened: bool
    text: str | None
    text_sha256: str | None
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


class Fault(Schema):
    """A parameter at fault, and what would be valid."""

    parameter: str
    problem: str
    valid: str | list[str] | None


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault] = []
    reason: str | None = None
