"""The records that ship with the project."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from graph.model import FactRow
from graph.writes import validate as plans
from seed.curated import RECORDS, Checked, plan
from seed.curated.schema import SCHEMAS, rendered, write

_FILES = sorted(path for path in RECORDS.rglob("*.yaml"))


def _facts(checked: Checked) -> dict[str, FactRow]:
    return {fact.id: fact for group in plan(checked) for fact in group.plan.facts}


def test_the_shipped_records_are_in_order(shipped: Checked) -> None:
    """What is committed has no problem at all."""
    assert [str(problem) for problem in shipped.problems] == []


def test_the_graph_accepts_every_plan(shipped: Checked) -> None:
    """No plan breaks the vocabulary."""
    assert [problem for group in plan(shipped) for problem in plans.problems(group.plan)] == []


def test_references_are_written_before_they_are_needed(shipped: Checked) -> None:
    """In the order of the groups, everything that a row names is there already or in the same group."""
    known: set[str] = set()
    for group in plan(shipped):
        rows = group.plan
        known |= {row.id for row in (*rows.entities, *rows.facts)} | {
            f"case:{case.id}" for case in rows.cases
        }
        needed = {owner for entity in rows.entities for owner in (entity.parent, entity.operator) if owner}
        for fact in rows.facts:
            needed |= {
                fact.subject,
                fact.object,
                *fact.changes,
                *fact.laws,
                *(p.entity for p in fact.parties),
            }
            needed |= {stage.by for stage in fact.stages if stage.by}
            needed |= {f"case:{fact.case}"} if fact.case else set()
        assert needed <= known, group.name
        documents = {row.id for row in rows.documents}
        assert {claim.document for claim in rows.claims} == documents


def test_every_fact_has_a_claim_and_is_unsourced_exactly_without_a_source(shipped: Checked) -> None:
    """A fact without a claim must not be; a claim from memory is the mark of an unsourced fact."""
    facts = _facts(shipped)
    claims = [claim for group in plan(shipped) for claim in group.plan.claims]
    assert {claim.fact for claim in claims} == set(facts)
    from_memory = {claim.fact for claim in claims if claim.document == "curated-memory"}
    assert from_memory == {id_ for id_, fact in facts.items() if fact.unsourced}
    assert len({claim.id for claim in claims}) == len(claims)


def test_rows_that_groups_share_are_the_same_in_each(shipped: Checked) -> None:
    """A document or a case may stand in several groups; it must not differ, or each load would change it."""
    seen: dict[tuple[str, str], Any] = {}
    for group in plan(shipped):
        for row in (*group.plan.documents, *group.plan.cases, *group.plan.entities, *group.plan.facts):
            assert seen.setdefault((type(row).__name__, row.id), row) == row


def test_the_ico_fine_of_clearview_is_told_in_full(shipped: Checked) -> None:
    """The fine has its five stages; the seventeen million were only proposed."""
    facts = _facts(shipped)
    fine = facts["clearview-uk-2022"]
    assert (fine.relation, fine.subject, fine.object) == ("FINED", "ico-uk", "clearview-ai")
    assert (fine.amount_minor, fine.currency, fine.date, fine.status) == (
        755280000,
        "GBP",
        "2022-05-18",
        "remitted",
    )
    assert [stage.stage for stage in fine.stages] == [
        "imposed",
        "appealed",
        "annulled",
        "reinstated",
        "remitted",
    ]
    proposed = [
        fact for fact in facts.values() if fact.amount_minor == 1_700_000_000 and fact.currency == "GBP"
    ]
    assert [(fact.relation, fact.amount_counts) for fact in proposed] == [("PROPOSED_FINE", False)]
    assert set(facts["cv-008"].changes) == {"clearview-uk-2022", "cv-006"}
    assert facts["cv-008"].object == "ico-uk"


def test_conditional_sums_are_no_sanction(shipped: Checked) -> None:
    """Daily penalties, maxima and estimates do not count in sums."""
    facts = _facts(shipped)
    uncounted = {id_ for id_, fact in facts.items() if not fact.amount_counts and fact.amount_minor}
    assert uncounted == {
        *(
            "cv-004",
            "cv-020",
            "cv-031",
            "cv-089",
            "danske-bank-2022",
            "meta-anpd-2024",
            "background-alert-2025",
        ),
        *("disqus-2021", "google-streetview-fcc-2012"),
        *("meta-norway-daily-2023--datatilsynet-no--facebook-norway",),
        *("meta-norway-daily-2023--datatilsynet-no--meta-platforms-ireland",),
        *("terracom-fcc-2014--fcc-us--terracom", "terracom-fcc-2014--fcc-us--yourtel"),
    }


def test_joint_inquiries_name_their_target(shipped: Checked) -> None:
    """The joint inquiry of the ICO and the OAIC is one fact in one case, with Clearview AI as its target."""
    fact = _facts(shipped)["cv-001"]
    assert (fact.relation, fact.subject, fact.object) == ("INVESTIGATED_JOINTLY_WITH", "ico-uk", "oaic-au")
    assert [(party.entity, party.role) for party in fact.parties] == [("clearview-ai", "target")]
    assert fact.case == "clearview-joint-uk-au"


def test_a_listed_page_is_no_source_beside_the_list(shipped: Checked) -> None:
    """A page that nobody opened counts with the data set that lists it."""
    documents = {row.id: row for group in plan(shipped) for row in group.plan.documents}
    unopened = [row for row in documents.values() if not row.opened and row.kind != "memory"]
    assert len(unopened) > 50
    assert all(row.independence_key != row.publisher_key for row in unopened)
    assert Counter(row.publisher_key for row in documents.values())["gdprhub"] > 70


def test_the_committed_schemas_are_those_of_the_code(tmp_path: Path) -> None:
    """A changed model needs ``python -m seed.curated.schema``."""
    assert {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.json")} == rendered()
    write(tmp_path / "again")
    assert sorted(path.name for path in (tmp_path / "again").iterdir()) == sorted(rendered())


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.relative_to(RECORDS).as_posix())
def test_each_file_keeps_its_schema_and_points_to_it(path: Path) -> None:
    """An editor that reads the first line finds no error in a committed file."""
    folder, *below = path.relative_to(RECORDS).parts
    kind = folder.removesuffix(".yaml")
    schemas = "../schema" if below else "schema"
    first, text = path.read_text(encoding="utf-8").split("\n", 1)
    assert first == f"# yaml-language-server: $schema={schemas}/{kind}.json"
    schema = json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    errors = list(Draft202012Validator(schema).iter_errors(yaml.safe_load(text)))
    assert [error.message for error in errors] == []
