"""Questions as many people put them: branches, matters, courts, courtesies; what is refused rather than left out."""

import re
from datetime import date

import pytest

from app.ask.names import Index
from app.ask.query import Bounds, query, stages_of
from app.ask.reading import read
from app.ask.topics import of_sector, patterns, told_by
from app.ask.understanding import CannotRead, Understanding


def understood(question: str, index: Index) -> Understanding:
    """A question as it was read on a fixed day."""
    return read(question, index, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "sector"),
    [
        ("Which airlines have been fined?", "airline"),
        ("fines against car makers in Germany", "carmaker"),
        ("How many social networks did the DPC fine?", "social network"),
        ("energy fines in Italy", "energy"),
        ("Have any AI companies been fined?", "ai"),
        ("Whom did the CNIL fine besides Acme for leaked bank details?", None),
    ],
)
def test_a_branch_bounds_whom_something_was_decided_against(
    question: str, sector: str | None, index: Index
) -> None:
    """A branch is of targets; somebody else's bank is what a fine is about."""
    assert understood(question, index).sectors == ((sector,) if sector else ())


def test_who_was_scraped_is_bound_by_no_branch(index: Index) -> None:
    """Only decisions have targets of a branch."""
    assert understood("Which social networks did Clearsight scrape?", index).sectors == ()


@pytest.mark.parametrize(
    ("sector", "name", "is_one"),
    [
        ("airline", "Example Airways plc", True),
        ("telecom", "Telefonia Example", True),
        ("telecom", "Example Bank", False),
        ("insurer", "Example Insurance Group", True),
        ("hospital", "Example Clinical Labs", False),
        ("school", "University of Example", True),
    ],
)
def test_names_tell_a_branch(sector: str, name: str, is_one: bool) -> None:
    """A word of the name, or the name of a large firm."""
    assert of_sector((sector,), name, "") is is_one


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("Was Acme fined for scraping?", ("scraping",)),
        ("Did the CNIL fine Acme because of data transfers?", ("data", "transfers")),
        ("Which fines concerned health data?", ("health", "data")),
        ("fines due to weak passwords", ("weak", "passwords")),
        ("Has the CNIL fined anyone over face recognition?", ("face", "recognition")),
        ("fines over Kamara Analytica", ("kamara", "analytica")),
        ("Did Acme pay a fine for its handling of drivers' data?", ("handling", "of", "drivers")),
    ],
)
def test_what_a_fine_is_about_is_no_name_and_is_not_left_out(
    question: str, topics: tuple[str, ...], index: Index
) -> None:
    """Behind "because of", "over", "concerned" stands a matter, whatever the words are."""
    asked = understood(question, index)
    assert (set(topics) - {"data", "of"}) <= set(asked.topics)
    assert (asked.unknown, asked.ignored) == ((), ())


def test_articles_tell_a_matter_too() -> None:
    """What no summary says an article can say: late notice of a breach is Article 33."""
    (pattern,) = patterns(("notification",))
    assert re.fullmatch(pattern, "customers' data were stolen. ~gdpr art. 33(1)")
    assert not re.fullmatch(pattern, "customers' data were stolen. ~gdpr art. 32")
    assert told_by(("cookies", "data"))
    assert not told_by(("shenanigans",))


@pytest.mark.parametrize(
    "question",
    [
        "Was the fine on Acme originally higher?",
        "Which fines did British companies receive from foreign regulators?",
        "Which fines were imposed on the same day as Acme's?",
        "What percentage of fines was overturned?",
        "fines per country",
        "Total of fines by year",
        "Is Acme the most fined company?",
        "Who was fined more, Acme or Bytes?",
        "Where does Ann Example work in France?",
        "Is Ann Example still at the ICO?",
        "fines in 2019 or 2021",
        "fines in early 2021",
        "Was the fine that the ICO imposed on Acme higher?",
        "fines in summer 2022",
        "Does the CNIL fine more firms than the ICO?",
    ],
)
def test_what_cannot_be_left_out_is_refused(question: str, index: Index) -> None:
    """An answer to another question is worse than none."""
    with pytest.raises(CannotRead):
        understood(question, index)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("Hi, did the CNIL fine Acme?", "verdict"),
        ("I'd like to know whether Acme was fined", "verdict"),
        ("I was wondering if Acme was fined in France", "verdict"),
        ("Could you please tell me how much Acme was fined?", "amount"),
        ("Good morning, who fined Acme?", "facts"),
        ("can you tell me when Acme was fined, please", "date"),
    ],
)
def test_courtesies_ask_nothing(question: str, form: str, index: Index) -> None:
    """A greeting or a request before a question changes nothing."""
    asked = understood(question, index)
    assert (asked.form, asked.ignored) == (form, ())


