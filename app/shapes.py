"""The last step from rows of the graph to what is answered: order of keys, minor units to units."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.schemas.entities import EntityItem
from app.schemas.evidence import Document
from app.schemas.facts import Fact
from graph.money import units
from graph.vocabulary import KINDS

Json = dict[str, Any]

_FACT: Final = tuple(Fact.model_fields)
_NAMED: Final = frozenset(EntityItem.model_fields) | {"group", "note", "unsourced"}

FACT_COLUMNS: Final = (
    "id", "relation", "subject.id", "subject.name", "subject.country", "object.id", "object.name", "object.country",
    "date", "announced", "amount.value", "amount.currency", "amount.eur", "amount.shared_by", "status", "status_since",
    "stands", "articles", "summary", "case.id", "country", "review", "unsourced", "sources.documents",
    "sources.independent", "evidence.document.publisher", "evidence.document.url",
)  # fmt: skip
ENTITY_COLUMNS: Final = ("id", "name", "kind", "country", "acronym", "aliases", "website", "facts")
NEIGHBOUR_COLUMNS: Final = (
    "entity.id", "entity.name", "entity.kind", "entity.country", "relations", "facts", "fined_eur", "last",
)  # fmt: skip
DOCUMENT_COLUMNS: Final = ("id", "title", "publisher", "kind", "url", "language", "published", "claims")
CANDIDATE_COLUMNS: Final = (
    "score", "outcome", "left.id", "left.name", "right.id", "right.name", "features.feature", "features.points",
)  # fmt: skip
JUDGEMENT_COLUMNS: Final = (
    "id", "left", "right", "verdict", "claims", "documents", "name", "score", "who", "why", "recorded",
)  # fmt: skip
CASE_COLUMNS: Final = ("id", "title", "first", "last", "facts", "relations", "summary")


def fact(row: Mapping[str, Any]) -> Json:
    """A fact with its keys in the documented order."""
    return {name: row[name] for name in _FACT}


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


def document(row: Mapping[str, Any], claims: Sequence[Mapping[str, Any] | None]) -> Json:
    """A document from its properties, with its claims."""
    names = [name for name in Document.model_fields if name not in {"claims", "cypher"}]
    return {name: row.get(name) for name in names} | {
        "redacted": bool(row.get("redacted")),
        "claims": [in_units(entry) for entry in claims if entry],
    }


def entity(row: Mapping[str, Any], owners: Sequence[Json], owned: Sequence[Json], parts: int) -> Json:
    """An entity's profile from its properties; those that only its kind has go into ``details``."""
    values: Json = {name: row.get(name) for name in _NAMED} | {
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
