"""Checks a plan against the vocabulary before anything of it is written."""

from collections.abc import Iterator, Sequence

from graph import dates
from graph.errors import InvalidInput
from graph.model import ClaimRow, DocumentRow, EntityRow, FactRow, Plan
from graph.money import currencies
from graph.vocabulary import (
    DOCUMENT_KINDS,
    KINDS,
    MODALITIES,
    RELATIONS,
    REVIEWS,
    ROLES,
    STAGES,
    STANCES,
    STATUSES,
)


def problems(plan: Plan) -> list[str]:
    """What is wrong with a plan, one line each; empty where it may be written."""
    found: list[str] = []
    for rows in (plan.entities, plan.documents, plan.cases, plan.facts, plan.claims):
        found += _twice(rows)
    found += [p for row in plan.entities for p in _entity(row)]
    found += [p for row in plan.documents for p in _document(row)]
    found += [p for row in plan.facts for p in _fact(row)]
    found += [p for row in plan.claims for p in _claim(row)]
    return found


def check(plan: Plan) -> None:
    """Raise ``InvalidInput`` with all problems of a plan."""
    found = problems(plan)
    if found:
        raise InvalidInput("; ".join(found), where=plan.name, remedy="nothing of this group was written")


def _twice(rows: Sequence[EntityRow | DocumentRow | FactRow | ClaimRow | object]) -> Iterator[str]:
    seen: set[str] = set()
    for row in rows:
        id_ = str(getattr(row, "id", ""))
        if not id_ or id_ in seen:
            yield f"{type(row).__name__} {id_!r} has no id or stands twice"
        seen.add(id_)


def _one_of(where: str, name: str, value: str, words: object) -> Iterator[str]:
    if value not in words:  # pyright: ignore[reportOperatorIssue]
        yield f"{where}: {name} {value!r} is unknown"


def _dated(where: str, **values: str | None) -> Iterator[str]:
    for name, value in values.items():
        if value is None:
            continue
        try:
            dates.precision(value)
        except InvalidInput as error:
            yield f"{where}: {name}: {error.what}"


def _sum(where: str, minor: int | None, currency: str | None) -> Iterator[str]:
    if minor is not None and minor <= 0:
        yield f"{where}: a sum must be positive, not {minor}"
    if minor is not None and currency is None:
        yield f"{where}: a sum without a currency"
    if currency is not None and currency not in currencies():
        yield f"{where}: {currency!r} is not an ISO 4217 currency"


def _entity(row: EntityRow) -> Iterator[str]:
    yield from _one_of(f"entity {row.id}", "kind", row.kind, KINDS)
    if row.kind in KINDS:
        for name, _ in row.details:
            yield from _one_of(f"entity {row.id}", "detail", name, KINDS[row.kind].properties)


def _document(row: DocumentRow) -> Iterator[str]:
    yield from _one_of(f"document {row.id}", "kind", row.kind, DOCUMENT_KINDS)
    yield from _dated(f"document {row.id}", published=row.published)


def _fact(row: FactRow) -> Iterator[str]:
    where = f"fact {row.id}"
    yield from _one_of(where, "relation", row.relation, RELATIONS)
    yield from _dated(
        where, date=row.date, until=row.until, announced=row.announced, start=row.start, end=row.end
    )
    yield from _sum(where, row.amount_minor, row.currency)
    if row.status is not None:
        yield from _one_of(where, "status", row.status, STATUSES)
    for party in row.parties:
        yield from _one_of(where, "role", party.role, ROLES)
    for stage in row.stages:
        yield from _one_of(where, "stage", stage.stage, STAGES)
        yield from _dated(where, stage=stage.date, until=stage.until)
        yield from _sum(where, stage.amount_minor, stage.currency)


def _claim(row: ClaimRow) -> Iterator[str]:
    where = f"claim {row.id}"
    yield from _one_of(where, "relation", row.relation, RELATIONS)
    yield from _one_of(where, "modality", row.modality, MODALITIES)
    yield from _one_of(where, "stance", row.stance, STANCES)
    yield from _one_of(where, "review", row.review, REVIEWS)
    yield from _dated(where, date=row.date)
    yield from _sum(where, row.amount_minor, row.currency)
    if (row.quote is None) != (row.start is None or row.end is None):
        yield f"{where}: a quote needs both offsets, and offsets a quote"
    elif row.quote is not None and (row.end or 0) - (row.start or 0) != len(row.quote):
        yield f"{where}: the offsets do not fit the quote"
