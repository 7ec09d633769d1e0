"""Rows of the graph: what a plan may write. Frozen, complete, checked by ``graph.plan`` before anything is written.

The ladder is Document, Claim, Fact, Case. A fact has a subject, an object, third parties by role, a life cycle of
stages, and claims that support or dispute it; each claim stands in one document.
"""

from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A regulator, company, platform, person, ngo, court, law, public body, media or country.

    ``country`` is ISO 3166-1 or 3166-2 (``GB``, ``US-NY``, ``EU``). ``details`` holds the properties that its kind
    declares in the vocabulary (website, acronym, short …).
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    operator: str | None = None
    group: bool = False
    note: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    unsourced: bool = False
    unregistered: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """Something published. ``publisher_key`` is the folded publisher by which independent sources are counted.

    ``text`` is kept only where we may: for third parties it stays ``None`` unless the operator ingests it.
    ``independence_key`` equals ``publisher_key`` unless the document repeats another (a wire story, a copied data set).
    ``redacted``: the name of a person was taken out of it; ``text_sha256`` is that of the text as it was read.
    ``address`` is where a newer text would come from: the ``url``, or a name such as ``note:clearview-uk``.
    """

    id: str
    kind: str
    title: str
    publisher: str
    publisher_key: str
    url: str | None = None
    language: str | None = None
    published: str | None = None
    retrieved: str | None = None
    seen_as: str | None = None
    opened: bool = True
    text: str | None = None
    text_sha256: str | None = None
    independence_key: str | None = None
    supersedes: str | None = None
    address: str | None = None
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What one document says: one relation. Curated claims have no quote; extracted ones always have.

    Offsets count Unicode code points of the document's text, end exclusive. ``amount_minor`` is in minor units.
    ``fact`` is the fact that it supports or disputes, ``None`` while it has none (hypothetical, denied), or where
    resolution finds it (machine claims). ``roles`` are third parties, ``role=entity id``.
    """

    id: str
    document: str
    relation: str
    subject: str
    object: str
    fact: str | None
    modality: str = "asserted"
    stance: str = "supports"
    review: str = "accepted"
    extractor: str = "curated"
    extractor_version: str = "1"
    rule: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    subject_text: str | None = None
    object_text: str | None = None
    amount_minor: int | None = None
    currency: str | None = None
    amount_text: str | None = None
    date: str | None = None
    date_text: str | None = None
    articles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class PartyRow:
    """An entity's part in a fact; ``role`` is one of ``graph.vocabulary.ROLES``."""

    entity: str
    role: str


@dataclass(frozen=True, slots=True)
class StageRow:
    """One event of a fact's life cycle; ``date`` may be ``None`` where no source gives it."""

    stage: str
    date: str | None
    by: str | None = None
    amount_minor: int | None = None
    currency: str | None = None
    note: str | None = None
    unsourced: bool = False


@dataclass(frozen=True, slots=True)
class FactRow:
    """One relation that we hold to be so.

    ``action`` names the decision: a sum that belongs to a whole decision (no ``split``) has ``amount_shared`` true
    and is counted once for all facts of the same ``action``. ``amount_counts`` is false for a sum that is no
    sanction in itself (a daily penalty, a maximum). ``changes`` are the facts that this one changes.
    ``status`` is the status now; the status on other days follows from the stages (``graph.timeline``).
    A ``derived`` fact follows from claims of machines alone, and is made anew whenever they change. ``concerns`` of a
    derived appeal or ruling is ``body|party``: whose decision about whom is at issue.
    """

    id: str
    relation: str
    subject: str
    object: str
    date: str | None = None
    announced: str | None = None
    start: str | None = None
    end: str | None = None
    country: str | None = None
    amount_minor: int | None = None
    currency: str | None = None
    amount_qualifier: str | None = None
    amount_kind: str | None = None
    amount_note: str | None = None
    amount_shared: bool = False
    amount_counts: bool = True
    status: str | None = None
    stages: tuple[StageRow, ...] = ()
    parties: tuple[PartyRow, ...] = ()
    changes: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    law_text: str | None = None
    case: str | None = None
    action: str | None = None
    action_kind: str | None = None
    role: str | None = None
    instrument: str | None = None
    order_kinds: tuple[str, ...] = ()
    summary: str | None = None
    trap: str | None = None
    note: str | None = None
    date_note: str | None = None
    unsourced: bool = False
    uncertain: bool = False
    derived: bool = False
    concerns: str | None = None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A proceeding and its title; its facts name it."""

    id: str
    title: str
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that one transaction writes: one document, or one group of records. ``name`` is for messages."""

    name: str
    entities: tuple[EntityRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    cases: tuple[CaseRow, ...] = ()
    facts: tuple[FactRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What applying a plan did, counted by kind of row; ``revision`` is that of the graph afterwards."""

    created: dict[str, int]
    changed: dict[str, int]
    unchanged: dict[str, int]
    revision: int

    @property
    def changes(self) -> int:
        """How many rows were written."""
        return sum(self.created.values()) + sum(self.changed.values())
