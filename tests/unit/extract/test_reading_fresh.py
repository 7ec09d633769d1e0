"""Kinds on which texts failed that nobody had tuned for: strangers, offices, short forms in brackets, days."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document


def claims(text: str, *relations: str, published: str | None = "2024-03-15") -> list[Claim]:
    """The asserted claims of these relations in a text."""
    found = extract(Document(text, published=published), threshold=0.2).claims
    return [c for c in found if c.relation in relations and c.modality == "asserted"]


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """Subject and object of each asserted claim of a relation, by the names that the text gives them."""
    return {(c.subject.id, c.object.name) for c in claims(text, relation)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The AEPD fined a beekeeper €900 for a camera that filmed the street.", "unnamed beekeeper"),
        (
            "The AEPD imposed a penalty of €4,000 under the GDPR on a driving school.",
            "unnamed driving school",
        ),
        ("In May a dental clinic was fined €2,000 by the AEPD.", "unnamed dental clinic"),
    ],
)
def test_whom_a_decision_is_about_needs_no_name(text: str, name: str) -> None:
    """Whatever the noun: a verb of sanction takes it, or it is a trade that a sanction befalls."""
    assert pairs(text, "FINED") == {("aepd-es", name)}


def test_a_measure_of_a_sum_is_nobody() -> None:
    """The words "fined a total of" and "fined three quarters of a million" are about whom the sentence names."""
    text = "The AEPD fined Acme Tiles SL a total of €30,000. The fine is three quarters of a million pesetas."
    assert pairs(text, "FINED") == {("aepd-es", "Acme Tiles SL")}


def test_a_place_that_says_where_a_firm_is_from_does_not_act() -> None:
    """The fine of "a defunct Illinois records company" is not one by Illinois."""
    text = "Papertrail, Inc., a defunct Illinois records company, has been fined $100,000."
    assert not claims(text, "FINED")


@pytest.mark.parametrize("short", ["(DPA)", "(the “Dutch DPA”)", "(hereinafter: AP)"])
def test_a_short_form_in_brackets_stands_in_nobodys_way(short: str) -> None:
    """Between an authority and its verb."""
    text = f"The Dutch Data Protection Authority {short} fined Tulp Fietsen B.V. €2 million for this."
    assert pairs(text, "FINED") == {("ap-nl", "Tulp Fietsen B.V.")}


def test_an_office_with_capitals_is_no_part_of_who_holds_it() -> None:
    """The words "Head of Enforcement" end before the name."""
    text = "ICO Head of Enforcement Maud Pickering said: “They had no excuse.”"
    assert pairs(text, "EMPLOYS") == {("ico-uk", "Maud Pickering")}


def test_a_settlement_with_two_is_not_between_them() -> None:
    """Whoever announced it is the other side of both."""
    text = "The FTC announced it gave final approval to the settlement with Brillo Phones Inc. and Casper Toys Inc."
    sides = {frozenset((c.subject.name, c.object.name)) for c in claims(text, "SETTLED_WITH")}
    assert sides == {
        frozenset(("Federal Trade Commission", "Brillo Phones Inc.")),
        frozenset(("Federal Trade Commission", "Casper Toys Inc")),
    }


def test_a_firm_may_be_called_by_small_words() -> None:
    """A capital inside a sentence is no accident."""
    text = "The ICO took action against Our Larder Limited. Our Larder Limited was fined £70,000."
    assert pairs(text, "FINED") == {("ico-uk", "Our Larder Limited")}


def test_states_are_counted_where_they_do_something() -> None:
    """As attorneys general are."""
    text = "Some 47 states have reached an $18 million settlement with Marketline Corp. over its breach."
    found = {
        c.subject.name if "state" in c.subject.name else c.object.name for c in claims(text, "SETTLED_WITH")
    }
    assert found == {"47 states"}


def test_sections_of_a_digest_have_days_of_their_own() -> None:
    """The lines with nothing but a day date what stands under them."""
    text = (
        "# Digest\n\n6 October 2021\n\nThe Garante fined Alba SpA €5,000.\n\n"
        "29 September 2021\n\nThe Garante fined Bora SpA €200,000.\n"
    )
    days = {c.object.name: c.when.date if c.when else None for c in claims(text, "FINED", published=None)}
    assert days == {"Alba SpA": "2021-10-06", "Bora SpA": "2021-09-29"}
