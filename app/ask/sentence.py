"""The sentence of an answer, written from its value: nothing in it comes from the question."""
# ruff: noqa: E501 - tables: one row a line, however long

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from app.ask import figures
from app.ask.figures import Money
from app.ask.names import Index
from graph.money import units
from graph.reads.ask import Coverage
from graph.vocabulary import RELATIONS

Row = Mapping[str, Any]

_SHOWN: Final = 5
NOUNS: Final[Mapping[str, tuple[str, str]]] = {
    "FINED": ("fine", "fines"), "PROPOSED_FINE": ("proposed fine", "proposed fines"), "ORDERED": ("order", "orders"),
    "REPRIMANDED": ("reprimand", "reprimands"), "FOUND_BREACH": ("finding of a breach", "findings of a breach"),
    "INVESTIGATED": ("investigation", "investigations"),
    "INVESTIGATED_JOINTLY_WITH": ("joint investigation", "joint investigations"),
    "COOPERATED_WITH": ("cooperation", "cooperations"), "SUED": ("lawsuit", "lawsuits"),
    "SETTLED_WITH": ("settlement", "settlements"), "APPEALED": ("appeal", "appeals"),
    "COMPLAINED_ABOUT": ("complaint", "complaints"), "INTERVENED_IN": ("intervention", "interventions"),
    "ANNULLED": ("annulment", "annulments"), "REVERSED": ("reversal", "reversals"), "UPHELD": ("confirmation", "confirmations"),
    "SENT_CEASE_AND_DESIST_TO": ("cease and desist", "cease and desists"), "SCRAPED": ("case of scraping", "cases of scraping"),
    "WITHDREW_FROM": ("withdrawal", "withdrawals"), "EMPLOYS": ("post", "posts"), "ACQUIRED_OR_OWNS": ("ownership", "ownerships"),
    "INVESTED_IN": ("investment", "investments"),
}  # fmt: skip
_AFTER: Final[Mapping[str, str]] = {
    "annulled": "set aside by a court", "remitted": "set aside and sent back for a new decision", "withdrawn": "withdrawn",
    "under_appeal": "under appeal", "final": "final", "reduced": "later reduced", "settled": "ended by agreement",
    "pending": "pending", "concluded": "closed", "proposed": "only proposed",
}  # fmt: skip
"""What became of it; statuses that say nothing more than the verb are left out."""


def noun(relations: Sequence[str], number: int) -> str:
    """Fine, fines, decisions."""
    known = NOUNS.get(relations[0]) if len(relations) == 1 else None
    one, many = known or ("decision", "decisions")
    return f"{number:,} {one if number == 1 else many}"


def amount(minor: int, currency: str) -> str:
    """``EUR 20,000,000``."""
    value = units(minor, currency)
    return f"{currency} {value:,.0f}" if value == int(value) else f"{currency} {value:,.2f}"


def day(text: str) -> str:
    """``18 May 2022``, ``May 2022`` or ``2022``, as exactly as it is known."""
    if len(text) == 10:
        known = date.fromisoformat(text)
        return f"{known.day} {known:%B %Y}"
    if len(text) == 7:
        return f"{date.fromisoformat(text + '-01'):%B %Y}"
    return text


def on(text: str) -> str:
    """A date with its preposition."""
    return f"on {day(text)}" if len(text) == 10 else f"in {day(text)}"


def fact(row: Row, index: Index, *, valid_on: str | None = None) -> str:
    """One fact in words: who did what to whom, the sum, the day, what became of it."""
    relation = RELATIONS[row["relation"]]
    text = f"{_name(row['subject'], index)} {relation.forward} {_name(row['object'], index)}"
    if row["relation"] == "EMPLOYS" and row["role"]:
        text = f"{_name(row['object'], index)} is recorded as {row['role']} of {_name(row['subject'], index)}"
    target = next((other["id"] for other in row["others"] if other["role"] == "target"), None)
    if target:
        text += f", about {_name(target, index)},"
    if row["minor"] is not None and row["currency"]:
        text += f" {'for ' if row['relation'] not in {'FINED', 'PROPOSED_FINE'} else ''}{amount(row['minor'], row['currency'])}"
        text += _aside(row["qualifier"])
        text += " (one sum for all parties)" if row["shared"] else ""
    if row["date"]:
        text += f" {on(row['date'])}"
    after = _AFTER.get(row["status"] or "")
    left = None if valid_on or after != _AFTER["reduced"] else figures.remaining(row)
    if after and left and row["currency"] and left != row["minor"]:
        after += f" to {amount(left, row['currency'])}"
    if after and row["relation"] not in {"PROPOSED_FINE", "SETTLED_WITH", "ANNULLED", "REVERSED", "APPEALED"}:
        text += f" ({after}{f' on {day(valid_on)}' if valid_on else ''})"
    return text


