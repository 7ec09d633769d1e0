"""What the extractor finds in short texts: one rule of reading each."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Claim, Document

PUBLISHED = "2024-03-15"


def claims(text: str, relation: str, modality: str = "asserted") -> list[Claim]:
    """The claims of one relation in a text published on a fixed day."""
    found = extract(Document(text, published=PUBLISHED)).claims
    return [c for c in found if c.relation == relation and c.modality == modality]


def triple(claim: Claim) -> tuple[str, str]:
    """The ids of both parties."""
    return claim.subject.id, claim.object.id


@pytest.mark.parametrize(
    "text",
    [
        "The ICO fined Brightloom Ltd £2m on Monday.",
        "Brightloom Ltd was fined £2m by the ICO on Monday.",
        "The ICO has imposed a fine of £2 million on Brightloom Ltd.",
        "Brightloom Ltd has been hit with a £2m penalty by Britain's privacy watchdog.",
        "Brightloom Ltd must pay £2m, the ICO ruled.",
        "The UK's data protection regulator has handed Brightloom Ltd a fine of £2,000,000.",
    ],
)
def test_a_fine_in_either_voice(text: str) -> None:
    """Active, passive, with a light verb or as a duty to pay: the same fine."""
    (claim,) = claims(text, "FINED")
    assert triple(claim) == ("ico-uk", "brightloom-ltd")
    assert claim.sum is not None
    assert (claim.sum.amount, claim.sum.currency) == (2_000_000, "GBP")
    assert claim.quote == text[claim.start : claim.end]
    assert not claim.object.registered


@pytest.mark.parametrize(
    "text",
    [
        "The ICO did not fine Brightloom Ltd.",
        "The ICO could fine Brightloom Ltd up to £17m.",
        "Brightloom Ltd faces a fine of £2m from the ICO.",
        "The ICO plans to fine Brightloom Ltd £2m.",
        "Campaigners called on the ICO to fine Brightloom Ltd £2m.",
        "If the ICO fined Brightloom Ltd £2m, nobody would notice.",
        "The ICO has no power to impose a fine on Brightloom Ltd.",
        "Did the ICO fine Brightloom Ltd £2m?",
    ],
)
def test_what_did_not_happen_is_not_asserted(text: str) -> None:
    """Negation, maximum, risk, plan, call, condition and question keep a fine from being a fact."""
    assert claims(text, "FINED") == []


def test_a_notice_of_intent_is_a_proposal() -> None:
    """A plan to fine is a PROPOSED_FINE with its sum, and a FINED only as proposed."""
    text = "The ICO intends to fine Brightloom Ltd £2m."
    assert [triple(c) for c in claims(text, "PROPOSED_FINE")] == [("ico-uk", "brightloom-ltd")]
    assert len(claims(text, "FINED", "proposed")) == 1


def test_each_sum_goes_to_its_own_firm() -> None:
    """In a list of firms and sums every firm gets its own."""
    text = "Ireland's DPC fined Brightloom Ltd €2m, Corvane plc €3m and Dunmarsh Group €4m."
    sums = {c.object.id: c.sum.amount for c in claims(text, "FINED") if c.sum}
    assert sums == {"brightloom-ltd": 2_000_000, "corvane-plc": 3_000_000, "dunmarsh-group": 4_000_000}


def test_a_conversion_is_no_second_fine() -> None:
    """The sum in brackets repeats the one before it."""
    (claim,) = claims("The CNIL fined Brightloom SA €50m (£43m).", "FINED")
    assert claim.sum is not None
    assert claim.sum.currency == "EUR"


def test_the_regulator_goes_back_to_the_one_named() -> None:
    """Descriptions are resolved to what the text named before."""
    text = "The Garante looked into Brightloom SpA for two years. The watchdog then fined the company €1m."
    (claim,) = claims(text, "FINED")
    assert triple(claim) == ("garante-it", "brightloom-spa")


def test_an_abbreviation_defined_in_the_text_is_read() -> None:
    """What stands in brackets after a name means the same from then on."""
    text = "The Brunnland Data Protection Agency (BDPA) held a hearing. The BDPA fined Brightloom Ltd €9,000."
    (claim,) = claims(text, "FINED")
    assert claim.subject.name == "Brunnland Data Protection Agency"
    assert not claim.subject.registered


def test_a_shared_name_is_settled_by_the_country() -> None:
    """Datatilsynet is Norwegian in a text about Norway and Danish in one about Denmark."""
    for place, expected in (("Oslo, Norway", "datatilsynet-no"), ("Copenhagen, Denmark", "datatilsynet-dk")):
        (claim,) = claims(f"{place}. Datatilsynet has fined Brightloom AS 2 million kroner.", "FINED")
        assert claim.subject.id == expected


def test_a_list_of_fines_row_by_row() -> None:
    """Rows give firm, date and sum; the authority stands above them."""
    text = "Fines by the CNIL\n\n- Brightloom SA, 3 May 2023: €200,000\n- Corvane SA, 9 June 2023: €300,000\n"
    found = {
        (c.object.id, str(c.sum and c.sum.amount), c.when and c.when.date) for c in claims(text, "FINED")
    }
    assert found == {("brightloom-sa", "200000", "2023-05-03"), ("corvane-sa", "300000", "2023-06-09")}


def test_dates_of_the_news_and_of_the_past() -> None:
    """A fine of today's news has the day of the text, an older one its own date."""
    text = "The ICO has fined Brightloom Ltd £2m. In 2019 the ICO had fined Corvane plc £1m."
    dates = {c.object.id: c.when and c.when.date for c in claims(text, "FINED")}
    assert dates == {"brightloom-ltd": PUBLISHED, "corvane-plc": "2019"}


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("The CNIL ordered Brightloom SA to delete the photos.", "ORDERED", ("cnil-fr", "brightloom-sa")),
        ("The ICO is investigating Brightloom Ltd.", "INVESTIGATED", ("ico-uk", "brightloom-ltd")),
        ("The FTC sued Brightloom Inc on Tuesday.", "SUED", ("ftc-us", "brightloom-inc")),
        ("Brightloom Inc has settled with the FTC.", "SETTLED_WITH", ("brightloom-inc", "ftc-us")),
        ("noyb filed a complaint against Brightloom SA.", "COMPLAINED_ABOUT", ("noyb", "brightloom-sa")),
        (
            "Brightloom Inc acquired Corvane Ltd in 2016.",
            "ACQUIRED_OR_OWNS",
            ("brightloom-inc", "corvane-ltd"),
        ),
        ("Clearview AI scraped photos from YouTube.", "SCRAPED", ("clearview-ai", "youtube")),
        ("The ICO reprimanded Brightloom Ltd.", "REPRIMANDED", ("ico-uk", "brightloom-ltd")),
    ],
)
def test_other_relations(text: str, relation: str, expected: tuple[str, str]) -> None:
    """Each relation in its plainest form."""
    assert expected in [triple(c) for c in claims(text, relation)]


