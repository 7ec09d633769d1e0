"""What facts must meet, and the parameters of a reading of them by each index at which it can start."""

from dataclasses import dataclass
from typing import Any, Final

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What facts must meet: one of each list; ``None`` leaves a condition out.

    Amounts are minor units of the one of ``currencies``, or euro cents where none is given. ``day_from``,
    ``day_to`` and ``valid_on`` are days (a date known to the month or year counts as its first day); ``known_on`` is
    a UTC time. ``withdrawn`` takes in facts that were withdrawn. ``bounds`` are maps of ``id`` and ``windows``
    (of days): of these only facts of that time are meant. ``flags`` are names of ``quality.FACT_FLAGS``.
    """

    relations: list[str] | None = None
    subjects: list[str] | None = None
    objects: list[str] | None = None
    countries: list[str] | None = None
    laws: list[str] | None = None
    day_from: str | None = None
    day_to: str | None = None
    amount_min: int | None = None
    amount_max: int | None = None
    currencies: list[str] | None = None
    statuses: list[str] | None = None
    reviews: list[str] | None = None
    tiers: list[str] | None = None
    found: list[str] | None = None
    valid_on: str | None = None
    known_on: str | None = None
    withdrawn: bool = False
    bounds: list[Json] | None = None
    flags: list[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Filters):
    """Filters, the open intervals of the sort key that are read in turn, and how many facts at most."""

    ranges: list[list[str]]
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRange(Range):
    """All facts of one relation."""

    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRange(Range):
    """All facts of one entity or country."""

    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationAnchorRange(Range):
    """All facts of one relation and one entity."""

    relation: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorsRange(Range):
    """All facts of some entities."""

    anchors: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRange(Range):
    """All facts found by full text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FewRange(Range):
    """All facts that a single index finds, which are few: ``few`` names it, the keys between which they lie."""

    few: str
    few_low: str
    few_high: str


RANGES: Final[dict[str, type[Range]]] = {
    "all": Range,
    "relation": RelationRange,
    "subject": RelationAnchorRange,
    "object": RelationAnchorRange,
    "party": AnchorRange,
    "parties": AnchorsRange,
    "country": AnchorRange,
    "disputed": Range,
    "text": TextRange,
    "few": FewRange,
}
