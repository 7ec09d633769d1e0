"""Sums of money are read in every usual form, and only where a currency stands."""

from decimal import Decimal

import pytest

from seed.extract.values import money


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
        ("£2,400 million", "2400000000", "GBP"),
        ("€1.125 million", "1125000", "EUR"),
        ("Rs 12,50,000", "1250000", "INR"),
        ("₹3,45,67,890", "34567890", "INR"),
        ("Rs 2 lakh crore", "2000000000000", "INR"),
        ("NZD $40,000", "40000", "NZD"),
        ("SGD$1.5 million", "1500000", "SGD"),
        ("$750,000 (AUD)", "750000", "AUD"),
        ("$2 million CAD", "2000000", "CAD"),
        ("£.25m", "250000", "GBP"),
        ("€0,375", "0.375", "EUR"),
        ("7 million Hong Kong dollars", "7000000", "HKD"),
        ("12.5 million Czech crowns", "12500000", "CZK"),
        ("3 million Argentine pesos", "3000000", "ARS"),
        ("N200 million", "200000000", "NGN"),
        ("a CZK 4 million penalty", "4000000", "CZK"),
    ],
)
def test_a_sum_is_read_as_written(text: str, amount: str, currency: str) -> None:
    """Separators, scales, words and signs of many countries give the number and the currency."""
    (found,) = money.find(text)
    assert (found.amount, found.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    ["£2–3 million", "$10-12m", "between £200,000 and £300,000", "USD 3 to 4 million", "20-30 million euros"],
)
def test_a_range_is_one_vague_sum(text: str) -> None:
    """Neither end of a range is told as what was imposed."""
    (found,) = money.find(text)
    assert found.vague
    assert text[found.start : found.end] == text


def test_an_article_before_a_sign_is_no_number() -> None:
    """The sum after "a" is read, not the article."""
    assert [m.amount for m in money.find("a €50m fine and a $5 billion deal")] == [
        Decimal(50_000_000),
        Decimal(5_000_000_000),
    ]


def test_a_reduction_is_no_range() -> None:
    """Both ends of "from £9m to £2m" are sums of their own."""
    assert [m.amount for m in money.find("cut from £9m to £2m")] == [Decimal(9_000_000), Decimal(2_000_000)]


def test_a_code_in_brackets_belongs_to_its_own_number() -> None:
    """The code that opens a list of parts is not that of the total before it."""
    found = money.find("EUR 90,000 (EUR 50,000, EUR 40,000)")
    assert [m.amount for m in found] == [Decimal(90_000), Decimal(50_000), Decimal(40_000)]


def test_a_shared_word_takes_the_currency_of_the_country() -> None:
    """Kroner are Norwegian where the authority is."""
    (found,) = money.find("65 million kroner")
    assert (found.read_in("NO"), found.read_in("DK")) == ("NOK", "DKK")


@pytest.mark.parametrize(
    "text",
    ["4 million people", "in 2019 the ICO", "Article 83(5)", "13 per cent", "N95 masks", "fined a dollar"],
)
def test_a_number_without_a_currency_is_no_sum(text: str) -> None:
    """Counts, years and articles are left alone."""
    assert money.find(text) == []
