"""The statements of ingestion, with what they take and return."""

from dataclasses import dataclass
from typing import Any, Final

from graph.statement import statement
from graph.writes.statements import Count, DatedRows, Endpoints, Id, Ids, Rows

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GroupsOf:
    """``groups``: maps of relation, subject, object and symmetric; ``uncounted``: document kinds that are no source."""

    groups: list[Json]
    uncounted: list[str]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The claims and facts of one group."""

    relation: str
    subject: str
    object: str
    claims: list[Json]
    facts: list[Json]


@dataclass(frozen=True, slots=True)
class KnownText:
    """``id`` is the document that holds this very text, if one does; ``ways`` are those by which it came.

    ``older`` are ways from the same address to other texts (``way``, ``document``); ``read_by`` are extractors with
    their versions, ``read_with`` stands for what they were told of the text.
    """

    sha256: str
    id: str | None
    withdrawn: str | None
    superseded_by: str | None
    older: list[Json]
    read_with: str | None
    published: str | None
    unread: str | None
    ways: list[Json]
    read_by: list[str]

    def holds(self, mark: str) -> bool:
        """Whether the text is there, not withdrawn, and was read by that very version of an extractor."""
        return self.id is not None and self.withdrawn is None and mark in self.read_by


@dataclass(frozen=True, slots=True)
class Led:
    """A document to which an address has led, the one to which it leads now, and all ways to the former."""

    id: str
    new: str
    properties: Json
    ways: list[Json]


@dataclass(frozen=True, slots=True)
class Readings:
    """``rows``: maps of a document's id, extractor, version, both as a mark, what it was told, ids of claims, last."""

    rows: list[Json]
    now: str


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity as it stands in the graph."""

    id: str
    kind: str
    name: str
    aliases: list[str]
    country: str | None
    unregistered: bool
    merged_into: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Ids, the time of writing, and why."""

    ids: list[str]
    now: str
    reason: str


@dataclass(frozen=True, slots=True)
class OneReason:
    """An id, the time of writing, and why."""

    id: str
    now: str
    reason: str


@dataclass(frozen=True, slots=True)
class Before:
    """When a document was withdrawn before, and why; ``None`` where it was not."""

    withdrawn: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A claim that was withdrawn, and the fact that it stood for."""

    claim: str
    relation: str
    subject: str
    object: str
    extractor: str
    fact: str | None


@dataclass(frozen=True, slots=True)
class Concerning:
    """``ids`` of later facts, and what others concern (``body|party``); relations of what they may be about."""

    ids: list[str]
    concerns: list[str]
    decisions: list[str]
    rulings: list[str]


@dataclass(frozen=True, slots=True)
class LaterRow:
    """An appeal or ruling; ``aimed`` are the facts that it changes so far."""

    id: str
    relation: str
    by: str | None
    date: str | None
    claims: list[Json]
    candidates: list[Json]
    aimed: list[str]


@dataclass(frozen=True, slots=True)
class LifeRow:
    """A fact with all its stages and what may have changed it; ``status`` is that of its own row.

    ``below`` are the facts that it changes, ``appeals`` the appeals against it.
    """

    id: str
    relation: str
    subject: str
    object: str
    date: str | None
    until: str | None
    status: str | None
    derived: bool
    stages: list[Json]
    later: list[Json]
    attacked: list[Json] | None
    below: list[str]
    appeals: list[str]


@dataclass(frozen=True, slots=True)
class Beside:
    """A document, those that share a band with it, and the names under which these hang together with others."""

    id: str
    twins: list[str]
    keys: list[str]


@dataclass(frozen=True, slots=True)
class Newer:
    """Documents, and the one that follows them."""

    ids: list[str]
    new: str


GROUPS: Final = statement("ingest/groups", GroupsOf, GroupRow)
KNOWN_TEXTS: Final = statement("ingest/known_texts", Rows, KnownText)
KNOWN_ENTITIES: Final = statement("ingest/entities", Ids, KnownEntity)
LINK_CLAIMS: Final = statement("ingest/link_claims", Rows, Count)
REMOVE_FACTS: Final = statement("ingest/remove_facts", Reason, Count)
BURY_FACTS: Final = statement("ingest/bury_facts", Reason, Endpoints)
UNBURY_FACTS: Final = statement("ingest/unbury_facts", Ids, Endpoints)
WITHDRAW_CLAIMS: Final = statement("ingest/withdraw_claims", Reason, Withdrawn)
WITHDRAW_DOCUMENT: Final = statement("ingest/withdraw_document", OneReason, Before)
RESTORE_CLAIMS: Final = statement("ingest/restore_claims", Ids, Withdrawn)
READ_BY: Final = statement("ingest/read_by", Readings, Withdrawn)
WAYS: Final = statement("ingest/ways", Rows, Count)
END_WAYS: Final = statement("ingest/end_ways", Rows, Led)
BRING_BACK: Final = statement("ingest/bring_back", Ids, Withdrawn)
SAID_BY: Final = statement("ingest/said_by", Ids, Withdrawn)
SUPERSEDE: Final = statement("ingest/supersede", Newer, Count)
LATER: Final = statement("ingest/later", Concerning, LaterRow)
AIM: Final = statement("ingest/aim", Rows, Count)
LIVES: Final = statement("ingest/lives", Ids, LifeRow)
LIVE: Final = statement("ingest/live", DatedRows, Count)
BANDS: Final = statement("ingest/bands", Rows, Beside)
TWINS: Final = statement("ingest/twins", Rows, Id)
