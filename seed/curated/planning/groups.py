"""Plans by group, in the order in which they must be written."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from graph.model import CaseRow, ClaimRow, DocumentRow, EntityRow, FactRow, Plan
from seed.curated.captions import captions
from seed.curated.check import Checked
from seed.curated.index import Index
from seed.curated.planning.actions import action_facts, case_row
from seed.curated.planning.documents import MEMORY, claim_rows, document_rows
from seed.curated.planning.entities import country_rows, entity_row, regulator_row
from seed.curated.planning.relations import relation_fact
from seed.curated.reading import Placed
from seed.curated.records import Action, Entity, Regulator, Relation

COUNTRIES: Final = "countries"
"""The group of countries, which no file holds."""

_ORDER: Final = ("regulators", "entities", "actions", "relations")
_OWNERS_FIRST: Final = ("public-bodies", "civil-society", "companies")


@dataclass(frozen=True, slots=True)
class Group:
    """One record file, or the countries, and what one transaction writes of it."""

    name: str
    plan: Plan


def plan(checked: Checked) -> list[Group]:
    """A plan for each file without a problem: bodies before facts, decisions before what changes them."""
    index = checked.index
    told = _told(checked)
    documents = document_rows(index)
    groups = [Group(COUNTRIES, Plan(COUNTRIES, entities=tuple(country_rows(index))))]
    grouped = [
        placed
        for placed in index.read.records
        if placed.kind in _ORDER and placed.place.file not in checked.blocked
    ]
    for file, placed in groupby(sorted(grouped, key=_place), key=lambda one: one.place.file):
        groups.append(Group(file, _plan(file, list(placed), told, index, documents)))
    return groups


def _place(placed: Placed) -> tuple[int, int, str, int]:
    stem = placed.place.file.rsplit("/", maxsplit=1)[-1].removesuffix(".yaml")
    rank = _OWNERS_FIRST.index(stem) if stem in _OWNERS_FIRST else len(_OWNERS_FIRST)
    return _ORDER.index(placed.kind), rank, placed.place.file, placed.place.line


def _told(checked: Checked) -> dict[str, Relation]:
    """Action id to the relation that tells of the same fact."""
    return {
        relation.action_id: relation
        for placed, relation in checked.index.all(Relation)
        if relation.action_id and placed.place.file not in checked.blocked
    }


def _plan(
    name: str,
    records: list[Placed],
    told: dict[str, Relation],
    index: Index,
    documents: dict[str, DocumentRow],
) -> Plan:
    entities: list[EntityRow] = []
    cases: dict[str, CaseRow] = {}
    facts: list[FactRow] = []
    claims: list[ClaimRow] = []
    named = captions(index) if records[0].kind in {"regulators", "entities"} else {}
    for placed in records:
        match placed.record:
            case Regulator() as record:
                entities.append(regulator_row(record, named[record.id]))
            case Entity() as record:
                entities.append(entity_row(record, named[record.id]))
            case Action() | Relation() as record:
                for fact, sources in _facts(record, told, index):
                    facts.append(fact)
                    claims.extend(claim_rows(fact, sources, documents))
                    if fact.case:
                        action = record if isinstance(record, Action) else None
                        cases[fact.case] = case_row(fact.case, action, index)
            case _:
                pass
    used = {claim.document for claim in claims}
    rows = tuple(row for row in dict.fromkeys((MEMORY, *documents.values())) if row.id in used)
    return Plan(name, tuple(entities), rows, tuple(cases.values()), tuple(facts), tuple(claims))


def _facts(
    record: Action | Relation, told: dict[str, Relation], index: Index
) -> Iterator[tuple[FactRow, tuple[Action | Relation, ...]]]:
    """Each fact of a record with the records whose sources it has."""
    if isinstance(record, Relation):
        # The fact of a relation that is an action is written with the action.
        if record.action_id is None:
            yield relation_fact(record, index), (record,)
        return
    same = told.get(record.id)
    for fact in action_facts(record, same, index):
        yield fact, (record, same) if same else (record,)
