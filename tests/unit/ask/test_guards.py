"""Words that bound an answer: taken up, or the question is refused; names that are no party of their own."""

from datetime import date

import pytest

from app.ask.names import Index
from app.ask.query import Bounds, query
from app.ask.reading import read
from app.ask.spelling import as_word
from app.ask.understanding import CannotRead, Understanding


def understood(question: str, index: Index) -> Understanding:
    """A question as it was read on a fixed day."""
    return read(question, index, date(2026, 11, 30))


@pytest.mark.parametrize(
    "question",
    [
        "Did the ICO fine Acme before the CNIL fined Bytes?",
        "fines after a complaint by the ACLU",
        "penalties since the Data Protection Act 2018",
        "Who was fined exactly three times?",
        "Which companies got two fines?",
        "Is Acme the only company fined in France?",
        "Was Acme fined in every EU country?",
        "Who fined Acme and Bytes on the same day?",
        "Which authority fined Acme first and which last?",
        "Which fine was reduced the most?",
        "How often did Ann Example's organisation complain about Acme?",
        "Who was fined softest?",
        "Which fine on Acme did Bytes get?",
        "Which decisions against Acme did the ACLU appeal?",
        "How many court rulings have there been on Acme?",
        "What did French companies do against Acme?",
        "fines under the GDPR under the Data Protection Act",
    ],
)
def test_what_bounds_an_answer_is_never_left_out(question: str, index: Index) -> None:
    """Without such a word the question is another one, and its answer would be wrong and look right."""
    with pytest.raises(CannotRead):
        understood(question, index)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("How many fines date from before the GDPR?", None, "2018-05-24"),
        ("fines since the GDPR took effect", "2018-05-25", None),
        ("ICO fines since Brexit", "2020-02-01", None),
        ("Whom did the CNIL fine two years ago?", "2024-01-01", "2024-12-31"),
        ("penalties of the CNIL in year 2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_times_by_what_began_on_them(
    question: str, first: str | None, last: str | None, index: Index
) -> None:
    """Two days that everybody knows, and years counted back; they are no law then."""
    asked = understood(question, index)
    assert [(one.day_from, one.day_to) for one in asked.times] == [(first, last)]
    assert asked.laws == ()


def test_a_court_is_known_by_its_circuit(index: Index) -> None:
    """What stands behind "for the" in its name."""
    asked = understood("Which fines did the Fifth Circuit throw out?", index)
    assert [one.ids for one in asked.courts] == [("fifth-circuit",)]


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("fines under the Data Protection Act", {"dpa-old", "dpa-new", "dpa-ke"}),
        ("fines under the UK Data Protection Act", {"dpa-old", "dpa-new"}),
        ("fines under the Data Protection Act 2018", {"dpa-new"}),
    ],
)
def test_a_law_without_its_year_is_all_of_that_name(question: str, ids: set[str], index: Index) -> None:
    """A country beside it settles which; then the country is no bound of its own."""
    asked = understood(question, index)
    assert {id_ for one in asked.laws for id_ in one.ids} == ids
    assert asked.places == ()


def test_a_name_behind_over_says_what_it_is_about(index: Index) -> None:
    """Where another party, or a kind of it, is decided against."""
    asked = understood("Was Acme fined over Chatter?", index)
    assert [one.text for one in asked.objects] == ["Acme"]
    assert [one.text for one in asked.about] == ["Chatter"]
    asked = understood("Which public bodies were fined for using Clearsight?", index)
    assert (asked.objects, [one.text for one in asked.about]) == ((), ["Clearsight"])
    assert understood("fines over Chatter", index).about == ()


def test_the_part_of_a_group_is_meant_where_both_stand_together(index: Index) -> None:
    """``Acme Acme Ireland`` is the subsidiary, and joined by "and" both are meant."""
    assert [one.ids for one in understood("Bytes Clips Inc fine", index).objects] == [("clips-inc",)]
    assert len(understood("fines on Acme and Bytes", index).objects) == 2


def test_an_exact_sum_has_no_margin(index: Index) -> None:
    """A sum that only says which fine is meant is rounded; "exactly" is not."""
    bound = understood("fines of exactly 5 million euros", index).bound
    assert bound is not None
    assert (bound.low, bound.high) == (500_000_000, 500_000_000)


