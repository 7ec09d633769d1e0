"""Rows of a plan as node properties, each with a hash of its content by which an unchanged row is known.

Sort keys: ``date_key``, ``eur_key`` and ``recorded_key`` are ``value|id``, so that one property gives the order and
a unique place in it. What is missing sorts lowest.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final, TypeAlias, cast

import orjson

from graph import dates
from graph.model import CaseRow, ClaimRow, DocumentRow, EntityRow, FactRow, StageRow
from graph.money import Money, to_euro, units
from graph.text import fold, forms, slug
from graph.vocabulary import KINDS, RELATIONS, STATUSES
from graph.writes.timeline import Entry, last_day, timeline

Properties: TypeAlias = dict[str, Any]

_EUR_DIGITS: Final = 15
_NO_SUM: Final = "-"
"""Sorts before every digit; the separator ``|`` alone would sort after them."""

_DETAILS: Final = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.properties))
_STANDS: Final[dict[bool | None, int]] = {True: 1, False: 0, None: -1}
PUBLISHER_LENGTH: Final = 48
"""Characters of a publisher's key at most."""
_LAYOUT: Final = b"6"
"""Raise it when the properties derived from a row change, so that all rows count as changed once."""


def content_hash(row: object) -> str:
    """SHA-256 of a row's content."""
    return hashlib.sha256(_LAYOUT + orjson.dumps(row, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _plain(row: object, *skip: str) -> Properties:
    # Not asdict: it copies deeply, which took a third of a bulk load.
    names = (field.name for field in fields(cast("Any", row)) if field.name not in skip)
    values = {name: getattr(row, name) for name in names}
    return {
        name: list(cast("tuple[Any, ...]", value)) if isinstance(value, tuple) else value
        for name, value in values.items()
    }


def entity(row: EntityRow) -> Properties:
    """Properties of an Entity node; those of any kind that it lacks are null, so that a change removes them."""
    details: Mapping[str, str | None] = dict.fromkeys(_DETAILS) | dict(row.details)
    names = dict.fromkeys([row.name, *row.aliases, *(v for k, v in row.details if k in {"acronym", "short"})])
    return {
        **details,
        **_plain(row, "details"),
        "names": list(names),
        "forms": forms(names),
        "caption": row.caption or row.name,
        "name_key": f"{fold(row.name)}|{row.id}",
        "country": row.country[:2] if row.country else None,
        "region": row.country if row.country and len(row.country) > 2 else None,
        "hash": content_hash(row),
    }


def document(row: DocumentRow) -> Properties:
    """Properties of a Document node."""
    key = row.independence_key or row.publisher_key
    return {
        **_plain(row, "supersedes", "also_by"),
        "independence_key": key,
        "independence_keys": [key, *(slug(name, PUBLISHER_LENGTH) for name in row.also_by)],
        "publishers": [row.publisher, *row.also_by],
        "published_key": f"{row.published or '0000'}|{row.id}",
        "caption": f"{row.publisher} {(row.published or '')[:4]}".strip(),
        "hash": content_hash(row),
    }


def case(row: CaseRow) -> Properties:
    """Properties of a Case node."""
    return {**_plain(row), "caption": row.title, "hash": content_hash(row)}


def claim(row: ClaimRow) -> Properties:
    """Properties of a Claim node."""
    # What it means by itself: ``seed.ingest.identity`` changes it where a judgement says otherwise.
    means = {"subject_id": row.subject, "object_id": row.object, "role_ids": list(row.roles)}
    caption = f"{RELATIONS[row.relation].forward} {row.amount_text or ''}".strip()
    own = _plain(row, "document", "fact", "stance")
    return {**own, **means, "caption": caption, "hash": content_hash(row)}


def stage(row: StageRow, position: int) -> Properties:
    """Properties of a Stage node; ``position`` counts from 0."""
    caption = f"{row.stage} {(row.date or '')[:4]}".strip()
    return {**_plain(row, "by"), "by_id": row.by, "position": position, "caption": caption}


def fact(row: FactRow) -> Properties:
    """Properties of a Fact node: its own, its sum in euro, its sort keys and its timeline."""
    return {
        **_plain(row, "subject", "object", "stages", "parties", "changes", "case"),
        "subject_id": row.subject,
        "object_id": row.object,
        "case_id": row.case,
        "country": row.country[:2] if row.country else None,
        "region": row.country if row.country and len(row.country) > 2 else None,
        "date_precision": dates.precision(row.date) if row.date else None,
        "day": dates.first_day(row.date) if row.date else None,
        "day_last": last_day(row.date, row.until),
        "date_key": f"{dates.first_day(row.date) if row.date else '0000'}|{row.id}",
        **_sums(row),
        **life(timeline(row)),
        **_payments(row),
        "own_status": row.status,
        "tier": "machine" if row.derived else row.tier,
        "action": row.action or row.id,
        "hash": content_hash(row),
    }


def _sums(row: FactRow) -> Properties:
    none = dict.fromkeys(("amount", "amount_eur", "amount_eur_minor", "rate", "rate_date", "eur_reason"))
    if row.amount_minor is None or row.currency is None:
        return {**none, "eur_key": f"{_NO_SUM}|{row.id}", "sum_key": None}
    euro = to_euro(Money(row.amount_minor, row.currency), row.date)
    return {
        "amount": units(row.amount_minor, row.currency),
        "amount_eur": None if euro.minor is None else units(euro.minor, "EUR"),
        "amount_eur_minor": euro.minor,
        "rate": euro.rate,
        "rate_date": euro.rate_date,
        "eur_reason": euro.reason,
        "eur_key": f"{_NO_SUM if euro.minor is None else str(euro.minor).zfill(_EUR_DIGITS)}|{row.id}",
        # Facts that share one sum share the key, so that a total takes it once.
        "sum_key": row.action if row.amount_shared and row.action else row.id,
    }


def _payments(row: FactRow) -> Properties:
    """Whether it was said to be paid, and from which day on; absent where nobody says."""
    told = [stage for stage in row.stages if stage.stage in {"paid", "unpaid"}]
    return {
        "payments": [stage.stage for stage in told] or None,
        "payments_from": [dates.first_day(stage.date) if stage.date else "" for stage in told] or None,
    }


def life(entries: Sequence[Entry]) -> Properties:
    """Properties for how a fact stands and stood; ``entries`` are its statuses in order of time."""
    return {
        "status_since": entries[-1].date if entries else None,
        "stands": STATUSES[entries[-1].status].stands if entries else None,
        "timeline_from": [entry.first for entry in entries],
        "timeline_until": [entry.last for entry in entries],
        "timeline_status": [entry.status for entry in entries],
        # A list property holds no null: 1 stands, 0 has fallen, -1 neither; no date and no reason are empty.
        "timeline_stands": [_STANDS[STATUSES[entry.status].stands] for entry in entries],
        "timeline_date": [entry.date or "" for entry in entries],
        "timeline_reason": [entry.reason or "" for entry in entries],
    }
