"""Lists below a line that says who did what, people without a name who complain, several parties by one word."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document


def claims(text: str, relation: str) -> list[Claim]:
    """The asserted claims of a relation in a text."""
    found = extract(Document(text), threshold=0.2).claims
    return [c for c in found if c.relation == relation and c.modality == "asserted"]


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """Subject and object of each claim, by the names that the text gives them."""
    return {(c.subject.name, c.object.name) for c in claims(text, relation)}


@pytest.mark.parametrize(
    ("line", "relation", "actor"),
    [
        ("The CNIL is investigating the following companies:", "INVESTIGATED", "cnil-fr"),
        ("In May 2023 the CNIL ordered these firms to stop using the tool:", "ORDERED", "cnil-fr"),
        ("The ICO opened inquiries into the following organisations:", "INVESTIGATED", "ico-uk"),
        ("The Garante has fined the following companies:", "FINED", "garante-it"),
        ("The Federal Trade Commission settled with:", "SETTLED_WITH", "ftc-us"),
        ("noyb filed complaints against the following companies:", "COMPLAINED_ABOUT", "noyb"),
        ("The following companies were sued by the FTC:", "SUED", "ftc-us"),
    ],
)
def test_items_take_who_did_what_from_the_line_above(line: str, relation: str, actor: str) -> None:
    """Each name of the list is a party of its own."""
    text = f"{line}\n\n- Tarnbrook Media Ltd\n- Osterfeld Handel GmbH\n- Quillon Games Inc.\n"
    found = claims(text, relation)
    names = {side.name.rstrip(".") for c in found for side in (c.subject, c.object) if side.id != actor}
    assert names == {"Tarnbrook Media Ltd", "Osterfeld Handel GmbH", "Quillon Games Inc"}
    assert all(actor in {c.subject.id, c.object.id} for c in found)


def test_items_take_the_day_of_the_line_above() -> None:
    """The only date of the line is that of each item."""
    text = "In May 2023 the CNIL ordered these firms to stop:\n\n- Tarnbrook Media Ltd\n- Osterfeld Handel GmbH\n"
    assert {c.when.date for c in claims(text, "ORDERED") if c.when} == {"2023-05"}


@pytest.mark.parametrize(
    "line",
    [
        "The CNIL may fine the following companies:",
        "The CNIL lists what the following companies sell:",
        "Has the CNIL fined the following companies?",
    ],
)
def test_a_line_that_tells_no_deed_gives_its_items_none(line: str) -> None:
    """Doubt, another verb and a question open no list of decisions."""
    assert not claims(f"{line}\n\n- Tarnbrook Media Ltd\n- Osterfeld Handel GmbH\n", "FINED")


@pytest.mark.parametrize(
    ("item", "relation", "whom"),
    [
        (
            "ordered Pastificio Renna S.r.l. to delete its customer profiles;",
            "ORDERED",
            "Pastificio Renna S.r.l.",
        ),
        ("opened an investigation into Corriere Lampo S.r.l.;", "INVESTIGATED", "Corriere Lampo S.r.l."),
        ("fined Velluto Moda S.p.A. €40,000 for unsolicited calls;", "FINED", "Velluto Moda S.p.A."),
        ("imposed a fine of €30,000 on Taverna Blu S.r.l.;", "FINED", "Taverna Blu S.r.l."),
        ("issued a fine of €9,000 against a state agency, Servizi Alti;", "FINED", "Servizi Alti"),
        ("investigated Banca Orsola S.p.A. over its call centre;", "INVESTIGATED", "Banca Orsola S.p.A."),
    ],
)
def test_an_item_without_a_subject_is_a_deed_of_whom_the_line_names(
    item: str, relation: str, whom: str
) -> None:
    """What a list of measures begins with is the verb."""
    text = f"In 2022 the Garante took the following measures:\n\n- {item}\n- held a conference.\n"
    found = claims(text, relation)
    assert {(c.subject.id, c.object.name) for c in found} == {("garante-it", whom)}


@pytest.mark.parametrize(
    ("sentence", "who", "whom"),
    [
        ("A former employee complained to the ICO about Brightmoor Logistics.", "former employee", None),
        ("A customer filed a complaint with the ICO against Brightmoor Logistics Ltd.", "customer", None),
        ("Two patients lodged complaints with the ICO concerning Brightmoor Logistics.", "patients", None),
        (
            "Over 200 drivers complained to the ICO about Brightmoor Logistics's trackers.",
            "200 drivers",
            None,
        ),
        (
            "The case began after complaints by three tenants against Brightmoor Logistics Ltd.",
            "tenants",
            None,
        ),
        (
            "A subscriber, who had asked for her data, complained to the ICO about Brightmoor Logistics.",
            "subscriber",
            None,
        ),
        ("Several parents have complained about Brightmoor Logistics.", "parents", None),
    ],
)
def test_people_without_a_name_complain(sentence: str, who: str, whom: str | None) -> None:
    """They are a party of this text alone, by what the text calls them."""
    found = claims(sentence, "COMPLAINED_ABOUT")
    assert [c.subject.name for c in found] == [f"unnamed {who}"]
    assert all(c.object.name.startswith(whom or "Brightmoor Logistics") and c.subject.unnamed for c in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "An employee of the ICO handled the complaint about Brightmoor Logistics Ltd.",
        "The ICO publishes a Consumer Complaint Guide with Brightmoor Logistics Ltd.",
        "Customers praised Brightmoor Logistics Ltd.",
    ],
)
def test_people_who_do_not_complain_are_no_party(sentence: str) -> None:
    """The noun alone is not enough."""
    assert not claims(sentence, "COMPLAINED_ABOUT")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The CNIL examined Lavande SAS and Tervel SARL. Both were fined €20,000.", "FINED"),
        ("Lavande SAS and Tervel SARL ignored requests. The CNIL fined the companies €50,000 each.", "FINED"),
        (
            "The CNIL looked at Lavande SAS and Tervel SARL. It ordered the two companies to delete it.",
            "ORDERED",
        ),
        ("Lavande SAS and Tervel SARL sell shoes. The CNIL is investigating both companies.", "INVESTIGATED"),
        ("Lavande SAS and Tervel SARL merged lists. The CNIL fined both firms.", "FINED"),
        ("The CNIL visited Lavande SAS and Tervel SARL. These firms were fined €3,000.", "FINED"),
    ],
)
def test_several_parties_by_one_word(text: str, relation: str) -> None:
    """They go back to those that a sentence before names together."""
    assert {name for _, name in pairs(text, relation)} == {"Lavande SAS", "Tervel SARL"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ICO fined Thorn and Barrow Ltd £9,000. Thorn and Barrow said", "Thorn and Barrow Ltd"),
        ("The ICO fined Wiosna Meble Sp. z o.o. £9,000 over its calls.", "Wiosna Meble Sp. z o.o."),
        ("The ICO fined Tembusu Foods Pte. Ltd. £9,000 over its calls.", "Tembusu Foods Pte. Ltd."),
        ("The ICO fined Pastificio Renna S.r.l. for its calls.", "Pastificio Renna S.r.l."),
        ("The ICO fined Bluewater Holland Shipping Line £9,000.", "Bluewater Holland Shipping Line"),
        ("The ICO fined Harrow Leads Limited in Chorley, Lancashire, £9,000.", "Harrow Leads Limited"),
    ],
)
def test_names_are_whole(text: str, name: str) -> None:
    """Two partners, forms with dots, a place inside; and a county is no party."""
    assert {found for _, found in pairs(text, "FINED")} == {name}


def test_each_sum_of_a_country_is_of_its_authority() -> None:
    """Where a sentence tells of several countries."""
    text = "Lunara Toys was fined €3 million in France and €1.2 million in Spain."
    told = {(c.subject.id, str(c.sum.amount) if c.sum else "") for c in claims(text, "FINED")}
    assert told == {("cnil-fr", "3000000"), ("aepd-es", "1200000")}


def test_a_label_before_an_authority_is_nobody() -> None:
    """The word says what the line holds."""
    text = (
        "The first fine\n\nUitgever: Personal Data Protection Office\n\nAn administrative fine of PLN 85 000 "
        "was imposed on an entrepreneur. The Personal Data Protection Office (UODO) ordered the entrepreneur "
        "to tell its patients.\n"
    )
    assert pairs(text, "ORDERED") == {("Personal Data Protection Office", "unnamed entrepreneur")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In Greece a ferry was fined €30,000 by the Data Protection Authority.", "hdpa-gr"),
        ("In Estonia a bank was fined €9,000 by the Data Protection Authority.", "aki-ee"),
        ("Norway: a school was fined €9,000 by the Data Protection Authority.", "datatilsynet-no"),
    ],
)
def test_a_name_that_many_authorities_have_is_that_of_the_country_of_its_sentence(
    text: str, who: str
) -> None:
    """Whichever country the rest of the text speaks of."""
    other = "The CNIL fined Lavande SAS €1,000. The CNIL fined Tervel SARL €2,000. France is strict.\n\n"
    assert who in {c.subject.id for c in claims(other + text, "FINED")}


@pytest.mark.parametrize("verb", ["assessed", "has assessed"])
def test_an_authority_assesses_firms(verb: str) -> None:
    """The firm itself, not its risks."""
    assert pairs(f"The ICO {verb} Jessop Pictures last year.", "INVESTIGATED") == {
        ("Information Commissioner's Office", "Jessop Pictures")
    }


@pytest.mark.parametrize("what", ["a notice of objection to", "an appeal against", "its objection to"])
def test_an_objection_to_a_decision_is_an_appeal(what: str) -> None:
    """Whose decision it is stands before it."""
    text = f"The CNIL fined Lavande SAS €1 million. Lavande SAS filed {what} the CNIL's decision."
    assert {(c.subject.name, c.object.id) for c in claims(text, "APPEALED")} == {("Lavande SAS", "cnil-fr")}
