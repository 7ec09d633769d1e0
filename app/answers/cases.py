"""Cases: a page of them, and one stage by stage."""

from dataclasses import replace
from typing import Any, Final

from app.answers.lists import ListKind, after, identity, list_page
from app.answers.page import ListPage, Shown
from app.answers.service import Service
from app.schemas import serialize
from app.schemas.evidence import CaseItem
from graph.reads import cases as reads
from graph.reads.cases import CaseQuery
from graph.reads.some import ALL_CLAIMS

Json = dict[str, Any]

CASES: Final = ListKind(
    name="cases",
    template="evidence",
    columns=serialize.CASE_COLUMNS,
    members=tuple(CaseItem.model_fields),
)


async def cases(service: Service, query: CaseQuery, *, cursor: str | None = None) -> ListPage:
    """A page of cases, the one with the latest fact first; raises ``InvalidInput`` for a cursor of another list."""
    found = identity("cases", query)
    query = replace(query, after=after(cursor, found) if cursor else query.after)
    return await list_page(service, CASES, reads.prepare(query), found)


async def case(
    service: Service, id_: str, *, valid_on: str | None = None, known_on: str | None = None
) -> Json:
    """One case with its facts in order of time; raises ``NotFound``."""
    rows = await reads.one(service.store, id_, valid_on=valid_on, known_on=known_on)
    asked = {"id": id_, "valid_on": valid_on, "known_on": known_on, "claims": ALL_CLAIMS}
    statement = Shown(reads.ONE.text, asked, service.store.connection, "evidence", lambda: [id_])
    items = [serialize.whole_fact(item) for item in rows.items]
    return {**(rows.case_ or {}), "items": items, "cypher": statement.as_json()}
