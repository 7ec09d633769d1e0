"""Documents: a page of them, and one with everything that it says."""

from dataclasses import replace
from typing import Any, Final

from app.answers.lists import ListKind, after, identity, list_page
from app.answers.page import ListPage, Shown
from app.answers.service import Service
from app.schemas import serialize
from app.schemas.evidence import DocumentItem
from app.schemas.near import hint
from graph.errors import InvalidInput
from graph.reads import documents as reads
from graph.reads.documents import DocumentQuery
from graph.reads.revision import revision

Json = dict[str, Any]

DOCUMENTS: Final = ListKind(
    name="documents",
    template="evidence",
    columns=serialize.DOCUMENT_COLUMNS,
    members=tuple(DocumentItem.model_fields),
)


async def documents(service: Service, query: DocumentQuery, *, cursor: str | None = None) -> ListPage:
    """A page of documents, the latest first.

    Raises ``InvalidInput`` for a publisher that is not known and for a cursor of another list.
    """
    if query.publishers:
        query = replace(query, publishers=await _known(service, query.publishers))
    found = identity("documents", query)
    query = replace(query, after=after(cursor, found) if cursor else query.after)
    return await list_page(service, DOCUMENTS, reads.prepare(query), found)


async def _known(service: Service, given: list[str]) -> list[str]:
    """The publishers as the graph writes them; case does not matter."""
    now = await revision(service.store)
    names = await service.totals.get(now, "publishers", lambda: reads.publishers(service.store))
    folded = {name.casefold(): name for name in names}
    for name in given:
        if name.casefold() not in folded:
            what = f"no publisher {name!r}{hint(name, names)}"
            raise InvalidInput(what, where="publisher", remedy="a name as /v1/documents shows it")
    return [folded[name.casefold()] for name in given]


async def document(service: Service, id_: str, *, withdrawn: bool = False) -> Json:
    """One document with its claims; raises ``NotFound``, or ``Gone`` where it was withdrawn and is not asked for so."""
    rows = await reads.one(service.store, id_, withdrawn=withdrawn)
    statement = Shown(reads.ONE.text, {"id": id_}, service.store.connection, "evidence", lambda: [id_])
    return {
        **serialize.document(rows.properties or {}, rows.claims, rows.ways),
        "cypher": statement.as_json(),
    }


async def hashes(service: Service) -> dict[str, str | None]:
    """SHA-256 of the texts of all documents, by id."""
    return await reads.hashes(service.store)
