"""Kinds of wording in regulators' own texts, digests and headlines: who is meant, who works where, what was done."""

# ruff: noqa: E501 - tables of texts

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document


def claims(text: str, relation: str, url: str | None = None) -> list[Claim]:
    """The asserted claims of one relation, however sure, in a text published on a fixed day."""
    found = extract(Document(text, url=url, published="2024-03-15"), threshold=0.0).claims
    return [c for c in found if c.relation == relation and c.modality == "asserted"]


def pairs(text: str, relation: str, url: str | None = None) -> set[tuple[str, str]]:
    """Subject and object of these claims, by name."""
    return {(c.subject.name, c.object.name) for c in claims(text, relation, url)}


@pytest.mark.parametrize(
    ("text", "employer", "person"),
    [
        ("That is too little, says Greta Holm, legal officer at bxkv. The firm disagrees.", "bxkv", "Greta Holm"),
        ("It was a mistake, according to Pavel Novak, CEO of XQRT.", "XQRT", "Pavel Novak"),
        ("Brightloom has appointed Ada B. Cole as director of the Lindholm Institute.", "Lindholm Institute", "Ada B. Cole"),
        ("Cole B. Adams previously served as chief counsel at Brightloom Ltd.", "Brightloom Ltd", "Cole B. Adams"),
        ("On Monday Daily Ledger journalist Olga Reyes published the files.", "Daily Ledger", "Olga Reyes"),
        ("The fine is deserved, said the LfD of Lower Saxony, Renate Vogt, on Monday.", "State Commissioner Lower Saxony", "Renate Vogt"),
        ("The Chair of the CNIL, Odile Marchand, imposed a fine on Brightloom Ltd.", "CNIL", "Odile Marchand"),
    ],
)  # fmt: skip
def test_people_are_given_their_employer(text: str, employer: str, person: str) -> None:
    """By a role in whatever place, by an appointment, and beside bodies that write themselves small."""
    found = claims(text, "EMPLOYS")
    assert person in {c.object.name for c in found}
    assert any(employer in (c.subject.name, c.subject.text) or employer in c.subject.name for c in found)


def test_a_roster_with_offices_between_its_names_is_read_to_its_end() -> None:
    """Each who sits, also where a page broke the line inside a name."""
    text = (
        "The National Commission for Data Protection sitting in restricted formation\n\n"
        "composed of Ms. Lea M. Wagner, president, and Messrs. Jean Thill and Marc\n\nReuter, commissioners;\n\n"
        "Having regard to the law;"
    )
    found = claims(text, "EMPLOYS", "https://cnpd.public.lu/en/decisions/1.html")
    assert {c.object.name.replace("\n\n", " ") for c in found} >= {"Lea M. Wagner", "Jean Thill"}


BOX = """# ICO - Brightloom

## Case

**Authority:** ICO (UK)

**Type:** Investigation

**Outcome:** Violation Found

**Decided:** 16.10.2020

**Fine:** 20,000 GBP

**Parties:** Brightloom Ltd

**Appeal:** {appeal}

Brightloom sent messages to people who had not asked for them.
"""


@pytest.mark.parametrize(("appeal", "appealed"), [("Pending", True), ("n/a", False), ("Not appealed", False)])
def test_a_box_of_labels_tells_a_decision(appeal: str, *, appealed: bool) -> None:
    """Sum, day and parties by their labels; an outcome is nobody's name."""
    text = BOX.format(appeal=appeal)
    (fine,) = claims(text, "FINED")
    assert fine.object.name == "Brightloom Ltd"
    assert fine.sum is not None
    assert (fine.sum.amount, fine.sum.currency, fine.when and fine.when.date) == (20_000, "GBP", "2020-10-16")
    assert bool(claims(text, "APPEALED")) is appealed


def test_a_party_may_be_called_by_the_part_that_the_text_gives_it() -> None:
    """A bracket with "hereinafter" and quotation marks in brackets define whom a phrase means."""
    text = (
        "Proceedings were opened against Brightloom SL (hereinafter, the claimed party). Nordwind SL reported it.\n\n"
        "The AEPD imposed a fine of 3,000 euros on the claimed party."
    )
    assert ("Brightloom SL" in {c.object.name for c in claims(text, "FINED")}) is True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Garante imposed fines of €20,000 on two hotels.", "unnamed hotels"),
        (
            "The CNIL issued formal notices to website publishers over their banners.",
            "unnamed website publishers",
        ),
        ("Ireland fines company €460,000 for lost files", "unnamed company"),
        ("The ICO handed a fine of £130,000 to a marketing company.", "unnamed marketing company"),
    ],
)
def test_who_is_not_named_is_a_party_of_its_own(text: str, name: str) -> None:
    """Plurals, and what a headline gives without an article."""
    found = [*claims(text, "FINED"), *claims(text, "ORDERED")]
    assert {c.object.name for c in found} == {name}


