"""What sentences are built of: manner after "by", sums beside firms, names of plain words, who a noun means."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document


def claims(text: str, *relations: str) -> list[Claim]:
    """The asserted claims of these relations in a text published on a fixed day."""
    found = extract(Document(text, published="2024-03-15")).claims
    return [c for c in found if c.relation in relations and c.modality == "asserted"]


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """Subject and object of each asserted claim of a relation, by the names that the text gives them."""
    return {(c.subject.name, c.object.name) for c in claims(text, relation)}


@pytest.mark.parametrize("manner", ["By contrast", "By letter", "By way of exception"])
def test_a_noun_of_manner_is_nobody_who_acts(manner: str) -> None:
    """The authority of the sentence before fines, whatever "by" opens the next one with."""
    text = f"Sweden's IMY closed a case against Lumora AB. {manner}, Tarn AB was fined SEK 50,000."
    assert [c.object.name for c in claims(text, "FINED")] == ["Tarn AB"]


@pytest.mark.parametrize(
    "text",
    [
        "The CNIL hit two shops: Cordelle with €100,000 and Loupiote with €35,000.",
        "The CNIL imposed fines of €100,000 on Cordelle SAS and €35,000 on its marketing agent, Loupiote SAS.",
    ],
)
def test_each_sum_goes_to_the_firm_that_it_stands_with(text: str) -> None:
    """Also where the second firm stands behind a description of it."""
    found = {
        (c.object.name.removesuffix(" SAS"), c.sum.amount if c.sum else None) for c in claims(text, "FINED")
    }
    assert found == {("Cordelle", 100_000), ("Loupiote", 35_000)}


@pytest.mark.parametrize(
    "name",
    [
        "Federal Press Office",
        "Vienna Chamber of Labour",
        "Central Denmark Region",
        "National Government Service Centre",
        "Royal Free London NHS Foundation Trust",
        "Hellenic Telecommunications Organisation",
    ],
)
def test_a_body_called_by_plain_words_is_named_whole(name: str) -> None:
    """Places, adjectives and words that start no firm's name belong to it."""
    assert pairs(f"The BfDI fined the {name} EUR 5,000 in May.", "FINED") == {
        ("Federal Commissioner for Data Protection and Freedom of Information", name)
    }


@pytest.mark.parametrize(
    "body", ["the Supervisory Board", "the Data Protection Office", "the Litigation Chamber"]
)
def test_a_title_that_many_have_is_no_name(body: str) -> None:
    """Nobody is fined by being called what any body is called."""
    assert body.removeprefix("the ") not in {
        c.object.name for c in claims(f"The ICO told {body} of it.", "FINED", "ORDERED")
    }


def test_the_name_beside_a_description_is_who_is_meant() -> None:
    """Not whoever was named before."""
    text = "Users of the Lumitrack app complained. The FTC's order bans its maker, Shadowkey Inc., from the business."
    assert {c.object.name for c in claims(text, "ORDERED")} == {"Shadowkey Inc."}


def test_it_is_whoever_can_be_ordered() -> None:
    """The subject of the clause above is the authority itself, so "it" goes further back."""
    text = "The PIPC resolved to levy a penalty of 5 million won on Sori Music and to order it to obtain consent."
    assert {c.object.name for c in claims(text, "ORDERED")} == {"Sori Music"}


def test_a_noun_that_no_table_has_goes_back_to_the_firm() -> None:
    """Whoever is sanctioned is a party; people are not taken for one."""
    text = "The AEPD looked into Prestaya, a payments app. On Monday it sanctioned the wallet with a fine of €9,000."
    assert {c.object.name for c in claims(text, "FINED")} == {"Prestaya"}
    text = "The AEPD looked into Prestaya, a payments app. On Monday it fined the employee €900."
    assert "Prestaya" not in {c.object.name for c in claims(text, "FINED")}


def test_a_letter_stands_for_a_name() -> None:
    """Decisions that leave names out call them by a letter: a party without a name."""
    text = "The CNPD of Luxembourg issued a fine of 3,300 euros against company A and enjoined it to stop filming."
    assert {c.object.unnamed for c in claims(text, "FINED", "ORDERED")} == {True}


