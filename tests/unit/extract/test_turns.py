"""Turns of phrase beyond the plain sentence: tables, lists, answers, series, courts, complaints, orders."""
# ruff: noqa: E501 - texts: one sentence a line

import subprocess
import sys
from decimal import Decimal

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document

PUBLISHED = "2024-03-15"


def claims(text: str, relation: str, modality: str = "asserted") -> list[Claim]:
    """The claims of one relation in a text published on a fixed day."""
    found = extract(Document(text, published=PUBLISHED)).claims
    return [c for c in found if c.relation == relation and c.modality == modality]


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """The parties of the asserted claims of one relation, by id and by name."""
    return {(c.subject.id, c.object.name) for c in claims(text, relation)}


def sums(text: str) -> list[tuple[str, str, Decimal, str]]:
    """Authority, firm, amount and currency of each fine."""
    return [
        (c.subject.id, c.object.name, c.sum.amount, c.sum.currency) for c in claims(text, "FINED") if c.sum
    ]


def test_a_table_is_read_by_its_header() -> None:
    """Columns say who, whom, how much and when; the currency may stand in the header alone."""
    text = (
        "Fines under the GDPR\n\nAuthority | Company | Country | Fine (EUR) | Year\n"
        "CNIL | Join the Quay Ltd | France | 40,000 | 2023\nGarante | Velaro | Italy | 79.1 million | 2024\n"
    )
    assert sums(text) == [
        ("cnil-fr", "Join the Quay Ltd", 40_000, "EUR"),
        ("garante-it", "Velaro", 79_100_000, "EUR"),
    ]
    assert [c.when.date for c in claims(text, "FINED") if c.when] == ["2023", "2024"]


def test_a_row_may_name_the_country_for_the_authority() -> None:
    """In a list of fines "(Ireland, May 2023)" stands for the authority there; "to the US" does not."""
    text = "The largest fines\n\n1. Velaro – €12 million (Ireland, May 2023)\n2. Brightloom, transfers to the US, €9 million (France, 2022)"
    assert [row[0] for row in sums(text)] == ["dpc-ie", "cnil-fr"]


def test_a_series_of_fines_has_a_date_each() -> None:
    """One firm, several sums, each with its own year."""
    found = claims("The AEPD fined Velaro €600,000 in 2018 and €10 million in 2023.", "FINED")
    assert {(c.sum.amount, c.when.date) for c in found if c.sum and c.when} == {
        (600_000, "2018"),
        (10_000_000, "2023"),
    }


def test_an_answer_completes_its_question() -> None:
    """The question names the parties, the answer the sum; "No" answers nothing."""
    assert sums("Q: How much did the CNIL fine Velaro? A: €15 million in January 2022.") == [
        ("cnil-fr", "Velaro", 15_000_000, "EUR")
    ]
    assert sums("Q: Did the CNIL fine Velaro? A: No, €15 million was only proposed.") == []


def test_a_reduced_fine_has_its_final_sum() -> None:
    """What was planned is a proposal; what it was cut to is the fine."""
    text = "The ICO has cut its planned penalty for Velaro from £99m to £18.4m."
    assert sums(text) == [("ico-uk", "Velaro", 18_400_000, "GBP")]


def test_a_rejected_appeal_denies_neither_fine_nor_appeal() -> None:
    """The court rejects the appeal, not what it was against."""
    text = "The Council of State rejected Velaro's appeal against the CNIL's fine of €100 million."
    assert pairs(text, "APPEALED") == {("velaro", "National Commission on Informatics and Liberty")}
    assert sums(text) == [("cnil-fr", "Velaro", 100_000_000, "EUR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ICO has gone to court against Velaro Ltd.", {("ico-uk", "Velaro Ltd")}),
        ("A group of parents has filed suit against Velaro Ltd.", {("plaintiffs-v-velaro-ltd", "Velaro Ltd")}),
        ("Arizona's attorney general filed a lawsuit against Velaro Ltd.", {("ag-us-az", "Velaro Ltd")}),
        ("The OAIC has launched civil penalty proceedings against Velaro Ltd.", {("oaic-au", "Velaro Ltd")}),
    ],
)  # fmt: skip
def test_a_suit_by_any_words(text: str, expected: set[tuple[str, str]]) -> None:
    """Going to court, suing as a group, as a state, or for a civil penalty, which is not yet one."""
    assert pairs(text, "SUED") == expected
    assert claims(text, "FINED") == []


