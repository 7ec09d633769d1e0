"""Denials, matters, misspellings, courts, currencies, comparisons: what they mean, and what is refused."""

import re
from datetime import date

import pytest

from app.ask.names import Index
from app.ask.reading import read
from app.ask.spelling import as_word
from app.ask.topics import of_sector, patterns
from app.ask.understanding import CannotRead, Understanding


def understood(question: str, index: Index) -> Understanding:
    """A question as it was read on a fixed day."""
    return read(question, index, date(2026, 11, 30))


@pytest.mark.parametrize(
    "question",
    [
        "Which companies were never fined?",
        "Which regulator has not fined Acme?",
        "Who did not get fined by the ICO?",
        "Who hasn't been fined by the CNIL?",
        "Companies without any fine in France",
        "Which regulators imposed no fines?",
        "Is the fine on Acme not final?",
    ],
)
def test_what_did_not_happen_is_no_question_about_facts(question: str, index: Index) -> None:
    """Facts tell what happened: the list of what did not is refused, never answered with the opposite."""
    with pytest.raises(CannotRead):
        understood(question, index)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Which fines on Acme are not final?", "final"),
        ("Fines of the CNIL that are not yet under appeal", "under_appeal"),
        ("Which fines were never annulled?", "annulled"),
    ],
)
def test_a_status_can_be_denied(question: str, status: str, index: Index) -> None:
    """Facts without a status are facts."""
    asked = understood(question, index)
    assert (asked.status, asked.unlike) == ((status,), True)


def test_never_turns_a_yes_or_no_and_an_opening_not_does_not(index: Index) -> None:
    """An opening "didn't" expects what "did" asks; "was it never" asks the opposite."""
    assert understood("Was Acme never fined?", index).never
    assert not understood("Didn't the CNIL fine Acme?", index).never
    assert understood("Didn't the CNIL fine Acme?", index).form == "verdict"
    assert understood("Acme's fine, is it final?", index).form == "verdict"


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("cookie fines by the cnil", ("cookie",)),
        ("facial recognition fines", ("facial", "recognition")),
        ("children's data fines in France", ("children", "data")),
        ("Data breach penalties in Ireland", ("data", "breach")),
        ("privacy fines", ()),
        ("Show me large fines by the CNIL", ()),
    ],
)
def test_what_stands_before_fines_is_their_matter(
    question: str, topics: tuple[str, ...], index: Index
) -> None:
    """Words right before the noun bound what a fine is about; how large it is does not."""
    assert understood(question, index).topics == topics


def test_a_matter_is_found_by_its_family_and_in_whole_words() -> None:
    """Face is in "face database" and not in "Facebook"; sales calls are telemarketing."""
    (face,) = patterns(("facial", "recognition"))
    assert re.fullmatch(face, "an unlawful face database")
    assert not re.fullmatch(face, "transfers of facebook users' data")
    (calls,) = patterns(("telemarketing",))
    assert re.fullmatch(calls, "sales calls without consent")
    assert of_sector(("bank",), "Banco Example", "")
    assert not of_sector(("hospital",), "City Council of Example", "")


@pytest.mark.parametrize(
    ("summary", "is_one"),
    [
        ("The bank moved to the cloud without judging the risks.", True),
        ("Data were kept too long. The private bank did not answer.", True),
        ("A duplicate SIM card opened the way to a bank account.", False),
        ("The bank's security tester reported late.", False),
        ("A bank account was opened for a stranger.", False),
        ("Letters went to the wrong bank.", False),
    ],
)
def test_a_branch_is_that_of_the_target(summary: str, is_one: bool) -> None:
    """A summary that speaks of somebody else's bank makes nobody one."""
    assert of_sector(("bank",), "Example Ltd", summary) is is_one


@pytest.mark.parametrize(
    ("question", "relation"),
    [
        ("Who went after Acme?", "FINED"),
        ("Has the CNIL cracked down on Acme?", "FINED"),
        ("Which regulators worked together?", "INVESTIGATED_JOINTLY_WITH"),
        ("Who teamed up against Acme?", "INVESTIGATED_JOINTLY_WITH"),
        ("Who teamed up to fine Acme?", "FINED"),
        ("Did Acme win its appeal against the CNIL?", "FINED"),
    ],
)
def test_other_words_for_what_was_done(question: str, relation: str, index: Index) -> None:
    """Idioms tell a relation; to go after somebody is any of the acts of an authority."""
    assert understood(question, index).relations[0] == relation


