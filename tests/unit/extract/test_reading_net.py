"""What travels to texts that no table knows: names by what befalls them, titles without a country, the net under the rules."""

# ruff: noqa: E501 - tables of texts

import pytest

from seed.extract.engine import extract
from seed.extract.types import Document


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """Who is told to have acted against whom."""
    found = extract(Document(text), threshold=0).claims
    return {
        (c.subject.name, c.object.name) for c in found if c.relation == relation and c.modality == "asserted"
    }


_ICO = "Information Commissioner's Office"


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        # Names by what befalls them.
        ("The ICO said that a penalty of £9,000 was imposed on QVRT in May.", "FINED", {(_ICO, "QVRT")}),
        ("Directions were issued to ZKPL by the ICO to encrypt its laptops.", "ORDERED", {(_ICO, "ZKPL")}),
        ("Saturday Club was ordered by the ICO to delete its lists.", "ORDERED", {(_ICO, "Saturday Club")}),
        # Initials of a name in full.
        (
            "Fenwick Dental Care sold records. The ICO fined FDC £20,000 on Monday.",
            "FINED",
            {(_ICO, "Fenwick Dental Care")},
        ),
        # Two bodies, and not one.
        (
            "The ICO ordered Marlow City Council and Tarn County Council to delete the recordings.",
            "ORDERED",
            {(_ICO, "Marlow City Council"), (_ICO, "Tarn County Council")},
        ),
        # Both of a list before a sum, and those whom a description lists behind it.
        (
            "The ICO has fined Brightloom Ltd and Vellum Ltd £40,000 each.",
            "FINED",
            {(_ICO, "Brightloom Ltd"), (_ICO, "Vellum Ltd")},
        ),
        (
            "The ICO fined three banks, Barlow Trust Ltd, Fenwick Bank and Castle Savings Ltd, in June.",
            "FINED",
            {(_ICO, "Barlow Trust Ltd"), (_ICO, "Fenwick Bank"), (_ICO, "Castle Savings Ltd")},
        ),
        # An authority whose name is its own.
        (
            "The Gambling Commission imposed a penalty of £450,000 on Larkspur Casino Ltd.",
            "FINED",
            {("Gambling Commission", "Larkspur Casino Ltd")},
        ),
        # Going to court, and opening a case.
        (
            "In 2020 the OAIC commenced proceedings against Brightloom Ltd.",
            "SUED",
            {("Office of the Australian Information Commissioner", "Brightloom Ltd")},
        ),
        (
            "In 2020 the CNIL opened proceedings against Brightloom Ltd.",
            "SUED",
            set(),
        ),
    ],
)
def test_kinds_that_fresh_texts_showed(text: str, relation: str, found: set[tuple[str, str]]) -> None:
    """Each kind with a sibling."""
    assert pairs(text, relation) == found


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        (
            "The ICO looked at the shops. The investigation revealed that Brightloom Ltd kept every call.",
            "INVESTIGATED",
            {(_ICO, "Brightloom Ltd")},
        ),
        (
            "The ICO has taken enforcement action against Vellum Ltd in Leeds.",
            "ORDERED",
            {(_ICO, "Vellum Ltd")},
        ),
        ("The ICO may take enforcement action against Vellum Ltd in Leeds.", "ORDERED", set()),
        ("The ICO wrote to Vellum Ltd in order to learn more about its records.", "ORDERED", set()),
    ],
)
def test_the_net_speaks_where_no_rule_does(text: str, relation: str, found: set[tuple[str, str]]) -> None:
    """The word of a deed and the party next to it; a doubt silences it."""
    assert pairs(text, relation) == found


def test_capitals_that_are_papers_are_nobody() -> None:
    """Notices, orders and requests have capitals, and are no party."""
    text = "The ICO fined Brightloom Ltd £8,000. Enforcement Notices followed, and Access Requests were answered."
    found = extract(Document(text), threshold=0).claims
    assert not {"Enforcement Notices", "Access Requests"} & {c.object.name for c in found}


def test_initials_of_a_law_are_no_authority() -> None:
    """Where a sentence says "in breach of the PDPA", a law is meant, though an authority elsewhere is called so."""
    text = "Singapore's PDPC fined Brightloom Pte Ltd $10,000 for being in breach of the PDPA."
    assert {who for who, _ in pairs(text, "FINED")} == {"Personal Data Protection Commission"}
