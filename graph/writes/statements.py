"""Statements that write, or that are read while writing, with what they take and return."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.statement import statement

_TOGETHER: Final = 5_000
"""Facts that one statement writes at most: a transaction's memory is bounded."""


def parts(ids: Sequence[str]) -> Iterator[list[str]]:
    """Ids in parts that one statement may write."""
    return (list(ids[start : start + _TOGETHER]) for start in range(0, len(ids), _TOGETHER))


@dataclass(frozen=True, slots=True)
class Rows:
    """``rows``: maps as the statement reads them."""

    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class DatedRows:
    """``now`` becomes the recording time (UTC, ISO 8601) of what is new."""

    rows: list[dict[str, Any]]
    now: str


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of nodes."""

    ids: list[str]


@dataclass(frozen=True, slots=True)
class Sources:
    """``uncounted``: document kinds that are no independent source.

    ``verbs`` say relations in a caption, ``forms`` are endings of names that it does without.
    """

    ids: list[str]
    uncounted: list[str]
    verbs: dict[str, str]
    forms: list[str]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of entity ids, the smaller first."""

    pairs: list[list[str]]


@dataclass(frozen=True, slots=True)
class Now:
    """The time of writing, UTC, ISO 8601."""

    now: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows a statement wrote."""

    written: int


@dataclass(frozen=True, slots=True)
class Revision:
    """The number of the graph's last change."""

    revision: int


@dataclass(frozen=True, slots=True)
class Hash:
    """The content hash that a node carries."""

    id: str
    hash: str | None


@dataclass(frozen=True, slots=True)
class Endpoints:
    """A fact's subject and object as they stand in the graph."""

    id: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Id:
    """One id."""

    id: str


LOCK = statement("graph/lock", Now, Revision)
ADVANCE = statement("graph/advance", Now, Revision)
HASHES = {
    label: statement("graph/hashes", Ids, Hash, label=label)
    for label in ("Entity", "Document", "Case", "Fact", "Claim")
}
ENDPOINTS = statement("graph/endpoints", Ids, Endpoints)
FACTS_OF = statement("graph/facts_of", Ids, Id)
FACTS_OF_CLAIMS = statement("graph/facts_of_claims", Ids, Id)
FACTS_OF_DOCUMENTS = statement("graph/facts_of_documents", Ids, Id)
FACTS_OF_CASES = statement("graph/facts_of_cases", Ids, Id)
CASES_OF = statement("graph/cases_of", Ids, Id)
ENTITIES = statement("write/entities", DatedRows, Count)
OWNERS = {
    type_: statement("write/owners", Rows, Count, type=type_) for type_ in ("SUBSIDIARY_OF", "OPERATED_BY")
}
DOCUMENTS = statement("write/documents", DatedRows, Count)
CASES = statement("write/cases", DatedRows, Count)
FACTS = statement("write/facts", DatedRows, Count)
CLEAR_FACTS = statement("write/clear_facts", Ids, Count)
UNLINK_FACTS = statement("write/unlink_facts", Rows, Count)
PARTIES = statement("write/parties", Rows, Count)
STAGES = statement("write/stages", DatedRows, Count)
CHANGES = statement("write/changes", Rows, Count)
FACT_LAWS = statement("write/fact_laws", Rows, Count)
FACT_CASES = statement("write/fact_cases", Rows, Count)
CLAIMS = statement("write/claims", DatedRows, Count)
DATE_CASES = statement("write/date_cases", Ids, Count)
COUNT_SOURCES = statement("write/count_sources", Sources, Count)
LINK_FACTS = statement("write/link_facts", Ids, Count)
PRUNE_PAIRS = statement("write/prune_pairs", Ids, Count)
LINK_PAIRS = statement("write/link_pairs", Pairs, Count)
NAMES = statement("write/names", Ids, Count)
