"""Rows of private batches as facts and as changes, for holders of a key: never mixed with what everybody sees.

Nothing here is kept between requests: private batches change without the graph's revision.
"""

import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.answers import changes as public
from app.answers.export import PAGE
from app.answers.facts import FACTS, FactPage, sums_of
from app.answers.lists import ListKind, after, cut, identity, shown
from app.answers.page import ListPage, Total
from app.answers.service import Service
from app.schemas import serialize
from graph.errors import DatabaseUnavailable
from graph.reads import listing
from graph.reads import private as reads
from graph.reads.facts import FactQuery
from graph.reads.private import PrivateQuery

Json = dict[str, Any]

_ADDED: Final = "added"


def _with_stages(row: Mapping[str, Any]) -> Json:
    stage: Json = {
        "stage": row["kept"]["opening"], "date": row["date"], "by": None, "amount": None, "currency": None,
        "note": None, "unsourced": row["unsourced"], "evidence": [],
    }  # fmt: skip
    return {**serialize.fact(row), "stages": [stage] if row["kept"]["opening"] else []}


def _nothing(_: Json) -> tuple[str, ...]:
    """Neo4j Browser draws no row: it has no relationship."""
    return ()


_KIND: Final = replace(FACTS, drawn=_nothing)
_STAGED: Final = replace(_KIND, item=_with_stages)


async def facts(
    service: Service,
    query: PrivateQuery,
    *,
    cursor: str | None = None,
    sums: bool = False,
    stages: bool = False,
) -> FactPage:
    """A page of rows as facts, with ``sums`` what all pages add up to.

    Raises ``NotFound`` and ``Conflict`` for what is no private batch, ``InvalidInput`` for a cursor of another list.
    """
    await reads.check(service.store, query.batches, "private")
    page = await _page(service, _STAGED if stages else _KIND, query, cursor)
    if not sums:
        return page
    found = await reads.sums(service.store, query)
    return replace(page, sums=sums_of(found, query.filters.valid_on))


async def _page(service: Service, kind: ListKind, query: PrivateQuery, cursor: str | None) -> FactPage:
    found = identity(f"private {kind.name}", query)
    query = replace(query, after=after(cursor, found) if cursor else query.after)
    prepared = reads.prepare(query)
    rows = await listing.page(service.store, prepared)
    items, keys, following = cut(rows, query.limit, found)
    shaped = [kind.item(row) for row in items]
    return FactPage(
        name=kind.name,
        items=shaped,
        keys=keys,
        next=following,
        total=Total(await listing.count(service.store, prepared)),
        statement=shown(service, kind, prepared, shaped),
        columns=kind.columns,
        members=kind.members,
        revision=rows.revision,
        query=FactQuery(query.filters, parties=query.parties),
    )


async def pages(service: Service, query: PrivateQuery, *, stages: bool = False) -> AsyncIterator[FactPage]:
    """Pages of rows as facts; at least one, which may be empty.

    Raises as ``facts`` does, and ``DatabaseUnavailable`` where a batch was changed in between.
    """
    whole = replace(query, limit=PAGE, evidence="all", after=None)
    first: int | None = None
    cursor: str | None = None
    while first is None or cursor is not None:
        page = await facts(service, whole, cursor=cursor, stages=stages)
        first = page.revision if first is None else first
        if page.revision != first:
            raise DatabaseUnavailable("the batch was changed during the export", remedy="start it again")
        yield page
        cursor = page.next


async def changes(
    service: Service, query: PrivateQuery, kinds: Sequence[str] | None = None, *, cursor: str | None = None
) -> ListPage:
    """Rows as changes of the kind ``added``: each came when it was first brought in.

    What a later file says otherwise is no change of its own. Raises as ``facts`` does.
    """
    await reads.check(service.store, query.batches, "private")
    if kinds and _ADDED not in kinds:
        query = replace(query, batches=[])
    return await _page(service, _CHANGES, replace(query, sort="recorded", evidence="none"), cursor)


def _change(row: Mapping[str, Any]) -> Json:
    """A row as the change that it came."""
    fact = serialize.fact(row)
    amount = fact["amount"]
    state = {
        "status": fact["status"], "date": fact["date"],
        "amount": amount and amount["value"], "currency": amount and amount["currency"],
    }  # fmt: skip
    told = {name: fact[name] for name in ("id", "relation", "subject", "object", "country", "tier")}
    item = {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"whofined:private:{fact['id']}:{fact['recorded']}")),
        "at": fact["recorded"],
        "kind": _ADDED,
        "reason": None,
        "fact": {**told, **state, "amount_eur": amount and amount["eur"], "current": False},
        "before": dict.fromkeys(state),
        "after": state,
        "source": f"list:{row['kept']['batch']}",
        "facts": None,
    }
    item["summary"] = public.summary(item)
    return {name: item[name] for name in public.CHANGES.members}


_CHANGES: Final = replace(public.CHANGES, item=_change, drawn=_nothing)