def test_a_joint_inquiry_makes_a_pair_and_two_inquiries() -> None:
    """Two authorities that look into a firm together: one pair with its target, and an inquiry of each."""
    text = "The ICO and Australia's OAIC opened a joint investigation into Brightloom Ltd."
    (pair,) = claims(text, "INVESTIGATED_JOINTLY_WITH")
    assert {pair.subject.id, pair.object.id} == {"ico-uk", "oaic-au"}
    assert [(role, p.id) for role, p in pair.roles] == [("target", "brightloom-ltd")]
    assert {c.subject.id for c in claims(text, "INVESTIGATED")} == {"ico-uk", "oaic-au"}


@pytest.mark.parametrize(
    "text",
    [
        "Mira Tolland, chief executive of Brightloom Ltd, apologised.",
        "Brightloom Ltd's chief executive, Mira Tolland, apologised.",
        "Brightloom Ltd, which was founded by Mira Tolland, grew fast.",
        "The head of Brightloom Ltd, Mira Tolland, apologised.",
    ],
)
def test_people_and_their_employers(text: str) -> None:
    """Titles before, after and around a name give the employer."""
    assert [triple(c) for c in claims(text, "EMPLOYS")] == [("brightloom-ltd", "mira-tolland")]


def test_articles_of_law() -> None:
    """Articles are given in the form of the records."""
    (claim,) = claims(
        "The CNIL fined Brightloom SA €1m for breaches of Articles 5(1)(a) and 6 GDPR.", "FINED"
    )
    assert claim.articles == ("GDPR Art. 5(1)(a)", "GDPR Art. 6")


def test_extraction_is_deterministic() -> None:
    """The same document gives the same claims."""
    document = Document(
        "The ICO fined Brightloom Ltd £2m. Corvane plc, its owner, appealed.", published=PUBLISHED
    )
    assert extract(document) == extract(document)
