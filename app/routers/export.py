"""Facts to take away: exports, citations, evidence packs."""

import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from typing import IO, Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import AfterValidator

from app.answers import export as answers
from app.answers import private
from app.answers.documents import hashes
from app.answers.facts import FactPage, fact
from app.formats import citations
from app.formats.export import write
from app.formats.form import Options
from app.formats.pack import pack
from app.formats.registry import FORMS
from app.http import openapi
from app.http.api_key import private_reader
from app.http.file_names import attachment
from app.http.repeated import Once
from app.http.service import Graph
from app.parameters.fact_query import fact_query
from app.parameters.fields import AllFilters, CitationParameters
from app.parameters.private import ExportAsked, private_query

router = APIRouter(prefix="/v1", tags=["export"], dependencies=[Once])

Id = Annotated[str, Path(max_length=200), AfterValidator(str.lower)]
_CHUNK = 64 * 1024


@router.get("/export", response_class=Response, responses=openapi.files(*FORMS.values()))
async def export(request: Request, graph: Graph, asked: Annotated[ExportAsked, Query()]) -> Response:
    """All facts that the filters of /v1/facts leave, as one file, streamed from one revision of the graph."""
    form = FORMS[asked.format]
    stages = asked.rows == "stages"
    if asked.private:
        await private_reader(request, graph)
        pages = private.pages(graph, private_query(asked.private, asked), stages=stages)
    else:
        pages = answers.pages(graph, fact_query(asked), stages=stages)
    first = await anext(pages)  # what is wrong with the query is said before the file begins
    body = write(_again(first, pages), asked.format, asked.rows, Options(bom=asked.bom))
    headers = attachment(asked, form.suffix) | {"Cache-Control": "no-store"}
    return StreamingResponse(body, headers=headers, media_type=form.media_type)


@router.get("/pack", response_class=Response, responses=openapi.file("application/zip"))
async def evidence_pack(graph: Graph, asked: Annotated[AllFilters, Query()]) -> Response:
    """Rows, quotes, documents with hashes, citations and the query, as one zip; the same for the same revision."""
    pages = answers.pages(graph, fact_query(asked))
    first = await anext(pages)
    known = await hashes(graph)
    with ExitStack() as opened:
        file = opened.enter_context(tempfile.TemporaryFile())
        await pack(_again(first, pages), file, known)
        file.seek(0)
        opened.pop_all()  # it is closed when it was sent
    headers = attachment(asked, "zip") | {"Cache-Control": "no-store"}
    return StreamingResponse(_sent(file), headers=headers, media_type="application/zip")


def _sent(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while part := file.read(_CHUNK):
            yield part


@router.get(
    "/facts/{id}/citation",
    response_class=Response,
    responses=openapi.citation(*citations.MEDIA_TYPES.values()),
)
async def citation(graph: Graph, id: Id, asked: Annotated[CitationParameters, Query()]) -> Response:
    """How to cite a fact: by its best source, official before press."""
    text = citations.cite(await fact(graph, id), asked.format)
    return Response(text, media_type=citations.MEDIA_TYPES[asked.format])


async def _again(first: FactPage, rest: AsyncIterator[FactPage]) -> AsyncIterator[FactPage]:
    yield first
    async for page in rest:
        yield page