def test_who_opens_a_story_without_a_name_is_named_below() -> None:
    """A lead says what somebody is, and the next sentence who."""
    text = "A dental software maker will pay $3 million to the FTC to settle charges.\n\nBrightloom Inc said it had agreed."
    assert {c.object.name for c in claims(text, "SETTLED_WITH")} == {"Brightloom Inc"}


@pytest.mark.parametrize(
    "text",
    [
        "The French CNIL gave notice to the company Brightloom, located in Lyon, to delete its files within a month.",
        "By decision of 4 October 2021 the CNIL ordered the company BRIGHTLOOM SAS to:",
        "The CNIL shut down the website of Brightloom.",
        "The CNIL blocked Brightloom's app.",
    ],
)
def test_orders_in_other_words_are_orders(text: str) -> None:
    """Notice given, an order whose terms follow in a list, and a service that was closed."""
    assert {c.object.name.lower().removesuffix(" sas") for c in claims(text, "ORDERED")} == {"brightloom"}


@pytest.mark.parametrize(
    "text",
    [
        "The CNIL carried out an on-site check on the premises of the company BRIGHTLOOM SAS.",
        "The Greek authority initiated an ex officio inspection procedure at the company Brightloom SAS.",
        "The CNIL completed two investigations at the operators of Brightloom SAS and Nordwind SAS.",
        "The CNPD decided to open a survey with Brightloom SAS.",
        "The AEPD agreed to initiate a sanctioning procedure against Brightloom SAS.",
        "The Norwegian Data Protection Authority opened a supervisory case against Brightloom SAS.",
    ],
)
def test_inquiries_in_other_words_are_inquiries(text: str) -> None:
    """Checks, procedures, surveys and cases, by the words that make them an authority's."""
    assert "brightloom sas" in {c.object.name.lower() for c in claims(text, "INVESTIGATED")}


def test_all_of_several_authorities_act() -> None:
    """A list that a plural opens has as many subjects as names."""
    text = "The attorneys general of Ohio, Oregon and Utah sued Brightloom Inc on Monday."
    assert len({c.subject.id for c in claims(text, "SUED")}) == 3


def test_an_authority_without_its_field_is_the_one_that_the_text_names() -> None:
    """As "the Italian authority" after the competition authority is that one."""
    text = "The AGCM looked into it. Brightloom fined €2m by the Italian authority.\n\nThe AGCM said so on Monday."
    assert {c.subject.id for c in claims(text, "FINED")} == {"agcm-it"}


def test_a_service_stands_for_its_firm_where_the_text_names_both() -> None:
    """In "OpenAI's ChatGPT" there is no second party."""
    text = (
        "The Garante concluded its investigation into OpenAI's ChatGPT service, imposing a €15 million fine."
    )
    assert {c.object.id for c in [*claims(text, "FINED"), *claims(text, "INVESTIGATED")]} == {"openai"}


@pytest.mark.parametrize(
    "text",
    [
        "Coll. 110/2019 was breached. The ICO fined Brightloom Ltd £5m.",
        "Dispute\n\nThe ICO fined Brightloom Ltd £5m.\n\nContacts\n\nPress office",
        "ICO fines Brightloom Ltd £5m for unsolicited calls | Privacy Weekly",
        "The Sanctions Board of the ICO met. The ICO fined Brightloom Ltd £5m.",
    ],
)
def test_headings_gazettes_and_mastheads_are_nobody(text: str) -> None:
    """Only the firm is fined."""
    assert {c.object.name for c in claims(text, "FINED")} == {"Brightloom Ltd"}


@pytest.mark.parametrize("verb", ["dropped", "withdrew", "abandoned"])
def test_an_appeal_that_was_given_up_says_so(verb: str) -> None:
    """By its stage."""
    (appeal,) = claims(f"The ICO fined Brightloom Ltd £5m. Brightloom {verb} its appeal.", "APPEALED")
    assert appeal.stage == "withdrawn"


