"""Rules for actions."""

from collections.abc import Iterator

from graph import dates
from graph.vocabulary import BODIES, RELATIONS
from seed.curated.decisions import RELATION_OF
from seed.curated.index import Index
from seed.curated.place import Problem
from seed.curated.reading import Placed
from seed.curated.records import Action, Total
from seed.curated.rules.bodies import check_country
from seed.curated.rules.evidence import check_evidence, check_kinds, check_roles, check_sum
from seed.curated.rules.lifecycle import check_lifecycle


def check_action(placed: Placed, record: Action, index: Index) -> Iterator[Problem]:
    """Ids are of the right kind, parts add up, dates, stages and status agree."""
    relation = RELATION_OF[record.action]
    yield from check_country(placed, record.country)
    yield from _parties(placed, record, relation, index)
    yield from check_evidence(placed, record, index)
    yield from check_lifecycle(placed, record, relation, index)
    yield from _sums(placed, record, index)
    if record.filed and dates.last_day(record.decision_date) < dates.first_day(record.filed):
        yield placed.problem("is after the decision", "filed")


def _parties(placed: Placed, record: Action, relation: str, index: Index) -> Iterator[Problem]:
    yield from check_kinds(placed, index, "authorities", record.authorities, ("regulator",))
    yield from check_kinds(placed, index, "joint_with", record.joint_with, ("regulator",))
    yield from check_kinds(placed, index, "targets", record.targets, RELATIONS[relation].objects)
    yield from check_kinds(placed, index, "platforms", record.platforms, ("platform",))
    yield from check_roles(
        placed, relation, {"platform": bool(record.platforms), "joint_with": bool(record.joint_with)}
    )
    if record.private_action and record.authorities:
        yield placed.problem("a private action has no authority", "authorities")
    if not record.authorities and not record.private_action and not record.authorities_incomplete:
        yield placed.problem("needs an authority", "authorities")
    if bool(record.authorities) == (record.claimant is not None):
        yield placed.problem("is given exactly when no authority is", "claimant")
    subjects = tuple(kind for kind in BODIES if kind in RELATIONS[relation].subjects)
    yield from check_kinds(placed, index, "claimant", (record.claimant,), subjects)


def _sums(placed: Placed, record: Action, index: Index) -> Iterator[Problem]:
    for fined in record.persons_fined:
        yield from check_kinds(placed, index, "persons_fined", (fined.person,), ("person",))
        yield from check_sum(placed, fined.amount, fined.currency, "persons_fined")
    if record.part_of is not None and index.find(record.part_of, Total) is None:
        yield placed.problem(f"no such total {record.part_of!r}", "part_of")
    if record.amount_max is not None and (record.amount is None or record.amount_max <= record.amount):
        yield placed.problem("must be more than the amount", "amount_max")
    if not record.split:
        return
    for part in record.split:
        if len(part.keys) != 1 or part.keys != record.split[0].keys:
            yield placed.problem("every part needs the same one of target, authority and for", "split")
        if part.target is not None and part.target not in record.targets:
            yield placed.problem(f"{part.target} is not a target", "split")
        if part.authority is not None and part.authority not in record.authorities:
            yield placed.problem(f"{part.authority} is not an authority", "split")
        yield from check_sum(placed, part.amount, record.currency, "split")
    if sum(part.amount for part in record.split) != record.amount:
        yield placed.problem("the parts do not add up to the amount", "split")


def check_same_actions(index: Index) -> Iterator[Problem]:
    """No action is recorded twice."""
    first: dict[object, str] = {}
    for placed, record in index.all(Action):
        who = frozenset(record.authorities), frozenset(record.targets), record.platforms
        what = (*who, record.decision_date, record.amount, record.law)
        if first.setdefault(what, record.id) != record.id:
            yield placed.problem(f"is the same action as {first[what]}")
