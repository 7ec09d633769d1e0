"""Facts: a page of them, one with all its evidence, how many there are, what they add up to."""

from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal

from graph.errors import Gone, NotFound
from graph.statement import Statement, statement
from graph.store import Store

Sort = Literal["date", "amount_eur", "recorded"]
Order = Literal["asc", "desc"]
Json = dict[str, Any]

_KEYS: Final[dict[Sort, str]] = {"date": "date_key", "amount_eur": "eur_key", "recorded": "recorded_key"}
_ORDERS: Final[tuple[Order, ...]] = ("asc", "desc")
_LOW: Final = ""
_HIGH: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What facts must meet; ``None`` leaves a condition out.

    Amounts are minor units of ``currency``, or euro cents where no currency is given. ``day_from``, ``day_to`` and
    ``valid_on`` are days (a date known to the month or year counts as its first day); ``known_on`` is a UTC time.
    """

    relations: list[str] | None = None
    subject: str | None = None
    object: str | None = None
    country: str | None = None
    law: str | None = None
    day_from: str | None = None
    day_to: str | None = None
    amount_min: int | None = None
    amount_max: int | None = None
    currency: str | None = None
    status: list[str] | None = None
    review: str | None = None
    valid_on: str | None = None
    known_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Filters):
    """Filters, the open interval of the sort key that is read, and how many facts at most."""

    low: str
    high: str
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRange(Range):
    """All facts of one relation."""

    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRange(Range):
    """All facts of one entity or country."""

    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationAnchorRange(Range):
    """All facts of one relation and one entity."""

    relation: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRange(Range):
    """All facts found by full text."""

    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """``items`` in order, the sort key of each, and the graph's revision at that moment."""

    items: list[Json]
    keys: list[str]
    revision: int


@dataclass(frozen=True, slots=True)
class Value:
    """A count."""

    value: int


@dataclass(frozen=True, slots=True)
class Sum:
    """What one currency adds up to: ``minor`` in its minor units, ``eur_minor`` in euro cents.

    A sum that several facts share counts once. ``without_eur`` of the ``amounts`` have no rate;
    ``fallen`` no longer stand.
    """

    currency: str | None
    decisions: int
    minor: int
    eur_minor: int
    amounts: int
    without_eur: int
    fallen: int


@dataclass(frozen=True, slots=True)
class OneFact:
    """A fact's id, and the time whose knowledge is asked for."""

    id: str
    known_on: str | None = None
    valid_on: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """Facts with their stages, and the graph's revision."""

    items: list[Json]
    revision: int


@dataclass(frozen=True, slots=True)
class OneCase(OneFact):
    """A case's id, and the time whose knowledge is asked for."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case with its facts in order of time, each with its stages; ``case_`` is ``None`` where there is none."""

    case_: Json | None
    items: list[Json]
    revision: int


@dataclass(frozen=True, slots=True)
class Question:
    """A list of facts as a caller asks for it. ``after`` is the sort key of the last fact of the page before."""

    filters: Filters
    party: str | None = None
    text: str | None = None
    sort: Sort = "date"
    order: Order = "desc"
    limit: int = 50
    after: str | None = None


_RANGES: Final[dict[str, type[Range]]] = {
    "all": Range,
    "relation": RelationRange,
    "subject": RelationAnchorRange,
    "object": RelationAnchorRange,
    "party": AnchorRange,
    "country": AnchorRange,
    "text": TextRange,
}


PAGES: Final[dict[tuple[str, Sort, Order], Statement[Any, Page]]] = {
    (anchor, sort, order): statement(f"facts/page_by_{anchor}", range_, Page, key=key, order=order.upper())
    for anchor, range_ in _RANGES.items()
    for sort, key in _KEYS.items()
    for order in _ORDERS
}
COUNTS: Final[dict[str, Statement[Any, Value]]] = {
    anchor: statement(f"facts/count_by_{anchor}", range_, Value, key="date_key")
    for anchor, range_ in _RANGES.items()
}
SUMS: Final[dict[str, Statement[Any, Sum]]] = {
    anchor: statement(f"facts/sums_by_{anchor}", range_, Sum, key="date_key")
    for anchor, range_ in _RANGES.items()
}
ONE: Final = statement("facts/one", OneFact, Items, key="date_key")
OF_CASE: Final = statement("facts/of_case", OneCase, CaseFacts, key="date_key")

