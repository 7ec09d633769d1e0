"""Query parameters, declared once: description, example, what is valid. An unknown one is an error."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.formats.citations import CitationForm
from app.formats.registry import ExportName, FormName
from app.formats.rows import RowKind
from app.schemas.words import (
    ChangeName,
    ChangeSorting,
    CheckedSource,
    CorrectionOrigin,
    Country,
    Currency,
    DocumentKind,
    EntityFlag,
    EntityId,
    EvidenceShare,
    FactFlag,
    FirstDay,
    Kind,
    LastDay,
    Moment,
    Relation,
    Review,
    Sorting,
    StatusName,
    Sum,
    Text,
    Tier,
)


class Listing(BaseModel):
    """What every list takes."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=500, description="Items on a page.")] = 50
    cursor: Annotated[str | None, Field(max_length=2000, description="`next` of the page before.")] = None
    format: Annotated[FormName | None, Field(description="Overrides the Accept header.")] = None
    fields: Annotated[
        Text | None,
        Field(description="Only these members of each item, joined by commas.", examples=["id,amount.eur"]),
    ] = None
    cypher: Annotated[bool, Field(description="Adds the statement behind the page to the JSON form.")] = False
    bom: Annotated[bool, Field(description="Marks CSV as UTF-8, for spreadsheets.")] = False


class FactFilters(BaseModel):
    """Which facts, and in what order."""

    model_config = ConfigDict(extra="forbid")

    subject: Annotated[
        list[EntityId] | None,
        Field(description="Entity id of who acts; may be repeated.", examples=[["ico-uk"]]),
    ] = None
    object: Annotated[
        list[EntityId] | None,
        Field(description="Entity id of who is acted on; may be repeated.", examples=[["clearview-ai"]]),
    ] = None
    country: Annotated[
        list[Country] | None,
        Field(description="Where the authority acts (ISO 3166); may be repeated.", examples=[["GB"]]),
    ] = None
    law: Annotated[
        list[EntityId] | None, Field(description="Entity id of a law; may be repeated.", examples=[["gdpr"]])
    ] = None
    date_from: Annotated[FirstDay | None, Field(description="YYYY, YYYY-MM or YYYY-MM-DD.")] = None
    date_to: Annotated[LastDay | None, Field(description="YYYY, YYYY-MM or YYYY-MM-DD, taken in.")] = None
    amount_min: Annotated[Sum | None, Field(description="In units of `currency`, or of EUR.")] = None
    amount_max: Annotated[Sum | None, Field(description="In units of `currency`, or of EUR.")] = None
    currency: Annotated[
        list[Currency] | None, Field(description="ISO 4217; may be repeated.", examples=[["GBP"]])
    ] = None
    status: Annotated[list[StatusName] | None, Field(description="May be repeated.")] = None
    review: Annotated[
        list[Review] | None, Field(description="Whether a person has checked it; may be repeated.")
    ] = None
    tier: Annotated[list[Tier] | None, Field(description="Where it comes from; may be repeated.")] = None
    quality: Annotated[
        list[FactFlag] | None, Field(description="What is weak in them; may be repeated. /v1/quality counts.")
    ] = None
    found: Annotated[
        list[CheckedSource] | None,
        Field(description="What its checked sources say, or unchecked; may be repeated."),
    ] = None
    q: Annotated[Text | None, Field(description="Words of the names or the summary.")] = None
    group: Annotated[
        bool,
        Field(
            description="Takes in the whole group of `subject`, `object` and `party`: whoever owns or operates them, "
            "and all that these own, each with the facts of the time in which it belonged."
        ),
    ] = False
    valid_on: Annotated[LastDay | None, Field(description="How things stood on that day.")] = None
    known_on: Annotated[LastDay | None, Field(description="What the graph knew on that day.")] = None
    sort: Annotated[Sorting, Field(description="What has no value comes last.")] = "date:desc"


class PartyFilters(FactFilters):
    """Filters, and who has any part."""

    party: Annotated[
        list[EntityId] | None,
        Field(description="Entity id, in any role; may be repeated.", examples=[["oaic-au"]]),
    ] = None


class RelationFilters(FactFilters):
    """Filters, and which relations."""

    relation: Annotated[list[Relation] | None, Field(description="May be repeated.", examples=[["SUED"]])] = (
        None
    )


class AllFilters(PartyFilters, RelationFilters):
    """All filters of facts; also what an evidence pack takes, which has no pages."""


