"""What reconciliation clients send, in version 0.2 of the specification and in the draft of 1.0, as queries."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, cast

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, RootModel, model_validator

from app.answers.reconcile import BATCH, Condition, Query
from app.answers.reconcile_properties import PROPERTIES
from app.schemas.near import hint, wrong
from app.schemas.words import Id
from graph.errors import InvalidInput
from graph.vocabulary import KINDS

MOST_IDS = 500
"""Entities whose values one request fills in."""

Limit = Annotated[int, Field(ge=1)]
"""However many are asked for, there are never more than the service gives."""
Type = Annotated[str, Field(max_length=200)]


class EntityValue(BaseModel):
    """A value that is an entity, matched before."""

    model_config = ConfigDict(extra="allow")

    id: Id


Value = str | bool | int | float | EntityValue
Values = Value | Annotated[list[Value], Field(max_length=50)]


class PropertyValue(BaseModel):
    """A column and its value in the row (0.2)."""

    pid: Annotated[str, Field(max_length=100)]
    v: Values


class OldQuery(BaseModel):
    """One query of version 0.2."""

    model_config = ConfigDict(extra="forbid")

    query: Annotated[str, Field(max_length=300)] = ""
    type: Type | Annotated[list[Type], Field(max_length=20)] | None = None
    limit: Limit = 5
    properties: Annotated[list[PropertyValue], Field(max_length=20)] = []
    type_strict: Literal["any", "should", "all"] = "should"

    @model_validator(mode="after")
    def _asks(self) -> "OldQuery":
        # A name that is empty is a row without a name: it gets no candidates, and spoils no other row.
        if "query" not in self.model_fields_set and not self.properties:
            raise wrong("neither a query nor properties", "a `query`, or `properties`")
        return self

    def as_query(self) -> Query:
        """As it is answered; raises ``InvalidInput`` for a type that is unknown."""
        types = [self.type] if isinstance(self.type, str) else self.type or []
        return Query(
            self.query,
            tuple(kind(one) for one in types if one),
            [
                Condition(PROPERTIES[one.pid], _values(one.v))
                for one in self.properties
                if one.pid in PROPERTIES
            ],
            self.limit,
            self.type_strict,
        )


class OldBatch(RootModel[dict[str, OldQuery]]):
    """Queries by a name that the client gives."""


class NewCondition(BaseModel):
    """One condition of the draft: on the name, on the id, or on a property; in its present words or in former ones."""

    matchType: Literal["name", "id", "property"]  # noqa: N815 - the specification's word
    v: Annotated[Values, Field(validation_alias=AliasChoices("propertyValue", "v"))]
    pid: Annotated[str | None, Field(max_length=100, validation_alias=AliasChoices("propertyId", "pid"))] = (
        None
    )
    required: bool = False
    matchQuantifier: Literal["any", "all", "none"] = "any"  # noqa: N815 - the same
    matchQualifier: str | None = None  # noqa: N815 - the same

    @model_validator(mode="after")
    def _named(self) -> "NewCondition":
        if (self.matchType == "property") != (self.pid is not None):
            raise wrong(
                "`propertyId` belongs to conditions on a property, and only to them", "a property's id"
            )
        return self

    def as_condition(self) -> Condition:
        """As it is answered; raises ``InvalidInput`` for a property that is unknown."""
        name = "id" if self.pid is None else property_(self.pid)
        return Condition(PROPERTIES[name], _values(self.v), self.required, self.matchQuantifier)


class NewQuery(BaseModel):
    """One query of the draft."""

    model_config = ConfigDict(extra="forbid")

    conditions: Annotated[list[NewCondition], Field(min_length=1, max_length=20)]
    type: Type | None = None
    limit: Limit = 5
    lang: str | None = None
    dir: str | None = None

    def as_query(self) -> Query:
        """As it is answered; raises ``InvalidInput`` for a type or a property that is unknown."""
        names = [one for one in self.conditions if one.matchType == "name"]
        return Query(
            next((_text(value) for one in names for value in _values(one.v)), None),
            (kind(self.type),) if self.type else (),
            [one.as_condition() for one in self.conditions if one.matchType != "name"],
            self.limit,
        )


class NewBatch(BaseModel):
    """Queries in the order in which they are answered."""

    queries: Annotated[list[NewQuery], Field(max_length=BATCH)]


class WantedProperty(BaseModel):
    """A column to fill in; there are no settings."""

    id: str
    settings: dict[str, Any] = {}


class Extension(BaseModel):
    """Entities, and the columns to fill in for them."""

    ids: Annotated[list[Id], Field(max_length=MOST_IDS)]
    properties: Annotated[list[WantedProperty], Field(max_length=50)]

    def wanted(self) -> list[str]:
        """The ids of the properties; raises ``InvalidInput`` for one that is unknown."""
        return [property_(one.id) for one in self.properties]


def kind(name: str) -> str:
    """The kind of entity that a type names; raises ``InvalidInput``."""
    if name not in KINDS:
        raise InvalidInput(f"no type {name!r}{hint(name, KINDS)}", where="type", remedy=", ".join(KINDS))
    return name


def property_(name: str) -> str:
    """The id of a property that there is; raises ``InvalidInput``."""
    if name not in PROPERTIES:
        what = f"no property {name!r}{hint(name, PROPERTIES)}"
        raise InvalidInput(what, where="properties", remedy=", ".join(PROPERTIES))
    return name


def _values(value: Values) -> Sequence[Any]:
    values = value if isinstance(value, list) else [value]
    return [one.model_dump() if isinstance(one, EntityValue) else one for one in values]


def _text(value: Any) -> str:
    """A value as a name: of an entity that was matched before its own."""
    if not isinstance(value, Mapping):
        return str(value)
    entity = cast("Mapping[str, Any]", value)
    return str(entity.get("name") or entity["id"])


def only_these(given: Mapping[str, str], *known: str) -> None:
    """Raise ``InvalidInput`` for a parameter that the service does not know."""
    for name in given:
        if name not in known:
            raise InvalidInput("unknown parameter", where=name, remedy=", ".join(known))
