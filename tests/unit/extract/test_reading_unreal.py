"""What a text says did not happen, or only adds up; and lists whose lines are sentences, sums or neither."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document


def claims(text: str, *relations: str) -> list[Claim]:
    """The asserted claims of these relations in a text published on a fixed day."""
    found = extract(Document(text, published="2024-03-15")).claims
    return [c for c in found if c.relation in relations and c.modality == "asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "It is a myth that the ICO fined Brightloom Ltd £40,000.",
        "It is false that the ICO has sanctioned Brightloom Ltd with £40,000.",
        "The claim that the ICO fined Brightloom Ltd £40,000 is false.",
        "Nobody at the ICO fined Brightloom Ltd £40,000.",
        "The ICO was about to fine Brightloom Ltd £40,000 when the firm collapsed.",
        "The ICO may yet fine Brightloom Ltd £40,000.",
        "A fine of £40,000 would be appropriate for Brightloom Ltd, an ICO paper says.",
        "Brightloom Ltd will be fined £40,000 by the ICO unless it complies.",
        "There was no ground for the ICO to fine Brightloom Ltd £40,000.",
        "The Commissioner had indicated that a penalty of £80,000 on Brightloom Ltd was under consideration.",
    ],
)
def test_what_did_not_happen_is_no_fine(text: str) -> None:
    """Myths, conditions, plans and what is only thought of."""
    assert claims(text, "FINED") == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Talks on a settlement between Brightloom Ltd and the FTC collapsed.", "SETTLED_WITH"),
        ("Marlowe Group is in talks to acquire Brightloom Ltd.", "ACQUIRED_OR_OWNS"),
    ],
)
def test_talks_are_no_deal(text: str, relation: str) -> None:
    """What is negotiated has not been agreed."""
    assert claims(text, relation) == []


def test_whoever_faces_an_investigation_is_investigated() -> None:
    """But "could face" says only what may come."""
    assert claims("Brightloom Ltd faces an investigation by the ICO.", "INVESTIGATED")
    assert claims("Brightloom Ltd could face an investigation by the ICO.", "INVESTIGATED") == []


def test_an_authority_that_has_not_done_it_is_not_the_one_who_acts() -> None:
    """The words "not by the ICO" name it only to leave it out."""
    assert claims("Brightloom Ltd was fined £12,000, not by the ICO.", "FINED") == []


def test_a_sum_of_several_decisions_is_no_fine_of_its_own() -> None:
    """Neither for a firm ("this year alone") nor for several that nobody names."""
    text = "This year alone the ICO has fined Brightloom Ltd £342,000."
    assert [c.sum for c in claims(text, "FINED")] == [None]
    text = "The ICO has fined three hotels a total of £90,000."
    assert [c.sum for c in claims(text, "FINED")] in ([], [None])


def test_a_part_of_a_sum_is_not_the_sum() -> None:
    """The words "of which" tell a part of what is told already."""
    text = "The ICO imposed a penalty of £450,000, of which £150,000 is suspended, on Brightloom Ltd."
    assert {c.sum.amount for c in claims(text, "FINED") if c.sum} == {450_000}


def test_the_sum_of_a_notice_is_its_sum() -> None:
    """The words "in the sum of" tell no total of several."""
    text = "The ICO has issued a monetary penalty notice to Brightloom Ltd in the sum of £90,000."
    assert [c.sum.amount for c in claims(text, "FINED") if c.sum] == [90_000]


def test_a_line_of_a_list_that_is_a_sentence_is_read_as_one() -> None:
    """With the order that it tells beside the fine."""
    text = (
        "News\n\n- The ICO fined Brightloom Ltd £40,000 and ordered it to delete the data.\n"
        "- The AEPD fined Tarkin Hotels SL €10,000 and ordered it to remove the cameras.\n"
    )
    found = {(c.relation, c.object.name) for c in claims(text, "FINED", "ORDERED")}
    assert found == {
        (relation, name)
        for relation in ("FINED", "ORDERED")
        for name in ("Brightloom Ltd", "Tarkin Hotels SL")
    }


def test_a_list_under_what_an_authority_decided_is_one_of_fines() -> None:
    """Also with a line between that tells of no sum."""
    text = (
        "What the AEPD decided in March\n\n- Tarkin Hotels SL: €200,000 for a leak\n- Clínica Mirasol: warning\n"
        "- Brightloom SL: €40,000 for a SIM swap\n"
    )
    assert [(c.object.name, c.sum.amount) for c in claims(text, "FINED") if c.sum] == [
        ("Tarkin Hotels SL", 200_000),
        ("Brightloom SL", 40_000),
    ]


def test_a_list_whose_lines_name_their_authority_needs_no_heading() -> None:
    """The heading "Who is poorer" says nothing of fines; the authority in each line does."""
    text = "Who is poorer\n\n- Brightloom Ltd – £2 million (ICO)\n- Tarkin Ltd – £300,000 (DPC)\n"
    assert [(c.subject.id, c.object.name) for c in claims(text, "FINED")] == [
        ("ico-uk", "Brightloom Ltd"),
        ("dpc-ie", "Tarkin Ltd"),
    ]


def test_a_line_of_nothing_is_no_fine() -> None:
    """The words "nothing above" name a sum that nobody has to pay."""
    text = (
        "Fines by the ICO in spring:\n\n- Brightloom Ltd: £90,000\n- Orrin Ltd: £80,000\n"
        "- Tarkin Ltd: nothing above £200,000\n"
    )
    assert [c.object.name for c in claims(text, "FINED")] == ["Brightloom Ltd", "Orrin Ltd"]
