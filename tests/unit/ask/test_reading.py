"""Questions are read by general rules: who, whom, when, where, how much, and what cannot be read."""

from datetime import date
from typing import Any

import pytest

from app.ask.names import Index
from app.ask.reading import read
from app.ask.understanding import CannotRead, Named, Understanding

TODAY = date(2026, 11, 30)


def understood(question: str, index: Index) -> Understanding:
    """A question as it was read on a fixed day."""
    return read(question, index, TODAY)


def ids(named: tuple[Named, ...]) -> list[str]:
    """Everybody whom names take in."""
    return sorted(id_ for one in named for id_ in one.ids)


@pytest.mark.parametrize(
    ("question", "relation", "subjects", "objects"),
    [
        ("Who fined Acme?", "FINED", [], ["acme", "acme-ireland"]),
        ("Whom did the CNIL fine?", "FINED", ["cnil-fr"], []),
        ("Was Acme fined by the French regulator?", "FINED", ["cnil-fr"], ["acme", "acme-ireland"]),
        ("by which authority was acme penalised", "FINED", [], ["acme", "acme-ireland"]),
        ("Who sued Clearsight?", "SUED", [], ["clearsight-ai"]),
        ("Whom did Clearsight sue?", "SUED", ["clearsight-ai"], []),
        ("Who was sued by the ACLU?", "SUED", ["aclu"], []),
        ("Did Clearsight sue the ACLU?", "SUED", ["clearsight-ai"], ["aclu"]),
        ("Which platforms did Clearsight scrape?", "SCRAPED", ["clearsight-ai"], []),
        ("Who was Chatter scraped by?", "SCRAPED", [], ["chatter"]),
        ("Did the ICO issue Clearsight a reprimand?", "REPRIMANDED", ["ico-uk"], ["clearsight-ai"]),
        ("What penalty did Acme get from the ICO?", "FINED", ["ico-uk"], ["acme", "acme-ireland"]),
        ("Did Clearsight fine the ICO?", "FINED", ["clearsight-ai"], ["ico-uk"]),
        ("acme fines hamburg commissioner", "FINED", ["hmbbfdi"], ["acme", "acme-ireland"]),
        ("Who fined Clips?", "FINED", [], ["clips-inc", "clips-uk"]),
        ("Who fined Clips UK?", "FINED", [], ["clips-uk"]),
        ("who fined cleersight", "FINED", [], ["clearsight-ai"]),
        ("Which fine did the ICO propose for Clearsight?", "PROPOSED_FINE", ["ico-uk"], ["clearsight-ai"]),
        ("Where does Ann Example work?", "EMPLOYS", [], ["ann-example"]),
    ],
)
def test_who_acts_and_who_is_acted_on(
    question: str, relation: str, subjects: list[str], objects: list[str], index: Index
) -> None:
    """Voice, prepositions, possessives and kinds of party give each name its part."""
    asked = understood(question, index)
    assert (asked.relations, ids(asked.subjects), ids(asked.objects)) == ((relation,), subjects, objects)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("How much was Acme fined?", "amount"),
        ("How much has Acme been fined in total?", "sum"),
        ("How many fines did the CNIL impose?", "count"),
        ("When was Acme fined?", "date"),
        ("Did the CNIL fine Acme?", "verdict"),
        ("Why was Acme fined?", "why"),
        ("What is the average fine of the CNIL?", "average"),
        ("What is the largest fine of the CNIL?", "top"),
        ("What is left of the fine on Acme?", "left"),
        ("Did the ICO propose a larger fine for Acme than it imposed?", "compare"),
        ("Fines by the CNIL", "facts"),
    ],
)
def test_form_of_a_question(question: str, form: str, index: Index) -> None:
    """What is wanted: a list, a number, a day, yes or no."""
    assert understood(question, index).form == form


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in 2022", "2022-01-01", "2022-12-31"),
        ("since 2021", "2021-01-01", None),
        ("between 2020 and 2022", "2020-01-01", "2022-12-31"),
        ("between January and March 2022", "2022-01-01", "2022-03-31"),
        ("from 3 May to 9 June 2021", "2021-05-03", "2021-06-09"),
        ("from may to sept 2020", "2020-05-01", "2020-09-30"),
        ("2020-2022", "2020-01-01", "2022-12-31"),
        ("before 2023", None, "2022-12-31"),
        ("after May 2023", "2023-06-01", None),
        ("in the last two years", "2024-11-30", "2026-11-30"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("in the second quarter of 2024", "2024-04-01", "2024-06-30"),
        ("in the 2010s", "2010-01-01", "2019-12-31"),
        ("on 16 May 2024", "2024-05-16", "2024-05-16"),
    ],
)
def test_times(text: str, first: str | None, last: str | None, index: Index) -> None:
    """Years that are named are taken in."""
    asked = understood(f"Fines by the CNIL {text}", index)
    assert [(one.day_from, one.day_to) for one in asked.times] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("over €10 million", 1_000_000_001, None, None),
        ("of at least 10 million euros", 1_000_000_000, None, None),
        ("below 2 million", None, 199_999_999, None),
        ("up to 800,000 euros", None, 80_000_000, None),
        ("between 5 and 10 million euros", 500_000_000, 1_000_000_000, None),
        ("exceeding £10m", 1_000_000_001, None, "GBP"),
        ("worth a billion or more", 100_000_000_000, None, None),
    ],
)
def test_bounds_on_sums(
    text: str, low: int | None, high: int | None, currency: str | None, index: Index
) -> None:
    """Over leaves the bound out, at least takes it in; a sum without a currency is in euro."""
    bound = understood(f"Fines by the CNIL {text}", index).bound
    assert bound is not None
    assert (bound.low, bound.high, bound.currency) == (low, high, currency)


