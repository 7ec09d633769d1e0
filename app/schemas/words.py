"""Types of words and values: what is valid, in answers and in parameters alike; OpenAPI lists it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from app.schemas.countries import country
from app.schemas.near import hint, wrong
from graph import dates
from graph.errors import InvalidInput
from graph.money import currencies
from graph.reads.changes import KINDS as CHANGE_KINDS
from graph.reads.quality import ENTITY_FLAGS, FACT_FLAGS
from graph.vocabulary import (
    CHECK_STATES,
    CHECKED,
    DOCUMENT_KINDS,
    FOUND,
    KINDS,
    MODALITIES,
    RELATIONS,
    REVIEWS,
    STATUSES,
    TIERS,
)


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
            folded = {word.casefold(): word for word in self.words}
            if value.casefold() not in folded:
                problem = f"{value!r} is unknown{hint(value, self.words)}"
                raise wrong(problem, ", ".join(sorted(self.words)))
            return folded[value.casefold()]
        return value


def _date(day: Callable[[str], str]) -> Callable[[str], str]:
    def check(value: str) -> str:
        try:
            return day(value)
        except InvalidInput as error:
            raise wrong(error.what, error.remedy or "YYYY, YYYY-MM or YYYY-MM-DD") from None

    return check


def _moment(value: str) -> str:
    if "T" not in value and " " not in value:
        return _date(dates.valid)(value)
    try:
        given = datetime.fromisoformat(value.replace(" ", "+"))
        at = (given if given.tzinfo else given.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise wrong(f"{value!r} is not a time", "YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ") from None
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _currency(value: str) -> str:
    if value.upper() not in currencies():
        problem = f"{value!r} is not a currency{hint(value.upper(), currencies())}"
        raise wrong(problem, "a code of ISO 4217, for example GBP")
    return value.upper()


ChangeName = Annotated[str, OneOf({str(name): words for name, words in CHANGE_KINDS.items()})]
FactFlag = Annotated[str, OneOf(FACT_FLAGS)]
EntityFlag = Annotated[str, OneOf(ENTITY_FLAGS)]
CorrectionOrigin = Annotated[str, OneOf(dict.fromkeys(("review", "records")))]
ChangeSorting = Annotated[str, OneOf(dict.fromkeys(("at:desc", "at:asc")))]
Id = Annotated[str, Field(min_length=1, max_length=200)]
Relation = Annotated[str, OneOf(RELATIONS)]
Kind = Annotated[str, OneOf(KINDS)]
DocumentKind = Annotated[str, OneOf(DOCUMENT_KINDS)]
StatusName = Annotated[str, OneOf(STATUSES)]
Review = Annotated[str, OneOf(REVIEWS)]
Modality = Annotated[str, OneOf(MODALITIES)]
Tier = Annotated[str, OneOf(TIERS)]
SourceFound = Annotated[str, OneOf(FOUND)]
CheckedSource = Annotated[str, OneOf(CHECKED)]
CheckState = Annotated[str, OneOf(CHECK_STATES)]
EntityId = Annotated[Id, AfterValidator(str.lower)]
"""Ids of entities are lower case; a caller need not know."""
Country = Annotated[str, Field(min_length=2, max_length=20), AfterValidator(country)]
EvidenceShare = Annotated[Literal["none", "best", "all"], BeforeValidator(_lower)]
FirstDay = Annotated[str, AfterValidator(_date(dates.first_day))]
PartialDate = Annotated[str, AfterValidator(_date(dates.valid))]
LastDay = Annotated[str, AfterValidator(_date(dates.last_day))]
Moment = Annotated[str, Field(max_length=40), AfterValidator(_moment)]
"""A day, month or year, or a time; times come out in UTC as recording times are written."""
Currency = Annotated[str, AfterValidator(_currency)]
Text = Annotated[str, Field(min_length=1, max_length=300)]
Sum = Annotated[float, Field(ge=0, le=1e15, allow_inf_nan=False)]
SORTINGS = dict.fromkeys(
    f"{name}{way}" for name in ("date", "amount_eur", "recorded") for way in ("", ":asc", ":desc")
)
Sorting = Annotated[str, OneOf(SORTINGS)]
