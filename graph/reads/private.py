"""Rows of private batches as facts: a page of them, how many there are, what they add up to.

They are nodes of their own without relationships, so that no statement about facts can meet them; those of this module
are the only ones that read them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from graph.errors import Conflict, NotFound
from graph.reads import facts
from graph.reads.fact_ranges import Range
from graph.reads.facts import KEYS, ORDERS, FactQuery, Filters, Order, Sort, Sum
from graph.reads.listing import HIGHEST, LOWEST, TOTAL_LIMIT, Page, Prepared, Value
from graph.reads.some import CLAIMS, EvidenceShare
from graph.statement import Nothing, Statement, statement
from graph.store import Store
from graph.text import fold

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PrivateQuery:
    """A list of the rows of some private batches, with the filters of facts.

    ``words`` are folded, each stands in a name or the note. ``since`` and ``until`` are UTC times between which a row
    came, and narrow only a list that is sorted by ``recorded``.
    """

    batches: list[str]
    filters: Filters = field(default_factory=Filters)
    parties: list[str] | None = None
    words: list[str] | None = None
    sort: Sort = "date"
    order: Order = "desc"
    limit: int = 50
    after: str | None = None
    evidence: EvidenceShare = "best"
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateRange(Range):
    """All rows of some batches, of some parties, with some words."""

    batches: list[str]
    parties: list[str] | None
    words: list[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivatePage(PrivateRange):
    """The same, and how many claims each row carries."""

    claims: int


@dataclass(frozen=True, slots=True)
class Names:
    """Names of batches."""

    ids: list[str]


@dataclass(frozen=True, slots=True)
class Named:
    """A batch, and whether it is private."""

    id: str
    private: bool


@dataclass(frozen=True, slots=True)
class RowsAfter:
    """Rows of one batch after a position, at most ``limit``."""

    batch: str
    after: str
    limit: int


@dataclass(frozen=True, slots=True)
class PrivateRow:
    """A row as it is kept."""

    row: Json


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether the graph keeps a private batch."""

    kept: bool


PAGES: Final[dict[tuple[Sort, Order], Statement[Any, Page]]] = {
    (sort, order): statement("private/page", PrivatePage, Page, key=key, order=order.upper())
    for sort, key in KEYS.items()
    for order in ORDERS
}
COUNT: Final = statement("private/count", PrivateRange, Value, key="date_key", order="DESC")
SUMS: Final = statement("private/sums", PrivateRange, Sum, key="date_key", order="DESC")
BATCHES: Final = statement("private/batches", Names, Named)
ROWS: Final = statement("private/rows", RowsAfter, PrivateRow)
ANY: Final = statement("private/any", Nothing, Kept)


def words(text: str) -> list[str]:
    """A text as the words by which rows are found."""
    return fold(text).split()


def prepare(query: PrivateQuery) -> Prepared:
    """The statements and parameters that answer a query."""
    plain = FactQuery(query.filters, sort=query.sort, order=query.order, after=query.after)
    whole = replace(plain, sort="date", order="desc", after=None)
    values = {one.name: getattr(query.filters, one.name) for one in fields(Filters)} | {
        "batches": query.batches,
        "parties": query.parties,
        "words": query.words,
    }
    return Prepared(
        pages=PAGES[query.sort, query.order],
        counts=COUNT,
        values=values | {"ranges": _cut(query, facts.ranges(plain)), "claims": CLAIMS[query.evidence]},
        whole=values | {"ranges": facts.ranges(whole)},
        limit=query.limit,
    )


def _cut(query: PrivateQuery, ranges: list[list[str]]) -> list[list[str]]:
    """The intervals within the times of a query: a key of ``recorded`` begins with its time."""
    if query.sort != "recorded":
        return ranges
    low, high = query.since or LOWEST, f"{query.until}{HIGHEST}" if query.until else HIGHEST
    return [[max(first, low), min(last, high)] for first, last in ranges]


async def sums(store: Store, query: PrivateQuery) -> list[Sum]:
    """What the rows add up to, by currency."""
    return await store.read(SUMS, SUMS.parameters(**prepare(query).whole, limit=TOTAL_LIMIT))


async def rows(store: Store, batch: str, after: str = "", limit: int = 500) -> list[Json]:
    """Rows of a private batch in the order of its list; ``after`` is the ``position`` of the last one before."""
    return [row.row for row in await store.read(ROWS, RowsAfter(batch, after, limit))]


async def check(store: Store, names: Sequence[str], where: str) -> None:
    """Raise ``NotFound`` for a name that is no batch, ``Conflict`` for a batch that is public."""
    found = {row.id: row.private for row in await store.read(BATCHES, Names(list(names)))}
    for name in names:
        if name not in found:
            raise NotFound(f"no batch {name!r}", where=where, remedy="GET /v1/batches names them")
        if not found[name]:
            raise Conflict(f"the batch {name!r} is public", where=where, remedy="ask for its facts with tier")


async def kept(store: Store) -> bool:
    """Whether the graph keeps a private batch, whole or cut off."""
    return (await store.read(ANY, Nothing()))[0].kept