@pytest.mark.parametrize(
    "text",
    [
        "Pesa Sasa owes three borrowers a combined 1.5 million shillings, Kenya's data protection commissioner ruled.",
        "Kenya's data protection commissioner ruled that Pesa Sasa must pay the complainant 500,000 shillings.",
    ],
)
def test_what_goes_to_those_who_were_wronged_is_no_fine(text: str) -> None:
    """Compensation, which is paid to a person."""
    assert claims(text, "FINED") == []


@pytest.mark.parametrize(
    "text",
    [
        "A fine of €80,000 imposed by the AEPD on Prestaya SL is not affected by the ruling.",
        "The fine of €80,000 that the AEPD imposed on Prestaya SL did not deter others.",
    ],
)
def test_a_fine_of_which_something_else_is_denied_was_imposed(text: str) -> None:
    """The "not" belongs to what is said of it."""
    assert len(claims(text, "FINED")) == 1


def test_a_fine_that_was_not_imposed_is_none() -> None:
    """Here the "not" belongs to the imposing."""
    assert claims("A fine of €80,000 was not imposed on Prestaya SL by the AEPD.", "FINED") == []


def test_a_country_in_brackets_is_no_short_form() -> None:
    """It says where a firm is, and whose authority acts."""
    text = "Fines in March\n- Taivas (Finland): €75,000\n- Corpus Fit (Spain): €27,000\n"
    assert pairs(text, "FINED") == {
        ("Office of the Data Protection Ombudsman", "Taivas"),
        ("Spanish Data Protection Agency", "Corpus Fit"),
    }


def test_whoever_was_told_by_somebody_named_elsewhere_was_ordered() -> None:
    """A passive without an authority in its sentence is read too."""
    text = "Singapore's PDPC looked into the breach. Kopi Systems was directed to review its contracts."
    assert ("Personal Data Protection Commission", "Kopi Systems") in pairs(text, "ORDERED")


def test_a_warning_is_no_fine() -> None:
    """Although it is a sanction."""
    assert claims("The operator Curier Plus SRL was sanctioned with a warning by the ANSPDCP.", "FINED") == []


def test_washington_with_an_attorney_general_is_the_state() -> None:
    """It is the capital elsewhere."""
    text = "Washington's attorney general filed a lawsuit on Monday against Cascade Debt Solutions LLC."
    assert pairs(text, "SUED") == {("Washington Attorney General", "Cascade Debt Solutions LLC")}


def test_a_proposed_class_action_has_been_filed() -> None:
    """It is the class that is only proposed."""
    assert (
        len(claims("A proposed class action accuses Cactus Pay Inc. of selling location data.", "SUED")) == 1
    )


def test_a_headline_has_its_name_at_the_head() -> None:
    """A word that the language lacks, before a verb of what was done to it."""
    assert {c.object.name for c in claims("Zoptus hit with A$12m penalty by ACMA", "FINED")} == {"Zoptus"}


def test_an_attorney_general_is_of_the_state_named_last() -> None:
    """Not of the one that the text names most."""
    text = "Oregon settled with Rootline Inc.; it got $1m. Now New York acts. Attorney General Ann Lee sued Rootline."
    assert ("New York Attorney General", "Rootline Inc.") in pairs(text, "SUED")


@pytest.mark.parametrize("threat", ["is punishable by", "carries", "is liable to"])
def test_what_the_law_has_in_store_is_no_fine(threat: str) -> None:
    """Although it stands after an order of an authority."""
    text = (
        f"The ICO has served an enforcement notice on Brightloom Ltd. Ignoring it {threat} a fine of £50,000."
    )
    assert claims(text, "FINED") == []


def test_things_called_by_initials_are_nobody() -> None:
    """The database of CVs is not whom the fine is for."""
    text = "The AEPD caught up with Plumely. It announced a fine of €180,000 for the portal, whose 60,000 CVs lay open."
    assert {c.object.name for c in claims(text, "FINED")} == {"Plumely"}


def test_a_request_for_annulment_is_an_appeal() -> None:
    """Of the decision whose annulment is asked for."""
    text = (
        "The court rejected the request of Lunette SARL for annulment of the CNIL's decision of 5 May 2020."
    )
    assert {who for who, _ in pairs(text, "APPEALED")} == {"Lunette SARL"}


def test_whoever_is_forbidden_something_may_have_no_name() -> None:
    """And is not the firm to which the data go."""
    text = "The AEPD prohibited a publisher from sending lists to its sister company Adlermedia GmbH."
    assert "Adlermedia GmbH" not in {c.object.name for c in claims(text, "ORDERED")}