TOTAL_LIMIT: Final = 1_000_000
"""Totals are counted up to here; beyond it a total says ``gte``."""


def anchor(question: Question) -> tuple[str, dict[str, Any]]:
    """The narrowest index that answers a question, and the parameters that it needs besides the filters."""
    filters = question.filters
    relation = filters.relations[0] if filters.relations and len(filters.relations) == 1 else None
    entity = question.party or filters.object or filters.subject
    if question.text is not None:
        return "text", {"text": question.text}
    if question.party is None and relation and filters.object:
        return "object", {"relation": relation, "anchor": filters.object}
    if question.party is None and relation and filters.subject:
        return "subject", {"relation": relation, "anchor": filters.subject}
    if entity is not None:
        return "party", {"anchor": entity}
    if filters.country:
        return "country", {"anchor": filters.country[:2]}
    if relation:
        return "relation", {"relation": relation}
    return "all", {}


def _parameters(question: Question, low: str, high: str, limit: int) -> tuple[str, Range]:
    name, extra = anchor(question)
    values = {field.name: getattr(question.filters, field.name) for field in fields(Filters)}
    return name, _RANGES[name](**values, **extra, low=low, high=high, limit=limit)


def _interval(question: Question, sort: Sort) -> tuple[str, str]:
    """The open interval of sort keys: all that the dates allow, cut off at the cursor."""
    filters = question.filters
    low, high = _LOW, _HIGH
    if sort == "date":
        low = filters.day_from or _LOW
        last = min((day for day in (filters.day_to, filters.valid_on) if day), default=None)
        high = f"{last}|{_HIGH}" if filters.day_to and last else _HIGH
    if question.after is not None and question.order == "asc":
        low = max(low, question.after)
    elif question.after is not None:
        high = min(high, question.after)
    return low, high


async def page(store: Store, question: Question) -> Page:
    """One page, and one fact more where there are more: the caller drops it."""
    low, high = _interval(question, question.sort)
    name, parameters = _parameters(question, low, high, question.limit + 1)
    return (await store.read(PAGES[name, question.sort, question.order], parameters))[0]


def described(question: Question) -> tuple[str, dict[str, Any]]:
    """The Cypher text of a page and its parameters, for a reader who wants to run it by hand."""
    low, high = _interval(question, question.sort)
    name, parameters = _parameters(question, low, high, question.limit)
    values = {field.name: getattr(parameters, field.name) for field in fields(parameters)}
    return PAGES[name, question.sort, question.order].text, values


async def count(store: Store, question: Question) -> int:
    """How many facts there are, over all pages; at most ``TOTAL_LIMIT``."""
    name, parameters = _parameters(question, *_whole(question), TOTAL_LIMIT)
    return (await store.read(COUNTS[name], parameters))[0].value


async def sums(store: Store, question: Question) -> list[Sum]:
    """What the facts add up to, by currency."""
    name, parameters = _parameters(question, *_whole(question), TOTAL_LIMIT)
    return await store.read(SUMS[name], parameters)


def _whole(question: Question) -> tuple[str, str]:
    return _interval(replace(question, after=None), "date")


async def one(store: Store, id_: str, *, valid_on: str | None = None, known_on: str | None = None) -> Items:
    """A fact with its stages and all its evidence; raises ``NotFound``, or ``Gone`` where it was withdrawn."""
    found = (await store.read(ONE, OneFact(id_, known_on, valid_on)))[0]
    if not found.items:
        raise NotFound(f"no fact {id_!r}", where="id", remedy="look it up with /v1/facts or /v1/search")
    more = found.items[0]["more"]
    if more["withdrawn"]:
        raise Gone(f"fact {id_!r} was withdrawn", str(more["withdrawn_reason"]), where="id")
    return found


async def of_case(
    store: Store, id_: str, *, valid_on: str | None = None, known_on: str | None = None
) -> CaseFacts:
    """A case and its facts; raises ``NotFound``."""
    found = (await store.read(OF_CASE, OneCase(id_, known_on, valid_on)))[0]
    if found.case_ is None:
        raise NotFound(f"no case {id_!r}", where="id", remedy="look it up with /v1/cases")
    return found
