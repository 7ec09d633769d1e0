"""The record format (``docs/records.md``): shapes and closed word lists; ``seed.curated.check`` checks the rest."""

from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from seed.curated.fields import (
    ActionKind,
    Amount,
    Country,
    Currency,
    Date,
    EntityKind,
    RegulatorKind,
    RelationName,
    SeenAs,
    Slug,
    Slugs,
    SourceKind,
    StageName,
    StatusName,
    Text,
    Texts,
    Url,
    distinct,
)


class Record(BaseModel):
    """Base of all records: unknown keys and values of the wrong type are errors."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Regulator(Record):
    """A public body that enforces privacy law."""

    id: Slug
    name_en: Text
    name_native: Text | None
    acronym: Text | None
    caption: Text | None = None
    country: Country
    website: Url | None
    main_law: Text
    aliases: Texts
    alias_notes: dict[str, Text] = Field(default_factory=dict)
    kind: RegulatorKind
    sources: Slugs
    from_memory: bool
    confirmed_fields: Texts = ()
    quirk: Text | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every form in which a text may name it."""
        return tuple(name for name in (self.name_en, self.name_native, self.acronym, *self.aliases) if name)


class AmbiguousName(Record):
    """A name or alias that several regulators carry, or that clashes with another word."""

    name: Text
    ids: Slugs
    note: Text | None = None


class Entity(Record):
    """Anything in the facts that is no regulator."""

    id: Slug
    name: Text
    caption: Text | None = None
    kind: EntityKind
    group: bool = False
    aliases: Texts
    country: Country | None = None
    parent: Slug | None = None
    operator: Slug | None = None
    parent_since: Date | None = None
    parent_until: Date | None = None
    short: Text | None = None
    role: Text | None = None
    incorporated: Text | None = None
    seat: Text | None = None
    lei: Text | None = None
    company_number: Text | None = None
    note: Text | None = None
    sources: Slugs = ()


class Source(Record):
    """Something published, and how we saw it."""

    id: Slug
    title: Text
    url: Url
    publisher: Text
    kind: SourceKind
    seen_as: SeenAs
    opened: bool = True
    listed_by: Text | None = None
    repeats: Text | None = None
    language: Annotated[str, Field(pattern="^[a-z]{2}$")] | None = None
    published: Date | None = None
    note: Text | None = None


class Cited(Record):
    """A source that says something else than the record: another sum or another day."""

    source: Slug
    amount: Amount | None = None
    date: Date | None = None


class Case(Record):
    """A proceeding that several records tell of."""

    id: Slug
    title: Text
    summary: Text | None = None


class Total(Record):
    """A sum that the press adds up from several actions; never a fine of its own."""

    id: Slug
    amount: Amount
    currency: Currency
    note: Text | None = None


class Correction(Record):
    """What a record said wrongly, what it says now, and why; the wrong value is in no other place any more."""

    id: Slug
    record: Slug
    date: Date = Field(description="the day on which the record was mended")
    field: Text
    was: Text | None
    now: Text | None
    why: Text
    sources: Slugs = ()


class Stage(Record):
    """One event of a life cycle; ``date`` is null where no source gives it."""

    stage: StageName
    date: Date | None
    amount: Amount | None = None
    currency: Currency | None = None
    by: Slug | None = None
    note: Text | None = None
    from_memory: bool = False


class Part(Record):
    """A part of a sum, by target, by authority, or by what it is for."""

    target: Slug | None = None
    authority: Slug | None = None
    for_: Text | None = Field(default=None, alias="for")
    amount: Amount

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the keys that say whose part it is."""
        return tuple(key for key in ("target", "authority", "for_") if getattr(self, key) is not None)


class PersonFined(Record):
    """A person fined in the same decision."""

    person: Slug
    amount: Amount
    currency: Currency


class Payment(Record):
    """A sum of a settlement with its purpose; no penalty."""

    amount: Amount
    currency: Currency
    for_: Text = Field(alias="for")


class Provable(Record):
    """What actions and relations share: sources, laws, life cycle, remarks."""

    id: Slug
    announced: Date | None = None
    amount: Amount | None = None
    currency: Currency | None = None
    amount_qualifier: Text | None = None
    amount_kind: Text | None = None
    amount_counts: bool | None = None
    laws: Slugs = ()
    articles: Texts = ()
    summary: Text | None = None
    status_now: StatusName | None = None
    stages: tuple[Stage, ...] = ()
    status_as_written: Text | None = None
    status_from_memory: bool = False
    case: Slug | None = None
    trap: Text | None = None
    note: Text | None = None
    date_note: Text | None = None
    sources: tuple[Slug | Cited, ...]
    from_memory: bool

    @field_validator("sources")
    @classmethod
    def _sources_once(cls, value: tuple[str | Cited, ...]) -> tuple[str | Cited, ...]:
        distinct(tuple(cited if isinstance(cited, str) else cited.source for cited in value))
        return value

    @property
    def cited(self) -> tuple[Cited, ...]:
        """All sources in one form."""
        return tuple(Cited(source=one) if isinstance(one, str) else one for one in self.sources)


class Action(Provable):
    """One decision of one or several authorities."""

    action: ActionKind
    authorities: Slugs
    authorities_incomplete: bool = False
    authorities_note: Text | None = None
    authority_as_written: Text
    private_action: bool = False
    claimant: Slug | None = None
    joint_with: Slugs = ()
    targets: Annotated[tuple[Slug, ...], AfterValidator(distinct), Field(min_length=1)]
    company_as_written: Text
    platforms: Slugs = ()
    country: Country
    action_as_written: Text | None = None
    decision_date: Date
    filed: Date | None = None
    amount_max: Amount | None = None
    amount_note: Text | None = None
    amount_conflict: Text | None = None
    amount_from_memory: bool = False
    tracker_amount_eur: Amount | None = None
    split: tuple[Part, ...] = ()
    split_from_memory: bool = False
    part_of: Slug | None = None
    persons_fined: tuple[PersonFined, ...] = ()
    law: Text
    date_conflict: Text | None = None
    quirk: Text | None = None
    source_note: Text | None = None
    uncertain: bool = False

    @property
    def date(self) -> str:
        """The day of the decision."""
        return self.decision_date


class Relation(Provable):
    """One relation between two bodies, or a ruling on another relation."""

    relation: RelationName
    subject: Slug
    object: Slug
    target: Slug | None = None
    addressed_to: Slugs = ()
    court: Slug | None = None
    concerns: Slugs = ()
    action_id: Slug | None = None
    same_case_as: Slug | None = None
    date: Date | None = None
    start: Date | None = None
    end: Date | None = None
    role: Text | None = None
    payments: tuple[Payment, ...] = ()
    instrument: Text | None = None
    order_kind: Texts = ()
    order_no: Text | None = None
    scope: Text | None = None
    kind: Text | None = None
    partial: bool = False


KINDS_OF_RECORD: Final[dict[str, type[Record]]] = {
    "regulators": Regulator,
    "ambiguous_names": AmbiguousName,
    "entities": Entity,
    "sources": Source,
    "cases": Case,
    "totals": Total,
    "corrections": Correction,
    "actions": Action,
    "relations": Relation,
}
"""Top-level key of a record file (and, with dashes, the name of its folder) to the model of its records."""
