"""Facts: a page of them, one with all its evidence, how many there are, what they add up to."""

from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, Literal

from graph.errors import Gone, NotFound
from graph.reads import listing
from graph.reads.fact_ranges import RANGES, Filters
from graph.reads.listing import HIGHEST, LOWEST, TOTAL_LIMIT, Found, Items, Page, Prepared, Shape, Value
from graph.reads.some import ALL_CLAIMS, CLAIMS, SOME, EvidenceShare
from graph.statement import Statement, statement
from graph.store import Store

Sort = Literal["date", "amount_eur", "recorded"]
Order = Literal["asc", "desc"]
Json = dict[str, Any]

KEYS: Final[dict[Sort, str]] = {"date": "date_key", "amount_eur": "eur_key", "recorded": "recorded_key"}
_NOTHING: Final[dict[Sort, str]] = {"date": "0001", "amount_eur": "0", "recorded": ""}
"""Below it are the sort keys of facts without a value."""
_EUR_DIGITS: Final = 15
"""Of a sum in euro cents in its sort key."""
ORDERS: Final[tuple[Order, ...]] = ("asc", "desc")


@dataclass(frozen=True, slots=True)
class Sum:
    """What one currency adds up to: ``minor`` in its minor units, ``eur_minor`` in euro cents.

    A sum that several facts share counts once. ``without_eur`` of the ``amounts`` have no rate;
    ``fallen`` no longer stand. Of ``uncertain`` dates leave open whether they fit; ``listed`` are of lists.
    """

    currency: str | None
    decisions: int
    minor: int
    eur_minor: int
    amounts: int
    without_eur: int
    fallen: int
    uncertain: int
    listed: int


@dataclass(frozen=True, slots=True)
class OneFact:
    """A fact's id, the time whose knowledge is asked for, and how many claims at most."""

    id: str
    known_on: str | None = None
    valid_on: str | None = None
    claims: int = ALL_CLAIMS


@dataclass(frozen=True, slots=True)
class Few:
    """An index that finds few facts: its name, and the sort keys between which they lie, where it is one of keys."""

    name: str
    low: str = LOWEST
    high: str = HIGHEST


@dataclass(frozen=True, slots=True)
class FactQuery:
    """A list of facts as a caller asks for it.

    ``parties`` are entities of which one has any part; ``text`` is a full-text query in Lucene's syntax; ``after`` is
    the sort key of the last fact of the page before. ``evidence`` says which claims each fact carries: none, the three
    best (official before press, quoted before unquoted), or all. ``group`` takes in the groups of whom it names.
    ``few`` is an index that finds few facts, all of the list among them (``graph.reads.few``).
    """

    filters: Filters = field(default_factory=Filters)
    parties: list[str] | None = None
    text: str | None = None
    sort: Sort = "date"
    order: Order = "desc"
    limit: int = 50
    after: str | None = None
    evidence: EvidenceShare = "best"
    group: bool = False
    few: Few | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedFacts(Prepared):
    """A query of facts, ready to run; what they add up to as well."""

    sums: Statement[Any, Sum]


PAGES: Final[dict[tuple[str, Sort, Order], Statement[Any, Found]]] = {
    (anchor, sort, order): statement("facts/page", range_, Found, anchor=anchor, key=key, order=order.upper())
    for anchor, range_ in RANGES.items()
    for sort, key in KEYS.items()
    for order in ORDERS
}
COUNTS: Final[dict[str, Statement[Any, Value]]] = {
    anchor: statement("facts/count", range_, Value, anchor=anchor, key="date_key", order="DESC")
    for anchor, range_ in RANGES.items()
}
SUMS: Final[dict[str, Statement[Any, Sum]]] = {
    anchor: statement("facts/sums", range_, Sum, anchor=anchor, key="date_key", order="DESC")
    for anchor, range_ in RANGES.items()
}
ONE: Final = statement("facts/one", OneFact, Items)


def anchor(query: FactQuery) -> tuple[str, Json]:
    """The narrowest index that answers a query, and the parameters that it needs besides the filters."""
    filters = query.filters
    relation = _single(filters.relations)
    entities = query.parties or filters.objects or filters.subjects
    if query.text is not None or filters.flags == ["disputed"]:
        return ("disputed", {}) if query.text is None else ("text", {"text": query.text})
    if query.few is not None:
        return "few", {"few": query.few.name, "few_low": query.few.low, "few_high": query.few.high}
    if query.parties is None and relation:
        for name, value in (("object", _single(filters.objects)), ("subject", _single(filters.subjects))):
            if value:
                return name, {"relation": relation, "anchor": value}
    if entities:
        one_ = _single(entities)
        return ("party", {"anchor": one_}) if one_ else ("parties", {"anchors": entities})
    if country := _single(filters.countries):
        return "country", {"anchor": country[:2]}
    if relation:
        return "relation", {"relation": relation}
    return "all", {}


