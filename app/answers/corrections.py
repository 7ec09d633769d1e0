"""The public log of what was wrong and is mended; and what a caller's correction says of a claim."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import orjson

from app.answers.lists import ListKind, after, identity, list_page
from app.answers.page import ListPage
from app.answers.service import Service
from app.schemas import serialize
from app.schemas.corrections import Correction
from graph.errors import InvalidInput
from graph.money import money, units
from graph.reads import corrections as reads
from graph.reads.corrections import CorrectionQuery

Json = dict[str, Any]


def _item(row: Mapping[str, Any]) -> Json:
    values = {
        **row,
        "changes": _changes(_parsed(row["before"]), _parsed(row["right"])),
        "sources": row["sources"] or [],
    }
    return {name: values[name] for name in Correction.model_fields}


def _parsed(text: str | None) -> Json:
    return orjson.loads(text) if text else {}


def _changes(before: Json, right: Json) -> list[Json]:
    was, now = _in_units(before), _in_units(right)
    return [{"field": name, "was": was.get(name), "now": now[name]} for name in now]


def _in_units(values: Json) -> Json:
    if "amount_minor" not in values:
        return values
    minor, currency = values["amount_minor"], values["currency"]
    amount = None if minor is None or currency is None else units(minor, currency)
    return {"amount": amount} | {name: value for name, value in values.items() if name != "amount_minor"}


CORRECTIONS: Final = ListKind(
    name="corrections",
    template="facts",
    columns=serialize.CORRECTION_COLUMNS,
    members=tuple(Correction.model_fields),
    item=_item,
    drawn=lambda item: [item["fact"]["id"]] if item["fact"] else [],
)


async def corrections(service: Service, query: CorrectionQuery, *, cursor: str | None = None) -> ListPage:
    """A page of the log, the last entry first; raises ``InvalidInput`` for a cursor of another list."""
    found = identity("corrections", query)
    query = replace(query, after=after(cursor, found))
    return await list_page(service, CORRECTIONS, reads.prepare(query), found)


def right(given: Mapping[str, Any]) -> Json:
    """What a claim should say, in minor units; raises ``InvalidInput`` for a sum without its currency."""
    said = {name: value for name, value in given.items() if name not in {"amount", "currency"}}
    missing = [
        name for name in ("relation", "subject", "object", "modality") if name in said and not said[name]
    ]
    if missing:
        raise InvalidInput(
            "it cannot be left empty", where=missing[0], remedy="give a value, or leave it out"
        )
    if "amount" not in given and "currency" not in given:
        return said
    if given.get("amount") is None:
        if given.get("currency"):
            raise InvalidInput("a currency needs its sum", where="amount", remedy="give both, or neither")
        return said | {"amount_minor": None, "currency": None}
    if not given.get("currency"):
        raise InvalidInput("a sum needs its currency", where="currency", remedy="a code of ISO 4217, as GBP")
    total = money(given["amount"], given["currency"])
    return said | {"amount_minor": total.minor, "currency": total.currency}