@pytest.mark.parametrize(
    "text",
    [
        "Velaro Ltd settled FTC charges for $7 million.",
        "Velaro Ltd agreed to pay $7 million to the FTC.",
        "Under a consent decree with the FTC, Velaro Ltd must pay $7 million.",
    ],
)
def test_what_was_agreed_is_a_settlement_and_no_fine(text: str) -> None:
    """Charges settled, a payment agreed to, a decree consented to."""
    (claim,) = claims(text, "SETTLED_WITH")
    assert {claim.subject.id, claim.object.id} == {"ftc-us", "velaro-ltd"}
    assert claim.sum is not None
    assert claim.sum.amount == 7_000_000
    assert claims(text, "FINED") == []


@pytest.mark.parametrize(
    "text",
    [
        "The DPC reprimanded Velaro and ordered it to change its practices.",
        "The ICO has issued an enforcement notice against Velaro.",
        "The AEPD gave Velaro three months to delete the data.",
    ],
)
def test_an_order_by_pronoun_notice_or_deadline(text: str) -> None:
    """The object of an order is never the authority that gives it."""
    assert [c.object.name for c in claims(text, "ORDERED")] == ["Velaro"]


def test_an_order_that_somebody_asks_for_is_none() -> None:
    """A plaintiff's wish is not a court's word."""
    text = "The ICO's complaint asks for an order that forces Velaro to delete its data."
    assert claims(text, "ORDERED") == []


def test_a_complaint_names_who_and_whom() -> None:
    """By genitive, by relative clause, by what followed it."""
    assert pairs("Velaro was fined after noyb's complaint against Velaro Ltd.", "COMPLAINED_ABOUT") == {
        ("noyb", "Velaro Ltd")
    }
    text = "The CNIL fined Velaro €20 million, following a complaint by the group Homo Digitalis."
    assert ("homo-digitalis", "Velaro") in pairs(text, "COMPLAINED_ABOUT")
    assert claims(text, "SUED") == []


def test_authorities_by_place_work_together() -> None:
    """Adjectives before one plural noun are several authorities."""
    text = "Velaro is a shop.\n\nThe Dutch and the Canadian privacy authorities jointly investigated Velaro."
    assert {c.subject.id for c in claims(text, "INVESTIGATED")} == {"ap-nl", "opc-ca"}


def test_a_place_is_no_firm_and_a_subsidiary_has_its_country() -> None:
    """A name after "in" is a place; a name before a country and a legal form is a firm of its own."""
    assert pairs("The ICO fined a clinic in Felbridge £2m.", "FINED") == {("ico-uk", "unnamed clinic")}
    text = "The Romanian authority ANSPDCP fined Velaro Romania SCS 3,000 euros."
    assert pairs(text, "FINED") == {("anspdcp-ro", "Velaro Romania SCS")}


def test_the_company_is_the_one_that_the_text_is_about() -> None:
    """Not whoever was named last in passing."""
    text = (
        "Velaro fined €12m\n\nVelaro has been fined €12m by Ireland's Data Protection Commission.\n\n"
        "The sum is well above the €7m imposed on Brightloom in Luxembourg.\n\nThe DPC also ordered the company to stop."
    )
    assert pairs(text, "ORDERED") == {("dpc-ie", "Velaro")}


def test_the_parser_is_loaded_only_when_a_text_is_read() -> None:
    """Importing the extractor costs no parser, so that help and other commands start at once."""
    code = "import sys, seed.extract, seed.extract.report; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
