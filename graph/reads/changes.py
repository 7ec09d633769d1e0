"""Changes of facts, in the order in which they happened: what came, went, or is told otherwise than before."""

from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal

from graph.reads.facts import Filters
from graph.reads.listing import HIGHEST, LOWEST, Page, Prepared, Value
from graph.statement import Statement, statement

Order = Literal["asc", "desc"]
Kind = Literal["added", "status", "sum", "day", "withdrawn", "restored", "arrived", "departed"]

KINDS: Final[dict[Kind, str]] = {
    "added": "a new fact",
    "status": "another status",
    "sum": "another sum or currency",
    "day": "another day",
    "withdrawn": "a fact was withdrawn",
    "restored": "a withdrawn fact is back",
    "arrived": "a source came for the first time, with all its facts",
    "departed": "a source was taken out whole",
}
"""Kinds of changes; the last two are of many facts at once and meet no filter of facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeQuery:
    """A list of changes.

    ``since`` and ``until`` bound the time of the change (UTC, ISO 8601, or the beginning of it), both taken in;
    the filters, parties and text are those of a list of facts, met by the fact as it is now.
    ``group`` takes in the groups of whom they name.
    """

    filters: Filters = field(default_factory=lambda: Filters(withdrawn=True))
    parties: list[str] | None = None
    text: str | None = None
    kinds: list[str] | None = None
    since: str | None = None
    until: str | None = None
    group: bool = False
    order: Order = "desc"
    limit: int = 50
    after: str | None = None

    @property
    def narrowed(self) -> bool:
        """Whether facts have to meet anything: then changes of many facts at once are left out."""
        return self.parties is not None or self.text is not None or self.filters != Filters(withdrawn=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Filters):
    """Filters, the open interval of the sort key, and how many changes at most."""

    parties: list[str] | None
    kinds: list[str] | None
    narrowed: bool
    low: str
    high: str
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRange(Range):
    """Changes of facts that are found by full text."""

    text: str


_RANGES: Final[dict[str, type[Range]]] = {"all": Range, "text": TextRange}
PAGES: Final[dict[tuple[str, Order], Statement[Any, Page]]] = {
    (anchor, order): statement("changes/page", range_, Page, anchor=anchor, order=order.upper())
    for anchor, range_ in _RANGES.items()
    for order in ("asc", "desc")
}
COUNTS: Final[dict[str, Statement[Any, Value]]] = {
    anchor: statement("changes/count", range_, Value, anchor=anchor) for anchor, range_ in _RANGES.items()
}


def prepare(query: ChangeQuery) -> Prepared:
    """The statements and parameters that answer a query."""
    anchor = "all" if query.text is None else "text"
    values: dict[str, Any] = {one.name: getattr(query.filters, one.name) for one in fields(Filters)}
    values |= {"parties": query.parties, "kinds": query.kinds, "narrowed": query.narrowed}
    values |= {} if query.text is None else {"text": query.text}
    low = query.since or LOWEST
    high = f"{query.until}{HIGHEST}" if query.until else HIGHEST
    whole = {**values, "low": low, "high": high}
    if query.after is not None:
        low, high = (max(low, query.after), high) if query.order == "asc" else (low, min(high, query.after))
    return Prepared(
        pages=PAGES[anchor, query.order],
        counts=COUNTS[anchor],
        values={**values, "low": low, "high": high},
        whole=whole,
        limit=query.limit,
    )
