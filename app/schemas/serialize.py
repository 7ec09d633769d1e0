"""The last step from rows of the graph to what is answered: order of keys, minor units to units."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import orjson

from app.schemas.entities import EntityItem
from app.schemas.evidence import Document, Way
from app.schemas.facts import Fact
from graph.money import units
from graph.vocabulary import KINDS

Json = dict[str, Any]

_FACT: Final = tuple(Fact.model_fields)
_NAMED: Final = frozenset(EntityItem.model_fields) | {"group", "note", "unsourced"}

FACT_COLUMNS: Final = (
    "id", "relation", "subject.id", "subject.name", "subject.caption", "subject.acronym", "subject.country",
    "object.id", "object.name", "object.caption", "object.acronym", "object.country",
    "date", "announced", "amount.value", "amount.currency", "amount.eur", "amount.shared_by", "status", "status_since",
    "status_certain", "statuses", "stands", "payment", "articles", "summary", "case.id", "country", "tier", "review",
    "unsourced", "found", "checked_on",
    "sources.documents", "sources.independent", "evidence.document.publisher", "evidence.document.url",
)  # fmt: skip
ENTITY_COLUMNS: Final = ("id", "name", "caption", "kind", "country", "acronym", "aliases", "website", "facts")
NEIGHBOUR_COLUMNS: Final = (
    "entity.id", "entity.name", "entity.kind", "entity.country", "relations", "facts", "fined_eur", "last",
)  # fmt: skip
DOCUMENT_COLUMNS: Final = (
    "id",
    "title",
    "publisher",
    "kind",
    "url",
    "language",
    "published",
    "claims",
    "withdrawn",
    "withdrawn_reason",
)
CANDIDATE_COLUMNS: Final = (
    "score", "outcome", "left.id", "left.name", "right.id", "right.name", "features.feature", "features.points",
)  # fmt: skip
JUDGEMENT_COLUMNS: Final = (
    "id", "left", "right", "verdict", "claims", "documents", "name", "score", "who", "why", "recorded",
)  # fmt: skip
CHANGE_COLUMNS: Final = (
    "id", "at", "kind", "summary", "reason", "fact.id", "fact.relation", "fact.subject.id", "fact.subject.caption",
    "fact.object.id", "fact.object.caption", "fact.date", "fact.country", "fact.tier",
    "before.status", "before.amount", "before.currency", "before.date",
    "after.status", "after.amount", "after.currency", "after.date", "source", "facts",
)  # fmt: skip
CORRECTION_COLUMNS: Final = (
    "id", "at", "origin", "who", "why", "claim", "record", "document.id", "document.publisher", "fact.id",
    "changes.field", "changes.was", "changes.now", "takes_back", "taken_back_by", "sources",
)  # fmt: skip
QUEUE_COLUMNS: Final = (
    "claim", "relation", "subject.id", "subject.caption", "object.id", "object.caption", "amount", "currency", "date",
    "quote", "confidence", "stance", "unsure", "depends", "fact.id", "document.id", "document.publisher",
    "document.url",
)  # fmt: skip
REDACTION_COLUMNS: Final = (
    "id", "who", "why", "recorded", "counts.entities", "counts.facts", "counts.documents", "counts.claims",
    "counts.cases", "counts.judgements",
)  # fmt: skip
CASE_COLUMNS: Final = ("id", "title", "first", "last", "facts", "relations", "summary")


def fact(row: Mapping[str, Any]) -> Json:
    """A fact with its keys in the documented order."""
    return {name: row[name] for name in _FACT}


def fact_text(row: Mapping[str, Any]) -> bytes:
    """The same as JSON."""
    return orjson.dumps(fact(row))


def whole_fact(row: Mapping[str, Any]) -> Json:
    """A fact with its stages, and with whatever else was asked for of it."""
    more = {name: value for name, value in row["more"].items() if not name.startswith("withdrawn")}
    return {**fact(row["fact"]), **more, "stages": [in_units(stage) for stage in more["stages"]]}


def in_units(row: Mapping[str, Any]) -> Json:
    """``amount_minor`` replaced by ``amount`` in units of the row's currency."""
    minor, currency = row["amount_minor"], row["currency"]
    amount = None if minor is None or currency is None else units(minor, currency)
    return {name: value for name, value in row.items() if name != "amount_minor"} | {"amount": amount}


def claim(row: Mapping[str, Any]) -> Json:
    """A claim with its sum in units."""
    return in_units(row) | {"articles": row["articles"] or []}


def document(
    row: Mapping[str, Any], claims: Sequence[Mapping[str, Any] | None], ways: Sequence[Mapping[str, Any]]
) -> Json:
    """A document from its properties, with its claims and the ways by which its text came."""
    names = [name for name in Document.model_fields if name not in {"claims", "cypher", "ways"}]
    return {name: row.get(name) for name in names} | {
        "unread": row.get("writing") or row.get("unread"),
        "redacted": bool(row.get("redacted")),
        "withdrawn": (row.get("withdrawn") or "")[:10] or None,
        "title_from_address": bool(row.get("title_from_address")),
        "ways": [{name: way.get(name) for name in Way.model_fields} for way in ways],
        "claims": [in_units(entry) for entry in claims if entry],
    }


def entity(row: Mapping[str, Any], owners: Sequence[Json], owned: Sequence[Json], parts: int) -> Json:
    """An entity's profile from its properties; those that only its kind has go into ``details``."""
    values: Json = {name: row.get(name) for name in _NAMED} | {
        "caption": row.get("caption") or row.get("name"),
        "country": row.get("region") or row.get("country"),
        "aliases": row.get("aliases") or [],
        "unregistered": bool(row.get("unregistered")),
        "group": bool(row.get("group")),
        "unsourced": bool(row.get("unsourced")),
        "facts": parts,
    }
    details = {
        name: row[name] for name in KINDS[row["kind"]].properties if row.get(name) and name not in _NAMED
    }
    return {**values, "details": details, "owners": list(owners), "owned": list(owned)}