def test_a_shared_name_is_settled_by_the_place_beside_it(index: Index) -> None:
    """Two authorities are called DPC: the Irish one is meant, or both are named."""
    assert ids(understood("Whom did Ghana's DPC fine?", index).subjects) == ["dpc-gh"]
    asked = understood("Whom did the DPC fine?", index)
    assert ids(asked.subjects) == ["dpc-ie"]
    assert set(asked.alternatives) == {"dpc-ie", "dpc-gh"}


def test_a_day_beside_a_status_is_the_day_it_is_to_hold(index: Index) -> None:
    """It bounds no date of a decision."""
    asked = understood("On 1 May 2023, did the ICO's fine against Acme stand?", index)
    assert (asked.valid_on, asked.times, asked.status) == ("2023-05-01", (), ("stands",))


def test_places_laws_articles_and_what_is_left_out(index: Index) -> None:
    """Each condition is kept on its own."""
    asked = understood("Besides the CNIL, who fined Acme in Europe under Article 33 GDPR?", index)
    assert (ids(asked.excluded), asked.article, ids(asked.laws)) == (["cnil-fr"], "33", ["gdpr"])
    assert {"FR", "GB"} <= asked.places[0].codes
    assert "US" not in asked.places[0].codes


@pytest.mark.parametrize(
    "question",
    [
        "Who fined Zyntharq Industries?",
        "Did the ICO fine Zundapharm?",
        "How much was quaxilon fined?",
        "Has Finland's fishing board been fined?",
    ],
)
def test_a_name_that_nobody_carries_is_said(question: str, index: Index) -> None:
    """It is never dropped: the answer would be that of another question."""
    assert understood(question, index).unknown


@pytest.mark.parametrize(
    "question",
    [
        "What will the weather be like tomorrow?",
        "Is Clearsight evil?",
        "'; MATCH (n) DETACH DELETE n",
        "Should Acme be fined?",
        "Write a poem about fines",
        "What is the capital of France?",
        "hello",
        "?",
        "2 + 2",
    ],
)
def test_what_is_no_question_about_the_facts_is_refused(question: str, index: Index) -> None:
    """The refusal shows forms of questions."""
    with pytest.raises(CannotRead) as refused:
        understood(question, index)
    assert "Who fined" in str(refused.value.remedy)


@pytest.mark.parametrize(
    "question", ["Who fined Acme?", "WHO FINED ACME", "who fined acme", "Who fined Acmé?"]
)
def test_case_and_accents_make_no_difference(question: str, index: Index) -> None:
    """The same question in another dress."""
    read_: Any = understood(question, index)
    assert ids(read_.objects) == ["acme", "acme-ireland"]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Which regulator has issued the most fines?", "subject"),
        ("Which company was fined most often?", "object"),
        ("Which year had the most fines?", "year"),
        ("Which country imposed the most money in fines?", "country"),
    ],
)
def test_the_most_is_of_a_side(question: str, asked: str, index: Index) -> None:
    """Who, whom, where or when has the most."""
    found = understood(question, index)
    assert (found.form, found.asked) == ("most", asked)


def test_a_comparison_that_is_not_known_is_refused(index: Index) -> None:
    """Dropping it would answer another question."""
    with pytest.raises(CannotRead, match="compares"):
        understood("Did France fine Acme more than Germany?", index)


def test_somebody_of_a_firm_is_not_the_firm(index: Index) -> None:
    """Its chief executive was not fined because it was."""
    assert understood("How much was Acme's CEO fined?", index).unknown == ("CEO",)


def test_the_second_largest_is_not_the_largest(index: Index) -> None:
    """An ordinal gives the place in the order."""
    assert understood("What is the second biggest fine by the CNIL?", index).rank == 2


def test_what_a_fine_is_about_is_a_condition(index: Index) -> None:
    """Words after "about" or "related to" are looked for in the summaries."""
    assert understood("fines related to children", index).topics == ("children",)
    assert understood("Which fine was about employees?", index).topics == ("employees",)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Did Acme pay the CNIL fine?", ("paid",)),
        ("Has Acme paid its fine in France?", ("paid",)),
        ("Did Acme not pay the fine?", ("unpaid",)),
        ("Did Acme pay a fine in France?", ()),
        ("How much did Acme pay?", ()),
    ],
)
def test_whether_a_fine_was_paid(question: str, status: tuple[str, ...], index: Index) -> None:
    """To pay a fine is to be fined; to pay the fine is what became of it."""
    assert understood(question, index).status == status


def test_a_member_state_is_in_europe_alone(index: Index) -> None:
    """Cyprus, which geographers count to Asia, is meant by "Europe"."""
    europe, asia = (read(f"fines in {name}", index, TODAY).places[0].codes for name in ("Europe", "Asia"))
    assert "CY" in europe
    assert "CY" not in asia
    assert {"JP", "KR", "SG"} <= asia