def stage(one: Row, index: Index) -> str:
    """One step of a life cycle: ``annulled by Court of Rome on 18 March 2026``."""
    by = f" by {_name(one['by'], index)}" if one["by"] in index.by_id else ""
    day_ = f" {on(one['date'])}" if one["date"] else ""
    if one["stage"] == "proposed" and one["minor"] is not None and one["currency"]:
        by = f" as {amount(one['minor'], one['currency'])}"
    return f"{one['stage'].replace('_', ' ')}{by}{day_}"


def with_steps(row: Row, stages: frozenset[str], index: Index) -> str:
    """One fact, and by which of these stages it came to what it is."""
    met = [stage(one, index) for one in row["stages"] if one["stage"] in stages]
    return f"{fact(row, index)}{': ' if met else ''}{', '.join(met)}"


def _aside(text: str | None) -> str:
    """What sort of sum it is, in brackets, or between commas where it has brackets itself."""
    if not text:
        return ""
    return f", {text}," if "(" in text else f" ({text})"


def _name(id_: str, index: Index) -> str:
    found = index.by_id.get(id_)
    return found.caption if found else id_


def facts(
    rows: Sequence[Row],
    index: Index,
    *,
    valid_on: str | None = None,
    decisions: int | None = None,
    stages: frozenset[str] = frozenset(),
) -> str:
    """Up to five facts in words, and how many of all ``decisions`` (by default those of the rows) are not among them."""
    told = "; ".join(
        with_steps(row, stages, index) if stages else fact(row, index, valid_on=valid_on)
        for row in rows[:_SHOWN]
    )
    if len(rows) <= _SHOWN:
        return told.rstrip(".")
    all_ = figures.decisions(rows) if decisions is None else decisions
    more = all_ - figures.decisions(rows[:_SHOWN])
    return f"{told}; and {f'{more:,} more' if more else 'others by the same decisions'}"


def listed(
    rows: Sequence[Row],
    relations: Sequence[str],
    index: Index,
    *,
    valid_on: str | None,
    stages: frozenset[str] = frozenset(),
) -> str:
    """How many decisions there are, what they are, and by which of the stages they came to it."""
    told = facts(rows, index, valid_on=valid_on, stages=stages)
    return f"{told}." if len(rows) == 1 else f"{noun(relations, figures.decisions(rows))}: {told}."


def added(money: Money, relations: Sequence[str], *, average: str | None = None) -> str:
    """A sum, and what is in it."""
    head = f"{amount(money.minor, money.currency)}"
    of = noun(relations, money.decisions)
    what = f"{head} is the {average} of {of}" if average else f"{head} in total over {of}"
    text = f"{what}, each counted once with the sum first imposed"
    if relations and relations[0] in {"PROPOSED_FINE", "SETTLED_WITH"}:
        text = f"{what}, each counted once"
    text += ", in euro at the rate of the day" if money.converted else ""
    if money.fallen:
        text += f"; {money.fallen:,} of them no longer stand{'s' if money.fallen == 1 else ''}"
    if money.without:
        text += f"; {money.without:,} more without a sum that can be added"
    return text + "."


def nothing(coverage: Coverage, scope: str, unknown: Sequence[str] = ()) -> str:
    """An empty answer: what is not there, and how far the facts reach."""
    reach = _reach(coverage)
    if unknown:
        return f"Nobody by the name of {' or '.join(unknown)} is known to the facts. {reach}"
    return f"The facts have no {scope}. {reach}"


def _reach(coverage: Coverage) -> str:
    if not coverage.facts:
        return "There are no facts yet."
    span = f" dated {day(coverage.first)} to {day(coverage.last)}" if coverage.first and coverage.last else ""
    return f"There are {coverage.facts:,} facts{span}, {coverage.fines:,} of them fines, by authorities of {coverage.countries:,} countries."
