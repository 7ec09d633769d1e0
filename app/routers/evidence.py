"""Documents, cases, the search over everything, and the vocabulary."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from app.answers import cases, documents
from app.answers import search as searches
from app.http import openapi
from app.http.api_key import require_scope
from app.http.repeated import Once
from app.http.responses import respond, respond_one
from app.http.service import Graph
from app.parameters.fact_query import end_of
from app.parameters.fields import (
    ClockParameters,
    DocumentParameters,
    DocumentView,
    Listing,
    NoParameters,
    SearchParameters,
)
from app.schemas.evidence import Case, CaseList, Document, DocumentList, Found
from app.schemas.vocabulary import Vocabulary
from graph.reads.cases import CaseQuery
from graph.reads.documents import DocumentQuery
from graph.vocabulary import export

router = APIRouter(prefix="/v1", dependencies=[Once])

Id = Annotated[str, Path(max_length=200)]


@router.get(
    "/documents", tags=["evidence"], responses=openapi.answers("/v1/documents", DocumentList, 406, table=True)
)
async def list_documents(
    request: Request, graph: Graph, asked: Annotated[DocumentParameters, Query()]
) -> Response:
    """What was published: notices, rulings, articles, rows of data sets; the latest first."""
    query = DocumentQuery(
        kinds=asked.kind,
        publishers=asked.publisher,
        text=asked.q,
        withdrawn=asked.withdrawn,
        limit=asked.limit,
    )
    return respond(request, asked, await documents.documents(graph, query, cursor=asked.cursor))


@router.get(
    "/documents/{id}",
    tags=["evidence"],
    responses=openapi.answers("/v1/documents/{id}", Document, 401, 403, 404, 410),
)
async def get_document(
    request: Request, graph: Graph, id: Id, asked: Annotated[DocumentView, Query()]
) -> Response:
    """One document with everything that it says; of one that was withdrawn the reason and the day alone."""
    if asked.withdrawn:
        await require_scope(graph, request.headers.get("authorization", ""), "write")
    return respond_one(await documents.document(graph, id, withdrawn=asked.withdrawn))


@router.get("/cases", tags=["evidence"], responses=openapi.answers("/v1/cases", CaseList, 406, table=True))
async def list_cases(request: Request, graph: Graph, asked: Annotated[Listing, Query()]) -> Response:
    """Proceedings, the one with the latest fact first."""
    return respond(
        request, asked, await cases.cases(graph, CaseQuery(limit=asked.limit), cursor=asked.cursor)
    )


@router.get("/cases/{id}", tags=["evidence"], responses=openapi.answers("/v1/cases/{id}", Case, 404))
async def get_case(graph: Graph, id: Id, clocks: Annotated[ClockParameters, Query()]) -> Response:
    """One case: its facts in order of time, stage by stage."""
    known_on = end_of(clocks.known_on)
    return respond_one(await cases.case(graph, id, valid_on=clocks.valid_on, known_on=known_on))


@router.get("/search", tags=["search"], responses=openapi.answers("/v1/search", Found))
async def search(graph: Graph, asked: Annotated[SearchParameters, Query()]) -> Response:
    """Entities, facts and documents by name, alias or words; misspellings are forgiven."""
    return respond_one(await searches.search(graph, asked.q, asked.limit))


@router.get("/vocabulary", tags=["vocabulary"], responses=openapi.answers("/v1/vocabulary", Vocabulary))
async def get_vocabulary(_: Annotated[NoParameters, Query()]) -> Response:
    """Every kind of entity and relation, role, stage and status, with what each means."""
    return respond_one(export.as_json())
