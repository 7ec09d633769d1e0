"""Facts, fines and claims, as they are answered."""

from typing import Literal

from pydantic import Field

from app.schemas.parts import (
    CaseRef,
    DocumentRef,
    EntityRef,
    Evidence,
    FactRef,
    GroupTotals,
    List,
    Party,
    Schema,
    SourceCounts,
)
from app.schemas.words import Relation, Review, SourceFound, StatusName, Tier


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
    status_certain: bool = Field(
        description="False on a `valid_on` that falls where dates leave open which status held."
    )
    statuses: list[StatusName | None] | None = Field(
        description="If the status is not certain: all that may have held, in order; null is for not yet decided."
    )
    status_since: str | None = Field(
        description="As exactly as the sources give it: a day, a month or a year."
    )
    status_since_reason: str | None = Field(description="Why there is no `status_since`.")
    stands: bool | None
    payment: Literal["paid", "unpaid"] | None = Field(
        description="What sources last said of the payment of the sum; null where none speaks of it."
    )
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
    tier: Tier = Field(description="Where it comes from.")
    found: SourceFound | None = Field(
        description="What its checked sources say: one that says so is enough; null: none was checked."
    )
    checked_on: str | None = Field(description="The day of the last check of a source.")
    recorded: str
    evidence: list[Evidence]
    more_evidence: int = Field(description="Claims beside those in `evidence`.")


class StageAnswer(Schema):
    """One event of a life cycle."""

    stage: str
    date: str | None
    by: EntityRef | None
    amount: float | None
    currency: str | None
    note: str | None
    unsourced: bool
    evidence: list[Evidence] = Field(description="Claims of the appeal or ruling that is this stage.")


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


class FacetValue(Schema):
    """A value and how many facts have it, under all other filters; `filters` of /v1/facts choose it."""

    value: str | None
    label: str
    facts: int
    filters: dict[str, str]


class Facet(Schema):
    """The most frequent values of one dimension; `more` counts the others."""

    values: list[FacetValue]
    more: int


class FactList(List):
    """A page of facts; `group` is there where the list names a member of a group and does not take it in."""

    items: list[Fact]
    group: GroupTotals | None = None
    facets: dict[str, Facet] | None = Field(default=None, description="Only with `facets`.")


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
    fallen: int = Field(
        description="Decisions that do not stand, now or on `valid_on` (annulled, remitted, withdrawn)."
    )
    uncertain: int = Field(
        description="Decisions of which dates leave open whether they fit `valid_on`, `date_from` and `date_to`."
    )
    listed: int = Field(description="Decisions from lists, not checked against the decision itself.")
    includes: str


class FineList(FactList):
    """A page of fines, and what all of them add up to."""

    sums: Sums


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
    confidence: float | None
    read_as: str | None = Field(description="What was read, where a person has corrected it.")
    recorded: str
    withdrawn: str | None
    withdrawn_reason: str | None
    document: DocumentRef
