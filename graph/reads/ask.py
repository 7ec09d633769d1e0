"""What a question is answered from: names, facts by any mix of conditions as small rows, and what the graph covers."""

from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, Literal

from graph.reads.facts import Filters, Sum
from graph.reads.listing import Items
from graph.reads.revision import revision
from graph.statement import Statement, statement
from graph.store import Store

Json = dict[str, Any]
Anchor = Literal["party", "relation", "country", "stage", "all"]
Key = Literal["date_key", "eur_key"]
Order = Literal["asc", "desc"]

ROWS_LIMIT: Final = 2_000
"""Rows that are read for one question; beyond it, counts and sums are made by the graph."""

_SUMS_LIMIT: Final = 1_000_000
_LOWEST: Final = ""
_HIGHEST: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted(Filters):
    """What facts must meet, one of each list, beside the filters of any list; ``None`` leaves a condition out.

    Days are ISO; amounts are minor units of ``currency``, or euro cents where there is none; ``article`` is a regular
    expression for a whole article; ``topics`` are regular expressions for the summary in small letters, all needed;
    ``standing`` holds 1 (stands), 0 (has fallen), -1 (neither); ``stages`` must and ``lacking`` must not be in the life
    cycle.
    """

    asked_relations: list[str] | None = None
    asked_subjects: list[str] | None = None
    asked_objects: list[str] | None = None
    asked_countries: list[str] | None = None
    asked_laws: list[str] | None = None
    asked_article: str | None = None
    asked_topics: list[str] | None = None
    asked_day_from: str | None = None
    asked_day_to: str | None = None
    asked_currency: str | None = None
    asked_amount_min: int | None = None
    asked_amount_max: int | None = None
    asked_statuses: list[str] | None = None
    asked_standing: list[int] | None = None
    asked_stages: list[str] | None = None
    asked_lacking: list[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Wanted):
    """Conditions of a question and of its caller, where the reading starts, and how many facts at most."""

    anchors: list[str] = field(default_factory=list[str])
    low: str = _LOWEST
    high: str = _HIGHEST
    limit: int = ROWS_LIMIT


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the graph holds, and until when."""

    facts: int
    fines: int
    first: str | None
    last: str | None
    countries: int
    changed: str | None
    revision: int


__all__ = ["revision"]

_ANCHORS: Final[tuple[Anchor, ...]] = ("party", "relation", "country", "stage", "all")
_KEYS: Final[tuple[Key, ...]] = ("date_key", "eur_key")
_ORDERS: Final[tuple[Order, ...]] = ("asc", "desc")
ROWS: Final[dict[tuple[Anchor, Key, Order], Statement[Range, Items]]] = {
    (anchor, key, order): statement(f"ask/rows_by_{anchor}", Range, Items, key=key, order=order.upper())
    for anchor in _ANCHORS
    for key in _KEYS
    for order in _ORDERS
}
SUMS: Final[dict[Anchor, Statement[Range, Sum]]] = {
    anchor: statement(f"ask/sums_by_{anchor}", Range, Sum) for anchor in _ANCHORS
}


def _prepared(wanted: Wanted, parties: list[str] | None, limit: int, *, few: bool) -> tuple[Anchor, Range]:
    """The narrowest index that answers, and all parameters."""
    anchor, anchors = _anchor(wanted, parties, few=few)
    return anchor, replace(everywhere(wanted), anchors=anchors, limit=limit)


def everywhere(wanted: Wanted) -> Range:
    """The parameters of a reading that starts at no party, country or relation."""
    # A date of a year alone is lower than the first day of that year, so the interval opens at the year.
    low = wanted.asked_day_from[:4] if wanted.asked_day_from else _LOWEST
    high = f"{wanted.asked_day_to}|{_HIGHEST}" if wanted.asked_day_to else _HIGHEST
    asked = {one.name: getattr(wanted, one.name) for one in fields(Wanted)}
    return Range(**asked, anchors=[_LOWEST], low=low, high=high, limit=_SUMS_LIMIT)


def _anchor(wanted: Wanted, parties: list[str] | None, *, few: bool) -> tuple[Anchor, list[str]]:
    if parties is not None:
        return "party", parties
    named = [ids for ids in (wanted.asked_objects, wanted.asked_subjects) if ids is not None]
    if named:
        return "party", min(named, key=len)
    if wanted.asked_countries is not None and all(len(code) == 2 for code in wanted.asked_countries):
        return "country", wanted.asked_countries
    if few and wanted.asked_stages is not None and wanted.asked_day_from is None:
        return "stage", wanted.asked_stages
    if wanted.asked_relations is not None:
        return "relation", list(dict.fromkeys(wanted.asked_relations))
    return "all", [""]


async def rows(
    store: Store,
    wanted: Wanted,
    *,
    parties: list[str] | None = None,
    key: Key = "date_key",
    order: Order = "desc",
    most: int = ROWS_LIMIT,
    few: bool = False,
) -> Items:
    """Facts as small rows in the order of one key, at most ``most`` and one more where there are more.

    ``few`` says that there are so few that they need not be found in order.
    """
    anchor, parameters = _prepared(wanted, parties, most + 1, few=few)
    if key == "eur_key" and _few_days(wanted):
        # In the order of sums all other days would be gone through.
        found = (await store.read(ROWS[anchor, "date_key", order], parameters))[0]
        if len(found.items) <= most:
            return Items(sorted(found.items, key=_by_sum, reverse=order == "desc"), found.revision)
    return (await store.read(ROWS[anchor, key, order], parameters))[0]


def _few_days(wanted: Wanted) -> bool:
    """Whether a question is about days of one month."""
    first, last = wanted.asked_day_from, wanted.asked_day_to
    return first is not None and last is not None and first[:7] == last[:7]


def _by_sum(row: Json) -> tuple[int, str]:
    """The order of ``eur_key``: what has no sum in euro comes before all others."""
    return (-1 if row["eur_minor"] is None else row["eur_minor"], row["id"])


async def sums(store: Store, wanted: Wanted, *, parties: list[str] | None = None) -> list[Sum]:
    """Decisions and sums by currency over all facts that meet the conditions."""
    anchor, parameters = _prepared(wanted, parties, _SUMS_LIMIT, few=True)
    return await store.read(SUMS[anchor], parameters)
