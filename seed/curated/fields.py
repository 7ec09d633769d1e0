"""Types of single fields of the record format: slugs, dates, sums, closed word lists."""

import re
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from graph import dates, money
from graph.errors import InvalidInput
from graph.vocabulary import KINDS, RELATIONS, STAGES, STATUSES

_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_URL: Final = re.compile(r"https?://\S+")


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError(f"{value!r} is not a short lower-case ASCII slug")
    return value


def _date(value: str) -> str:
    try:
        dates.precision(value)
    except InvalidInput as error:
        raise ValueError(f"{error.what} (YYYY, YYYY-MM or YYYY-MM-DD, in quotes)") from None
    return value


def _currency(value: str) -> str:
    if value not in money.currencies():
        raise ValueError(f"{value!r} is not an ISO 4217 currency")
    return value


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError(f"{value!r} is not a number")  # noqa: TRY004  (pydantic wants a ValueError)
    return Decimal(str(value))


def _url(value: str) -> str:
    if not _URL.fullmatch(value):
        raise ValueError(f"{value!r} is not a web address")
    return value


def distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    """The same values; raises ``ValueError`` where one comes twice."""
    twice = sorted({value for value in values if values.count(value) > 1})
    if twice:
        raise ValueError(f"names {', '.join(twice)} twice")
    return values


def _word(allowed: tuple[str, ...]) -> AfterValidator:
    def known(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"{value!r} is unknown; known are {', '.join(allowed)}")
        return value

    return AfterValidator(known)


Slug = Annotated[str, AfterValidator(_slug), Field(pattern=f"^{_SLUG.pattern}$")]
Text = Annotated[str, Field(min_length=1)]
Date = Annotated[str, AfterValidator(_date), Field(examples=["2022", "2022-05", "2022-05-18"])]
Country = Annotated[
    str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$", description="ISO 3166-1 or 3166-2, or EU")
]
Currency = Annotated[str, AfterValidator(_currency), Field(pattern="^[A-Z]{3}$", description="ISO 4217")]
Url = Annotated[str, AfterValidator(_url)]
Amount = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(gt=0),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "description": "in units of the currency"}),
]
Slugs = Annotated[tuple[Slug, ...], AfterValidator(distinct)]
Texts = Annotated[tuple[Text, ...], AfterValidator(distinct)]

STAGE_NAMES: Final = tuple(STAGES)
STATUS_NAMES: Final = tuple(STATUSES)
ENTITY_KINDS: Final = tuple(kind for kind in KINDS if kind not in {"regulator", "country"})

StageName = Annotated[str, _word(STAGE_NAMES), Field(json_schema_extra={"enum": list(STAGE_NAMES)})]
StatusName = Annotated[str, _word(STATUS_NAMES), Field(json_schema_extra={"enum": list(STATUS_NAMES)})]
RelationName = Annotated[str, _word(tuple(RELATIONS)), Field(json_schema_extra={"enum": list(RELATIONS)})]
EntityKind = Annotated[str, _word(ENTITY_KINDS), Field(json_schema_extra={"enum": list(ENTITY_KINDS)})]
ActionKind = Literal[
    "fine", "civil_penalty", "settlement", "consumer_refunds", "compliance_agreement", "order", "reprimand",
    "finding", "lawsuit", "proposed_fine",
]  # fmt: skip
RegulatorKind = Literal[
    "data protection authority",
    "state data protection authority",
    "regional data protection authority",
    "EU body",
    "state attorney general",
    "consumer protection regulator",
    "sector regulator",
    "prosecutor",
    "internet regulator",
    "competition authority",
]
SourceKind = Literal["official", "court", "press", "dataset", "company"]
SeenAs = Literal[
    "archived copy", "copy in a public repository", "data set row", "link listed elsewhere, page not opened"
]