def test_a_currency_asked_for_is_understood_also_in_an_average(index: Index) -> None:
    """It is no word that nothing explains."""
    assert understood("average fine of the CNIL in kroner", index).form == "average"


def test_those_to_whom_both_were_done(index: Index) -> None:
    """``Also`` between two of the same verb wants who is in both."""
    asked = understood("Which companies fined by the CNIL were also fined by the ICO?", index)
    assert (asked.every, asked.asked) == (True, "object")


def test_what_became_of_a_decision_is_a_status(index: Index) -> None:
    """An authority's decision that "has been appealed" is a decision with a step, not an appeal of the authority."""
    asked = understood("Has the ICO's Acme decision been appealed?", index)
    assert (asked.relations[0], asked.status) == ("FINED", ("appealed",))


def test_matters_of_a_telegram_and_of_whose_they_are(index: Index) -> None:
    """Words of a matter need no preposition."""
    assert understood("Acme fine removal requests amount", index).topics == ("removal", "requests")
    assert understood("What did the DPC do about Acme's transfers?", index).topics == ("transfers",)


@pytest.mark.parametrize("word", ["hardest", "softest", "begin", "chain"])
def test_words_of_their_own_are_no_misspellings(word: str) -> None:
    """A superlative is never read as a relation."""
    assert as_word(word) in {None, word}


@pytest.mark.parametrize(
    ("question", "countries"),
    [
        ("fines in the EU outside Ireland", {"FR": True, "IE": False, "GB": False}),
        ("fines outside France and Ireland", {"FR": False, "IE": False, "GB": True}),
        ("fines in France and Ireland", {"FR": True, "IE": True, "GB": False}),
    ],
)
def test_places_that_are_left_out_narrow_the_others(
    question: str, countries: dict[str, bool], index: Index
) -> None:
    """A place in another is taken from it, and "and" goes on leaving out."""
    wanted = query(understood(question, index), index, Bounds()).wanted
    within = set(wanted.asked_countries or ())
    assert {code: code in within for code in countries} == countries


def test_an_authority_of_a_state_has_a_part_of_a_country(index: Index) -> None:
    """Whatever kind of authority it is."""
    wanted = query(understood("fines by German state authorities", index), index, Bounds()).wanted
    assert wanted.asked_subjects == ["hmbbfdi"]


@pytest.mark.parametrize(
    "question", ["I heard that Acme was fined in France, is that so?", "Acme was fined, is this true?"]
)
def test_a_statement_that_is_doubted_is_a_yes_or_no(question: str, index: Index) -> None:
    """The question stands behind it."""
    assert understood(question, index).form == "verdict"


@pytest.mark.parametrize(
    ("question", "top"),
    [
        ("Can you rank the French fines by size?", ("amount", "desc")),
        ("French fines, oldest first", ("date", "asc")),
    ],
)
def test_an_order_of_all_is_no_order_of_one(question: str, top: tuple[str, str], index: Index) -> None:
    """All are wanted, in that order."""
    asked = understood(question, index)
    assert (asked.form, asked.top, asked.limit) == ("top", top, 99)


def test_several_with_the_most(index: Index) -> None:
    """As many as are asked for."""
    asked = understood("Which three companies have been fined most often?", index)
    assert (asked.form, asked.limit) == ("most", 3)


def test_a_word_behind_the_name_that_it_is_about(index: Index) -> None:
    """``Because of the Acme pixel``: Acme is what it is about, and so is its pixel."""
    asked = understood("Has anyone in France been fined because of the Acme pixel?", index)
    assert (asked.objects, [one.text for one in asked.about], asked.topics) == ((), ["Acme"], ("pixel",))


def test_what_somebody_did_about_somebody_may_be_a_complaint(index: Index) -> None:
    """Who goes after somebody is an authority or sues; who does something about somebody may complain."""
    assert "COMPLAINED_ABOUT" in understood("What did the ACLU do about Acme?", index).relations
    assert "COMPLAINED_ABOUT" not in understood("Who went after Acme?", index).relations
