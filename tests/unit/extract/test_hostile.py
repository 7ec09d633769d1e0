"""Hostile text: no crash, no offset that does not fit, no time out of proportion."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seed.extract.engine import extract
from seed.extract.types import Document

pytestmark = pytest.mark.usefixtures("untraced")

_BAIT = st.sampled_from([
    "ICO", "fined", "£5m", "(", ")", "the company", "Acme Ltd", "May 2022", "[a](b)", "'s", "\u202e", "\ud800",
    "\n\n", "- ", "|", ":",
])  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_BAIT | st.text(max_size=8), max_size=40).map(" ".join))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever is read, quotes stand at their offsets."""
    for claim in extract(Document(text)).claims:
        assert text[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "[" * 60_000 + "](" * 20_000,
        "1,000,000 " * 10_000,
        "\n" * 200_000,
        "![x](" * 20_000,
        '"' * 50_000,
    ],
    ids=["one word", "brackets", "numbers", "lines", "images", "quotes"],
)
def test_large_nonsense_is_read_in_bounded_time(text: str) -> None:
    """Large input without sense costs little; the bound is generous, for a busy machine."""
    start = time.process_time()
    assert extract(Document(text)).claims == ()
    assert time.process_time() - start < 20


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "piece",
    ["fined ", "ICO fined Brightloom Ltd £5m ", "ICO fined.\n", "the regulator fined the company. "],
    ids=["triggers", "fines without an end", "lines", "descriptions"],
)
def test_a_text_of_nothing_but_triggers_costs_in_proportion(piece: str) -> None:
    """Four times the text costs about four times, not sixteen: the bound leaves room for a busy machine."""

    def seconds(length: int) -> float:
        start = time.process_time()
        _ = extract(Document(piece * (length // len(piece))))
        return time.process_time() - start

    _ = seconds(2_000)
    assert seconds(24_000) < 10 * max(seconds(6_000), 0.05)
