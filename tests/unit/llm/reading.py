"""A text, what a model may say of it, and how a test reads the one with the other."""

from collections.abc import Callable

from seed.extract.types import Claim, Extraction
from seed.llm.report import Report
from tests.unit.llm.stub import party, row

TEXT = """Watchdog takes face search firm to task

The Information Commissioner's Office (ICO) said on 23 May 2022 that it has fined
Clearview AI £7.5 million and told it to delete what it holds.

Brightwell Analytics Ltd, a small broker in Leeds, got off with a warning. Last year it was
looked into for Art. 6 GDPR too. Users sued Brightwell Analytics Ltd in March.
"""
ICO = party("The Information Commissioner's Office", "regulator")
REGULATOR = party("it", "regulator", "Information Commissioner's Office")
CLEARVIEW = party("Clearview AI", "company")
BROKER = party("Brightwell Analytics Ltd", "company")
FINE = row(
    "it has fined Clearview AI £7.5 million",
    REGULATOR,
    CLEARVIEW,
    amount=("7500000", "GBP", "£7.5 million"),
    date=("2022-05-23", "23 May 2022"),
)

Read = Callable[..., tuple[Extraction, Report]]


def one(result: tuple[Extraction, Report]) -> Claim:
    """The only claim, whose quote is where it says."""
    [claim] = result[0].claims
    assert claim.quote == TEXT[claim.start : claim.end]
    return claim
