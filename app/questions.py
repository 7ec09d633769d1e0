"""From query parameters to a question to the graph."""

from dataclasses import replace
from typing import Any

from app.parameters import FactParameters
from graph.errors import InvalidInput, NotFound
from graph.money import money
from graph.reads import entities
from graph.reads.facts import Filters, Order, Question, Sort
from graph.reads.text import lucene
from graph.store import Store


def question(asked: FactParameters, relations: list[str] | None, after: str | None) -> Question:
    """The question that a list of facts asks; raises ``InvalidInput`` where bounds contradict each other."""
    _ordered(asked)
    currency = asked.currency or "EUR"
    known_on = f"{asked.known_on}T23:59:59.999999Z" if asked.known_on else None
    sort, _, order = asked.sort.partition(":")
    return Question(
        Filters(
            relations=relations,
            subject=asked.subject,
            object=asked.object,
            country=asked.country,
            law=asked.law,
            day_from=asked.date_from,
            day_to=asked.date_to,
            amount_min=_minor(asked.amount_min, currency, "amount_min"),
            amount_max=_minor(asked.amount_max, currency, "amount_max"),
            currency=asked.currency,
            status=asked.status,
            review=asked.review,
            valid_on=asked.valid_on,
            known_on=known_on,
        ),
        party=asked.party,
        text=None if asked.q is None else lucene(asked.q),
        sort=_sort(sort),
        order=_order(order),
        limit=asked.limit,
        after=after,
    )


def _sort(name: str) -> Sort:
    return "amount_eur" if name == "amount_eur" else "recorded" if name == "recorded" else "date"


def _order(name: str) -> Order:
    return "asc" if name == "asc" else "desc"


def _ordered(asked: FactParameters) -> None:
    for low, high in (("date_from", "date_to"), ("amount_min", "amount_max")):
        first, last = getattr(asked, low), getattr(asked, high)
        if first is not None and last is not None and first > last:
            raise InvalidInput(
                f"{low} is after {high}: nothing can match", where=low, remedy=f"give {low} <= {high}"
            )


def _minor(amount: float | None, currency: str, where: str) -> int | None:
    if amount is None:
        return None
    try:
        return money(amount, currency).minor
    except (InvalidInput, ArithmeticError, ValueError) as error:
        what = error.what if isinstance(error, InvalidInput) else f"{amount} is not a sum"
        raise InvalidInput(
            what, where=where, remedy=f"give units of {currency}, for example 5000000"
        ) from error


async def checked(store: Store, wanted: Question) -> Question:
    """The same question with merged ids followed; raises ``InvalidInput`` that names an entity that does not exist.

    Called only where a list came out empty, so that the ordinary request costs nothing.
    """
    found: dict[str, Any] = {}
    filters = wanted.filters
    for name, id_ in (
        ("subject", filters.subject),
        ("object", filters.object),
        ("law", filters.law),
        ("party", wanted.party),
    ):
        if id_ is None:
            continue
        try:
            found[name] = await entities.canonical(store, id_, name)
        except NotFound as error:
            raise InvalidInput(error.what, where=name, remedy=error.remedy) from error
    party = found.pop("party", wanted.party)
    return replace(wanted, filters=replace(filters, **found), party=party)