def test_who_sued_one_firm_has_not_settled_with_another() -> None:
    """A party new to the text has nothing to do with the suit before."""
    text = "The DOJ sued Brightloom Inc in a federal court. Three years ago, Oakmere Corp agreed to pay $1.5 million."
    assert not {c for c in claims(text, "SETTLED_WITH") if c.subject.id == "doj-us"}


def test_a_name_goes_on_to_its_legal_form() -> None:
    """A mark inside it, a number before the form, and a first word that is known elsewhere end no name."""
    for name in ("Why? Ltd", "Fjordveien 15 AS", "Experian Marketing Widgets UK Ltd"):
        (fine,) = claims(f"The ICO fined {name} £5 million on 3 May 2021.", "FINED")
        assert fine.object.name == name


def test_a_table_may_have_one_row() -> None:
    """Below a header between bars."""
    text = "| Authority | Company | Fine | Date |\n|---|---|---|---|\n| ICO | Brightloom Ltd | £5,000,000 | 2021-05-03 |"
    assert pairs(text, "FINED") == {("Information Commissioner's Office", "Brightloom Ltd")}


def test_the_folder_of_a_collection_says_whose_text_it_is() -> None:
    """Its country's authority, where the file's own name says nothing."""
    url = "https://example.org/decisions/authorities/Lithuania/case_12.md"
    text = "A fine of €5,000 was imposed on Brightloom UAB for calls without consent."
    assert {c.subject.id for c in claims(text, "FINED", url)} == {"vdai-lt"}


def test_a_daily_penalty_is_no_fine() -> None:
    """It is what each further day would cost."""
    text = "The CNIL ordered Brightloom SAS to stop and has imposed a daily penalty of 100,000 euros."
    assert not [c for c in claims(text, "FINED") if c.sum is not None]


@pytest.mark.parametrize(
    "text",
    [
        "In order to prevent Brightloom Ltd from being punished twice, the ICO closed the matter.",
        "The GDPR requires the data controller to notify. Brightloom Ltd and the ICO talked.",
        "The ICO recommended to the prosecution that Brightloom Ltd be fined £5m.",
        "The ICO's task force, which is charged with enforcing the law against Brightloom Ltd, met.",
        "Brightloom Ltd has taken action of its own. The ICO issued a decision against Nordwind Ltd.",
        "The court has granted leave to appeal to Brightloom Ltd against the ICO's decision.",
        "The ICO examined reports of a trade body. Brightloom Ltd was not mentioned.",
    ],
)
def test_purposes_demands_tasks_and_leave_are_no_deeds(text: str) -> None:
    """What an order is for, what a law asks, what somebody wants or is there for, what may be appealed."""
    told = [
        c
        for relation in ("FINED", "ORDERED", "SUED", "APPEALED", "INVESTIGATED")
        for c in claims(text, relation)
    ]
    assert not [c for c in told if "Brightloom" in c.object.name or "Brightloom" in c.subject.name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "ENJOINS\n\nthe company Brightloom S.r.l. to conform the processing to the Regulation.",
            "Brightloom S.r.l.",
        ),
        ("ORDERS\n\nto the municipality Brightloom Spa to delete the recordings.", "Brightloom Spa"),
    ],
)
def test_what_an_authority_orders_may_stand_below_the_word(text: str, name: str) -> None:
    """The operative part of a decision, whose subject is its author."""
    found = claims(text, "ORDERED", "https://www.garanteprivacy.it/web/1")
    assert {c.object.name.rstrip(".") for c in found} == {name.rstrip(".")}


def test_a_suit_against_a_decision_is_against_whoever_took_it() -> None:
    """The next firm in the text has nothing to do with it."""
    text = (
        "The CNIL issued a warning to the Brightloom Institute on Monday. "
        "Brightloom Institute then filed a lawsuit against the warning with the court. Nordwind SAS did not."
    )
    assert {c.object.id for c in claims(text, "SUED")} <= {"cnil-fr"}


def test_undated_decisions_of_the_same_two_share_the_day() -> None:
    """An order beside a dated fine is of its day."""
    text = "On 3 May 2021 the ICO fined Brightloom Ltd £5m.\n\nIt was big.\n\nIt was late.\n\nThe ICO earlier ordered Brightloom Ltd to delete its files."
    assert {c.when.date for c in claims(text, "ORDERED") if c.when} == {"2021-05-03"}
