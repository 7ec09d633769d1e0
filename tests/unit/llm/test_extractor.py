"""What a language model says becomes claims only as far as the text bears it out."""

from decimal import Decimal

import pytest

from seed.ingest import rows
from seed.llm.report import Report
from tests.unit.llm.reading import BROKER, CLEARVIEW, FINE, ICO, REGULATOR, TEXT, Read, one
from tests.unit.llm.stub import party, row


def test_a_true_claim_becomes_what_the_rules_would_give(read: Read) -> None:
    """Same types, ids of the records, sum and date parsed, the quote cut from the text with its own line break."""
    result = read(FINE)
    claim = one(result)
    assert claim.quote == "it has fined\nClearview AI £7.5 million"
    assert (claim.relation, claim.modality, claim.subject.id, claim.object.id) == (
        "FINED",
        "asserted",
        "ico-uk",
        "clearview-ai",
    )
    assert (claim.subject.text, claim.subject.registered) == ("it", True)
    assert claim.sum is not None
    assert (claim.sum.amount, claim.sum.currency) == (Decimal(7_500_000), "GBP")
    assert claim.when is not None
    assert claim.when.date == "2022-05-23"
    extraction, report = result
    assert (extraction.document, extraction.extractor, extraction.published) == ("d", "llm", "2022-05-24")
    assert extraction.version.startswith("m/")
    assert report == Report(claims=1, requests=1)


def test_its_claims_can_be_written(read: Read) -> None:
    """The ingestion takes the extraction as it takes that of the rules."""
    extraction, _ = read(FINE)
    [written] = rows.claims("d", extraction, "unreviewed")
    assert (written.extractor, written.amount_minor, written.review) == ("llm", 750_000_000, "unreviewed")


@pytest.mark.parametrize(
    "quote",
    [
        "it has fined Clearview AI £75 million",
        "",
        "  \n",
        "Information Commissioner’s Office",
        TEXT * 3,
        "fined ...",
    ],
)
def test_an_invented_quote_takes_its_claim_along(read: Read, quote: str) -> None:
    """Words that the text does not have, or that point at nothing, support nothing; the others stand."""
    extraction, report = read(FINE | {"quote": quote}, FINE)
    assert len(extraction.claims) == 1
    assert report.dropped_quotes == 1


@pytest.mark.parametrize(
    "who",
    [
        party("CNIL", "regulator"),
        party("the ministry of truth", "regulator"),
        party("it", "regulator", "Federal Trade Commission"),
        party("it", "regulator", "an authority"),
        party("it", "country", "Atlantis"),
        party("", "company"),
    ],
)
def test_an_invented_name_takes_its_claim_along(read: Read, who: dict[str, str]) -> None:
    """Neither a wording nor a name may come from elsewhere, even if the records know it."""
    extraction, report = read(FINE | {"subject": who})
    assert extraction.claims == ()
    assert report.dropped_names == 1


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("it", "UK Information Commissioner", "ico-uk"),
        ("ICO", "UK Information Commissioner", "ico-uk"),
        ("it", "Information Commissioner's Office (ICO)", "ico-uk"),
        ("It", "Data Protection Commission", "dpc-ie"),
        ("Ireland", "Ireland", "dpc-ie"),
    ],
)
def test_another_name_of_somebody_whom_the_document_names(
    read: Read, text: str, name: str, expected: str
) -> None:
    """The records know who that is; of two who share the name, it is the one in the document."""
    whole = (
        "It met the ICO. Then it fined Clearview AI, said the Irish Data Protection Commission in Ireland."
    )
    said = row("it fined Clearview AI", party(text, "regulator", name), CLEARVIEW)
    [claim] = read(said, text=whole)[0].claims
    assert (claim.subject.id, claim.subject.kind, claim.subject.registered) == (expected, "regulator", True)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Zolltek", "Zolltek", "zolltek"),
        ("Zolltek", "Zoltek Incorporated", "zolltek"),
        ("them", "Zolltek", "zolltek"),
        ("Commission", "Commission", None),
        ("Regulation", "Regulation", None),
        ("them", "them", None),
    ],
)
def test_a_name_that_only_the_model_sees(read: Read, text: str, name: str, expected: str | None) -> None:
    """It must stand in the document and be a name."""
    whole = "Zolltek quickly paid up. Commission says no. Regulation bites. Of them the CNIL had enough."
    said = row("quickly paid up", party("CNIL", "regulator"), party(text, "platform", name), "ORDERED")
    found = read(said, text=whole)[0].claims
    assert [claim.object.id for claim in found] == ([expected] if expected else [])
    assert not any(claim.object.registered for claim in found)
    assert {claim.object.kind for claim in found} <= {"platform"}


