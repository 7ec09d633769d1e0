"""The status of a fact on any day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graph.model import FactRow, StageRow
from graph.timeline import AS_OF, timeline
from graph.vocabulary import STAGES, STATUSES

CLEARVIEW = FactRow(
    "ico-clearview",
    "FINED",
    "ico-uk",
    "clearview-ai",
    date="2022-05-18",
    status="remitted",
    stages=(
        StageRow("imposed", "2022-05-18"),
        StageRow("appealed", "2022"),
        StageRow("annulled", "2023-10-17"),
        StageRow("reinstated", "2025-10-06"),
        StageRow("remitted", "2025-10-06"),
    ),
)


def status_on(fact: FactRow, day: str) -> str | None:
    """The status on a day: that of the last entry which has begun."""
    begun = [status for start, status in timeline(fact) if start <= day]
    return begun[-1] if begun else None


def test_the_fine_of_clearview_ai() -> None:
    """Imposed, appealed some time in 2022, annulled, reinstated and sent back on one day."""
    assert timeline(CLEARVIEW) == [
        ("2022-05-18", "imposed"),
        ("2022-12-31", "under_appeal"),
        ("2023-10-17", "annulled"),
        ("2025-10-06", "imposed"),
        ("2025-10-06", "remitted"),
    ]
    assert status_on(CLEARVIEW, "2022-05-17") is None
    assert STATUSES[status_on(CLEARVIEW, "2022-12-31") or ""].stands is True
    assert status_on(CLEARVIEW, "2023-12-01") == "annulled"
    assert status_on(CLEARVIEW, "2025-10-06") == "remitted"


def test_without_a_status_there_is_no_timeline() -> None:
    """A relation without a life cycle has no status on any day."""
    assert timeline(FactRow("f", "SCRAPED", "clearview-ai", "facebook", date="2017")) == []


def test_a_fact_without_stages_has_its_status_from_its_date() -> None:
    """From its first day, or from the beginning of time where it has no date."""
    assert timeline(FactRow("f", "FINED", "a", "b", date="2020-03", status="imposed")) == [
        ("2020-03-01", "imposed")
    ]
    assert timeline(FactRow("f", "FINED", "a", "b", status="unknown")) == [("0001-01-01", "unknown")]


def test_a_lawsuit_is_pending_until_a_stage_decides() -> None:
    """Its filing is no stage."""
    suit = FactRow(
        "f",
        "SUED",
        "a",
        "b",
        date="2020-05-28",
        status="settled",
        stages=(StageRow("settled", "2022-05-09"),),
    )
    assert timeline(suit) == [("2020-05-28", "pending"), ("2022-05-09", "settled")]


def test_a_stage_that_decides_nothing_leaves_the_status() -> None:
    """Payment is an event, not a status."""
    fact = FactRow(
        "f", "FINED", "a", "b", date="2020", status="imposed",
        stages=(StageRow("imposed", "2020"), StageRow("paid", "2021")),
    )  # fmt: skip
    assert timeline(fact) == [("2020-01-01", "imposed")]


def test_a_stage_without_a_date_counts_from_the_next_one() -> None:
    """Or from the day that the records reach to, where none follows."""
    between = FactRow(
        "f", "FINED", "a", "b", date="2020-01-02", status="annulled",
        stages=(StageRow("imposed", "2020-01-02"), StageRow("appealed", None), StageRow("annulled", "2021-03")),
    )  # fmt: skip
    assert timeline(between)[1:] == [("2021-03-31", "under_appeal"), ("2021-03-31", "annulled")]
    last = FactRow(
        "f", "FINED", "a", "b", date="2020-01-02", status="under_appeal",
        stages=(StageRow("imposed", "2020-01-02"), StageRow("appealed", None)),
    )  # fmt: skip
    assert timeline(last)[1:] == [(AS_OF, "under_appeal")]


def test_the_recorded_status_wins_over_the_last_stage() -> None:
    """It may know more: a decision on which the sources fall silent is unknown."""
    fact = FactRow(
        "f", "FINED", "a", "b", date="2020", status="unknown", stages=(StageRow("imposed", "2020"),)
    )
    assert timeline(fact) == [("2020-01-01", "unknown")]


DATES = st.one_of(
    st.none(),
    st.builds(
        lambda day, length: day.isoformat()[:length],
        st.dates(min_value=date(1990, 1, 1), max_value=date(2026, 12, 31)),
        st.sampled_from([4, 7, 10]),
    ),
)
FACTS = st.builds(
    lambda date, status, stages: FactRow(
        "f", "FINED", "a", "b", date=date, status=status, stages=tuple(stages)
    ),
    DATES,
    st.sampled_from(sorted(STATUSES)),
    st.lists(st.builds(StageRow, st.sampled_from(sorted(STAGES)), DATES), max_size=6),
)


@given(FACTS)
def test_time_runs_forward_and_ends_with_the_status_now(fact: FactRow) -> None:
    """Whatever the stages are: never empty, in order, and the last entry is the recorded status."""
    entries = timeline(fact)
    assert entries
    assert [day for day, _ in entries] == sorted(day for day, _ in entries)
    assert entries[-1][1] == fact.status
