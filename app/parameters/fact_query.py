"""From query parameters to a query of facts."""

from dataclasses import replace

from app.parameters.fields import AllFilters, FactListing, PartyFilters
from app.schemas.countries import codes
from graph.errors import InvalidInput
from graph.money import money
from graph.reads.facts import FactQuery, Filters, Order, Sort
from graph.reads.lucene import lucene


def fact_query(asked: PartyFilters) -> FactQuery:
    """The query that parameters ask; raises ``InvalidInput`` where bounds contradict each other."""
    _ordered(asked)
    currency = _one_currency(asked)
    sort, _, order = asked.sort.partition(":")
    query = FactQuery(
        Filters(
            relations=asked.relation if isinstance(asked, AllFilters) else ["FINED"],
            subjects=asked.subject,
            objects=asked.object,
            countries=codes(asked.country),
            laws=asked.law,
            day_from=asked.date_from,
            day_to=asked.date_to,
            amount_min=_minor(asked.amount_min, currency, "amount_min"),
            amount_max=_minor(asked.amount_max, currency, "amount_max"),
            currencies=asked.currency,
            statuses=asked.status,
            reviews=asked.review,
            tiers=asked.tier,
            flags=asked.quality,
            found=asked.found,
            valid_on=asked.valid_on,
            known_on=end_of(asked.known_on),
        ),
        parties=asked.party,
        text=None if asked.q is None else lucene(asked.q),
        sort=_sort(sort),
        order=_order(order),
        group=asked.group,
    )
    return (
        replace(query, limit=asked.limit, evidence=asked.evidence)
        if isinstance(asked, FactListing)
        else query
    )


def end_of(day: str | None) -> str | None:
    """The last moment of a day, as recording times are written."""
    return f"{day}T23:59:59.999999Z" if day else None


def _one_currency(asked: PartyFilters) -> str:
    """The currency in which the bounds of an amount count."""
    currencies = asked.currency or ["EUR"]
    if len(currencies) > 1 and (asked.amount_min is not None or asked.amount_max is not None):
        raise InvalidInput(
            "a bound on the amount needs one currency, not several",
            where="currency",
            remedy="give one currency, or none for sums in euro",
        )
    return currencies[0]


def _sort(name: str) -> Sort:
    return "amount_eur" if name == "amount_eur" else "recorded" if name == "recorded" else "date"


def _order(name: str) -> Order:
    return "asc" if name == "asc" else "desc"


def _ordered(asked: PartyFilters) -> None:
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
