"""Which claims speak of one event, and that the order in which they came plays no part."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.money import Money
from seed.resolve.cluster import Known, Witness, cluster


def pounds(units: float) -> Money:
    """A sum in pence."""
    return Money(int(units * 100), "GBP")


def told(
    claim: str, sum_: Money | None = None, date: str | None = None, published: str | None = None
) -> Witness:
    """A witness from a document of its own."""
    return Witness(claim, f"source of {claim}", sum_, date, published)


FINE = Known("the-fine", pounds(7_552_800), "2022-05-18")


def test_rounded_and_exact_sums_are_one_event() -> None:
    """Seven and a half million is what news makes of 7,552,800; the exact sum and the exact day are kept."""
    events, unsure = cluster(
        [told("rounded", pounds(7.5e6), "2022-05"), told("exact", pounds(7_552_800), "2022-05-18")], []
    )
    assert not unsure
    assert [(event.sum, event.date, event.supports) for event in events] == [
        (pounds(7_552_800), "2022-05-18", ("exact", "rounded"))
    ]


@pytest.mark.parametrize(
    "exact", [1_000_001, 1_049_999, 1_050_001, 1_562_851, 1_628_514, 7_552_800, 98_951_234]
)
def test_a_sum_with_one_decimal_is_the_exact_one(exact: int) -> None:
    """Rounded to a tenth of a million, or cut off there, any sum from a million on is known again."""
    for rounded in (round(exact / 1e6, 1), exact // 100_000 / 10):
        events, _ = cluster(
            [told("a", pounds(exact), "2022-05-18"), told("b", pounds(rounded * 1e6), "2022-05")], []
        )
        assert [event.supports for event in events] == [("a", "b")]


def test_a_converted_sum_confirms() -> None:
    """A fine of 7.5 million pounds told as nine million euro is the same fine, by the rate of the day."""
    events, _ = cluster([told("euro", Money(890_000_000, "EUR"), "2022-05-23")], [FINE])
    assert events[0].supports == ("euro",)


def test_another_sum_on_the_same_day_disputes() -> None:
    """Two sums within a week are one event told in two ways: a conflict that stays visible."""
    events, _ = cluster([told("other", pounds(9_100_000), "2022-05-18")], [FINE])
    assert events[0].disputes == ("other",)
    assert events[0].supports == ()


def test_another_sum_at_another_time_is_another_event() -> None:
    """Two fines of one firm by one authority are two facts."""
    events, _ = cluster(
        [told("first", pounds(1e6), "2019-03-01"), told("second", pounds(2e6), "2021-03-01")], []
    )
    assert [event.supports for event in events] == [("first",), ("second",)]


def test_a_twentieth_is_not_rounding() -> None:
    """Twenty million and twenty-five million agree in one digit, and are not the same sum."""
    events, _ = cluster([told("a", pounds(20e6), "2021-01-01"), told("b", pounds(25e6), "2021-03-01")], [])
    assert len(events) == 2


def test_a_claim_without_a_sum_joins_the_event_of_its_time() -> None:
    """A fine "last May" belongs to the fine of May, not to that of three years before."""
    known = [FINE, Known("older", pounds(1e6), "2019-02-01")]
    events, unsure = cluster([told("vague", None, "2022-05")], known)
    assert not unsure
    assert {event.fact: event.supports for event in events} == {"older": (), "the-fine": ("vague",)}


def test_a_claim_that_fits_several_events_is_left_to_a_person() -> None:
    """Without sum, date and date of publication nothing tells which of two fines is meant."""
    events, unsure = cluster([told("vague")], [FINE, Known("older", pounds(1e6), "2019-02-01")])
    assert unsure == ["vague"]
    assert all(not event.supports for event in events)


def test_a_document_does_not_speak_of_what_came_after_it() -> None:
    """An article of 2020 that names a fine cannot mean the fine of 2022."""
    events, _ = cluster([told("early", None, None, "2020-02-03")], [FINE])
    assert [event.supports for event in events] == [(), ("early",)]


def test_what_is_no_source_confirms_and_never_founds() -> None:
    """A case note of our own supports an event that a source tells of, and brings none by itself."""
    note = Witness("note", "us", pounds(7.5e6), "2022-05", None, founds=False)
    assert cluster([note], []) == ([], [])
    events, _ = cluster([note, told("exact", pounds(7_552_800), "2022-05-18")], [])
    assert [event.supports for event in events] == [("exact", "note")]


def test_a_curated_fact_keeps_its_words() -> None:
    """Claims of machines support a curated fact, and never change its sum or date."""
    events, _ = cluster([told("rounded", pounds(7.6e6), "2022-05-23")], [FINE])
    assert (events[0].fact, events[0].sum, events[0].date) == (FINE.fact, FINE.sum, FINE.date)


sums = st.one_of(
    st.none(),
    st.builds(
        Money,
        st.sampled_from([100, 750_000_000, 755_280_000, 900_000_000, 2_000_000]),
        st.sampled_from(["GBP", "EUR"]),
    ),
)
days = st.one_of(
    st.none(), st.sampled_from(["2019", "2019-03", "2022-05", "2022-05-18", "2022-05-23", "2023-01-09"])
)
witnesses = st.lists(st.tuples(sums, days, days), max_size=14).map(
    lambda rows: [Witness(f"c{n}", f"s{n % 4}", *row) for n, row in enumerate(rows)]
)


@settings(max_examples=150, deadline=None)
@given(witnesses, st.randoms(use_true_random=False), st.booleans())
def test_order_plays_no_part(found: list[Witness], dice: random.Random, curated: bool) -> None:
    """Any permutation of the claims gives the same events, and every claim has exactly one place."""
    known = [FINE] if curated else []
    expected = cluster(found, known)
    shuffled = list(found)
    dice.shuffle(shuffled)
    assert cluster(shuffled, known) == expected
    events, unsure = expected
    placed = [*unsure, *(claim for event in events for claim in (*event.supports, *event.disputes))]
    assert sorted(placed) == sorted(witness.claim for witness in found)


@pytest.mark.parametrize("currency", ["GBP", "EUR", "JPY"])
def test_no_claims_no_events(currency: str) -> None:
    """Nothing comes of nothing, and a known fact stays as it is."""
    known = Known("k", Money(5, currency), None)
    events, unsure = cluster([], [known])
    assert not unsure
    assert [event.fact for event in events] == ["k"]


def test_a_date_that_is_only_that_of_the_document_is_no_day_of_its_own() -> None:
    """An inquiry that a later article tells of is the one that had begun; the day of the article does not date it."""
    later = Witness("later", "paper", None, "2022-05-23", "2022-05-23", inferred=True)
    begun = Known("begun", None, "2020-07-09")
    events, _ = cluster([later], [begun])
    assert [(event.fact, event.date, event.supports) for event in events] == [
        ("begun", "2020-07-09", ("later",))
    ]
    events, _ = cluster([told("first", None, "2020-07"), later], [])
    assert [(event.date, event.supports) for event in events] == [("2020-07", ("first", "later"))]
    events, _ = cluster([later], [Known("since", None, "2023-01-01")])
    assert [event.supports for event in events] == [(), ("later",)]


def test_rulings_about_two_firms_are_two_events() -> None:
    """One tribunal and one authority: whom the decision was about tells them apart."""
    about = [
        Witness("one", "a", None, "2022-06-04", None, about="acme"),
        Witness("two", "b", None, "2022-06-05", None, about="bolt"),
        Witness("which", "c", None, "2022-06-05", None),
    ]
    events, unsure = cluster(about, [])
    assert not unsure
    assert [(event.about, event.supports) for event in events] == [
        ("acme", ("one",)),
        ("bolt", ("two", "which")),
    ]
    (known, other), _ = cluster(about[:2], [Known("k", None, "2022-06-04", frozenset({"ico", "acme"}))])
    assert (known.supports, other.supports) == (("one",), ("two",))
