"""The statements of imports, with what they take and return."""

from dataclasses import dataclass, field
from typing import Any, Final

from graph.statement import statement
from graph.writes.statements import Count, Endpoints, Ids

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Subjects:
    """Ids of authorities, and the batch whose own facts do not count.

    With ``objects`` only facts about these, and ``facts`` by their ids.
    """

    subjects: list[str]
    batch: str
    objects: list[str] | None = None
    facts: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class Subject:
    """The id of an authority, and the batch whose own facts do not count."""

    subject: str
    batch: str


@dataclass(frozen=True, slots=True)
class Object:
    """Whom facts are about."""

    id: str
    names: list[str]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A fact and a case number of it."""

    id: str
    number: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that a row may tell of."""

    id: str
    relation: str
    subject: str
    object: str
    names: list[str]
    date: str | None
    amount_minor: int | None
    currency: str | None
    urls: list[str]
    case_numbers: list[str]


@dataclass(frozen=True, slots=True)
class OneBatch:
    """The id of a batch."""

    id: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a batch was made from and what came of it (JSON), ``None`` where it is not complete or not there."""

    digest: str | None
    report: str | None
    private: bool | None


@dataclass(frozen=True, slots=True)
class RowsNow:
    """A batch, the facts that its rows give now, and why those that they no longer gave were withdrawn."""

    batch: str
    facts: list[str]
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A fact to be withdrawn, or to be brought back."""

    id: str
    back: bool


@dataclass(frozen=True, slots=True)
class Keep:
    """A batch and its properties."""

    id: str
    properties: Json
    now: str


@dataclass(frozen=True, slots=True)
class PartOf:
    """A batch, how much of it at once, and the fact after which those without a document begin."""

    id: str
    most: int
    after: str


@dataclass(frozen=True, slots=True)
class RowsOf:
    """Some of what a batch brought, and facts of others that its claims speak of; ``others`` are those of lists."""

    known: bool
    documents: list[str]
    claims: list[str]
    facts: list[str]
    touched: list[str]
    others: list[str]


OBJECTS: Final = statement("import/objects", Subject, Object)
NUMBERED: Final = statement("import/numbered", Subject, Numbered)
CANDIDATES: Final = statement("import/candidates", Subjects, Candidate)
BATCH: Final = statement("import/batch", OneBatch, Kept)
KEEP_BATCH: Final = statement("import/keep_batch", Keep, Count)
MOVED_FACTS: Final = statement("import/moved", RowsNow, Moved)
ROWS_OF: Final = statement("import/rows_of", PartOf, RowsOf)
CUT_OFF: Final = statement("import/cut_off", OneBatch, Count)
REMOVE_CLAIMS: Final = statement("import/remove_claims", Ids, Count)
REMOVE_FACTS: Final = statement("import/remove_facts", Ids, Endpoints)
REMOVE_ENTITIES: Final = statement("import/remove_entities", OneBatch, Count)
FORGET_PRIVATE: Final = statement("private/forget", OneBatch, Count)
FORGET: Final = statement("import/forget", OneBatch, Count)
