"""What is wrong with a plan is told before anything of it is written, all at once."""

from dataclasses import replace

import pytest

from graph.errors import InvalidInput
from graph.model import ClaimRow, DocumentRow, EntityRow, FactRow, PartyRow, Plan, StageRow
from graph.writes.validate import check, problems

ENTITY = EntityRow("acme", "company", "Acme", details=(("lei", "1"),))
DOCUMENT = DocumentRow("d", "press", "Title", "Gazette", "gazette", published="2022-05")
FACT = FactRow(
    "f", "FINED", "ico", "acme", date="2022-05-18", amount_minor=1, currency="GBP", status="imposed",
    stages=(StageRow("imposed", "2022-05-18"),), parties=(PartyRow("beta", "joint_with"),),
)  # fmt: skip
CLAIM = ClaimRow("c", "d", "FINED", "ico", "acme", "f", quote="fined", start=3, end=8)
PLAN = Plan("group", entities=(ENTITY,), documents=(DOCUMENT,), facts=(FACT,), claims=(CLAIM,))


def test_a_sound_plan_has_no_problems() -> None:
    """And passes the check."""
    assert problems(PLAN) == []
    check(PLAN)


BAD = {
    "entity twice": (replace(PLAN, entities=(ENTITY, ENTITY)), "stands twice"),
    "no id": (replace(PLAN, entities=(replace(ENTITY, id=""),)), "has no id"),
    "kind": (replace(PLAN, entities=(replace(ENTITY, kind="robot"),)), "kind 'robot' is unknown"),
    "detail": (
        replace(PLAN, entities=(replace(ENTITY, details=(("color", "red"),)),)),
        "detail 'color' is unknown",
    ),
    "document kind": (
        replace(PLAN, documents=(replace(DOCUMENT, kind="rumour"),)),
        "kind 'rumour' is unknown",
    ),
    "document date": (replace(PLAN, documents=(replace(DOCUMENT, published="May"),)), "'May' is not a date"),
    "relation": (replace(PLAN, facts=(replace(FACT, relation="ATE"),)), "relation 'ATE' is unknown"),
    "date": (replace(PLAN, facts=(replace(FACT, date="2022-13"),)), "date: '2022-13' is not a date"),
    "announced": (replace(PLAN, facts=(replace(FACT, announced="soon"),)), "announced: 'soon' is not a date"),
    "status": (replace(PLAN, facts=(replace(FACT, status="fine"),)), "status 'fine' is unknown"),
    "role": (
        replace(PLAN, facts=(replace(FACT, parties=(PartyRow("x", "friend"),)),)),
        "role 'friend' is unknown",
    ),
    "stage": (
        replace(PLAN, facts=(replace(FACT, stages=(StageRow("begun", None),)),)),
        "stage 'begun' is unknown",
    ),
    "stage date": (
        replace(PLAN, facts=(replace(FACT, stages=(StageRow("paid", "x"),)),)),
        "stage: 'x' is not a date",
    ),
    "no currency": (replace(PLAN, facts=(replace(FACT, currency=None),)), "a sum without a currency"),
    "currency": (replace(PLAN, facts=(replace(FACT, currency="XYZ"),)), "'XYZ' is not an ISO 4217 currency"),
    "sum": (replace(PLAN, facts=(replace(FACT, amount_minor=0),)), "a sum must be positive, not 0"),
    "claim relation": (replace(PLAN, claims=(replace(CLAIM, relation="ATE"),)), "relation 'ATE' is unknown"),
    "modality": (replace(PLAN, claims=(replace(CLAIM, modality="sure"),)), "modality 'sure' is unknown"),
    "stance": (replace(PLAN, claims=(replace(CLAIM, stance="likes"),)), "stance 'likes' is unknown"),
    "review": (replace(PLAN, claims=(replace(CLAIM, review="good"),)), "review 'good' is unknown"),
    "quote without place": (
        replace(PLAN, claims=(replace(CLAIM, start=None),)),
        "a quote needs both offsets",
    ),
    "place without quote": (replace(PLAN, claims=(replace(CLAIM, quote=None),)), "offsets a quote"),
    "place": (replace(PLAN, claims=(replace(CLAIM, end=9),)), "the offsets do not fit the quote"),
}


@pytest.mark.parametrize(("plan", "problem"), BAD.values(), ids=BAD)
def test_a_bad_row_is_told(plan: Plan, problem: str) -> None:
    """With the row and what is wrong; the check raises it with the name of the group."""
    assert any(problem in line for line in problems(plan)), problems(plan)
    with pytest.raises(InvalidInput) as error:
        check(plan)
    assert error.value.where == "group"


def test_offsets_count_characters_not_bytes() -> None:
    """A quote in another script fits too."""
    assert problems(replace(PLAN, claims=(replace(CLAIM, quote="罚款€", start=0, end=3),))) == []


def test_all_problems_are_told_at_once() -> None:
    """A person mends them in one go."""
    bad = replace(
        PLAN, facts=(replace(FACT, relation="ATE", date="x"),), claims=(replace(CLAIM, review="good"),)
    )
    assert len(problems(bad)) == 3
