"""Rows of the graph: what a plan may write. Frozen, complete, checked by ``graph.writes.validate`` before any write.

The ladder is Document, Claim, Fact, Case. A fact has a subject, an object, third parties by role, a life cycle of
stages, and claims that support or dispute it; each claim stands in one document.
"""

import hashlib
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "year"]


def claim_id(content: str) -> str:
    """The id of a claim: the same content, told in one fixed way by whoever makes it, is the same claim."""
    return "c-" + hashlib.sha256(content.encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A regulator, company, platform, person, ngo, court, law, public body, media or country.

    ``country`` is ISO 3166-1 or 3166-2 (``GB``, ``US-NY``, ``EU``). ``details`` holds the properties that its kind
    declares in the vocabulary (website, acronym, short …). ``caption`` is the name used in a sentence:
    the full one if ``None``. ``parent_since`` and ``parent_until`` are dates of any precision between which it belonged
    to its ``parent`` or ``operator``; ``None`` where that is not known or has no end.
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
    caption: str | None = None
    batch: str | None = None
    parent_since: str | None = None
    parent_until: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """Something published. ``publisher_key`` is the folded publisher by which independent sources are counted.

    ``text`` is kept only where we may: for third parties it stays ``None`` unless the operator ingests it.
    ``independence_key`` equals ``publisher_key`` unless the document repeats another (a wire story, a copied data set).
    ``redacted``: the name of a person was taken out of it; ``text_sha256`` is that of the text as it was read.
    ``address`` is where a newer text would come from: the ``url``, or a name such as ``note:clearview-uk``.
    ``unread`` says what of it no extractor has read, and why: a language, pages without a text layer.
    ``title_from_address``: nobody has read the title off the page.
    ``also_by`` are others who have published the very same text: with them it is one source, whoever is named first.
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
    unread: str | None = None
    batch: str | None = None
    title_from_address: bool = False
    also_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What one document says: one relation. Curated claims have no quote; extracted ones always have.

    Offsets count Unicode code points of the document's text, end exclusive. ``amount_minor`` is in minor units.
    ``fact`` is the fact that it supports or disputes, ``None`` while it has none (hypothetical, denied), or where
    resolution finds it (machine claims). ``roles`` are third parties, ``role=entity id``. ``confidence``, 0 to 1, is
    how often a claim like it is right; ``None`` where nobody reckoned it (curated).
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
    confidence: float | None = None
    case_number: str | None = None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """An entity's part in a fact; ``role`` is one of ``graph.vocabulary.ROLES``."""

    entity: str
    role: str


@dataclass(frozen=True, slots=True)
class StageRow:
    """One event of a fact's life cycle; ``date`` may be ``None`` where no source gives it.

    ``until`` is the last day on which it can have happened: that to which the sources reach.
    """

    stage: str
    date: str | None
    by: str | None = None
    amount_minor: int | None = None
    currency: str | None = None
    note: str | None = None
    unsourced: bool = False
    until: str | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """One relation that we hold to be so.

    ``action`` names the decision: a sum that belongs to a whole decision (no ``split``) has ``amount_shared`` true
    and is counted once for all facts of the same ``action``. ``amount_counts`` is false for a sum that is no
    sanction in itself (a daily penalty, a maximum). ``changes`` are the facts that this one changes.
    ``status`` is the status now; the status on other days follows from the stages (``graph.writes.timeline``).
    ``until`` is the last day on which it can have happened, where the date does not say.
    A ``derived`` fact follows from claims of machines alone, and is made anew whenever they change. ``concerns`` of a
    derived appeal or ruling is ``body|party``: whose decision about whom is at issue. ``tier`` says where it comes
    from if it is not derived (``graph.vocabulary.TIERS``); ``batch`` is the import that brought a row.
    """

    id: str
    relation: str
    subject: str
    object: str
    date: str | None = None
    until: str | None = None
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
    tier: str = "curated"
    batch: str | None = None


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
