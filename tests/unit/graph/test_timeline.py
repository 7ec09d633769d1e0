"""The status of a fact on any day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import FactRow, StageRow
from graph.vocabulary import RELATIONS, STAGES, STATUSES
from graph.writes.timeline import EARLIEST, LATEST, Entry, timeline

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


def statuses_on(fact: FactRow, day: str) -> list[str | None]:
    """All statuses that may have held on a day, ``None`` for not yet decided: the rule that the statements follow."""
    entries = timeline(fact)
    may: list[str | None] = [None] if not entries or entries[0].last > day else []
    for entry, following in zip(entries, [*entries[1:], None], strict=True):
        if entry.first <= day and (following is None or following.last > day):
            may.append(entry.status)
    return list(dict.fromkeys(may))


def spans(fact: FactRow) -> list[tuple[str, str, str]]:
    """Status, earliest and latest day of each entry."""
    return [(entry.status, entry.first, entry.last) for entry in timeline(fact)]


def test_the_fine_of_clearview_ai() -> None:
    """Imposed, appealed some time in 2022, annulled, reinstated and sent back on one day."""
    assert spans(CLEARVIEW) == [
        ("imposed", "2022-05-18", "2022-05-18"),
        ("under_appeal", "2022-05-18", "2022-12-31"),
        ("annulled", "2023-10-17", "2023-10-17"),
        ("imposed", "2025-10-06", "2025-10-06"),
        ("remitted", "2025-10-06", "2025-10-06"),
    ]
    assert statuses_on(CLEARVIEW, "2022-05-17") == [None]
    assert statuses_on(CLEARVIEW, "2022-08-01") == ["imposed", "under_appeal"]
    assert statuses_on(CLEARVIEW, "2022-12-31") == ["under_appeal"]
    assert statuses_on(CLEARVIEW, "2023-12-01") == ["annulled"]
    assert statuses_on(CLEARVIEW, "2025-10-06") == ["remitted"]
    assert [entry.date for entry in timeline(CLEARVIEW)][1] == "2022"


def test_without_a_status_there_is_no_timeline() -> None:
    """A relation without a life cycle has no status on any day."""
    assert timeline(FactRow("f", "SCRAPED", "clearview-ai", "facebook", date="2017")) == []


def test_a_fact_without_stages_has_its_status_from_its_date() -> None:
    """From some day of that month; where it has no date no day is made up, and the reason says so."""
    fact = FactRow("f", "FINED", "a", "b", date="2020-03", status="imposed")
    assert timeline(fact) == [Entry("imposed", "2020-03-01", "2020-03-31", "2020-03")]
    assert statuses_on(fact, "2020-03-15") == [None, "imposed"]
    (undated,) = timeline(FactRow("f", "FINED", "a", "b", status="unknown"))
    assert (undated.first, undated.last, undated.date) == (EARLIEST, LATEST, None)
    assert undated.reason == "no source gives the day"
    (told,) = timeline(FactRow("f", "FINED", "a", "b", status="imposed", until="2021-02-03"))
    assert (told.date, told.last) == (None, "2021-02-03")
    assert told.reason == "no source gives the day; it was known on 2021-02-03"


def test_what_the_sources_reach_to_bounds_a_year() -> None:
    """A stage of this year, in records kept until June, came before July; a day is never moved."""
    fact = FactRow("f", "FINED", "a", "b", date="2026", until="2026-06-30", status="imposed")
    assert spans(fact) == [("imposed", "2026-01-01", "2026-06-30")]
    later = FactRow("f", "FINED", "a", "b", date="2026-09-01", until="2026-06-30", status="imposed")
    assert spans(later) == [("imposed", "2026-09-01", "2026-09-01")]


@pytest.mark.parametrize("relation", [name for name, kind in RELATIONS.items() if kind.pending])
def test_what_is_pending_without_a_stage(relation: str) -> None:
    """A lawsuit and an inquiry are pending from their own date until a stage decides."""
    fact = FactRow(
        "f", relation, "a", "b", date="2020-05-28", status="concluded",
        stages=(StageRow("closed", "2022-05-09"),),
    )  # fmt: skip
    assert spans(fact) == [
        ("pending", "2020-05-28", "2020-05-28"),
        ("concluded", "2022-05-09", "2022-05-09"),
    ]


def test_a_stage_that_decides_nothing_leaves_the_status() -> None:
    """Payment is an event, not a status."""
    fact = FactRow(
        "f", "FINED", "a", "b", date="2020", status="imposed",
        stages=(StageRow("imposed", "2020"), StageRow("paid", "2021")),
    )  # fmt: skip
    assert spans(fact) == [("imposed", "2020-01-01", "2020-12-31")]


def test_a_stage_without_a_date_lies_between_its_neighbours() -> None:
    """Or ends where the sources were read, where none follows; no day is made up for it."""
    between = FactRow(
        "f", "FINED", "a", "b", date="2020-01-02", status="annulled",
        stages=(StageRow("imposed", "2020-01-02"), StageRow("appealed", None), StageRow("annulled", "2021-03")),
    )  # fmt: skip
    assert spans(between)[1:] == [
        ("under_appeal", "2020-01-02", "2021-03-31"),
        ("annulled", "2021-03-01", "2021-03-31"),
    ]
    assert statuses_on(between, "2021-03-15") == ["imposed", "under_appeal", "annulled"]
    last = FactRow(
        "f", "FINED", "a", "b", date="2020-01-02", status="under_appeal",
        stages=(StageRow("imposed", "2020-01-02"), StageRow("appealed", None, until="2021-06-30")),
    )  # fmt: skip
    entry = timeline(last)[-1]
    assert (entry.first, entry.last, entry.date) == ("2020-01-02", "2021-06-30", None)
    assert entry.reason == "no source gives the day; it lies between 2020-01-02 and 2021-06-30"
    assert statuses_on(last, "2021-01-01") == ["imposed", "under_appeal"]
    assert statuses_on(last, "2021-07-01") == ["under_appeal"]
    open_ = replace(last, stages=(StageRow("imposed", "2020-01-02"), StageRow("appealed", None)))
    assert statuses_on(open_, "2030-01-01") == ["imposed", "under_appeal"]


def test_the_recorded_status_wins_over_the_last_stage() -> None:
    """It may know more: a decision on which the sources fall silent is unknown."""
    fact = FactRow(
        "f", "FINED", "a", "b", date="2020", status="unknown", stages=(StageRow("imposed", "2020"),)
    )
    assert spans(fact) == [("unknown", "2020-01-01", "2020-12-31")]


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
    for days in ([entry.first for entry in entries], [entry.last for entry in entries]):
        assert days == sorted(days)
    assert all(entry.first <= entry.last for entry in entries)
    assert all((entry.date is None) == (entry.reason is not None) for entry in entries)
    assert entries[-1].status == fact.status


@given(FACTS, st.dates(min_value=date(1990, 1, 1), max_value=date(2026, 12, 31)))
def test_some_status_is_possible_on_every_day(fact: FactRow, day: date) -> None:
    """And long after everything only the last one, where all has a date."""
    assert statuses_on(fact, day.isoformat())
    if all(stage.date for stage in fact.stages) and fact.date:
        assert statuses_on(fact, "2999-01-01") == [fact.status]
