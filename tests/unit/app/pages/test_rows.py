"""Facts folded into rows: one decision is one row."""

from typing import Any

from app.pages import rows
from graph.vocabulary import STATUSES

Json = dict[str, Any]


def fact(id_: str, **given: Any) -> Json:
    """A fine of one authority on one firm."""
    amount = given.pop("amount", {"value": 10, "currency": "EUR", "eur": 10, "shared_by": None})
    return {
        "id": id_, "relation": "FINED", "action": "one", "status": "imposed", "date": "2022-01-01",
        "review": "accepted",
        "subject": {"id": "cnil-fr", "name": "CNIL"}, "object": {"id": f"firm-{id_}", "name": f"Firm {id_}"},
        "amount": amount, "evidence": [], "sources": {"documents": 1, "independent": 1}, **given,
    }  # fmt: skip


def evidence(claim: str, kind: str, quote: str | None = None, stance: str = "supports") -> Json:
    """One claim of a document of a kind."""
    return {"claim": claim, "stance": stance, "quote": quote, "document": {"kind": kind}}


def test_several_targets_of_one_decision_share_a_row() -> None:
    """Both firms stand in it, the authority once; the sum that they share is counted once."""
    shared = {"value": 60, "currency": "EUR", "eur": 60, "shared_by": "one"}
    found = rows.rows([fact("a", amount=shared), fact("b", amount=shared), fact("c", action="other")])
    assert [len(row.facts) for row in found] == [2, 1]
    assert [one["id"] for one in found[0].objects] == ["firm-a", "firm-b"]
    assert [one["id"] for one in found[0].subjects] == ["cnil-fr"]
    assert (rows.amount(found[0]) or {})["value"] == 60


def test_parts_of_a_decision_add_up() -> None:
    """Where each firm has its own part, the row shows the sum of the parts; without a rate there is no euro figure."""
    part = {"value": 5, "currency": "GBP", "eur": None, "shared_by": None}
    row = rows.rows([fact("a"), fact("b")])[0]
    assert (rows.amount(row) or {})["value"] == 20
    row = rows.rows([fact("a", amount=part), fact("b", amount=part)])[0]
    assert rows.amount(row) == {"value": 10, "currency": "GBP", "eur": None, "shared_by": None}
    assert rows.amount(rows.rows([fact("a", amount=None)])[0]) is None


def test_facts_that_stand_differently_do_not_share_a_row() -> None:
    """One firm's part was annulled: a row of its own, or its status would be told of both."""
    assert len(rows.rows([fact("a"), fact("b", status="annulled")])) == 2


def test_official_sources_come_first_and_a_dispute_is_seen() -> None:
    """A decision stands before news of it, what is quoted before what is not."""
    told = [evidence("1", "press", "q"), evidence("2", "official"), evidence("3", "press", None, "disputes")]
    row = rows.rows([fact("a", evidence=told)])[0]
    assert [entry["claim"] for entry in row.evidence] == ["2", "1", "3"]
    assert row.disputed


def test_every_status_has_a_sign_of_its_own_and_a_sentence() -> None:
    """No status is told by colour alone."""
    assert set(rows.SIGNS) == set(STATUSES)
    assert len(set(rows.SIGNS.values())) == len(STATUSES)
    assert all(rows.sentence(name).endswith(".") and rows.word(name) for name in STATUSES)


def test_a_row_says_how_well_it_is_known() -> None:
    """The most independent sources that a fact of it has; and whether nobody has looked at it yet."""
    several = {"documents": 4, "independent": 3}
    row = rows.rows([fact("a"), fact("b", sources=several)])[0]
    assert row.independent == 3
    assert not row.unchecked
    assert rows.rows([fact("a", review="unreviewed")])[0].unchecked
