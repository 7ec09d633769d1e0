"""Changes: what came, what went, and what is told otherwise than before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.answers import groups
from app.answers.facts import followed
from app.answers.lists import ListKind, after, identity, list_page
from app.answers.page import ListPage
from app.answers.sentences import clause
from app.answers.service import Service
from app.schemas import serialize
from app.schemas.changes import Change
from graph.money import units
from graph.reads import changes as reads
from graph.reads.changes import ChangeQuery, Order
from graph.reads.facts import FactQuery
from graph.reads.listing import Prepared
from seed.load import SHIPPED

Json = dict[str, Any]


def _item(row: Mapping[str, Any]) -> Json:
    fact = row["fact"] and _in_units(row["fact"], "fact")
    values = {**row, "fact": fact, "before": _in_units(row["before"]), "after": _in_units(row["after"])}
    values["summary"] = summary(values)
    return {name: values[name] for name in Change.model_fields}


def _in_units(row: Mapping[str, Any], what: str = "") -> Json:
    minor, currency = row["amount_minor"], row["currency"]
    amount = None if minor is None or currency is None else units(minor, currency)
    shown = {name: value for name, value in row.items() if name != "amount_minor"} | {"amount": amount}
    return shown if what else {name: shown[name] for name in ("status", "amount", "currency", "date")}


CHANGES: Final = ListKind(
    name="changes",
    template="facts",
    columns=serialize.CHANGE_COLUMNS,
    members=tuple(Change.model_fields),
    item=_item,
    drawn=lambda item: [item["fact"]["id"]] if item["fact"] and item["fact"]["current"] else [],
)


def change_query(
    facts: FactQuery,
    kinds: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> ChangeQuery:
    """The changes of the facts of a query, those that were withdrawn taken in."""
    return ChangeQuery(
        filters=replace(facts.filters, withdrawn=True),
        parties=facts.parties,
        text=facts.text,
        group=facts.group,
        kinds=list(kinds) if kinds else None,
        since=since,
        until=until,
    )


async def changes(
    service: Service, query: ChangeQuery, *, order: Order = "desc", limit: int = 50, cursor: str | None = None
) -> ListPage:
    """A page of changes, the latest first; merged ids are followed.

    Raises ``InvalidInput`` for an entity that does not exist and for a cursor of another list.
    """
    query = replace(query, order=order, limit=limit)
    found = identity("changes", query)
    query = replace(query, after=after(cursor, found))
    facts = FactQuery(query.filters, parties=query.parties, group=query.group)
    page = await list_page(service, CHANGES, await _prepared(service, query, facts), found)
    if page.items or not query.narrowed:
        return page
    now = await followed(service, facts)
    if now == facts:
        return page
    return await list_page(service, CHANGES, await _prepared(service, query, now), found)


async def _prepared(service: Service, query: ChangeQuery, facts: FactQuery) -> Prepared:
    """The query over these facts, the groups of whom they name taken in."""
    wide = await groups.opened(service, facts)
    return reads.prepare(replace(query, filters=wide.filters, parties=wide.parties))


def _source(name: str | None) -> str:
    """A source as a sentence begins with it: "The list gdprxiv" of ``list:gdprxiv``."""
    if name == SHIPPED:
        return "What ships with the project"
    kind, colon, called = (name or "").partition(":")
    return f"The {kind} {called}" if colon else name or "A source"


def summary(change: Json) -> str:
    """A change as one sentence, written from its values."""
    fact, before, after_ = change["fact"], change["before"], change["after"]
    if fact is None:
        verb = "came for the first time, with" if change["kind"] == "arrived" else "was taken out, with"
        return f"{_source(change['source'])} {verb} {change['facts'] or 0:,} facts"
    who = clause(fact)
    match change["kind"]:
        case "added":
            said = [part for part in (_sum(after_), after_["date"], _word(after_["status"])) if part]
            return f"New: {who}{', ' if said else ''}{', '.join(said)}"
        case "status":
            return (
                f"{who}: {_word(before['status']) or 'no status'} → {_word(after_['status']) or 'no status'}"
            )
        case "sum":
            return f"{who}: {_sum(before) or 'no sum'} → {_sum(after_) or 'no sum'}"
        case "day":
            return f"{who}: {before['date'] or 'undated'} → {after_['date'] or 'undated'}"
        case "restored":
            return f"Back: {who}"
        case _:
            return f"Withdrawn: {who}"


def _word(status: str | None) -> str:
    return (status or "").replace("_", " ")


def _sum(state: Json) -> str:
    if state["amount"] is None:
        return ""
    return f"{state['currency']} {state['amount']:,.2f}".removesuffix(".00")
