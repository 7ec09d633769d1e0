"""A question becomes the narrowest way in, and an interval of sort keys."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reads import facts
from graph.reads.facts import FactQuery, Filters
from graph.reads.lucene import lucene

ANCHORS = [
    (FactQuery(Filters()), "all", {}),
    (FactQuery(Filters(relations=["FINED"])), "relation", {"relation": "FINED"}),
    (FactQuery(Filters(relations=["FINED", "SUED"])), "all", {}),
    (FactQuery(Filters(relations=["FINED"], objects=["acme", "beta"])), "parties", {"anchors": ["acme", "beta"]}),
    (FactQuery(parties=["acme", "beta"]), "parties", {"anchors": ["acme", "beta"]}),
    (FactQuery(Filters(relations=["FINED"], countries=["FR", "DE"])), "relation", {"relation": "FINED"}),
    (FactQuery(Filters(relations=["FINED"], subjects=["ico"])), "subject", {"relation": "FINED", "anchor": "ico"}),
    (FactQuery(Filters(relations=["FINED"], objects=["acme"])), "object", {"relation": "FINED", "anchor": "acme"}),
    (FactQuery(Filters(relations=["FINED"], subjects=["ico"], objects=["acme"])), "object",
     {"relation": "FINED", "anchor": "acme"}),
    (FactQuery(Filters(subjects=["ico"])), "party", {"anchor": "ico"}),
    (FactQuery(Filters(relations=["FINED", "SUED"], objects=["acme"])), "party", {"anchor": "acme"}),
    (FactQuery(Filters(relations=["FINED"], subjects=["ico"]), parties=["acme"]), "party", {"anchor": "acme"}),
    (FactQuery(Filters(countries=["US-TX"], relations=["FINED"])), "country", {"anchor": "US"}),
    (FactQuery(Filters(subjects=["ico"]), text="acme"), "text", {"text": "acme"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "name", "extra"), ANCHORS)
def test_the_narrowest_way_in(question: FactQuery, name: str, extra: dict[str, Any]) -> None:
    """Full text first, then both index columns, then a party, a country, a relation."""
    assert facts.anchor(question) == (name, extra)


HIGH = "\U0010ffff"
INTERVALS = [
    (FactQuery(Filters()), ("", HIGH)),
    (FactQuery(Filters(day_from="2020-05-01")), ("2020", HIGH)),
    (FactQuery(Filters(day_to="2020-12-31")), ("", f"2020-12-31|{HIGH}")),
    (FactQuery(Filters(day_to="2020-12-31", valid_on="2019-05-01")), ("", f"2019-05-01|{HIGH}")),
    (FactQuery(Filters(valid_on="2019-05-01")), ("", f"2019-05-01|{HIGH}")),
    (FactQuery(Filters(day_from="2020-01-01"), order="asc", after="2021-01-01|f"), ("2021-01-01|f", HIGH)),
    (FactQuery(Filters(day_from="2020-01-01"), after="2021-01-01|f"), ("2020", "2021-01-01|f")),
    (FactQuery(Filters(day_from="2020-01-01"), sort="amount_eur"), ("", HIGH)),
]


@pytest.mark.parametrize(("question", "interval"), INTERVALS)
def test_dates_and_cursor_bound_the_keys(question: FactQuery, interval: tuple[str, str]) -> None:
    """Dates bound only the order by date, from the first days on."""
    assert facts.interval(question, question.sort) == interval


def test_what_has_no_date_may_be_of_any_day() -> None:
    """Facts without a date, which sort before all days, stay in where only ``valid_on`` or the last day is given."""
    for filters in (Filters(valid_on="0001-01-01"), Filters(day_to="0001-01-01")):
        low, high = facts.interval(FactQuery(filters), "date")
        assert low < "0000|f" < high


def test_a_page_asks_for_one_fact_more_than_it_shows() -> None:
    """The query that is shown does not: it gives the page."""
    text, parameters = facts.described(FactQuery(Filters(relations=["FINED"]), limit=10))
    assert parameters["limit"] == 10
    assert "f.date_key DESC LIMIT $limit" in text
    assert {name for name in parameters if f"${name}" not in text} == set()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("ico", '("ico"^4 OR ico*)'),
        ("clearview", '("clearview"^4 OR clearview* OR clearview~2)'),
        ("AND", '("AND"^4 OR and*)'),
        ("fine acme", '("fine"^4 OR fine* OR fine~1) AND ("acme"^4 OR acme* OR acme~1)'),
        ("é", '("é"^4 OR é*)'),
        ("+-!(){}", '""'),
        ("", '""'),
    ],
)
def test_words_become_a_query(text: str, query: str) -> None:
    """As they are, as a beginning, with a slip; signs of the syntax are dropped."""
    assert lucene(text) == query


@given(st.text(max_size=200))
def test_a_query_holds_only_words(text: str) -> None:
    """Twelve at most; every sign in it is ours."""
    query = lucene(text, every=False)
    assert query.count("^4") <= 12
    assert query.count('"') % 2 == 0
    assert query.count("(") == query.count(")")
