"""How news and notices name parties, and what looks like a relation and is none."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document


def claims(text: str, relation: str) -> list[Claim]:
    """The asserted claims of one relation in a text published on a fixed day."""
    found = extract(Document(text, published="2024-03-15")).claims
    return [c for c in found if c.relation == relation and c.modality == "asserted"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Trade and Innovation", "public_body"),
        ("Azienda sanitaria provinciale di Montefosco", "company"),
        ("Agenzia Regionale per la Tutela dell’Ambiente delle Acque", "company"),
        ("Municipality of Bergen", "public_body"),
        ("Department of Health and Care", "public_body"),
    ],
)
def test_a_name_is_read_to_its_end(name: str, kind: str) -> None:
    """A second field after "and", and small words of another language, belong to a name."""
    (claim,) = claims(f"The Italian DPA has fined the {name} EUR 6,000 for a data breach.", "FINED")
    assert (claim.object.name, claim.object.kind) == (name, kind)


def test_initials_that_a_text_explains_mean_what_it_says() -> None:
    """Also where the registry knows another firm by that name."""
    text = "The Electronic Privacy Information Center (EPIC) is a group. EPIC sued Brightloom Ltd on Monday."
    (claim,) = claims(text, "SUED")
    assert claim.subject.name == "Electronic Privacy Information Center"


def test_a_longer_name_beside_a_known_one_is_the_same() -> None:
    """An apposition names nobody new."""
    text = "The ACLU, the American Liberties Defence League, has sued Brightloom Ltd in a federal court."
    assert {c.subject.id for c in claims(text, "SUED")} == {"aclu"}


def test_a_sanction_on_nobody_named_is_nobody_else_s() -> None:
    """An unnamed employer is not the firm of the sentence before, but a party of its own."""
    text = (
        "The ICO has fined Brightloom Ltd £2m. The Spanish DPA has imposed a fine of €1,000 on an employer."
    )
    assert [(c.subject.id, c.object.name) for c in claims(text, "FINED")] == [
        ("ico-uk", "Brightloom Ltd"),
        ("aepd-es", "unnamed employer"),
    ]


@pytest.mark.parametrize("sum_", ["a total of €395 million", "a record €395 million", "€395 million"])
def test_the_words_before_a_sum_are_no_party(sum_: str) -> None:
    """A total that goes to one firm is its fine."""
    text = f"After advice of the European Data Protection Board, the Irish DPC fined Brightloom Ltd {sum_} in January."
    (claim,) = claims(text, "FINED")
    assert claim.subject.id == "dpc-ie"
    assert claim.sum is not None
    assert claim.sum.amount == 395_000_000


def test_a_headline_is_about_whoever_acts_in_the_lead() -> None:
    """Not about an authority that the lead only names."""
    text = (
        "Brightloom Ltd fined €3m\n\nAfter advice of the European Data Protection Board, the Irish Data Protection "
        "Commission (DPC) fined Brightloom Ltd €3m on Monday."
    )
    assert {c.subject.id for c in claims(text, "FINED")} == {"dpc-ie"}


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        ("ORDERED", "John Edwards of the ICO told Brightloom Ltd that no steps to obtain consent were seen."),
        ("SUED", "Brightloom Ltd is a firm.\n\nFines resulting from noyb litigation"),
        ("INVESTIGATED", "The Irish DPC must investigate Brightloom Ltd, the court said."),
        ("FINED", "Brightloom Ltd was fined €3m and ordered to stop transfers of data to the United States."),
    ],
)
def test_what_only_looks_like_a_relation(relation: str, text: str) -> None:
    """Words of a relation that tell another one, or nothing that happened, make no claim of an authority named."""
    assert not [c for c in claims(text, relation) if c.subject.id != "dpc-ie" or relation == "INVESTIGATED"]


def test_a_byline_is_nobody_s_opponent() -> None:
    """The author of a text is no party, and a date after a name is not part of it."""
    text = (
        "Suits over biometric data\n\nAbraham Lockwood | May 23, 2022\n\n"
        "Two users filed a class action lawsuit against Brightloom earlier this month, claiming the company spied."
    )
    assert {c.object.name for c in claims(text, "SUED")} == {"Brightloom"}


@pytest.mark.parametrize(
    "text",
    [
        "DC attorney general sues Brightloom Ltd over a data breach",
        "The Attorney General of the District of Columbia has sued Brightloom Ltd.",
        "Washington, D.C., Attorney General Karl Ravine has sued Brightloom Ltd over a leak.",
    ],
)
def test_an_attorney_general_no_record_has(text: str) -> None:
    """However the place is written, it is one office."""
    assert {c.subject.name for c in claims(text, "SUED")} == {"District of Columbia Attorney General"}


def test_a_short_form_may_have_two_words() -> None:
    """What stands in the brackets means the same from then on."""
    text = (
        "The Office of the New York State Attorney General (NY AG) was asked. The NY AG sued Brightloom Ltd."
    )
    assert {c.subject.id for c in claims(text, "SUED")} == {"ag-us-ny"}


def test_a_title_in_brackets_parts_no_official_from_the_office() -> None:
    """An official acts for the office."""
    text = "California Attorney General (AG) Rob Bonta announced a settlement with Brightloom Ltd."
    assert [c.object.name for c in claims(text, "EMPLOYS")] == ["Rob Bonta"]
    assert {c.subject.name for c in claims(text, "SETTLED_WITH")} == {"California Attorney General"}


def test_a_time_after_another_event_is_not_counted() -> None:
    """When "a month after the FTC announced it" was, nobody can tell."""
    text = "A month after the FTC announced a settlement with Brightloom Ltd, its users got a notice."
    assert all(c.when is None or c.when.date != "2024-04" for c in claims(text, "SETTLED_WITH"))


def test_a_suit_that_an_authority_filed() -> None:
    """Whoever lost it was sued, by an authority as by anybody else."""
    (claim,) = claims("Brightloom Ltd lost a lawsuit that the FTC filed against it in 2021.", "SUED")
    assert (claim.subject.id, claim.object.name) == ("ftc-us", "Brightloom Ltd")
