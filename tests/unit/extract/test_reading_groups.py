"""Captions of suits, counted authorities, lists of parties, forms that tell a country: rules that travel, in other words."""
# ruff: noqa: E501 - texts: one sentence a line

import os
import subprocess
import sys

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document

PUBLISHED = "2024-03-15"


def claims(text: str, relation: str) -> list[Claim]:
    """The asserted claims of one relation in a text published on a fixed day."""
    found = extract(Document(text, published=PUBLISHED), threshold=0).claims
    return [c for c in found if c.relation == relation and c.modality == "asserted"]


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """The names of the parties of these claims."""
    return {(c.subject.name, c.object.name) for c in claims(text, relation)}


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("The case is FTC v. Pellet Stoves Inc. and is pending.", "Federal Trade Commission", "Pellet Stoves Inc."),
        ("In Marchetti v. Dovetail Homes LLC a tenant complains of cameras.", "Marchetti", "Dovetail Homes LLC"),
        ("In Roe v. Saddle Clinics Inc. a patient complains of trackers.", "class action plaintiffs", "Saddle Clinics Inc."),
        ("State of Texas v. Pellet Stoves Inc. was filed in May.", "Office of the Texas Attorney General", "Pellet Stoves Inc."),
        ("In re Saddle Clinics Data Breach Litigation was filed in Ohio.", "class action plaintiffs", "Saddle Clinics"),
    ],
)  # fmt: skip
def test_a_caption_tells_a_suit(text: str, who: str, whom: str) -> None:
    """Its sides are parties, also where nothing else names them."""
    assert (who, whom) in pairs(text, "SUED")


def test_a_caption_against_an_authority_is_an_appeal() -> None:
    """A firm against a commissioner asks a court to undo a decision."""
    text = "In Pellet Stoves Ltd v Information Commissioner the tribunal in London sat for a day."
    assert [obj for _, obj in pairs(text, "APPEALED")] == ["Information Commissioner's Office"]
    assert pairs(text, "SUED") == set()


def test_a_caption_that_is_only_cited_tells_nothing() -> None:
    """A precedent is no news."""
    assert pairs("The judge dismissed the claim under Marchetti v. Dovetail Homes LLC.", "SUED") == set()


@pytest.mark.parametrize(
    "group", ["Thirty-one attorneys general", "A coalition of 31 state AGs", "48 state attorneys general"]
)
def test_authorities_that_are_only_counted_are_a_party(group: str) -> None:
    """Nobody's name, and of this text alone."""
    found = claims(f"{group} sued Pellet Stoves Inc. on Tuesday.", "SUED")
    assert [c.object.name for c in found] == ["Pellet Stoves Inc."]
    assert found[0].subject.unnamed
    assert "attorneys general" in found[0].subject.name or "ags" in found[0].subject.name


def test_a_plural_stands_for_all_whom_it_lists() -> None:
    """States, attorneys general and operators alike; in a list of states Washington is one."""
    text = "The states of Ohio, Washington and Maine sued Pellet Stoves Inc. in 2023."
    assert {who.split()[0] for who, _ in pairs(text, "SUED")} == {"Ohio", "Washington", "Maine"}
    text = "The CNIL opened an investigation into the companies of Plumeau SAS and Balai SA."
    assert {whom for _, whom in pairs(text, "INVESTIGATED")} == {"Plumeau SAS", "Balai SA"}


def test_their_joint_inquiry_is_of_those_named_before() -> None:
    """Each of the authorities of the sentence before examined, and each pair worked together."""
    text = "The CNIL and the Dutch Data Protection Authority looked at Plumeau SAS. Their joint investigation began in May 2023."
    assert len(pairs(text, "INVESTIGATED")) == 2
    assert len(pairs(text, "INVESTIGATED_JOINTLY_WITH")) == 1


def test_a_legal_form_tells_whose_authority_is_meant() -> None:
    """Where no country is named, a Finnish or Italian firm's form does."""
    text = "The Data Protection Ombudsman ordered Pihka Oy to delete the recordings."
    assert [c.subject.id for c in claims(text, "ORDERED")] == ["tietosuoja-fi"]


def test_neither_has_done_it() -> None:
    """The denial reaches over both parties."""
    text = "Neither the Spanish AEPD nor the French CNIL has fined Plumeau SAS."
    assert pairs(text, "FINED") == set()


