"""Sums and dates stand only as the words of the text have them."""

from decimal import Decimal

import pytest

from tests.unit.llm.reading import CLEARVIEW, FINE, Read, one
from tests.unit.llm.stub import party, row


@pytest.mark.parametrize(
    "amount",
    [
        ("75000000", "GBP", "£7.5 million"),
        ("7500000", "EUR", "£7.5 million"),
        ("7500000", "XXQ", "£7.5 million"),
        ("7.5 million", "GBP", "£7.5 million"),
        ("-7500000", "GBP", "£7.5 million"),
        ("7500000", "GBP", "seven and a half million pounds"),
        ("7500000", "GBP", "has fined"),
    ],
)
def test_a_sum_that_its_words_do_not_say_is_left_out(read: Read, amount: tuple[str, str, str]) -> None:
    """The claim stands without it, and it is counted."""
    said = dict(zip(("amount", "currency", "text"), amount, strict=True))
    result = read(FINE | {"amount": said})
    assert one(result).sum is None
    assert result[1].dropped_sums == 1


def test_a_sign_that_countries_share_may_be_any_of_theirs(read: Read) -> None:
    """A dollar is Australian if the model says so, but never a euro; cents are kept."""
    text = "The Office of the Australian Information Commissioner fined Clearview AI $1,250.50 then."
    author = party("Office of the Australian Information Commissioner", "regulator")
    quote = "fined Clearview AI $1,250.50"
    for currency, expected in (("AUD", [Decimal("1250.5")]), ("USD", [Decimal("1250.5")]), ("EUR", [])):
        said = row(quote, author, CLEARVIEW, amount=("1250.50", currency, "$1,250.50"))
        [claim] = read(said, text=text, published="2022")[0].claims
        assert [claim.sum.amount] if claim.sum else expected == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (("2022-05-23", "23 May 2022"), "2022-05-23"),
        (("2022-05", "23 May 2022"), "2022-05"),
        (("2022-05-23", "May 2022"), "2022-05"),
        (("2021", "Last year"), "2021"),
        (("2021-02-03", "Last year"), "2021"),
        (("2022-05-24", "23 May 2022"), None),
        (("2022-05-23", "Leeds"), None),
        (("2022-05-23", "last spring"), None),
        (("23.05.2022", "23 May 2022"), None),
        (("2022-13", "2022"), None),
    ],
)
def test_a_date_says_what_its_words_say(read: Read, date: tuple[str, str], expected: str | None) -> None:
    """No other day, and no more exact than the words are."""
    result = read(FINE | {"date": dict(zip(("date", "text"), date, strict=True))})
    when = one(result).when
    assert (when.date if when else None) == expected
    assert result[1].dropped_dates == (expected is None)


def test_a_date_in_another_language_needs_the_year_in_its_words(read: Read) -> None:
    """Words that no rule reads are believed as far as they go."""
    text = "La CNIL a infligé une amende à Clearview AI en vendémiaire 2022."
    said = row(
        "amende à Clearview AI", party("CNIL", "regulator"), CLEARVIEW, date=("2022", "vendémiaire 2022")
    )
    [claim] = read(said, text=text)[0].claims
    assert claim.when is not None
    assert claim.when.date == "2022"
    assert claim.subject.id == "cnil-fr"
