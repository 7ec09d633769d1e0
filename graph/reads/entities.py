"""Entities: a page of them, one profile, and its neighbours by weight."""

from dataclasses import dataclass
from typing import Any, Final

from graph.errors import Gone, NotFound
from graph.reads.facts import Page, Value
from graph.reads.text import lucene
from graph.redaction import in_graph
from graph.statement import Statement, statement
from graph.store import Store

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """``kind`` is a kind of the vocabulary; ``country`` an ISO 3166 code, a state's own code included."""

    kind: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Filters):
    """Entities whose sort key comes after ``low``, at most ``limit``."""

    low: str
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRange(Range):
    """Entities of one kind or country."""

    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRange(Range):
    """Entities found by full text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFilters(Filters):
    """Filters and a full-text query."""

    text: str


@dataclass(frozen=True, slots=True)
class OneEntity:
    """An entity's id."""

    id: str


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity's properties, its owners, what it owns, what was merged into it, and its number of parts in facts."""

    properties: Json | None
    owners: list[Json]
    owned: list[Json]
    merged: list[str]
    parts: int
    revision: int


@dataclass(frozen=True, slots=True)
class Around:
    """A page of neighbours: those whose rank is below ``high``."""

    id: str
    high: str
    limit: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Neighbours by what was fined between the two, then by the number of facts; ``value`` is how many in all."""

    id: str | None
    merged_into: str | None
    items: list[Json]
    keys: list[str]
    value: int
    revision: int


@dataclass(frozen=True, slots=True)
class Merged:
    """An entity's id, and the id that took its place."""

    id: str | None
    merged_into: str | None


_PAGES: Final[dict[str, Statement[Any, Page]]] = {
    "all": statement("entities/page_by_all", Range, Page),
    "kind": statement("entities/page_by_kind", AnchorRange, Page),
    "country": statement("entities/page_by_country", AnchorRange, Page),
    "text": statement("entities/page_by_text", TextRange, Page),
}
COUNT: Final = statement("entities/count", Filters, Value)
COUNT_BY_TEXT: Final = statement("entities/count_by_text", TextFilters, Value)
ONE: Final = statement("entities/one", OneEntity, Profile)
MERGED: Final = statement("entities/merged", OneEntity, Merged)
NEIGHBOURS: Final = statement("entities/neighbours", Around, Neighbours)


def _range(filters: Filters, text: str | None, low: str, limit: int) -> tuple[str, Range]:
    given: Json = {"kind": filters.kind, "country": filters.country, "low": low, "limit": limit}
    if text is not None:
        return "text", TextRange(**given, text=lucene(text))
    if filters.kind is not None:
        return "kind", AnchorRange(**given, anchor=filters.kind)
    if filters.country is not None:
        return "country", AnchorRange(**given, anchor=filters.country[:2])
    return "all", Range(**given)


async def page(store: Store, filters: Filters, text: str | None, after: str, limit: int) -> Page:
    """One page in order of name, and one entity more where there are more."""
    name, parameters = _range(filters, text, after, limit + 1)
    return (await store.read(_PAGES[name], parameters))[0]


def described(filters: Filters, text: str | None, after: str, limit: int) -> tuple[str, Json]:
    """The Cypher text of a page and its parameters."""
    name, parameters = _range(filters, text, after, limit)
    values = {field: getattr(parameters, field) for field in type(parameters).__dataclass_fields__}
    return _PAGES[name].text, values


async def count(store: Store, filters: Filters, text: str | None) -> int:
    """How many entities there are, over all pages."""
    if text is None:
        return (await store.read(COUNT, filters))[0].value
    parameters = TextFilters(kind=filters.kind, country=filters.country, text=lucene(text))
    return (await store.read(COUNT_BY_TEXT, parameters))[0].value


async def one(store: Store, id_: str) -> Profile:
    """An entity's profile; raises ``NotFound``. A merged one has ``merged_into`` among its properties."""
    found = (await store.read(ONE, OneEntity(id_)))[0]
    if found.properties is None:
        raise await _missing(store, id_)
    return found


async def canonical(store: Store, id_: str, where: str) -> str:
    """The id that an entity goes by now; raises ``NotFound`` with the parameter's name."""
    found = (await store.read(MERGED, OneEntity(id_)))[0]
    if found.id is None:
        raise await _missing(store, id_, where)
    return found.merged_into or found.id


async def neighbours(store: Store, id_: str, below: str, limit: int) -> Neighbours:
    """One page of neighbours, and one more where there are more; raises ``NotFound``."""
    found = (await store.read(NEIGHBOURS, Around(id_, below, limit + 1)))[0]
    if found.id is None:
        raise await _missing(store, id_)
    return found


async def _missing(store: Store, id_: str, where: str = "id") -> NotFound:
    """The error for an id that no entity has: of a person who was redacted it says so, and nothing more."""
    found = (await in_graph(store)).whole(id_)
    if found is not None:
        return Gone(
            "this person was redacted", found.why, where=where, remedy="the facts stay, without the name"
        )
    return NotFound(f"no entity {id_!r}", where=where, remedy="look it up with /v1/search?q=")
