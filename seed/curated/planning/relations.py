"""Facts of a relation."""

from graph.model import FactRow, PartyRow
from graph.money import money
from graph.vocabulary import PROPOSALS
from seed.curated.index import Index
from seed.curated.planning.actions import action_fact_ids, stage_rows, until
from seed.curated.planning.remarks import join, relation_note
from seed.curated.records import Action, Entity, Regulator, Relation


def relation_fact(record: Relation, index: Index) -> FactRow:
    """The fact of a relation that is no action."""
    amount = (
        money(record.amount, record.currency).minor if record.amount is not None and record.currency else None
    )
    counts = record.amount_counts if record.amount_counts is not None else record.relation not in PROPOSALS
    object_ = object_of(record, index)
    return FactRow(
        id=record.id,
        relation=record.relation,
        subject=record.subject,
        object=object_,
        date=record.date,
        until=until(record.date, index),
        announced=record.announced,
        start=record.start,
        end=record.end,
        country=_country(record, object_, index),
        amount_minor=amount,
        currency=record.currency if amount is not None else None,
        amount_qualifier=record.amount_qualifier,
        amount_kind=record.amount_kind,
        amount_counts=counts,
        status=record.status_now,
        stages=stage_rows(record.stages, index),
        parties=_parties(record, object_),
        changes=_changes(record, index),
        laws=record.laws,
        articles=record.articles,
        case=record.case,
        role=record.role,
        instrument=record.instrument,
        order_kinds=record.order_kind,
        summary=record.summary,
        trap=record.trap,
        note=join(relation_note(record)),
        date_note=record.date_note,
        unsourced=record.from_memory,
    )


def object_of(record: Relation, index: Index) -> str:
    """Who is acted on: of a ruling on a decision, the body that took it; of an intervention, the court."""
    relation, action = index.find(record.object, Relation), index.find(record.object, Action)
    if relation is None and action is None:
        return record.object
    if record.relation == "INTERVENED_IN" and record.court:
        return record.court
    return relation.subject if relation else (action.authorities[0] if action else record.object)


def _changes(record: Relation, index: Index) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for id_ in (record.object, *record.concerns):
        relation, action = index.find(id_, Relation), index.find(id_, Action)
        if relation and relation.action_id:
            action = index.find(relation.action_id, Action)
        ids = action_fact_ids(action) if action else [id_] if relation else []
        found.update(dict.fromkeys(ids))
    return tuple(found)


def _parties(record: Relation, object_: str) -> tuple[PartyRow, ...]:
    named = [
        (record.target, "target"),
        *((body, "addressed_to") for body in record.addressed_to),
        (record.court, "court"),
    ]
    return tuple(PartyRow(id_, role) for id_, role in named if id_ and id_ != object_)


def _country(record: Relation, object_: str, index: Index) -> str | None:
    """The jurisdiction: where the regulator is, else where the court is."""
    sides = (record.subject, object_, record.court)
    regulators = (index.find(id_, Regulator) for id_ in sides)
    found = next((regulator.country for regulator in regulators if regulator), None)
    courts = (index.find(id_, Entity) for id_ in (record.court, record.subject, object_))
    return found or next((court.country for court in courts if court and court.kind == "court"), None)
