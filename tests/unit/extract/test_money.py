"""Sums of money are read in every usual form, and only where a currency stands."""

from decimal import Decimal

import pytest

from seed.extract import money


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("a fine of £7.5m", "7500000", "GBP"),
        ("EUR 1.2 billion", "1200000000", "EUR"),
        ("one million levs", "1000000", "BGN"),
        ("CHF 1’250’000", "1250000", "CHF"),
        ("Rs 213.14 crore", "2131400000", "INR"),
        ("10.000.000 euros", "10000000", "EUR"),
        ("5,1 million levs", "5100000", "BGN"),
        ("two hundred and twenty million US dollars", "220000000", "USD"),
        ("half a million pounds", "500000", "GBP"),
        ("R$ 14.400", "14400", "BRL"),
        ("A$2.22 million", "2220000", "AUD"),
        ("NOK 100 million", "100000000", "NOK"),
        ("20.000.000,00 euros", "20000000", "EUR"),
        ("HUF 11.000.000", "11000000", "HUF"),
        ("$68 million", "68000000", "USD"),
    ],
)
def test_a_sum_is_read_as_written(text: str, amount: str, currency: str) -> None:
    """Separators, scales, words and signs of many countries give the number and the currency."""
    (found,) = money.find(text)
    assert (found.amount, found.currency) == (Decimal(amount), currency)


def test_a_shared_word_takes_the_currency_of_the_country() -> None:
    """Kroner are Norwegian where the authority is."""
    (found,) = money.find("65 million kroner")
    assert (found.read_in("NO"), found.read_in("DK")) == ("NOK", "DKK")


@pytest.mark.parametrize("text", ["4 million people", "in 2019 the ICO", "Article 83(5)", "13 per cent"])
def test_a_number_without_a_currency_is_no_sum(text: str) -> None:
    """Counts, years and articles are left alone."""
    assert money.find(text) == []
