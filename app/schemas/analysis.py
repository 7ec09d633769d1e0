"""Figures, connections, comparisons and coverage, as they are answered."""

from pydantic import Field

from app.schemas.facts import Fact
from app.schemas.parts import CaseRef, Cypher, List, Schema
from app.schemas.words import Kind, Tier


class Named(Schema):
    """An entity with the names that people use."""

    id: str
    name: str
    caption: str | None
    acronym: str | None
    kind: Kind
    country: str | None


class StatsCell(Schema):
    """One value of each dimension (null: facts that have none) with what falls into it."""

    values: dict[str, str | None]
    label: str
    facts: int
    decisions: int = Field(description="Each decision once, whatever number of facts it has.")
    eur: float = Field(description="Sum in euro; a sum that several facts share counts once.")
    without_eur: int = Field(description="Sums without a euro rate, left out of `eur`.")
    fallen: int = Field(description="Decisions that no longer stand; they count in `decisions` and `eur`.")
    fallen_eur: float
    filters: dict[str, str] = Field(description="Parameters of /v1/facts that give the facts of the cell.")


class Stats(List):
    """Cells by one or two dimensions, those with the largest sums first."""

    by: list[str]
    items: list[StatsCell]
    includes: str


class QualityMeasure(Schema):
    """A weakness and how much of it there is."""

    name: str
    what: str
    count: int
    of: int = Field(description="All facts, or all entities.")
    share: float
    rows: str = Field(description="The list of what is counted.")


class QualityAnswer(Schema):
    """What is weak in the graph."""

    items: list[QualityMeasure]


class HopAnswer(Schema):
    """One step of a chain: the weightiest fact as a sentence, and the facts themselves."""

    start: Named
    end: Named
    sentence: str
    facts: list[Fact]


class PathAnswer(Schema):
    """A chain; the lower the score, the shorter and the less through hubs."""

    score: float
    hops: list[HopAnswer]


class PathList(Schema):
    """How two entities are connected. `complete` is false where the search was cut off at `max_hops`."""

    start: Named
    end: Named
    paths: list[PathAnswer]
    complete: bool
    max_hops: int
    cypher: Cypher


class YearCount(Schema):
    """Fines of one year."""

    year: str
    fines: int


class LawCount(Schema):
    """Facts under one law."""

    law: str
    facts: int


class SideAnswer(Schema):
    """One of two entities: what it did, or what was done to it."""

    entity: Named
    role: str
    facts: int
    fines: int
    eur: float
    fallen: int
    largest: Fact | None
    years: list[YearCount]
    relations: dict[str, int]
    laws: list[LawCount]


class ComparisonAnswer(Schema):
    """Two entities beside each other, the facts in which both have a part, and cases of both."""

    a: SideAnswer
    b: SideAnswer
    shared: list[Fact]
    shared_cases: list[CaseRef]


class CoveredValue(Schema):
    """How many facts there are of one authority, country, year or relation."""

    value: str | None
    label: str
    facts: int


class CoveredList(Schema):
    """A list that was brought in, until when it reaches, and how many facts come from it alone."""

    id: str
    title: str
    until: str | None
    licence: str | None
    facts: int


class CoveredTier(Schema):
    """Facts and actions of one tier, and the lists that they come from."""

    tier: Tier
    facts: int
    actions: int = Field(description="Decisions, suits and settlements, each once; an inquiry is none.")
    newest: str | None = Field(description="The latest day of a fact.")
    lists: list[CoveredList]


class CoverageAnswer(Schema):
    """What the graph holds: how an empty answer is to be read."""

    counts: dict[str, int]
    changed: str | None
    newest: str | None = Field(description="The latest year of a fact.")
    regulators: list[CoveredValue]
    countries: list[CoveredValue]
    years: list[CoveredValue]
    relations: list[CoveredValue]
    tiers: list[CoveredTier]


class Conflicts(List):
    """A page of facts on which sources disagree; the evidence of each has both sides."""

    items: list[Fact]
