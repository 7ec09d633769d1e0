"""Rules for relations."""

from collections.abc import Iterator
from typing import Final

from graph import dates
from graph.vocabulary import RELATIONS
from seed.curated.decisions import RELATION_OF
from seed.curated.index import Index
from seed.curated.place import Problem
from seed.curated.reading import Placed
from seed.curated.records import Action, Entity, Relation, Stage
from seed.curated.rules.evidence import check_evidence, check_kinds, check_roles, check_sum
from seed.curated.rules.lifecycle import check_lifecycle

_RULED_ON: Final = ("action", "relation")


def check_relation(placed: Placed, record: Relation, index: Index) -> Iterator[Problem]:
    """Subject and object are of the kinds that the relation allows; third parties, dates and stages agree."""
    kind = RELATIONS[record.relation]
    yield from check_kinds(placed, index, "subject", (record.subject,), kind.subjects)
    yield from _object(placed, record, index)
    yield from check_kinds(placed, index, "target", (record.target,), ("company", "public_body"))
    yield from check_kinds(placed, index, "court", (record.court,), ("court",))
    yield from check_kinds(placed, index, "addressed_to", record.addressed_to, ("regulator", "public_body"))
    yield from check_kinds(placed, index, "concerns", record.concerns, _RULED_ON)
    yield from check_roles(
        placed,
        record.relation,
        {
            "target": bool(record.target),
            "court": bool(record.court),
            "addressed_to": bool(record.addressed_to),
        },
    )
    if record.concerns and not kind.changes:
        yield placed.problem(f"{record.relation} changes no other fact", "concerns")
    yield from check_evidence(placed, record, index)
    yield from check_lifecycle(placed, record, record.relation, index)
    for payment in record.payments:
        yield from check_sum(placed, payment.amount, payment.currency, "payments")
    if record.start and record.end and dates.last_day(record.end) < dates.first_day(record.start):
        yield placed.problem("is before start", "end")
    yield from _ownership(placed, record, index)
    yield from _same_case(placed, record, index)
    yield from _same_fact(placed, record, index)


def _object(placed: Placed, record: Relation, index: Index) -> Iterator[Problem]:
    kind = RELATIONS[record.relation]
    if kind.changes and index.kind(record.object) in _RULED_ON:
        if record.relation == "INTERVENED_IN" and record.court is None:
            yield placed.problem("needs the court before which somebody intervened", "court")
        return
    yield from check_kinds(placed, index, "object", (record.object,), kind.objects)


def _ownership(placed: Placed, record: Relation, index: Index) -> Iterator[Problem]:
    owned = index.find(record.object, Entity) if record.relation == "ACQUIRED_OR_OWNS" else None
    if owned and record.subject not in index.owners(owned.operator or owned.parent):
        yield placed.problem(f"{record.subject} is neither operator nor parent of {record.object}", "subject")


def _same_case(placed: Placed, record: Relation, index: Index) -> Iterator[Problem]:
    if record.same_case_as is None:
        return
    other = index.find(record.same_case_as, Relation)
    if other is None:
        yield placed.problem(f"no such relation {record.same_case_as!r}", "same_case_as")
    elif other.case is None or other.case != record.case:
        yield placed.problem(f"{other.id} belongs to the case {other.case}", "same_case_as")


def _life(stages: tuple[Stage, ...]) -> list[Stage]:
    return [stage for stage in stages if stage.stage != "proposed"]


def _same_fact(placed: Placed, record: Relation, index: Index) -> Iterator[Problem]:
    """A relation and the action that it names tell of one fact and must say the same."""
    if record.action_id is None:
        return
    action = index.find(record.action_id, Action)
    if action is None:
        yield placed.problem(f"no such action {record.action_id!r}", "action_id")
        return
    if (record.subject,) != action.authorities or (record.object,) != action.targets:
        yield placed.problem(f"subject and object are not those of {action.id}", "action_id")
    if record.relation != RELATION_OF[action.action]:
        yield placed.problem(f"{record.relation} is not what {action.id} is", "action_id")
    for key, mine, theirs in (
        ("date", record.date, action.decision_date),
        ("announced", record.announced, action.announced),
        ("amount", record.amount, action.amount),
        ("currency", record.currency, action.currency),
        ("status_now", record.status_now, action.status_now),
        ("stages", _life(record.stages), _life(action.stages)),
        ("case", record.case, action.case),
    ):
        if mine != theirs:
            yield placed.problem(f"differs from that of {action.id}", key)


def check_same_relations(index: Index) -> Iterator[Problem]:
    """No relation is recorded twice, and none that is also an action forgets to say so."""
    decided = {
        (authority, RELATION_OF[action.action], target, action.decision_date): action.id
        for _, action in index.all(Action)
        for authority in action.authorities
        for target in action.targets
    }
    first: dict[object, str] = {}
    named: dict[str, str] = {}
    for placed, record in index.all(Relation):
        what = record.subject, record.relation, record.object, record.date
        if first.setdefault((*what, record.target), record.id) != record.id:
            yield placed.problem(f"is the same relation as {first[*what, record.target]}")
        action = decided.get((record.subject, record.relation, record.object, record.date or ""))
        if action is not None and record.action_id is None:
            yield placed.problem(f"is the same fact as the action {action}: name it in action_id")
        if record.action_id and named.setdefault(record.action_id, record.id) != record.id:
            yield placed.problem(f"{named[record.action_id]} names that action already", "action_id")
