"""Kinds of wording found in texts that nobody had tuned for, each with further members of its kind."""

# ruff: noqa: E501, ISC004 - tables of texts

import pytest

from seed.extract.engine import extract
from seed.extract.text.sentences import split
from seed.extract.types import Claim, Document


def claims(text: str, relation: str, modality: str = "asserted") -> list[Claim]:
    """The claims of one relation and modality."""
    found = extract(Document(text), threshold=0).claims
    return [c for c in found if c.relation == relation and c.modality == modality]


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """Who is told to have acted against whom."""
    return {(c.subject.name, c.object.name) for c in claims(text, relation)}


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        (
            "Suits were brought by the Ohio Attorney General against Tarn Radio, Inc. and by the Texas Attorney General "
            "against Fell Maps, Inc. over location data.",
            "SUED",
            {
                ("Ohio Attorney General", "Tarn Radio, Inc."),
                ("Office of the Texas Attorney General", "Fell Maps, Inc."),
            },
        ),
        (
            "Lawsuits filed by the California Attorney General against messaging app provider Corrie Chat Ltd were joined.",
            "SUED",
            {("California Attorney General", "Corrie Chat Ltd")},
        ),
    ],
)
def test_sides_that_take_turns_are_paired(text: str, relation: str, found: set[tuple[str, str]]) -> None:
    """Each who acts is told against the one named next, and a trade before a name is no deed."""
    assert pairs(text, relation) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ICO fined Discord, Inc. £50,000 in May 2024.", "Discord"),
        (
            "The DPC fined City of Arden Education and Training Board €40,000.",
            "City of Arden Education and Training Board",
        ),
        (
            "The ICO fined Marsh Vale Children and Families Service £40,000.",
            "Marsh Vale Children and Families Service",
        ),
        ("The DPC fined X, formerly known as Twitter, €450,000.", "X"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str) -> None:
    """With its legal form after a comma, with a field of two parts, and where it is one letter."""
    assert {c.object.name.removesuffix(", Inc.").removesuffix(" Inc.") for c in claims(text, "FINED")} == {
        name
    }


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Vesper Labs files suit to stop bots.", "SUED"),
        ("Vesper Labs settles Meta Pixel lawsuit.", "FINED"),
        ("The CNIL says that formal notices were sent, as formal notices often are.", "ORDERED"),
        ("The DPC wants to determine whether Vesper Labs broke the law.", "FOUND_BREACH"),
        ("The ICO fined Vesper Labs. It said that the sum would have been £300,000.", "SUED"),
    ],
)
def test_what_nobody_is_told_to_have_done(text: str, relation: str) -> None:
    """Headlines of who sues, products before a lawsuit, orders at large, findings that are still open."""
    assert pairs(text, relation) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Regulator lines up £500k data fine for Vesper Labs. The ICO said so.",
        "The ICO readies a £500k privacy fine for Vesper Labs.",
        "The ICO said that the fine for Vesper Labs would have been £300,000.",
        "Under the £500,000 cap of the old law, the ICO could fine Vesper Labs less.",
    ],
)
def test_a_fine_that_did_not_come_about_is_no_fact(text: str) -> None:
    """Planned, unreal, or only the most that the law allows."""
    assert claims(text, "FINED") == []


def test_a_fine_that_may_be_appealed_was_imposed() -> None:
    """The doubt is about the appeal."""
    text = "Vesper Labs may appeal the €5 million fine imposed by the CNIL."
    (fine,) = claims(text, "FINED")
    assert (fine.object.name, fine.sum and fine.sum.amount) == ("Vesper Labs", 5_000_000)
    assert claims(text, "APPEALED") == []


def test_who_is_fined_and_ordered_is_told_both() -> None:
    """The second verb shares the passive of the first."""
    text = "In May 2022, the CNIL looked into Vesper Labs. Vesper Labs was fined €9,000 and ordered to delete the files."
    assert pairs(text, "ORDERED") == {("National Commission on Informatics and Liberty", "Vesper Labs")}


@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        (
            "A judge approved a $65 million settlement in a class action lawsuit against Vesper Labs.",
            "SETTLED_WITH",
            {"Vesper Labs", "class action plaintiffs"},
        ),
        (
            "A judge heard a class action filed by Vesper Labs users over tracking.",
            "SUED",
            {"class action plaintiffs", "Vesper Labs"},
        ),
        (
            "Co-founded by the activist Ada Cole, Vesper Labs aims to bring cases.",
            "EMPLOYS",
            {"Vesper Labs", "Ada Cole"},
        ),
        (
            "Vesper Labs, the Leeds-based parent company of Tarn Radio, said nothing.",
            "ACQUIRED_OR_OWNS",
            {"Vesper Labs", "Tarn Radio"},
        ),
    ],
)
def test_both_sides_are_found(text: str, relation: str, found: set[str]) -> None:
    """Whom a suit that is settled was against, whom users sue, whom an opening names, whose seat stands between."""
    assert {name for pair in pairs(text, relation) for name in pair} == found


def test_a_paper_that_reports_is_no_party() -> None:
    """Nothing is filled in from whoever only tells the news."""
    text = "As The Beacon reported on Monday, Open Rights Watch has filed a complaint with the ICO over its cameras."
    assert all("Beacon" not in name for pair in pairs(text, "COMPLAINED_ABOUT") for name in pair)


def test_a_number_does_not_end_a_sentence() -> None:
    """The sentence goes on after "no." and a number."""
    text = "The DPC ruled in a decision (no. 107/2024) that Vesper Labs had broken the law. It said no. The firm left."
    assert [one.text[-4:] for one in split(text)] == ["law.", " no.", "eft."]


def test_the_sides_of_a_judgment_are_who_stands_above_them() -> None:
    """A line of its own says which side the party above it is."""
    text = (
        "Between:\n\nTARN RADIO LTD\n\nAppellant:\n\nand\n\nTHE INFORMATION COMMISSIONER\n\nRespondent:\n\n"
        "The appeal is against a Penalty Notice for £600 that the Information Commissioner of the United Kingdom "
        "issued to the Appellant on 1 March 2022."
    )
    assert {c.object.name for c in claims(text, "FINED")} == {"TARN RADIO LTD"}


def test_a_sum_of_another_thing_is_no_row_of_fines() -> None:
    """An item of a digest that tells of a lawsuit or of funding is none of the fines beside it."""
    text = (
        "Fines\n\n- The CNIL fined Vesper Labs €5,000 in May 2022.\n- Shareholders brought a USD 8 billion lawsuit against "
        "Tarn Radio.\n- Fell Maps received USD 50 million in funding.\n"
    )
    assert {c.object.name for c in claims(text, "FINED")} <= {"Vesper Labs"}


def test_a_product_is_no_side_of_a_suit() -> None:
    """The firm whose name it carries is not sued either."""
    text = "Vesper Labs settles Meta Pixel lawsuit for $3 million."
    assert all(
        "Meta" not in name
        for relation in ("SUED", "SETTLED_WITH")
        for pair in pairs(text, relation)
        for name in pair
    )
