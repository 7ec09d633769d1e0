"""The statements of the check of sources, with what they take and return."""

from dataclasses import dataclass
from typing import Any, Final

from graph.statement import statement
from graph.writes.statements import Count, Id, Ids


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact or all of them; documents last checked by a day (``None``: whenever); and how many."""

    fact: str | None
    before: str | None
    limit: int


@dataclass(frozen=True, slots=True)
class Due:
    """A document to visit, and what the last visit left."""

    id: str
    url: str
    title: str
    publisher: str
    published: str | None
    language: str | None
    checked_on: str | None
    etag: str | None
    last_modified: str | None
    page_sha256: str | None


@dataclass(frozen=True, slots=True)
class ClaimOf:
    """A claim of a document, and the fact that it supports."""

    id: str
    fact: str
    relation: str
    subject: str
    object: str
    authority: list[str]
    target: list[str]
    amount_minor: int | None
    currency: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """What was found of a document and of its claims: maps of ``id`` and ``properties``."""

    id: str
    properties: dict[str, Any]
    claims: list[dict[str, Any]]


DUE: Final = statement("sources/due", Wanted, Due)
CLAIMS: Final = statement("sources/claims", Id, ClaimOf)
RECORD: Final = statement("sources/record", Record, Count)
FACTS: Final = statement("sources/facts", Ids, Count)
