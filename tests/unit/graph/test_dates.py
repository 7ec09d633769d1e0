"""Dates of a year, a month or a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import dates
from graph.errors import InvalidInput

DAYS = st.dates(min_value=date(1, 1, 1))
DATES = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2022", "year", "2022-01-01", "2022-12-31"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2023-02", "month", "2023-02-01", "2023-02-28"),
        ("2022-05-18", "day", "2022-05-18", "2022-05-18"),
    ],
)
def test_a_date_spans_the_days_that_it_may_mean(text: str, precision: str, first: str, last: str) -> None:
    """A year reaches from January to December, a month from its first to its last day."""
    assert (dates.precision(text), dates.first_day(text), dates.last_day(text)) == (precision, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-5",
        "2022-13",
        "2022-00",
        "2023-02-29",
        "2022-05-18T00:00",
        " 2022",
        "2022-05-",
        "0000",
        "２０２２",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """The error repeats the text and shows the form that is wanted."""
    with pytest.raises(InvalidInput, match="is not a date") as error:
        dates.precision(text)
    assert error.value.remedy is not None


@given(DATES)
def test_first_day_comes_before_last_day(text: str) -> None:
    """Both ends are days, in order, and begin with what the date says."""
    first, last = dates.first_day(text), dates.last_day(text)
    assert first <= last
    assert first.startswith(text)
    assert last.startswith(text)


@given(DATES, DATES)
def test_overlap_is_mutual(one: str, other: str) -> None:
    """Two dates overlap exactly where one begins with the other."""
    assert dates.overlap(one, other) == dates.overlap(other, one)
    assert dates.overlap(one, other) == (one.startswith(other) or other.startswith(one))


@given(st.lists(DAYS, min_size=2, max_size=2))
def test_text_sorts_like_time(days: list[date]) -> None:
    """Sort keys rely on it."""
    assert sorted(day.isoformat() for day in days) == [day.isoformat() for day in sorted(days)]
