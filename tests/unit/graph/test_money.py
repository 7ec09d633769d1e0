"""Sums in minor units, and their value in euro."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import money
from graph.errors import InvalidInput
from graph.money import Money


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        (7552800, "GBP", 755_280_000),
        ("35258707.95", "EUR", 3_525_870_795),
        (0.1, "EUR", 10),
        (1_000_000, "JPY", 1_000_000),
        ("1.234", "KWD", 1234),
        (Decimal("0.0001"), "CLF", 1),
    ],
)
def test_a_sum_becomes_minor_units(amount: float | str | Decimal, currency: str, minor: int) -> None:
    """Pence, cents, whole yen: as many places as the currency has."""
    assert money.money(amount, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("amount", "currency", "where"),
    [(1, "XYZ", "currency"), (1, "eur", "currency"), ("1.005", "EUR", "amount"), (0.5, "JPY", "amount")],
)
def test_a_sum_that_does_not_fit_is_refused(amount: float | str, currency: str, where: str) -> None:
    """An unknown currency, or a fraction of its smallest unit; the error names which."""
    with pytest.raises(InvalidInput) as error:
        money.money(amount, currency)
    assert error.value.where == where


@given(st.integers(min_value=0, max_value=10**13), st.sampled_from(["EUR", "JPY", "KWD", "GBP", "CLF"]))
def test_units_and_minor_units_are_the_same_sum(minor: int, currency: str) -> None:
    """There and back again; a whole sum is an integer."""
    units = money.units(minor, currency)
    assert money.money(units, currency).minor == minor
    assert isinstance(units, int) == (minor % 10 ** money.exponent(currency) == 0)


def test_euro_is_euro() -> None:
    """No rate is needed, also where the date is not known."""
    assert money.to_euro(Money(100, "EUR"), None).minor == 100
    assert money.to_euro(Money(100, "EUR"), "2022-05").rate_date == "2022-05-31"


def test_rate_of_the_day() -> None:
    """The sum in euro, the rate and its date; the rate is units of the currency for one euro."""
    euro = money.to_euro(Money(755_280_000, "GBP"), "2022-05-18")
    assert euro.rate is not None
    assert euro.minor == round(755_280_000 / float(euro.rate))
    assert (euro.rate_date, euro.reason) == ("2022-05-18", None)


def test_currency_without_cents() -> None:
    """A sum in yen is not a hundredth of itself."""
    euro = money.to_euro(Money(1_000_000, "JPY"), "2022-05-18")
    assert euro.minor is not None
    assert 5_000_00 < euro.minor < 10_000_00


def test_at_a_weekend_the_last_rate_counts() -> None:
    """22 May 2022 was a Sunday: the rate is Friday's."""
    assert money.to_euro(Money(100, "USD"), "2022-05-22").rate_date == "2022-05-20"


def test_of_a_month_its_end_counts() -> None:
    """The last day of the month, or the last before it with a rate."""
    assert money.to_euro(Money(100, "USD"), "2022-04").rate_date == "2022-04-29"


@pytest.mark.parametrize(
    ("currency", "on", "reason"),
    [
        ("GBP", None, "the date is not known"),
        ("GBP", "2022", "only the year is known"),
        ("ARS", "2022-05-18", "no rate for ARS"),
        ("GBP", "1980-01-01", "no rate for GBP"),
    ],
)
def test_without_a_rate_there_is_a_reason(currency: str, on: str | None, reason: str) -> None:
    """No number is made up."""
    euro = money.to_euro(Money(100, currency), on)
    assert euro.minor is None
    assert euro.reason is not None
    assert reason in euro.reason