def test_a_list_goes_on_without_its_verb() -> None:
    """Each sum goes to its own firm, from the country that leads it; a firm that has its sum gets no other."""
    text = "The Garante imposed €3 million on Tegola SpA. France follows with €400,000 for Balai SA and Spain with €90,000 for Teja SL."
    found = {(c.subject.id, c.object.name, int(c.sum.amount)) for c in claims(text, "FINED") if c.sum}
    assert found >= {("cnil-fr", "Balai SA", 400_000), ("aepd-es", "Teja SL", 90_000)}


def test_an_infinitive_says_what_is_ordered() -> None:
    """The firm that got the order does not give it."""
    text = "The CNIL fined Plumeau SAS €5,000. The company has also received an order to write a policy."
    assert ("National Commission on Informatics and Liberty", "Plumeau SAS") in pairs(text, "ORDERED")


def test_a_complaint_with_an_authority_is_no_suit() -> None:
    """Who complains is not the authority that gets the complaint."""
    text = "Rights group Tilde, which filed a complaint against Plumeau SAS with the CNIL in May, was glad."
    assert pairs(text, "SUED") == set()
    assert ("Tilde", "Plumeau SAS") in pairs(text, "COMPLAINED_ABOUT")


def test_a_court_that_dismisses_an_appeal_did_not_bring_it() -> None:
    """The appeal of which it speaks is the firm's."""
    text = "The CNIL fined Plumeau SAS €5,000. On 4 March the Council of State dismissed its appeal."
    assert {who for who, _ in pairs(text, "APPEALED")} <= {"Plumeau SAS"}


def test_the_head_of_an_authority_acts_for_it() -> None:
    """A director or a chair decides as the authority."""
    text = "The director of the AEPD agreed to initiate sanctioning proceedings against Teja SL."
    assert ("Spanish Data Protection Agency", "Teja SL") in pairs(text, "INVESTIGATED")


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_whose_folder_a_text_lies_in_does_not_depend_on_chance(seed: str) -> None:
    """Sets have no order: the same text has one author in each process."""
    code = (
        "from seed.extract.engine import extract\n"
        "from seed.extract.types import Document\n"
        "d = Document('The authority has fined Heide AG 5,000 euros.', url='https://x.org/authorities/Germany/MT_LfD_Lower_Saxony_-_Heide.md')\n"
        "print([c.subject.name for c in extract(d, threshold=0).claims])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert done.stdout.strip() == "['State Commissioner Lower Saxony']"


def test_the_same_amount_is_the_sum_before() -> None:
    """Of another firm, from the same authority."""
    text = "The Garante fined Tegola SpA €3 million, and Balai SA the same amount."
    assert {(c.object.name, int(c.sum.amount)) for c in claims(text, "FINED") if c.sum} == {
        ("Tegola SpA", 3_000_000),
        ("Balai SA", 3_000_000),
    }


def test_a_complaint_names_all_whom_it_is_against() -> None:
    """Lodged with several authorities, against several firms."""
    text = "The association Tilde lodged complaints with the French CNIL and the Dutch AP against Plumeau SAS and Balai SA."
    assert {whom for _, whom in pairs(text, "COMPLAINED_ABOUT")} == {"Plumeau SAS", "Balai SA"}


@pytest.mark.parametrize("group", ["Tenants", "Four nurses", "The travellers"])
def test_people_who_sue_together_are_plaintiffs(group: str) -> None:
    """By what they have in common; a word more is a word more in ``group_heads``."""
    assert pairs(f"{group} have sued Pellet Stoves Inc. in Ohio.", "SUED") == {
        ("class action plaintiffs", "Pellet Stoves Inc.")
    }


def test_a_petition_to_an_authority_is_a_complaint() -> None:
    """Also by whoever turns to it over somebody."""
    text = (
        "Privacy International petitioned the UK Information Commissioner to investigate Kettle & Sons Ltd."
    )
    assert ("Privacy International", "Kettle & Sons Ltd") in pairs(text, "COMPLAINED_ABOUT")
    text = "Mozilla Foundation turned to the FTC over Torch Lending Corp."
    assert ("Mozilla Foundation", "Torch Lending Corp") in pairs(text, "COMPLAINED_ABOUT")


def test_a_penalty_for_not_obeying_is_no_fine() -> None:
    """The order stands, the fine is only threatened."""
    text = "The AP imposed an order subject to a penalty on Grachtwonen BV to stop the recordings."
    assert pairs(text, "FINED") == set()
    assert {whom for _, whom in pairs(text, "ORDERED")} == {"Grachtwonen BV"}
