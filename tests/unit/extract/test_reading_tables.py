"""Sums whose unit or authority stands above them, and captions of suits that were settled for a sum."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Document


def told(text: str, relation: str) -> set[tuple[str, str, str]]:
    """Who, whom and how much of each claim of a relation."""
    found = extract(Document(text), threshold=0.2).claims
    return {
        (c.subject.id, c.object.name, f"{c.sum.amount} {c.sum.currency}" if c.sum else "")
        for c in found
        if c.relation == relation and c.modality == "asserted"
    }


@pytest.mark.parametrize(
    ("head", "cell", "amount"),
    [
        ("| Company | Fine by the ICO (£) |", "60,000", "60000 GBP"),
        ("| Company | Fine by the ICO (£'000) |", "60", "60000 GBP"),
        ("| Company | ICO fine (GBP thousand) |", "45", "45000 GBP"),
        ("| Company | ICO fine in million pounds |", "1.5", "1500000 GBP"),
        ("| Fined company | Amount in £ (ICO) |", "2,500", "2500 GBP"),
        ("Fines imposed by the ICO (in pounds)\n\n| Firm | Amount |", "7,000", "7000 GBP"),
        ("Fines imposed by the ICO, in £ thousand\n\n| Firm | Amount |", "80", "80000 GBP"),
    ],
)
def test_the_head_of_a_table_gives_unit_and_authority(head: str, cell: str, amount: str) -> None:
    """In the cell of the sums, or in the line above the table."""
    text = f"{head}\n|---|---|\n| Tidewell Marketing Ltd | {cell} |\n| Oakmere Leads Limited | {cell} |\n"
    assert told(text, "FINED") == {
        ("ico-uk", "Tidewell Marketing Ltd", amount),
        ("ico-uk", "Oakmere Leads Limited", amount),
    }


@pytest.mark.parametrize(
    ("text", "who", "whom", "amount"),
    [
        (
            "Top settlements\n\n1. $6.5 million – Torvald, et al. v. Brightcam Inc., a class action.\n",
            "torvald",
            "Brightcam Inc.",
            "6500000 USD",
        ),
        (
            "Settlements of the year\n\n- Quennell v. Facelock LLC ($3 million)\n",
            "quennell",
            "Facelock LLC",
            "3000000 USD",
        ),
        (
            "The settlement in Ostrander v. Voxprint Corp. is worth $2.2 million.",
            "ostrander",
            "Voxprint Corp.",
            "2200000 USD",
        ),
        (
            "Biometric settlements\n\n- Haverly v. Gatekeep Inc., $900,000\n- Ibsen v. Stampo Inc., $800,000\n",
            "haverly",
            "Gatekeep Inc.",
            "900000 USD",
        ),
        (
            "Settled cases\n\n$12.5 million – Marchetti v. Handscan Inc.\n",
            "marchetti",
            "Handscan Inc.",
            "12500000 USD",
        ),
        (
            "Cases settled in 2023\n\n* Lindqvist vs. Timeclock Corp. – $4 million\n",
            "lindqvist",
            "Timeclock Corp.",
            "4000000 USD",
        ),
    ],
)
def test_a_caption_with_a_sum_is_a_settlement_below_that_word(
    text: str, who: str, whom: str, amount: str
) -> None:
    """Whoever sued has settled for it."""
    found = {(s.removesuffix("-new"), o.rstrip("."), a) for s, o, a in told(text, "SETTLED_WITH")}
    assert (who, whom.rstrip("."), amount) in found


def test_a_caption_with_a_fine_is_no_settlement() -> None:
    """Nor is one in a text that speaks of none."""
    assert not told("In Quennell v. Facelock LLC a fine of $3 million followed.", "SETTLED_WITH")
    assert not told("Quennell v. Facelock LLC concerned $3 million in losses.", "SETTLED_WITH")


@pytest.mark.parametrize(
    "title",
    [
        "€60,000 fine for Tidewell Marketing",
        "Tidewell Marketing fined €60,000",
        "€60,000 penalty for Tidewell Marketing",
    ],
)
def test_a_headline_takes_its_authority_from_the_body(title: str) -> None:
    """The sum and the firm stand above, whoever decided below."""
    text = f"{title}\n\nThe company was penalised by the Data Protection Commission (Ireland) on Tuesday."
    assert ("dpc-ie", "Tidewell Marketing", "60000 EUR") in told(text, "FINED")
