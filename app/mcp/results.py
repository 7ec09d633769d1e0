"""What the tools give: short rows, each with its sources; money in units of its currency."""

from pydantic import Field

from app.schemas.analysis import Named
from app.schemas.ask import AskedValue, NamedEntity, Reach, Understood
from app.schemas.entities import Owned
from app.schemas.facts import Sums
from app.schemas.parts import CaseRef, DocumentRef, FactRef, Schema, Total
from app.schemas.words import Kind, Relation, Review, StatusName, Tier


class Citation(Schema):
    """One claim of a document for a fact or against it; `quote` is the document's own words."""

    claim: str
    stance: str
    quote: str | None
    document: DocumentRef


class Sum(Schema):
    """A sum as it was decided, and in euro at that day's rate."""

    value: float
    currency: str
    eur: float | None


class Row(Schema):
    """One fact. `citations` are its best sources, `more_citations` counts the others; `evidence` gives them all."""

    id: str
    sentence: str
    relation: Relation
    subject: str = Field(description="Entity id of who acted.")
    object: str = Field(description="Entity id of whom it was done to.")
    date: str | None
    amount: Sum | None
    shared: bool = Field(description="The sum is shared with other facts of one decision, and counts once.")
    status: StatusName | None
    status_since: str | None
    stands: bool | None = Field(description="Null where the question has no meaning.")
    case: CaseRef | None
    summary: str | None
    review: Review
    tier: Tier
    citations: list[Citation]
    more_citations: int


class Stage(Schema):
    """One event of a life cycle."""

    stage: str
    date: str | None
    by: str | None
    amount: float | None
    currency: str | None
    note: str | None
    citations: list[Citation]


class StagedRow(Row):
    """A fact with its life cycle."""

    stages: list[Stage]


class Evidence(StagedRow):
    """A fact with every source, what it changes and what changed it; `citation` is the best one, ready to print."""

    citation: str
    articles: list[str]
    note: str | None
    changes: list[FactRef]
    changed_by: list[FactRef]


class FoundName(Schema):
    """An entity that a search found."""

    id: str
    name: str
    kind: Kind
    country: str | None
    aliases: list[str]
    facts: int


class Found(Schema):
    """The best entities, facts and documents."""

    entities: list[FoundName]
    facts: list[Row]
    documents: list[DocumentRef]


class Profile(Schema):
    """An entity, who owns it, what it owns, and its latest facts in any role."""

    id: str
    name: str
    acronym: str | None
    kind: Kind
    country: str | None
    aliases: list[str]
    website: str | None
    note: str | None
    owners: list[Owned]
    owned: list[Owned]
    facts: int
    latest: list[Row]


class Rows(Schema):
    """A page of facts; `next` is the cursor of the page after it. `sums` takes in fines only, and says what."""

    items: list[Row]
    total: Total
    next: str | None
    sums: Sums | None


class CaseStory(CaseRef):
    """A proceeding: its facts in order of time, each with its stages."""

    summary: str | None
    items: list[StagedRow]


class Hop(Schema):
    """One step of a chain, with the facts that make it."""

    start: str
    end: str
    sentence: str
    facts: list[Row]


class Chain(Schema):
    """A chain; the lower the score, the shorter and the less through hubs."""

    score: float
    hops: list[Hop]


class Chains(Schema):
    """How two entities are connected; `complete` is false where the search was cut off at `max_hops`."""

    start: Named
    end: Named
    paths: list[Chain]
    complete: bool
    max_hops: int


class Answered(Schema):
    """An answer in one sentence, how the question was read, and the facts that show it."""

    question: str
    answer: str
    verdict: str | None
    value: AskedValue | None
    understood: Understood
    alternatives: list[NamedEntity]
    ignored: list[str]
    items: list[Row]
    total: int
    coverage: Reach
