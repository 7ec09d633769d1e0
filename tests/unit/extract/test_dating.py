"""Dates are resolved against the day of publication, with the precision of the words."""

import pytest

from seed.extract.values.dating import Calendar, find, month_first, says_month_first
from seed.extract.values.publication import is_byline, published


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 14 December 2021", "2021-12-14"),
        ("May 25, 2018", "2018-05-25"),
        ("on Monday", "2022-05-23"),
        ("last Friday", "2022-05-20"),
        ("last November", "2021-11"),
        ("in July last year", "2021-07"),
        ("in May", "2022-05"),
        ("on 30 September", "2021-09-30"),
        ("last year", "2021"),
        ("this month", "2022-05"),
        ("two years ago", "2020"),
        ("at the end of August 2019", "2019-08"),
        ("at the start of 2019", "2019"),
    ],
)
def test_relative_dates_count_from_publication(text: str, expected: str) -> None:
    """A month or weekday without a year is the last one before the text was published."""
    (found,) = find(text, Calendar("2022-05-23"))
    assert found.date == expected


def test_the_same_year_looks_back_in_the_text() -> None:
    """The same year is the year that the text named last."""
    found = find("fined in February 2020 and again in July of the same year", Calendar(None))
    assert [d.date for d in found] == ["2020-02", "2020-07"]


def test_may_is_no_month_when_it_is_a_verb() -> None:
    """The modal verb gives no date."""
    assert find("It may be fined", Calendar("2022-05-23")) == []


def test_nothing_is_guessed_without_publication() -> None:
    """A weekday in a text of unknown date has no date."""
    (found,) = find("on Tuesday", Calendar(None))
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "url", "expected"),
    [
        ("Text", "https://example.org/2021/03/04/story", "2021-03-04"),
        ("Press release\nFriday, August 14, 2020\nThe office said", None, "2020-08-14"),
        ("No date at all", None, None),
        ("Acme fined\n\nPublished 4 April 2023\n\nAcme was", None, "2023-04-04"),
        ("By Jane Doe | April 4, 2023 at 3:45 p.m. EDT\n", None, "2023-04-04"),
        ("By Jane Doe\nJan 19, 2023, 1:15 PM\n", None, "2023-01-19"),
        ("Last updated on 4th April 2023, 10:32 BST\n", None, "2023-04-04"),
        ("Posted on April 4, 2023 by Jane\n", None, "2023-04-04"),
        ("The fine was issued on 4 April 2023\n", None, None),
        ("The ICO fined Acme on 4 April 2023\n", None, None),
    ],
)
def test_publication_comes_from_the_address_or_the_head(
    text: str, url: str | None, expected: str | None
) -> None:
    """The address counts first, then a line of the head that is only a date."""
    assert published(text, url) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe", True),
        ("Jane Doe | May 23, 2022", True),
        ("Reporting by Jane Doe, technology editor", True),
        ("Acme was fined by Jane Doe", False),
        ("Jane Doe sued Acme on May 23, 2022", False),
    ],
)
def test_a_byline_names_no_party(line: str, *, expected: bool) -> None:
    """Who wrote a text, and when, is nobody whom it is about."""
    assert is_byline(line) is expected


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on Tuesday, 7 March 2023, the", "2023-03-07"),
        ("on Monday the 4th of July 2022", "2022-07-04"),
        ("on Friday, October 14, 2022,", "2022-10-14"),
    ],
)
def test_a_weekday_belongs_to_the_day_after_it(text: str, date: str) -> None:
    """Weekday and day are one date, whatever the weekday alone would mean."""
    assert [m.date for m in find(text, Calendar("2024-06-10"))] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "under Regulation (EU) 2022/2065",
        "Directive 2009/136/EC",
        "in file 2019/4411",
        "the Privacy Act 2020",
        "PIPA 2011",
        "Law No 2004/801",
        "Law 4624/2019, of 29 August",
    ],
)
def test_the_number_of_a_law_or_case_is_no_date(text: str) -> None:
    """Digits that name a law, a case or a paper say nothing of when anything happened."""
    assert find(text, Calendar("2024-06-10")) == []


def test_americans_write_the_month_first() -> None:
    """The order of days with slashes follows the country, and what can be read in one way only."""
    (found,) = find("on 02/03/2021", Calendar(None))
    assert (found.date, month_first(found).date) == ("2021-03-02", "2021-02-03")
    (dotted,) = find("on 02.03.2021", Calendar(None))
    assert month_first(dotted).date == "2021-03-02"
    assert says_month_first(["02/03/2021", "02/23/2021"])
    assert not says_month_first(["23/02/2021", "02/23/2021"])
