"""Money: integer minor units with an ISO 4217 currency, and its value in euro on a day.

Rates are the European Central Bank's reference rates, as shipped by the CurrencyConverter package. Where there is
no rate there is no number, but a reason.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import Any, Final, cast

import pycountry
from currency_converter import CurrencyConverter, RateNotFoundError

from graph import dates
from graph.errors import InvalidInput

_EXPONENTS: Final = {
    code: exponent
    for exponent, codes in (
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    )
    for code in codes.split()
}
"""Decimal places of the currencies that do not have two (ISO 4217)."""

_LOOK_BACK: Final = timedelta(days=7)
"""The bank publishes no rate at weekends and holidays: the last one before the day counts, at most a week old."""


@dataclass(frozen=True, slots=True)
class Money:
    """A sum: ``minor`` in the smallest unit of ``currency`` (pence, cents, whole yen)."""

    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Euro:
    """A sum in euro cents, or why there is none. ``rate`` is units of the currency for one euro, as text."""

    minor: int | None
    rate: str | None = None
    rate_date: str | None = None
    reason: str | None = None


@cache
def currencies() -> frozenset[str]:
    """All ISO 4217 codes, also those of currencies that the euro replaced while privacy law was enforced."""
    return frozenset(currency.alpha_3 for currency in cast("Any", pycountry.currencies)) | {"BGN", "HRK"}


def exponent(currency: str) -> int:
    """Number of decimal places of a currency."""
    return _EXPONENTS.get(currency, 2)


def money(amount: float | str | Decimal, currency: str) -> Money:
    """A sum from units (``7552800``, ``35258707.95``); raises ``InvalidInput`` where it does not fit the currency."""
    if currency not in currencies():
        raise InvalidInput(
            what=f"{currency!r} is not a currency",
            where="currency",
            remedy="give an ISO 4217 code, for example GBP",
        )
    scaled = Decimal(str(amount)).scaleb(exponent(currency))
    if scaled != scaled.to_integral_value():
        raise InvalidInput(
            what=f"{amount} has more decimal places than {currency} allows",
            where="amount",
            remedy=f"give at most {exponent(currency)} decimal places",
        )
    return Money(int(scaled), currency)


def units(minor: int, currency: str) -> int | float:
    """The sum in units: an integer where it is whole, else the nearest float."""
    places = exponent(currency)
    whole, rest = divmod(minor, 10**places)
    return whole if rest == 0 else float(Decimal(minor).scaleb(-places))


@cache
def _converter() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)


def _rate(currency: str, day: date) -> tuple[Decimal, date] | None:
    for back in range(_LOOK_BACK.days + 1):
        at = day - timedelta(days=back)
        try:
            one = cast("Any", _converter()).convert(Decimal(1), "EUR", currency, date=at)
        except (RateNotFoundError, ValueError):
            continue
        return one, at
    return None


@cache
def from_euro(cents: int, currency: str, on: str) -> int | None:
    """Euro cents in minor units of a currency on a day, or at the end of a month; nothing where there is no rate."""
    if currency == "EUR":
        return cents
    if dates.precision(on) == "year":
        return None
    found = _rate(currency, date.fromisoformat(dates.last_day(on)))
    if found is None:
        return None
    value = Decimal(cents).scaleb(-2) * found[0]
    return int(value.scaleb(exponent(currency)).to_integral_value(ROUND_HALF_EVEN))


@cache
def to_euro(sum_: Money, on: str | None) -> Euro:
    """The sum in euro on a day, or at the end of a month; a year alone has no rate."""
    if sum_.currency == "EUR":
        return Euro(sum_.minor, "1", on and dates.last_day(on))
    if on is None:
        return Euro(None, reason="the date is not known")
    if dates.precision(on) == "year":
        return Euro(None, reason="only the year is known, and rates are of a day")
    found = _rate(sum_.currency, date.fromisoformat(dates.last_day(on)))
    if found is None:
        return Euro(None, reason=f"the European Central Bank has no rate for {sum_.currency} at {on}")
    rate, at = found
    value = Decimal(sum_.minor).scaleb(-exponent(sum_.currency)) / rate
    cents = (value * 100).to_integral_value(ROUND_HALF_EVEN)
    return Euro(int(cents), str(rate.normalize()), at.isoformat())
