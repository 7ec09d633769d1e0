"""Documents, cases, the search over everything, and the vocabulary."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from app import lists, shapes
from app.context import Graph
from app.documented import answers
from app.parameters import ClockParameters, DocumentParameters, Listing, NoParameters, SearchParameters
from app.routers.facts import end_of
from app.schemas.evidence import Case, CaseList, Document, DocumentList, Found
from app.schemas.vocabulary import Vocabulary
from graph.reads import evidence, facts
from graph.vocabulary import export

router = APIRouter(prefix="/v1")

Id = Annotated[str, Path(max_length=200)]
_LATEST = "~"


@router.get(
    "/documents", tags=["evidence"], responses=answers("/v1/documents", DocumentList, 406, table=True)
)
async def list_documents(
    request: Request, graph: Graph, asked: Annotated[DocumentParameters, Query()]
) -> Response:
    """What was published: notices, rulings, articles, rows of data sets; the latest first."""
    digest, below = lists.place(asked, "documents", _LATEST)
    filters = evidence.DocumentFilters(kind=asked.kind, publisher=asked.publisher)
    page = await evidence.documents(graph.store, filters, asked.q, below, asked.limit)
    total = await graph.totals.get(
        page.revision, digest, lambda: evidence.count_documents(graph.store, filters, asked.q)
    )
    told = evidence.documents_described(filters, asked.q, below, asked.limit)
    answer = lists.Answer(digest, page.items, page.keys, total, told, "evidence", shapes.DOCUMENT_COLUMNS)
    return lists.respond(request, graph, asked, answer)


@router.get("/documents/{id}", tags=["evidence"], responses=answers("/v1/documents/{id}", Document, 404))
async def get_document(graph: Graph, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """One document with everything that it says."""
    found = await evidence.document(graph.store, id)
    body = shapes.document(found.properties or {}, found.claims)
    body["cypher"] = lists.cypher(graph, evidence.DOCUMENT.text, {"id": id}, "evidence", [id])
    return lists.respond_one(body)


@router.get("/cases", tags=["evidence"], responses=answers("/v1/cases", CaseList, 406, table=True))
async def list_cases(request: Request, graph: Graph, asked: Annotated[Listing, Query()]) -> Response:
    """Proceedings, the one with the latest fact first."""
    digest, below = lists.place(asked, "cases", _LATEST)
    page = await evidence.cases(graph.store, below, asked.limit)
    total = await graph.totals.get(page.revision, digest, lambda: evidence.count_cases(graph.store))
    told = (evidence.CASES.text, {"high": below, "limit": asked.limit})
    answer = lists.Answer(digest, page.items, page.keys, total, told, "evidence", shapes.CASE_COLUMNS)
    return lists.respond(request, graph, asked, answer)


@router.get("/cases/{id}", tags=["evidence"], responses=answers("/v1/cases/{id}", Case, 404))
async def get_case(graph: Graph, id: Id, clocks: Annotated[ClockParameters, Query()]) -> Response:
    """One case: its facts in order of time, stage by stage."""
    known_on = end_of(clocks.known_on)
    found = await facts.of_case(graph.store, id, valid_on=clocks.valid_on, known_on=known_on)
    body: dict[str, Any] = {**(found.case_ or {}), "items": [shapes.whole_fact(item) for item in found.items]}
    parameters = {"id": id, "valid_on": clocks.valid_on, "known_on": known_on}
    body["cypher"] = lists.cypher(graph, facts.OF_CASE.text, parameters, "evidence", [id])
    return lists.respond_one(body)


@router.get("/search", tags=["search"], responses=answers("/v1/search", Found))
async def search(graph: Graph, asked: Annotated[SearchParameters, Query()]) -> Response:
    """Entities, facts and documents by name, alias or words; misspellings are forgiven."""
    found = await evidence.search(graph.store, asked.q, asked.limit)
    return lists.respond_one({"entities": found.entities, "facts": found.facts, "documents": found.documents})


@router.get("/vocabulary", tags=["vocabulary"], responses=answers("/v1/vocabulary", Vocabulary))
async def get_vocabulary(_: Annotated[NoParameters, Query()]) -> Response:
    """Every kind of entity and relation, role, stage and status, with what each means."""
    return lists.respond_one(export.as_json())
