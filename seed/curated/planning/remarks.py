"""Remarks in words: fields of a record that have no column of their own in a fact."""

from collections.abc import Iterator
from decimal import Decimal

from seed.curated.index import Index
from seed.curated.records import Action, Relation, Total


def join(*texts: str | None) -> str | None:
    """The texts that are there, as one, each once."""
    return "; ".join(dict.fromkeys(text for text in texts if text)) or None


def sentences(*texts: str | None) -> str | None:
    """Whole sentences side by side, each once."""
    return " ".join(dict.fromkeys(text for text in texts if text)) or None


def sum_text(amount: Decimal, currency: str | None) -> str:
    """A sum as a person writes it."""
    return f"{amount:,f} {currency or ''}".strip()


def amount_note(record: Action) -> str | None:
    """What qualifies the sum of an action."""
    return join(*_amount_notes(record))


def _amount_notes(record: Action) -> Iterator[str | None]:
    yield record.amount_note
    if record.amount_max is not None:
        yield f"up to {sum_text(record.amount_max, record.currency)}"
    if record.amount_conflict:
        yield f"sources disagree: {record.amount_conflict}"
    if record.amount_from_memory:
        yield "the sum is from memory"
    if record.tracker_amount_eur is not None:
        yield f"a tracker gives {sum_text(record.tracker_amount_eur, 'EUR')}"
    for part in record.split:
        whose = part.for_ or part.target or part.authority
        yield f"{sum_text(part.amount, record.currency)} for {whose}"
    if record.split_from_memory:
        yield "the parts are from memory"


def date_note(record: Action) -> str | None:
    """What is uncertain about the dates of an action."""
    filed = f"the case was filed on {record.filed}" if record.filed else None
    conflict = f"sources disagree: {record.date_conflict}" if record.date_conflict else None
    return join(record.date_note, conflict, filed)


def action_note(record: Action, index: Index) -> str | None:
    """Remarks on an action."""
    total = index.find(record.part_of, Total)
    summed = f"part of {sum_text(total.amount, total.currency)} that the press adds up" if total else None
    return join(record.note, record.quirk, record.source_note, record.authorities_note, summed)


def relation_note(record: Relation) -> str | None:
    """Remarks on a relation, with the payments of a settlement and the marks of an order."""
    payments = [
        f"{sum_text(payment.amount, payment.currency)} for {payment.for_}" for payment in record.payments
    ]
    return join(
        record.note,
        *payments,
        f"order no. {record.order_no}" if record.order_no else None,
        f"scope: {record.scope}" if record.scope else None,
        record.kind,
        "in part" if record.partial else None,
    )