def test_winning_and_losing_are_what_became_of_it(index: Index) -> None:
    """An appeal that was won took something away, one that was lost left it standing."""
    assert understood("Did Acme win its appeal against the CNIL?", index).status == ("won",)
    assert understood("Which firms lost in court against the ICO?", index).status == ("lost",)


def test_what_a_court_decided_is_its_rulings(index: Index) -> None:
    """A named court acts; whom it is about need not be a party of the ruling."""
    asked = understood("What did the Upper Tax Court decide about Acme?", index)
    assert (asked.form, asked.relations[0]) == ("rulings", "ANNULLED")
    assert [one.ids for one in asked.subjects] == [("tax-court",)]
    assert asked.parties[0].ids[0] == "acme"
    assert understood("What did the court rule on Acme?", index).form == "rulings"


@pytest.mark.parametrize(
    "question", ["compare the CNIL and the ICO", "CNIL vs ICO", "difference between CNIL and ICO"]
)
def test_two_bodies_beside_each_other_are_elsewhere(question: str, index: Index) -> None:
    """The refusal says where."""
    with pytest.raises(CannotRead) as refusal:
        understood(question, index)
    assert "/v1/compare?a=cnil-fr&b=ico-uk" in (refusal.value.remedy or "")


@pytest.mark.parametrize(
    ("question", "read_as"),
    [
        ("how mutch was acme fined", ("mutch", "much")),
        ("biggest fine in Irland", ("Irland", "ireland")),
        ("wich companies were fined in luxemburg", ("luxemburg", "luxembourg")),
    ],
)
def test_a_misspelled_word_is_read_and_said(question: str, read_as: tuple[str, str], index: Index) -> None:
    """The answer tells as what it was read."""
    assert read_as in understood(question, index).read_as


def test_a_word_that_only_looks_like_another_is_not_that() -> None:
    """Somebody who was fired was not fined."""
    assert as_word("fired") is None
    assert as_word("finned") == "fined"


@pytest.mark.parametrize(
    ("question", "currency"),
    [
        ("How much was Acme fined in dollars?", "USD"),
        ("How many pounds did Acme pay?", "GBP"),
        ("How much was Acme fined?", None),
    ],
)
def test_the_currency_that_is_asked_for(question: str, currency: str | None, index: Index) -> None:
    """Sums can be wanted in another currency."""
    assert understood(question, index).currency == currency


def test_places_that_are_left_out_or_paid_to(index: Index) -> None:
    """What "other than" stands before is left out; "pay to the UK" names who fined."""
    (left_out,) = understood("Who fined Acme other than the French?", index).places
    assert (left_out.outside, left_out.codes) == (True, frozenset({"FR"}))
    (paid_to,) = understood("How much did Acme have to pay to the UK?", index).places
    assert paid_to.codes == frozenset({"GB"})


def test_how_often_and_what_for(index: Index) -> None:
    """Where "more than once" is asked two are needed; "fined for" at the end asks for the reason."""
    assert understood("Which companies were fined more than once?", index).repeated == 2
    assert understood("Which companies were fined at least three times?", index).repeated == 3
    assert understood("What was Acme fined for?", index).form == "why"


@pytest.mark.parametrize(
    ("question", "objects", "topics"),
    [
        ("who fined Acme for children's data", ["Acme"], ("children",)),
        ("fines over kids' privacy", [], ("kids",)),
        ("fined for violating patients' privacy", [], ("patients",)),
        ("fines for breaching employees' rights", [], ("employees", "rights")),
    ],
)
def test_whose_data_it_is_about_is_nobody(
    index: Index, question: str, objects: list[str], topics: tuple[str, ...]
) -> None:
    """Children, patients and staff in small letters tell the matter, and carry no name."""
    asked = understood(question, index)
    assert ([one.text for one in asked.objects], asked.topics, asked.unknown) == (objects, topics, ())


@pytest.mark.parametrize(
    ("question", "relation", "parties"),
    [
        ("Did Ann Example win her lawsuit against Acme?", "SUED", ["Ann Example", "Acme"]),
        ("Did Ann Example lose against Acme?", "SUED", ["Ann Example", "Acme"]),
        ("Did Acme win against the ICO?", "FINED", []),
    ],
)
def test_who_won_between_two_is_about_their_suit(
    index: Index, question: str, relation: str, parties: list[str]
) -> None:
    """Of whom neither is an authority; with one, it is about what the authority decided."""
    asked = understood(question, index)
    assert (asked.relations[0], [one.text for one in asked.parties]) == (relation, parties)