def _single(values: list[str] | None) -> str | None:
    return values[0] if values and len(values) == 1 else None


def prepare(query: FactQuery) -> PreparedFacts:
    """The statements and parameters that answer a query: its page, how many there are, what they add up to."""
    name, extra = anchor(query)
    values = {one_.name: getattr(query.filters, one_.name) for one_ in fields(Filters)} | extra
    return PreparedFacts(
        pages=PAGES[name, query.sort, query.order],
        shape=Shape(
            SOME,
            {
                "valid_on": query.filters.valid_on,
                "known_on": query.filters.known_on,
                "claims": CLAIMS[query.evidence],
                "withdrawn": query.filters.withdrawn,
            },
            # On a day, or with what was known on one, the same fact looks different.
            share=CLAIMS[query.evidence]
            if query.filters.valid_on is None and query.filters.known_on is None
            else None,
        ),
        counts=COUNTS[name],
        sums=SUMS[name],
        values=values | {"ranges": ranges(query)},
        whole=values | {"ranges": [list(interval(replace(query, after=None), "date"))]},
        limit=query.limit,
    )


def interval(query: FactQuery, sort: Sort) -> tuple[str, str]:
    """The open interval of sort keys: all that the dates allow, cut off at the cursor."""
    filters = query.filters
    low, high = LOWEST, HIGHEST
    if sort == "date":
        # A date known to the year sorts as its first day, and may mean any day of it.
        low = filters.day_from[:4] if filters.day_from else LOWEST
        last = min((day for day in (filters.day_to, filters.valid_on) if day), default=None)
        high = f"{last}|{HIGHEST}" if last else HIGHEST
    if sort == "amount_eur" and filters.currencies is None:
        low, high = euro_keys(filters)
    if sort == "recorded" and filters.known_on is not None:
        high = f"{filters.known_on}|{HIGHEST}"
    if query.after is not None:
        low, high = (max(low, query.after), high) if query.order == "asc" else (low, min(high, query.after))
    return low, high


def euro_keys(filters: Filters) -> tuple[str, str]:
    """The open interval of keys of sums in euro that the amounts allow: all keys where there is none."""
    least, most = filters.amount_min, filters.amount_max
    if least is None and most is None:
        return LOWEST, HIGHEST
    low = _NOTHING["amount_eur"] if least is None else str(max(0, least)).zfill(_EUR_DIGITS)
    if most is None or len(str(most)) > _EUR_DIGITS:
        return low, HIGHEST
    return low, f"{str(max(0, most)).zfill(_EUR_DIGITS)}|{HIGHEST}"


def ranges(query: FactQuery) -> list[list[str]]:
    """The intervals of sort keys in the order in which they are read: what has no value comes last."""
    low, high = interval(query, query.sort)
    bound = _NOTHING[query.sort]
    first = replace(query, after=None)
    if query.order == "desc" or not interval(first, query.sort)[0] < bound < high:
        return [[low, high]]
    if query.after is not None and query.after < bound:
        return [[low, bound]]
    return [[max(low, bound), high], [interval(first, query.sort)[0], bound]]


async def page(store: Store, query: FactQuery) -> Page:
    """One page, and one fact more where there are more: the caller drops it."""
    return await listing.page(store, prepare(query))


def described(query: FactQuery) -> tuple[str, Json]:
    """The Cypher text of a page and its parameters, for a reader who wants to run it by hand."""
    return listing.described(prepare(query))


async def count(store: Store, query: FactQuery) -> int:
    """How many facts there are, over all pages; at most ``TOTAL_LIMIT``."""
    return await listing.count(store, prepare(query))


async def sums(store: Store, query: FactQuery) -> list[Sum]:
    """What the facts add up to, by currency."""
    prepared = prepare(query)
    return await store.read(prepared.sums, prepared.sums.parameters(**prepared.whole, limit=TOTAL_LIMIT))


async def one(store: Store, id_: str, *, valid_on: str | None = None, known_on: str | None = None) -> Items:
    """A fact with its stages and all its evidence; raises ``NotFound``, or ``Gone`` where it was withdrawn."""
    found = (await store.read(ONE, OneFact(id_, known_on, valid_on)))[0]
    if not found.items:
        raise NotFound(f"no fact {id_!r}", where="id", remedy="look it up with /v1/facts or /v1/search")
    more = found.items[0]["more"]
    if more["withdrawn"]:
        reason, day = str(more["withdrawn_reason"]), str(more["withdrawn"])[:10]
        raise Gone(f"fact {id_!r} was withdrawn", reason, day=day, where="id")
    return found
