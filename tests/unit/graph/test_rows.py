"""Rows as node properties: hashes, sort keys, what is derived."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.model import CaseRow, ClaimRow, DocumentRow, EntityRow, FactRow, StageRow
from graph.vocabulary import KINDS
from graph.writes import properties

ENTITY = EntityRow(
    "garante-it", "regulator", "Garante", ("Italian DPA",), "IT", details=(("acronym", "GPDP"),)
)
FACT = FactRow(
    "f", "FINED", "ico", "acme", date="2022-05", amount_minor=100_00, currency="GBP", status="imposed"
)


def test_equal_rows_have_equal_hashes_and_others_do_not() -> None:
    """An unchanged row is known by it."""
    assert properties.content_hash(FACT) == properties.content_hash(replace(FACT))
    assert properties.content_hash(FACT) != properties.content_hash(replace(FACT, note="x"))
    assert properties.content_hash(CaseRow("a", "b")) != properties.content_hash(CaseRow("b", "a"))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What was folded is in lower case and has no accents."""
    assert properties.fold(properties.fold(text)) == properties.fold(text)


def test_folding_takes_accents_and_case_away() -> None:
    """So that names sort and compare as people expect."""
    assert properties.fold("Datu valsts inspekcija Ā, É, ß") == "datu valsts inspekcija a, e, ss"


def test_an_entity_is_found_by_all_its_names() -> None:
    """The name, aliases and acronym, each once; the key sorts by name."""
    found = properties.entity(replace(ENTITY, aliases=("Italian DPA", "Garante", "GPDP")))
    assert found["names"] == ["Garante", "Italian DPA", "GPDP"]
    assert found["name_key"] == "garante|garante-it"


def test_a_state_is_in_its_country() -> None:
    """Both codes are kept; a country has no region."""
    texas = properties.entity(replace(ENTITY, country="US-TX"))
    assert (texas["country"], texas["region"]) == ("US", "US-TX")
    assert (properties.entity(ENTITY)["country"], properties.entity(ENTITY)["region"]) == ("IT", None)
    assert properties.entity(replace(ENTITY, country=None))["country"] is None


def test_an_entity_keeps_what_its_row_says_and_loses_the_rest() -> None:
    """Its own fields win over properties of the same name; those of any kind that it lacks are null, and so removed."""
    found = properties.entity(EntityRow("x", "company", "X", parent="y", unregistered=True))
    assert (found["parent"], found["unregistered"]) == ("y", True)
    assert {name for kind in KINDS.values() for name in kind.properties} <= set(found)
    assert found["acronym"] is None


def test_a_document_stands_for_itself_unless_it_repeats_another() -> None:
    """Sources are counted by this key."""
    document = DocumentRow("d", "press", "T", "Gazette", "gazette", published="2022")
    assert properties.document(document)["independence_key"] == "gazette"
    assert properties.document(replace(document, independence_key="herald"))["independence_key"] == "herald"
    assert properties.document(document)["published_key"] == "2022|d"
    assert properties.document(replace(document, published=None))["published_key"] == "0000|d"


def test_a_fact_has_one_key_for_each_order() -> None:
    """The value, then the id; what is missing sorts lowest."""
    found = properties.fact(FACT)
    assert found["date_key"] == "2022-05-01|f"
    assert found["eur_key"] == f"{found['amount_eur_minor']:015}|f"
    bare = properties.fact(replace(FACT, date=None, amount_minor=None, currency=None))
    assert (bare["date_key"], bare["eur_key"], bare["day"]) == ("0000|f", "-|f", None)
    assert bare["eur_key"] < found["eur_key"]


def test_a_sum_without_a_rate_says_why() -> None:
    """And sorts with those that have none."""
    found = properties.fact(replace(FACT, date="2022"))
    assert (found["amount"], found["amount_eur"], found["eur_key"]) == (100, None, "-|f")
    assert "only the year is known" in found["eur_reason"]


def test_shared_sums_share_a_key() -> None:
    """So that a total takes them once; others have their own."""
    assert properties.fact(replace(FACT, amount_shared=True, action="joint"))["sum_key"] == "joint"
    assert properties.fact(replace(FACT, action="joint"))["sum_key"] == "f"
    assert properties.fact(replace(FACT, amount_minor=None, currency=None))["sum_key"] is None
    assert properties.fact(FACT)["action"] == "f"


def test_a_fact_carries_its_timeline() -> None:
    """Three lists of the same length; whether it stands is the last entry's."""
    found = properties.fact(
        replace(
            FACT, status="annulled", stages=(StageRow("imposed", "2022-05"), StageRow("annulled", "2023"))
        )
    )
    assert found["timeline_from"] == ["2022-05-01", "2023-01-01"]
    assert found["timeline_until"] == ["2022-05-31", "2023-12-31"]
    assert found["timeline_date"] == ["2022-05", "2023"]
    assert found["timeline_status"] == ["imposed", "annulled"]
    assert found["timeline_stands"] == [1, 0]
    assert (found["status_since"], found["stands"]) == ("2023", False)
    none = properties.fact(replace(FACT, status=None))
    assert (none["timeline_from"], none["status_since"], none["stands"]) == ([], None, None)


def test_a_fact_carries_what_is_said_of_its_payment() -> None:
    """In order, each from the first day that its date may mean; a fact of which nobody says so has no such property."""
    told = (StageRow("imposed", "2022"), StageRow("unpaid", "2023-04"), StageRow("paid", None))
    found = properties.fact(replace(FACT, stages=told))
    assert (found["payments"], found["payments_from"]) == (["unpaid", "paid"], ["2023-04-01", ""])
    none = properties.fact(replace(FACT, stages=told[:1]))
    assert (none["payments"], none["payments_from"]) == (None, None)


def test_relationships_are_no_properties() -> None:
    """What is written as a relationship, or as a node of its own, does not stand on the node again."""
    assert not {"subject", "object", "stages", "parties", "changes", "case"} & set(properties.fact(FACT))
    assert not {"document", "fact", "stance"} & set(
        properties.claim(ClaimRow("c", "d", "FINED", "a", "b", "f"))
    )
    stage = properties.stage(StageRow("paid", None, by="court"), 2)
    assert (stage["position"], stage["by_id"], "by" in stage) == (2, "court", False)
    assert properties.case(CaseRow("k", "Title"))["title"] == "Title"
