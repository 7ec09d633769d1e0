"""Own texts of authorities, digests, unnamed parties, names and scope: what each kind of text says, and no more."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document

_ADDRESS = "https://www.cnil.fr/en/decision"


def told(text: str, *relations: str, url: str | None = None, publisher: str | None = None) -> list[Claim]:
    """The asserted claims of a text of these relations."""
    found = extract(Document(text, url=url, publisher=publisher, published="2024-06-10")).claims
    return [c for c in found if c.modality == "asserted" and (not relations or c.relation in relations)]


@pytest.mark.parametrize(
    ("url", "publisher"), [(_ADDRESS, None), (None, "CNIL"), ("https://x.org/France/CNIL_2024.md", None)]
)
def test_the_author_takes_the_decisions_of_its_own_text(url: str | None, publisher: str | None) -> None:
    """Without a subject, and as "we", it is the authority whose text it is: by publisher or by address."""
    text = (
        "An administrative fine of €20,000 was imposed on Brightloom SA. "
        "We ordered Brightloom SA to delete the data."
    )
    found = told(text, "FINED", "ORDERED", url=url, publisher=publisher)
    assert {(c.subject.id, c.relation, c.object.name) for c in found} == {
        ("cnil-fr", "FINED", "Brightloom SA"),
        ("cnil-fr", "ORDERED", "Brightloom SA"),
    }


def test_a_text_of_nobody_has_no_author() -> None:
    """The same words in a text of unknown origin are nobody's fine."""
    assert told("An administrative fine of €20,000 was imposed on Brightloom SA.", "FINED") == []


def test_people_with_an_office_work_for_the_author() -> None:
    """Who sits, signs or speaks in an authority's own text belongs to it."""
    text = (
        "The committee, composed of Mr Alexandre DURANTON, President, and Mrs Odile Kerbrat, member, decided."
    )
    assert {c.object.name for c in told(text, "EMPLOYS", url=_ADDRESS)} == {
        "Alexandre DURANTON",
        "Odile Kerbrat",
    }


def test_an_unnamed_party_is_one_of_its_own() -> None:
    """A description without a name is a party of this text alone, never the nearest name."""
    (found,) = told("Zentrix said it was sorry. The AEPD fined a bank €5,000.", "FINED")
    assert (found.object.name, found.object.unnamed) == ("unnamed bank", True)
    (other,) = told("The AEPD fined a bank €5,000. It was the second this year.", "FINED")
    assert found.object.id != other.object.id


@pytest.mark.parametrize("heading", ["Facts", "Further Resources", "Access Rights", "Unlawful Retention"])
def test_words_of_a_heading_are_no_party(heading: str) -> None:
    """A label above the text is not whom the decision is about."""
    text = f"{heading}\n\nThe ICO fined Acme Ltd £5,000.\n\nThe fine was paid. The access and retention were unlawful."
    assert {c.object.name for c in told(text, "FINED")} == {"Acme Ltd"}


def test_an_entry_of_a_digest_speaks_of_nobody_outside() -> None:
    """Who is meant is looked for in the entry; a link says whose page it is."""
    entry = (
        "- **{0} fined for late answers to requests** ({1}): {0} was fined EUR {2}. It had not answered.\n"
    )
    text = "".join(
        entry.format(*row)
        for row in (
            ("Alphaweb SL", "https://www.aepd.es/a.pdf", "1,000"),
            ("Betanet GmbH", "https://www.dsb.gv.at/b", "2,000"),
            ("Gammafix ApS", "https://www.datatilsynet.dk/c", "3,000"),
        )
    )
    found = {(c.object.name, c.subject.id) for c in told(text, "FINED")}
    assert {
        ("Alphaweb SL", "aepd-es"),
        ("Betanet GmbH", "dsb-at"),
        ("Gammafix ApS", "datatilsynet-dk"),
    } <= found


def test_a_heading_says_whose_the_labels_below_are() -> None:
    """Party, authority and year stand in the heading, the sum on a line with a label."""
    text = "## Cases\n\n### Rotorix Ltd — ICO, 2022\n- **Fine**: £40,000\n- It had lost a laptop.\n"
    (found,) = told(text, "FINED")
    assert (found.subject.id, found.object.name, found.when and found.when.date) == (
        "ico-uk",
        "Rotorix Ltd",
        "2022",
    )


def test_a_list_over_lines_is_read_entry_by_entry() -> None:
    """In an authority's own list a name, the fine and the day stand on lines of their own."""
    text = 'SIA "Vilnoks"\n\nFine\nEUR 700.00\n\n03.04.2023\nAppealed\nSIA "Tarbo"\n\nFine\nEUR 900.00\n\n05.06.2023\n'
    found = told(text, "FINED", "APPEALED", url="https://www.dvi.gov.lv/lv/list")
    assert [
        (c.relation, c.sum and int(c.sum.amount), c.when and c.when.date)
        for c in found
        if c.relation == "FINED"
    ] == [
        ("FINED", 700, "2023-04-03"),
        ("FINED", 900, "2023-06-05"),
    ]
    assert any(c.relation == "APPEALED" and c.subject.name == "Vilnoks" for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "The DPC opted against fining Acme Ltd.",
        "Rather than fining Acme Ltd, the DPC warned it.",
        "Had the DPC fined Acme Ltd €2m, it would have appealed.",
        "Suppose the DPC fined Acme Ltd €2m.",
        "The DPC nearly fined Acme Ltd €2m.",
        "It is untrue that the DPC fined Acme Ltd €2m.",
        "The DPC fined neither Acme Ltd nor Beta Ltd.",
        "Campaigners pressed the DPC to fine Acme Ltd €2m.",
    ],
)
def test_what_did_not_happen_is_no_fact(text: str) -> None:
    """Denied, unreal and demanded fines are told by the words around the verb, and are no proposals either."""
    assert told(text, "FINED", "PROPOSED_FINE") == []


def test_who_did_not_is_not_who_did() -> None:
    """The words "not by" name the one who did nothing; a negation ends at the next verb with its own auxiliary."""
    (found,) = told("Acme Ltd was fined €3m by the AEPD, not by the CNIL.", "FINED")
    assert found.subject.id == "aepd-es"
    (found,) = told("The ICO has not yet fined Acme Ltd but has fined Beta Ltd £4m.", "FINED")
    assert (found.object.name, found.sum and found.sum.amount) == ("Beta Ltd", 4_000_000)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The European Commission fined Acme SA €3m.", "european-commission"),
        ("The Securities and Exchange Commission fined Acme Inc $3m.", "sec-us"),
        ("Italy's antitrust authority fined Acme SpA €3m.", "agcm-it"),
        ("The Norwegian Data Protection Agency fined Acme AS NOK 300,000.", "datatilsynet-no"),
    ],
)
def test_other_authorities_are_themselves(text: str, subject: str) -> None:
    """Nobody else's regulator steps in for one that the records do not have."""
    assert [c.subject.id for c in told(text, "FINED")] == [subject]


@pytest.mark.parametrize(
    "name",
    ["Acme (Ireland) Ltd", "Wow! Media Ltd", "Luzenta, S.L.U", "Österreichische Kraft AG"],
)
def test_a_name_is_read_whole(name: str) -> None:
    """Brackets, marks, digits, commas and accents are part of a firm's name."""
    assert [c.object.name for c in told(f"The ICO fined {name} £5 million on 3 May 2021.", "FINED")] == [name]
