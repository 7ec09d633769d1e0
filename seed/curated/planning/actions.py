"""Facts of an action: one for each authority and target, and one for each person fined beside."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from graph import dates
from graph.model import CaseRow, FactRow, PartyRow, StageRow
from graph.money import money
from graph.vocabulary import PROPOSALS
from seed.curated.decisions import RELATION_OF
from seed.curated.index import Index
from seed.curated.planning.remarks import action_note, amount_note, date_note, join, relation_note, sentences
from seed.curated.records import Action, Case, Entity, PersonFined, Regulator, Relation, Stage


@dataclass(frozen=True, slots=True)
class _Share:
    """What one fact shows of the action's sum, and the id under which a shared sum is counted once."""

    amount: Decimal | None
    shared: bool
    counted_as: str


def action_facts(record: Action, told: Relation | None, index: Index) -> Iterator[FactRow]:
    """The facts of an action. ``told`` is the relation that tells of the same fact, if any."""
    subjects = subjects_of(record)
    for subject in subjects:
        for target in record.targets:
            fact = _fact(record, subject, target, index)
            yield _merged(fact, told) if told else fact
        for fined in record.persons_fined:
            yield _person(_fact(record, subject, record.targets[0], index), record, fined, index)


def subjects_of(record: Action) -> tuple[str, ...]:
    """Who acts: the authorities, or who claimed where none took part."""
    return record.authorities or ((record.claimant,) if record.claimant else ())


def action_fact_ids(record: Action) -> list[str]:
    """The ids of the facts of an action, persons fined aside."""
    subjects = subjects_of(record)
    if len(subjects) == len(record.targets) == 1:
        return [record.id]
    return [f"{record.id}--{subject}--{target}" for subject in subjects for target in record.targets]


def until(date: str | None, index: Index) -> str | None:
    """The day up to which the records were kept, where a date leaves the day open."""
    kept = index.read.kept_until
    return kept if kept and (date is None or dates.last_day(date) > kept) else None


def stage_rows(stages: tuple[Stage, ...], index: Index, *, sums: bool = True) -> tuple[StageRow, ...]:
    """Rows of a life cycle; ``sums`` false leaves out sums that belong to a whole action."""
    return tuple(
        StageRow(
            stage=stage.stage,
            date=stage.date,
            by=stage.by,
            amount_minor=_minor(stage.amount, stage.currency) if sums else None,
            currency=stage.currency if sums and stage.amount is not None else None,
            note=stage.note,
            unsourced=stage.from_memory,
            until=until(stage.date, index),
        )
        for stage in stages
    )


def case_row(id_: str, action: Action | None, index: Index) -> CaseRow:
    """The row of a recorded case, or of the case that an action is by itself."""
    recorded = index.find(id_, Case)
    if recorded or action is None:
        return CaseRow(id_, recorded.title if recorded else id_, recorded.summary if recorded else None)
    sides = [_and(action_side, index) for action_side in (subjects_of(action), action.targets)]
    platforms = f" ({_and(action.platforms, index)})" if action.platforms else ""
    return CaseRow(id_, f"{' v '.join(sides)}{platforms}, {action.decision_date}", action.summary)


def _minor(amount: Decimal | None, currency: str | None) -> int | None:
    return money(amount, currency).minor if amount is not None and currency is not None else None


def _and(ids: tuple[str, ...], index: Index) -> str:
    names = [_short(id_, index) for id_ in ids]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _short(id_: str, index: Index) -> str:
    regulator, entity = index.find(id_, Regulator), index.find(id_, Entity)
    if regulator:
        return regulator.acronym or regulator.name_en
    return entity.name if entity else id_


def _share(record: Action, subject: str, target: str) -> _Share:
    """A part where the action is split by target or authority, else the whole, which facts may share."""
    subjects = subjects_of(record)
    alone = len(subjects) == len(record.targets) == 1
    keys = record.split[0].keys if record.split else ()
    if alone or "for_" in keys or not keys:
        return _Share(record.amount, record.amount is not None and not alone, record.id)
    by_target = "target" in keys
    whose, others = (target, subjects) if by_target else (subject, record.targets)
    amount = next((part.amount for part in record.split if whose in {part.target, part.authority}), None)
    # The part of one authority is shared by all targets: it needs an id of its own to be counted once.
    shared = len(others) > 1
    return _Share(amount, shared, f"{record.id}--{whose}" if shared else record.id)


def _fact(record: Action, subject: str, target: str, index: Index) -> FactRow:
    share = _share(record, subject, target)
    relation = RELATION_OF[record.action]
    alone = len(subjects_of(record)) == len(record.targets) == 1
    counts = record.amount_counts if record.amount_counts is not None else relation not in PROPOSALS
    return FactRow(
        id=record.id if alone else f"{record.id}--{subject}--{target}",
        relation=relation,
        subject=subject,
        object=target,
        date=record.decision_date,
        until=until(record.decision_date, index),
        announced=record.announced,
        country=_place(record, subject, index),
        amount_minor=_minor(share.amount, record.currency),
        currency=record.currency if share.amount is not None else None,
        amount_qualifier=record.amount_qualifier,
        amount_kind=record.amount_kind,
        amount_note=amount_note(record),
        amount_shared=share.shared,
        amount_counts=counts,
        status=record.status_now,
        stages=stage_rows(record.stages, index, sums=share.amount == record.amount),
        parties=(
            *(PartyRow(platform, "platform") for platform in record.platforms),
            *(PartyRow(other, "joint_with") for other in record.joint_with),
        ),
        laws=record.laws,
        articles=record.articles,
        law_text=record.law,
        case=record.case or record.id,
        action=share.counted_as,
        action_kind=record.action,
        summary=record.summary,
        trap=record.trap,
        note=action_note(record, index),
        date_note=date_note(record),
        unsourced=record.from_memory,
        uncertain=record.uncertain,
    )


def _place(record: Action, subject: str, index: Index) -> str:
    """Where the acting authority sits, its region too: a record's own region says only in which file it stands."""
    authority = index.find(subject, Regulator)
    if authority and authority.country[:2] == record.country[:2]:
        return authority.country
    return record.country[:2] if authority else record.country


def _person(fact: FactRow, record: Action, fined: PersonFined, index: Index) -> FactRow:
    """The fine of a person in the same decision: a sum of its own, and no part in what the firm has to do."""
    return replace(
        fact,
        id=f"{record.id}--{fact.subject}--{fined.person}",
        object=fined.person,
        amount_minor=_minor(fined.amount, fined.currency),
        currency=fined.currency,
        amount_note=None,
        amount_shared=False,
        stages=stage_rows(record.stages, index, sums=False),
        parties=(),
    )


def _merged(fact: FactRow, told: Relation) -> FactRow:
    """The fact of an action with what the relation says beside it.

    A notice of intent is a relation of its own there, so it is no stage of the decision.
    """
    return replace(
        fact,
        amount_qualifier=fact.amount_qualifier or told.amount_qualifier,
        amount_kind=fact.amount_kind or told.amount_kind,
        amount_counts=fact.amount_counts and told.amount_counts is not False,
        stages=tuple(stage for stage in fact.stages if stage.stage != "proposed"),
        laws=tuple(dict.fromkeys((*fact.laws, *told.laws))),
        articles=tuple(dict.fromkeys((*fact.articles, *told.articles))),
        instrument=told.instrument,
        order_kinds=told.order_kind,
        summary=sentences(fact.summary, told.summary),
        trap=join(fact.trap, told.trap),
        note=join(fact.note, relation_note(told)),
        date_note=join(fact.date_note, told.date_note),
        unsourced=fact.unsourced and told.from_memory,
    )
