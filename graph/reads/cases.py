"""Cases: a page of them, and one with its facts in order of time."""

from dataclasses import dataclass
from typing import Any, Final

from graph.errors import NotFound
from graph.reads import listing
from graph.reads.listing import HIGHEST, Page, Prepared, Value
from graph.reads.some import ALL_CLAIMS
from graph.statement import statement
from graph.store import Store

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuery:
    """A list of cases, the one with the latest fact first; ``after`` is the sort key of the last one before."""

    limit: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """Cases whose sort key comes before ``high``, at most ``limit``."""

    high: str
    limit: int


@dataclass(frozen=True, slots=True)
class CaseId:
    """A case's id, and the two clocks: the day that is asked about, the time whose knowledge counts."""

    id: str
    known_on: str | None = None
    valid_on: str | None = None
    claims: int = ALL_CLAIMS


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case with its facts in order of time, each with its stages; ``case_`` is ``None`` where there is none."""

    case_: Json | None
    items: list[Json]
    revision: int


PAGE: Final = statement("cases/page", Range, Page)
COUNT: Final = statement("cases/count", Range, Value)
ONE: Final = statement("facts/of_case", CaseId, CaseFacts)


def prepare(query: CaseQuery) -> Prepared:
    """The statements and parameters that answer a query."""
    high = HIGHEST if query.after is None else query.after
    return Prepared(
        pages=PAGE, counts=COUNT, values={"high": high}, whole={"high": HIGHEST}, limit=query.limit
    )


async def page(store: Store, query: CaseQuery) -> Page:
    """One page, and one case more where there are more."""
    return await listing.page(store, prepare(query))


async def count(store: Store, query: CaseQuery) -> int:
    """How many cases there are."""
    return await listing.count(store, prepare(query))


async def one(
    store: Store, id_: str, *, valid_on: str | None = None, known_on: str | None = None
) -> CaseFacts:
    """A case and its facts; raises ``NotFound``."""
    row = (await store.read(ONE, CaseId(id_, known_on, valid_on)))[0]
    if row.case_ is None:
        raise NotFound(f"no case {id_!r}", where="id", remedy="look it up with /v1/cases")
    return row
