"""What imports take and answer."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.parts import Schema
from app.schemas.words import Relation, Text, Tier

BatchName = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\w")]


class NewImport(BaseModel):
    """A list to be brought in, from an address of an allowed host unless it comes with the request."""

    model_config = ConfigDict(extra="forbid")

    mapping: Annotated[
        str, Field(min_length=1, max_length=20_000, description="A shipped mapping, or one as YAML.")
    ]
    url: Annotated[str | None, Field(max_length=2000, description="Where the list is.")] = None
    file: Annotated[
        str | None,
        Field(max_length=200, description="Its name, whose ending says its form.", examples=["a.csv"]),
    ] = None
    batch: Annotated[BatchName | None, Field(description="Name of the batch; else that of the mapping.")] = (
        None
    )
    licence: Text | None = None
    private: Annotated[
        bool, Field(description="Keep its rows beside the graph: nobody sees them without a key.")
    ] = False
    dry_run: Annotated[bool, Field(description="Say what would come of it, and write nothing.")] = False


class Reason(Schema):
    """Why rows were not taken: how many, and the first of them."""

    reason: str
    count: int
    rows: list[int]


class ImportReport(Schema):
    """What became of the rows; each is in one of new, matched, to_look_at, refused and filtered."""

    batch: str
    rows: int
    new: int
    matched: int
    disputed: int
    to_look_at: int
    refused: int
    filtered: int
    unnamed: int
    changes: int
    unchanged: bool
    reasons: list[Reason]


class ImportJob(Schema):
    """An import under way or ended; `report` when it is done, `problem` where it failed."""

    id: str
    file: str
    mapping: str
    who: str
    dry_run: bool
    batch: str | None
    state: Literal["reading", "waiting", "writing", "done", "failed", "cancelled"]
    rows: int
    done: int
    started: str
    ended: str | None
    problem: str | None
    report: ImportReport | None


class ImportJobs(Schema):
    """Imports since the service started, the last one first."""

    items: list[ImportJob]


class BatchAnswer(Schema):
    """A list in the graph; `complete` is false where its import was cut off."""

    id: str
    title: str
    file: str
    tier: Tier
    licence: str | None
    until: str | None
    recorded: str
    facts: int
    private: bool
    complete: bool
    report: ImportReport | None


class Batches(Schema):
    """All lists that were brought in."""

    items: list[BatchAnswer]


class Undone(Schema):
    """A batch that was taken out, and how many facts went with it."""

    batch: str
    facts: int


class PartyOfRow(Schema):
    """Whom a row names; of one that is not named nothing is kept."""

    id: str
    name: str | None


class Meets(Schema):
    """The fact that a row tells of, how sure that is, and whether it says something else of sum or day."""

    fact: str
    verdict: Literal["same", "look"]
    disputes: bool


class PrivateRow(Schema):
    """A row of a private batch: what it says, and the fact of the graph that it meets."""

    id: str
    row: int
    authority: str
    relation: Relation
    target: PartyOfRow
    date: str | None
    amount: float | None
    currency: str | None
    country: str | None
    articles: list[str]
    url: str | None
    case_number: str | None
    note: str | None
    meets: Meets | None


class PrivateRows(Schema):
    """Rows of a private batch; `next` is the `after` of the page after it."""

    items: list[PrivateRow]
    next: str | None