@pytest.mark.parametrize(
    ("question", "numbers", "either"),
    [
        ("fines under Article 5", ("5",), False),
        ("fines under articles 5 and 32", ("5", "32"), False),
        ("fines under Art. 5(1)(f), 32 and 33 GDPR", ("5(1)(f)", "32", "33"), False),
        ("fines under article 6 and article 13", ("6", "13"), False),
        ("fines under article 44 or 46", ("44", "46"), True),
        ("fines under article 44 or article 46", ("44", "46"), True),
    ],
)
def test_each_article_counts(question: str, numbers: tuple[str, ...], either: bool, index: Index) -> None:
    """Of several articles none is dropped."""
    asked = understood(question, index)
    assert (asked.article, *asked.more_articles) == numbers
    assert asked.any_article is either


@pytest.mark.parametrize(
    ("question", "courts", "status"),
    [
        ("Which fines did the Upper Tax Court annul?", ["tax-court"], ("annulled",)),
        ("Which fines were upheld by the Upper Tax Court?", ["tax-court"], ("upheld",)),
        ("Was Acme's fine reduced by the Upper Tax Court?", ["tax-court"], ("reduced",)),
        ("Did the Upper Tax Court side with the CNIL?", ["tax-court"], ("lost",)),
        ("Did the Upper Tax Court side with Acme?", ["tax-court"], ("won",)),
        ("Did the CNIL win against Acme?", [], ("lost",)),
        ("Did Acme win against the CNIL?", [], ("won",)),
    ],
)
def test_a_court_brings_a_status_about(
    question: str, courts: list[str], status: tuple[str, ...], index: Index
) -> None:
    """A court that is named imposed nothing; where an authority won, whoever was fined lost."""
    asked = understood(question, index)
    assert [id_ for one in asked.courts for id_ in one.ids] == courts
    assert asked.status == status


def test_a_status_has_stages_of_its_own() -> None:
    """The day of an annulment is that of its stage."""
    assert stages_of(("annulled",)) == {"annulled"}
    assert stages_of(("fallen",)) == {"annulled", "withdrawn", "remitted"}
    assert stages_of(("status",)) == frozenset()


@pytest.mark.parametrize(
    ("question", "low", "currency"),
    [
        ("fines of 20 million euros", 19_400_000_00, "EUR"),
        ("fines of £20 million", 19_400_000_00, "GBP"),
        ("the 57 million fine on Acme", None, None),
        ("fines over 20 million euros", 20_000_000_00 + 1, None),
    ],
)
def test_an_exact_sum_is_one_of_its_own_currency(
    question: str, low: int | None, currency: str | None, index: Index
) -> None:
    """A bound is compared in euro; a sum that says which fine is meant is in the currency of that fine."""
    wanted = query(understood(question, index), index, Bounds()).wanted
    assert (wanted.asked_amount_min, wanted.asked_currency) == (low, currency)


def test_a_yes_or_no_can_ask_for_the_first(index: Index) -> None:
    """A yes or no with "the largest" asks whether it is that."""
    assert understood("Was Acme's fine the largest in France?", index).first_of == ("amount", "desc")
    assert understood("Did the CNIL fine Acme?", index).first_of is None


def test_subsidiaries_are_not_the_group_itself(index: Index) -> None:
    """Those "of Acme" leave Acme out, "Acme and its subsidiaries" does not."""
    (own,) = understood("Who fined Acme's subsidiaries?", index).objects
    (all_,) = understood("Who fined Acme and its subsidiaries?", index).objects
    assert (own.ids, set(all_.ids)) == (("acme-ireland",), {"acme", "acme-ireland"})


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("fines since the start of 2021", "2021-01-01", None),
        ("fines after the end of 2019", "2020-01-01", None),
        ("fines from the beginning of 2022", "2022-01-01", None),
        ("fines before the end of 2019", None, "2019-12-31"),
        ("fines until the beginning of 2020", None, "2019-12-31"),
    ],
)
def test_the_edges_of_a_year(question: str, first: str | None, last: str | None, index: Index) -> None:
    """The start and the end of a year are no whole year."""
    (time,) = understood(question, index).times
    assert (time.day_from, time.day_to) == (first, last)


def test_the_most_fined_is_somebody_who_was_fined(index: Index) -> None:
    """Of "most fined" targets are wanted, of "has fined most" authorities."""
    assert understood("most fined bank in France", index).asked == "object"
    assert understood("Who has imposed the most fines?", index).asked == "subject"


def test_who_appealed_as_a_complainant_is_no_party_of_a_fine(index: Index) -> None:
    """An organisation beside an authority is asked about by its appeals."""
    asked = understood("Has the ACLU won against the ICO?", index)
    assert (asked.form, asked.relations) == ("facts", ("APPEALED",))


def test_what_an_authority_wanted_of_somebody_is_a_proposal(index: Index) -> None:
    """Where nothing else tells what was done."""
    assert understood("What did the ICO first propose for Acme?", index).relations == ("PROPOSED_FINE",)
