"""The statements of judgements, with what they take and return."""

from dataclasses import dataclass
from typing import Any, Final

from graph.reads.listing import Page, Value
from graph.statement import Nothing, statement
from graph.writes.statements import Count, Id, Ids, Rows

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A judgement as the log keeps it; lists are null where it speaks of two entities as such."""

    number: int
    left: str
    right: str
    verdict: str
    claims: list[str] | None
    documents: list[str] | None
    of: list[str] | None
    name: str | None


@dataclass(frozen=True, slots=True)
class NewLine:
    """A judgement to be added."""

    id: str
    properties: Json


@dataclass(frozen=True, slots=True)
class Concerned:
    """Ids as texts gave them, claims and documents: claims that have to do with any of them are concerned."""

    ids: list[str]
    claims: list[str]
    documents: list[str]


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim with its ends as written (``subject``, ``object``, ``roles``) and as they stand now (with ``_id``).

    ``documents`` are the claim's own and those that it follows; ``fact`` is what it supports or disputes.
    """

    claim: str
    documents: list[str]
    relation: str
    subject: str
    object: str
    roles: list[str] | None
    subject_id: str
    object_id: str
    role_ids: list[str] | None
    modality: str
    fact: str | None


@dataclass(frozen=True, slots=True)
class Dated:
    """Facts, and the time of writing."""

    ids: list[str]
    now: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """Judgements whose number is below ``high``, at most ``limit``."""

    high: int
    limit: int


LOG: Final = statement("identity/log", Nothing, Line)
APPEND: Final = statement("identity/append", NewLine, Count)
MERGE: Final = statement("identity/merge", Rows, Count)
MAKE: Final = statement("identity/make", Ids, Count)
UNMAKE: Final = statement("identity/unmake", Ids, Count)
MENTIONS: Final = statement("identity/mentions", Concerned, Mention)
MENTIONS_OF_DOCUMENTS: Final = statement("identity/mentions_of_documents", Ids, Mention)
NEWER: Final = statement("identity/newer", Ids, Id)
PLACE: Final = statement("identity/place", Rows, Count)
PAGE: Final = statement("identity/page", LogPage, Page)
COUNT: Final = statement("identity/count", LogPage, Value)
DATE_FACTS: Final = statement("identity/date_facts", Dated, Count)
