"""Query parameters, declared once: description, example, what is valid. An unknown one is an error."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from app.formats import Format
from graph import dates
from graph.errors import InvalidInput
from graph.money import currencies
from graph.vocabulary import DOCUMENT_KINDS, KINDS, RELATIONS, REVIEWS, STATUSES


@dataclass(frozen=True, slots=True, eq=False)
class OneOf:
    """For ``Annotated[str, OneOf(...)]``: a word of the vocabulary; an error lists them all, and so does OpenAPI."""

    words: Mapping[str, object]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check after the string itself was checked."""
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """An enumeration."""
        return {"type": "string", "enum": sorted(self.words)}

    def _check(self, value: str) -> str:
        if value not in self.words:
            raise ValueError(f"{value!r} is not one of: {', '.join(sorted(self.words))}")
        return value


def _date(day: Callable[[str], str]) -> Callable[[str], str]:
    def check(value: str) -> str:
        try:
            return day(value)
        except InvalidInput as error:
            raise ValueError(f"{error.what}; {error.remedy}") from None

    return check


def _currency(value: str) -> str:
    if value.upper() not in currencies():
        raise ValueError(f"{value!r} is not a currency; give an ISO 4217 code, for example GBP")
    return value.upper()


Id = Annotated[str, Field(min_length=1, max_length=200)]
Relation = Annotated[str, OneOf(RELATIONS)]
Kind = Annotated[str, OneOf(KINDS)]
DocumentKind = Annotated[str, OneOf(DOCUMENT_KINDS)]
StatusName = Annotated[str, OneOf(STATUSES)]
Review = Annotated[str, OneOf(REVIEWS)]
Country = Annotated[str, Field(pattern=r"^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$"), AfterValidator(str.upper)]
FirstDay = Annotated[str, AfterValidator(_date(dates.first_day))]
PartialDate = Annotated[str, AfterValidator(_date(dates.valid))]
LastDay = Annotated[str, AfterValidator(_date(dates.last_day))]
Currency = Annotated[str, AfterValidator(_currency)]
Text = Annotated[str, Field(min_length=1, max_length=300)]
Sum = Annotated[float, Field(ge=0, le=1e15, allow_inf_nan=False)]
SORTINGS = dict.fromkeys(
    f"{name}{way}" for name in ("date", "amount_eur", "recorded") for way in ("", ":asc", ":desc")
)
Sorting = Annotated[str, OneOf(SORTINGS)]


class Listing(BaseModel):
    """What every list takes."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=500, description="Items on a page.")] = 50
    cursor: Annotated[str | None, Field(max_length=2000, description="`next` of the page before.")] = None
    format: Annotated[Format | None, Field(description="Overrides the Accept header.")] = None


class FactFilters(Listing):
    """What every list of facts takes."""

    subject: Annotated[Id | None, Field(description="Entity id of who acts.", examples=["ico-uk"])] = None
    object: Annotated[
        Id | None, Field(description="Entity id of who is acted on.", examples=["clearview-ai"])
    ] = None
    country: Annotated[
        Country | None, Field(description="Where the authority acts (ISO 3166).", examples=["GB"])
    ] = None
    law: Annotated[Id | None, Field(description="Entity id of a law.", examples=["gdpr"])] = None
    date_from: Annotated[FirstDay | None, Field(description="YYYY, YYYY-MM or YYYY-MM-DD.")] = None
    date_to: Annotated[LastDay | None, Field(description="YYYY, YYYY-MM or YYYY-MM-DD, taken in.")] = None
    amount_min: Annotated[Sum | None, Field(description="In units of `currency`, or of EUR.")] = None
    amount_max: Annotated[Sum | None, Field(description="In units of `currency`, or of EUR.")] = None
    currency: Annotated[Currency | None, Field(description="ISO 4217.", examples=["GBP"])] = None
    status: Annotated[list[StatusName] | None, Field(description="May be repeated.")] = None
    review: Annotated[Review | None, Field(description="Whether a person has checked it.")] = None
    q: Annotated[Text | None, Field(description="Words of the names or the summary.")] = None
    valid_on: Annotated[LastDay | None, Field(description="How things stood on that day.")] = None
    known_on: Annotated[LastDay | None, Field(description="What the graph knew on that day.")] = None
    sort: Annotated[Sorting, Field(description="What is missing sorts lowest.")] = "date:desc"


class FactParameters(FactFilters):
    """What the list of fines takes."""

    party: Annotated[Id | None, Field(description="Entity id, in any role.", examples=["oaic-au"])] = None


class EntityFactParameters(FactFilters):
    """What the list of an entity's facts takes: the entity is the party."""

    relation: Annotated[list[Relation] | None, Field(description="May be repeated.", examples=[["SUED"]])] = (
        None
    )


class AllFactParameters(EntityFactParameters, FactParameters):
    """What the list of all facts takes."""


class EntityParameters(Listing):
    """What the list of entities takes."""

    kind: Annotated[Kind | None, Field(description="Kind of entity.", examples=["regulator"])] = None
    country: Annotated[Country | None, Field(description="ISO 3166.", examples=["GB"])] = None
    q: Annotated[Text | None, Field(description="Name or alias; misspellings are forgiven.")] = None


class DocumentParameters(Listing):
    """What the list of documents takes."""

    kind: Annotated[DocumentKind | None, Field(description="Kind of document.", examples=["press"])] = None
    publisher: Annotated[Text | None, Field(description="The publisher's exact name.")] = None
    q: Annotated[Text | None, Field(description="Words of the title, publisher or text.")] = None


class SearchParameters(BaseModel):
    """What the search takes."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[
        Text, Field(description="A name, an alias, words; misspellings are forgiven.", examples=["clearvew"])
    ]
    limit: Annotated[int, Field(ge=1, le=50, description="Results of each kind.")] = 10


class QueueParameters(BaseModel):
    """What the review queue takes."""

    model_config = ConfigDict(extra="forbid")

    skip: Annotated[int, Field(ge=0, le=100_000, description="Claims to leave out.")] = 0
    limit: Annotated[int, Field(ge=1, le=200, description="Claims at most.")] = 50


class ClockParameters(BaseModel):
    """The two clocks."""

    model_config = ConfigDict(extra="forbid")

    valid_on: Annotated[LastDay | None, Field(description="How things stood on that day.")] = None
    known_on: Annotated[LastDay | None, Field(description="What the graph knew on that day.")] = None


class NoParameters(BaseModel):
    """For routes that take no query parameter at all."""

    model_config = ConfigDict(extra="forbid")
