"""Counts and sums over rows of facts: a decision once, a shared sum once, one currency as it is, several in euro."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final, Literal

from graph.money import units

Row = Mapping[str, Any]
_SETS: Final = frozenset({"imposed", "reduced", "increased", "upheld", "settled", "reinstated"})


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in minor units; ``decisions`` are added up in it, ``without`` more have none that can be added."""

    minor: int
    currency: str
    decisions: int
    without: int
    fallen: int
    converted: bool


@dataclass(frozen=True, slots=True)
class Value:
    """The number or day that was asked for, as the answer holds it."""

    kind: Literal["count", "sum", "amount", "date"]
    number: float | None = None
    currency: str | None = None
    date: str | None = None

    def as_json(self) -> dict[str, Any]:
        """``{"kind", "number", "currency", "date"}``."""
        return {"kind": self.kind, "number": self.number, "currency": self.currency, "date": self.date}


def decisions(rows: Iterable[Row]) -> int:
    """How many decisions there are, whoever took part in each."""
    return len({row["action"] for row in rows})


def shares(rows: Iterable[Row]) -> list[Row]:
    """One row for each sum: what several facts share is there once; what is no sanction in itself is left out."""
    kept: dict[str, Row] = {}
    for row in rows:
        if row["counts"] is False and row["relation"] != "PROPOSED_FINE":
            continue
        kept.setdefault(row["sum_key"] or row["id"], row)
    return list(kept.values())


def money(rows: Sequence[Row]) -> Money | None:
    """What the sums add up to; ``None`` where no sum is known."""
    single = shares(rows)
    known = [row for row in single if row["minor"] is not None and row["currency"]]
    if not known:
        return None
    currencies = {row["currency"] for row in known}
    converted = len(currencies) > 1
    counted = [row for row in known if row["eur_minor"] is not None] if converted else known
    key = "eur_minor" if converted else "minor"
    return Money(
        minor=sum(row[key] for row in counted),
        currency="EUR" if converted else currencies.pop(),
        decisions=decisions(counted),
        without=len(single) - len(counted),
        fallen=decisions(row for row in counted if row["standing"] == 0),
        converted=converted,
    )


def middle(rows: Sequence[Row], *, kind: Literal["average", "median"]) -> Money | None:
    """The mean or median sum of a decision."""
    whole = money(rows)
    if whole is None or not whole.decisions:
        return None
    key = "eur_minor" if whole.converted else "minor"
    each: dict[str, int] = {}
    for row in shares(rows):
        if row["minor"] is not None and row[key] is not None:
            each[row["action"]] = each.get(row["action"], 0) + row[key]
    number = round(sum(each.values()) / len(each)) if kind == "average" else round(median(each.values()))
    return Money(number, whole.currency, len(each), whole.without, whole.fallen, whole.converted)


def remaining(row: Row) -> int | None:
    """What is owed now of a sum, in minor units: nothing of what fell, the last sum of the life cycle of the rest."""
    if row["standing"] == 0:
        return 0
    later = [stage for stage in row["stages"] if stage["minor"] is not None and stage["stage"] in _SETS]
    same = [stage for stage in later if stage["currency"] in {None, row["currency"]}]
    return same[-1]["minor"] if same else row["minor"]


def in_units(money_: Money, kind: Literal["sum", "amount"]) -> Value:
    """A sum as a value."""
    return Value(kind, units(money_.minor, money_.currency), money_.currency)