def test_an_unknown_firm_becomes_a_new_entity(read: Read) -> None:
    """With a readable id, marked as not registered."""
    quote = "Brightwell Analytics Ltd, a small broker in Leeds, got off with a warning"
    claim = one(read(row(quote, ICO, BROKER, "REPRIMANDED")))
    assert (claim.object.id, claim.object.name, claim.object.registered) == (
        "brightwell-analytics-ltd",
        "Brightwell Analytics Ltd",
        False,
    )
    assert claim.object.kind == "company"


def test_a_group_without_a_name_is_told_apart_by_its_opponent(read: Read) -> None:
    """As with the rules; in third place it is nobody."""
    users = party("Users", "person", "class action plaintiffs")
    quote = "Users sued Brightwell Analytics Ltd in March"
    claim = one(read(row(quote, users, BROKER, "SUED", others=[("platform", users)])))
    assert (claim.subject.id, claim.roles) == ("plaintiffs-v-brightwell-analytics-ltd", ())


def test_what_the_vocabulary_forbids_is_dropped(read: Read) -> None:
    """A firm does not fine, nobody works with themselves, a law is no firm, a fine has no court."""
    extraction, report = read(
        row("fined", CLEARVIEW, BROKER),
        row("fined", ICO, REGULATOR, "COOPERATED_WITH"),
        row("fined", ICO, party("GDPR", "company")),
        FINE,
    )
    assert len(extraction.claims) == 1
    assert report.dropped_triples == 3
    claim = one(
        read(FINE | {"others": row("", ICO, ICO, others=[("court", ICO), ("platform", BROKER)])["others"]})
    )
    assert [role for role, _ in claim.roles] == ["platform"]


def test_the_same_said_twice_is_one_claim(read: Read) -> None:
    """Repetitions fold as they do with the rules, and what one of them adds is kept."""
    claim = one(read(FINE | {"amount": None, "date": None}, FINE, FINE))
    assert claim.sum is not None
    assert claim.when is not None


def test_a_row_of_the_wrong_shape_is_dropped_alone(read: Read) -> None:
    """A missing field, another field, a wrong word, a number where text belongs: the rows beside them stand."""
    without = {name: value for name, value in FINE.items() if name != "modality"}
    wrong = (
        without,
        FINE | {"sure": True},
        FINE | {"relation": "LIKED"},
        FINE | {"quote": 7},
        "a fine",
        None,
    )
    extraction, report = read(*wrong, FINE)
    assert len(extraction.claims) == 1
    assert report.dropped_rows == len(wrong)


def test_nothing_to_say_and_nothing_to_read(read: Read) -> None:
    """An empty list is an answer; a text of spaces is not asked about."""
    assert read()[0].claims == ()
    assert len(read(FINE, text=f"\x00\ud800 {TEXT}")[0].claims) == 1
    extraction, report = read(FINE, text=" \n\n ")
    assert extraction.claims == ()
    assert report == Report()


def test_a_place_stands_for_its_authority_and_a_country_for_itself(read: Read) -> None:
    """As in "Italy fined them" and "they withdrew from Canada"."""
    text = "Italy fined Clearview AI. Clearview AI withdrew from Canada."
    extraction, _ = read(
        row("Italy fined Clearview AI", party("Italy", "regulator"), CLEARVIEW),
        row("Clearview AI withdrew from Canada", CLEARVIEW, party("Canada", "country"), "WITHDREW_FROM"),
        text=text,
    )
    assert [(c.subject.id, c.object.id) for c in extraction.claims] == [
        ("garante-it", "clearview-ai"),
        ("clearview-ai", "country-ca"),
    ]
