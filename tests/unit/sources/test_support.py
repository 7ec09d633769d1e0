"""Whether words say what a fact says, whatever the language and the way in which a sum is written."""

from dataclasses import replace

import pytest

from seed.addresses import names_address
from seed.sources.support import Claimed, support

FINE = Claimed(
    "FINED", "ico-uk", "acme", ("Information Commissioner's Office", "ICO"), ("Acme Ltd", "Acme"),
    755_280_000, "GBP", "2022-05-18",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The ICO fined Acme Ltd £7,552,800.",
        "Acme Ltd. must pay 7.552.800 pounds.",
        "Acme: multa de 7.552.800,00 libras.",
        "Acme was fined £7.5m.",
        "Acme was fined £7.55 million.",
        "Acme erhielt ein Bußgeld von 7,6 Mio. Pfund.",
        "ACME was hit hard. It has to pay 7 552 800.",
    ],
)
def test_a_sum_is_the_same_however_it_is_written(text: str) -> None:
    """Signs for thousands, millions, rounded as papers do."""
    found = support(f"Something else.\n{text}\nAnd more.", FINE, ())
    assert found.found == "says_so"
    assert found.quote is not None
    assert found.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "The ICO fined Bolt Ltd £7,552,800.",
        "The ICO fined Acme Ltd £17,552,800.",
        "The ICO fined Acme Ltd £7,552,8001.",
        "The ICO fined Acme Ltd £8 million.",
        "The ICO fined Acmex £7,552,800.",
        "Acme was fined. One. Two. Three. Four. It was £7,552,800.",
        "",
    ],
)
def test_another_party_or_sum_is_no_support(text: str) -> None:
    """Nor a sum that stands far from the name."""
    assert support(text, FINE, ()).found == "not_found"


def test_without_a_sum_the_authority_and_its_deed_have_to_be_there() -> None:
    """A page that names both for something else does not say it."""
    order = replace(FINE, relation="ORDERED", amount_minor=None, currency=None)
    assert support("The ICO ordered Acme to stop.", order, ()).found == "says_so"
    assert support("Acme met the ICO for lunch.", order, ()).found == "not_found"


def test_the_shortest_words_are_quoted() -> None:
    """Not the first ones."""
    text = (
        "Acme, which sells things of many kinds in many places, was fined £7.5m. Acme pays £7,552,800. End."
    )
    assert support(text, FINE, ()).quote == "Acme pays £7,552,800."


@pytest.mark.parametrize(
    ("title", "address", "expected"),
    [
        ("Dbe served with r5m fine", "https://x.example/news/dbe-served-with-r5m-fine-over-results", True),
        ("ICO fines Acme £7m over cameras", "https://x.example/news/ico-fines-acme", False),
        ("News", "https://x.example/news", False),
    ],
)
def test_a_title_made_from_an_address_is_known(title: str, address: str, expected: bool) -> None:
    """Its words are those of the path; a single word says nothing."""
    assert names_address(title, address) is expected