class FactListing(Listing):
    """What every list of facts takes beside its filters."""

    evidence: Annotated[
        EvidenceShare,
        Field(description="Claims with each fact: none, the three best (official and quoted first), or all."),
    ] = "best"


class FactParameters(PartyFilters, FactListing):
    """What the list of fines takes."""


class EntityFactParameters(RelationFilters, FactListing):
    """What the list of an entity's facts takes: the entity is the party."""


class AllFactParameters(AllFilters, FactListing):
    """What the list of all facts takes."""


class CorrectionParameters(Listing):
    """What the log of corrections takes."""

    origin: Annotated[
        list[CorrectionOrigin] | None,
        Field(description="Of what machines read (`review`), or of the records; may be repeated."),
    ] = None


class FeedParameters(AllFilters):
    """What a feed takes: the filters of the list of all facts, met by the fact as it is now, and kinds of changes."""

    kind: Annotated[
        list[ChangeName] | None, Field(description="Kind of change; may be repeated.", examples=[["status"]])
    ] = None
    since: Annotated[
        Moment | None, Field(description="Changes from then on: a day, or a time in ISO 8601.")
    ] = None
    sort: Annotated[ChangeSorting, Field(description="A feed has the latest change first.")] = "at:desc"


class ChangeParameters(FeedParameters, Listing):
    """What the list of changes takes."""

    until: Annotated[Moment | None, Field(description="Changes up to then, taken in.")] = None
    sort: Annotated[ChangeSorting, Field(description="The latest or the first change first.")] = "at:desc"


class ExportParameters(AllFilters):
    """What an export takes: the filters of the list of all facts, a form, and what a row is; it has no pages."""

    format: Annotated[ExportName, Field(description="The form of the file.")] = "ndjson"
    rows: Annotated[RowKind, Field(description="What one row of a table is.")] = "facts"
    bom: Annotated[bool, Field(description="Marks CSV as UTF-8, for spreadsheets.")] = False


class CitationParameters(BaseModel):
    """What a citation takes."""

    model_config = ConfigDict(extra="forbid")

    format: Annotated[CitationForm, Field(description="The form of the citation.")] = "text"


class EntityParameters(Listing):
    """What the list of entities takes."""

    kind: Annotated[
        list[Kind] | None, Field(description="Kind of entity; may be repeated.", examples=[["regulator"]])
    ] = None
    country: Annotated[
        list[Country] | None, Field(description="ISO 3166; may be repeated.", examples=[["GB"]])
    ] = None
    quality: Annotated[
        list[EntityFlag] | None, Field(description="What is weak in them; may be repeated.")
    ] = None
    q: Annotated[Text | None, Field(description="Name or alias; misspellings are forgiven.")] = None


class DocumentParameters(Listing):
    """What the list of documents takes."""

    kind: Annotated[
        list[DocumentKind] | None,
        Field(description="Kind of document; may be repeated.", examples=[["press"]]),
    ] = None
    publisher: Annotated[
        list[Text] | None, Field(description="The publisher's exact name; may be repeated.")
    ] = None
    q: Annotated[Text | None, Field(description="Words of the title, publisher or text.")] = None
    withdrawn: Annotated[
        bool, Field(description="What was withdrawn instead, with day and reason, the last one first.")
    ] = False


class DocumentView(BaseModel):
    """What the answer about one document takes."""

    model_config = ConfigDict(extra="forbid")

    withdrawn: Annotated[
        bool, Field(description="Show it also where it was withdrawn; needs a key with the scope to write.")
    ] = False


class SearchParameters(BaseModel):
    """What the search takes."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[
        Text, Field(description="A name, an alias, words; misspellings are forgiven.", examples=["clearvew"])
    ]
    limit: Annotated[int, Field(ge=1, le=50, description="Results of each kind.")] = 10


class QueueParameters(Listing):
    """What the review queue takes."""

    sort: Annotated[
        Literal["weight", "confidence", "-confidence"],
        Field(description="What most depends on first, or the least sure, or the most sure."),
    ] = "weight"


class ClockParameters(BaseModel):
    """The two clocks."""

    model_config = ConfigDict(extra="forbid")

    valid_on: Annotated[LastDay | None, Field(description="How things stood on that day.")] = None
    known_on: Annotated[LastDay | None, Field(description="What the graph knew on that day.")] = None


class NoParameters(BaseModel):
    """For routes that take no query parameter at all."""

    model_config = ConfigDict(extra="forbid")


class RowParameters(BaseModel):
    """A page of the rows of a private batch."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=500, description="Rows on a page.")] = 100
    after: Annotated[str, Field(max_length=200, description="`next` of the page before.")] = ""
