"""Numbers, sums and dates as a reader writes them."""

import pytest

from app.pages.locales import reader


@pytest.mark.parametrize(
    ("header", "short", "exact", "day"),
    [
        (None, "£7.6m", "£7,552,800", "18 May 2022"),
        ("en-US,en;q=0.9", "£7.6m", "£7,552,800", "May 18, 2022"),
        ("de-DE,de;q=0.9,en;q=0.5", "7,6 Mio. £", "7.552.800 £", "18.05.2022"),
        ("xx-nonsense, fr;q=0.5", "7,6 M £GB", "7 552 800 £GB", "18 mai 2022"),
        ("*;q=0.1,;;q=x,en", "£7.6m", "£7,552,800", "18 May 2022"),
    ],
)  # fmt: skip
def test_the_reader_decides_the_form(header: str | None, short: str, exact: str, day: str) -> None:
    """The browser's language gives the signs; an unknown or broken header gives British English."""
    found = reader(header)
    plain = [text.replace("\xa0", " ").replace("\u202f", " ") for text in
             (found.short(7_552_800, "GBP"), found.money(7_552_800, "GBP"), found.day("2022-05-18"))]  # fmt: skip
    assert plain == [short, exact, day]


@pytest.mark.parametrize(
    ("value", "currency", "short"),
    [
        (5_000_000_000, "USD", "US$5bn"),
        (30_500_000, "EUR", "€30.5m"),
        (999_999, "EUR", "€999,999"),
        (20_000, "EUR", "€20,000"),
        (35_258_707.95, "EUR", "€35.3m"),
        (76_527.95, "EUR", "€76,528"),
        (999.5, "EUR", "€999.50"),
        (0, "EUR", "€0"),
    ],
)
def test_short_sums(value: float, currency: str, short: str) -> None:
    """In short from a million on, as English newspapers write it; in full below."""
    assert reader(None).short(value, currency) == short


def test_decimals_stay_where_there_are_any() -> None:
    """Cents are shown where the sum has them; a currency without them has none."""
    assert reader(None).money(35_258_707.95, "GBP") == "£35,258,707.95"
    assert reader(None).money(1_234_567, "KRW") == "₩1,234,567"


@pytest.mark.parametrize(("date", "shown"), [("2022", "2022"), ("2022-05", "May 2022"), (None, ""), ("", "")])
def test_a_date_keeps_its_precision(date: str | None, shown: str) -> None:
    """A year is shown as a year, a month as a month, nothing as nothing."""
    assert reader(None).day(date) == shown
