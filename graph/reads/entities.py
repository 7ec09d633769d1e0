"""Entities: a page of them, one profile, and its neighbours by weight."""

from dataclasses import dataclass
from typing import Any, Final

from graph.errors import Gone, NotFound
from graph.reads import listing
from graph.reads.listing import LOWEST, Page, Prepared, Value
from graph.reads.lucene import lucene
from graph.redaction import in_graph
from graph.statement import Statement, statement
from graph.store import Store

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityQuery:
    """A list of entities as a caller asks for it, in order of name.

    ``kinds`` are kinds of the vocabulary, ``countries`` ISO 3166 codes, a state's own code included; ``text`` is what a
    person typed; ``flags`` are names of ``graph.reads.quality.ENTITY_FLAGS``;
    ``after`` is the sort key of the last entity of the page before.
    """

    kinds: list[str] | None = None
    countries: list[str] | None = None
    text: str | None = None
    flags: list[str] | None = None
    limit: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Entities whose sort key comes after ``low``, at most ``limit``."""

    kinds: list[str] | None
    countries: list[str] | None
    flags: list[str] | None
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


_RANGES: Final[dict[str, type[Range]]] = {
    "all": Range,
    "country": AnchorRange,
    "kind": AnchorRange,
    "text": TextRange,
}
PAGES: Final[dict[str, Statement[Any, Page]]] = {
    anchor: statement("entities/page", range_, Page, anchor=anchor) for anchor, range_ in _RANGES.items()
}
COUNTS: Final[dict[str, Statement[Any, Value]]] = {
    anchor: statement("entities/count", range_, Value, anchor=anchor) for anchor, range_ in _RANGES.items()
}
ONE: Final = statement("entities/one", OneEntity, Profile)
MERGED: Final = statement("entities/merged", OneEntity, Merged)
NEIGHBOURS: Final = statement("entities/neighbours", Around, Neighbours)


def prepare(query: EntityQuery) -> Prepared:
    """The statements and parameters that answer a query."""
    anchor, extra = _anchor(query)
    values = {"kinds": query.kinds, "countries": query.countries, "flags": query.flags, **extra}
    return Prepared(
        pages=PAGES[anchor],
        counts=COUNTS[anchor],
        values=values | {"low": query.after or LOWEST},
        whole=values | {"low": LOWEST},
        limit=query.limit,
    )


def _anchor(query: EntityQuery) -> tuple[str, Json]:
    if query.text is not None:
        return "text", {"text": lucene(query.text)}
    if query.kinds and len(query.kinds) == 1:
        return "kind", {"anchor": query.kinds[0]}
    if query.countries and len(query.countries) == 1:
        return "country", {"anchor": query.countries[0][:2]}
    return "all", {}


async def page(store: Store, query: EntityQuery) -> Page:
    """One page in order of name, and one entity more where there are more."""
    return await listing.page(store, prepare(query))


async def count(store: Store, query: EntityQuery) -> int:
    """How many entities there are, over all pages."""
    return await listing.count(store, prepare(query))


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
