"""The write side: documents in and out, verdicts on claims. Every route needs a key."""

from dataclasses import asdict, fields
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from app.answers import logs
from app.http import openapi
from app.http.api_key import Reviewer, Writer
from app.http.repeated import Once
from app.http.responses import respond, respond_one
from app.http.service import Graph
from app.http.upload import RAW, fetched, given, incoming
from app.parameters.fields import NoParameters, QueueParameters
from app.schemas.writes import Ingested, NewDocument, Queue, Reviewed, Verdict, Withdrawal, Withdrawn
from seed.ingest import review as reviews
from seed.ingest.known import look_up
from seed.ingest.registry import registry
from seed.ingest.ways import mark_of
from seed.ingest.write import ingest, withdraw
from seed.reading import Given

router = APIRouter(prefix="/v1", tags=["writing"])

Id = Annotated[str, Path(max_length=200)]


@router.post(
    "/documents",
    responses=openapi.answers("POST /v1/documents", Ingested, 401, 403) | {201: {"model": Ingested}},
    openapi_extra=openapi.body(NewDocument, *RAW),
)
async def add_document(request: Request, graph: Graph, _who: Writer) -> Response:
    """Read a document and hold what it says: 201, or 200 where the same text was there already.

    As JSON, as raw text, Markdown, HTML or PDF (what is known of it goes into the query), or as a file in a form.
    """
    about, raw = await incoming(request)
    raw = raw or await run_in_threadpool(fetched, about, graph.settings.allowed_hosts)
    told, confidence = given(about), graph.settings.confidence
    source, extraction = await graph.readers.read(raw, told, confidence)
    place = await look_up(graph.store, source)
    if mark_of(place.told) != mark_of(source):
        # Other ways to the text tell more of it: it is read with that.
        told = Given(**{field.name: getattr(place.told, field.name) for field in fields(Given)})
        _, extraction = await graph.readers.read(raw, told, confidence)
    written = await ingest(graph.store, source, extraction, registry(), read_as=place.told)
    return respond_one(asdict(written), status=200 if written.unchanged else 201)


@router.delete(
    "/documents/{id}", responses=openapi.answers("DELETE /v1/documents/{id}", Withdrawn, 401, 403, 404, 410)
)
async def withdraw_document(
    graph: Graph, _who: Writer, id: Id, asked: Withdrawal, _: Annotated[NoParameters, Query()]
) -> Response:
    """Withdraw a document: its claims no longer support anything; facts that stood on it alone become tombstones."""
    facts = await withdraw(graph.store, id, asked.reason)
    return respond_one({"document": id, "facts": facts})


@router.post(
    "/claims/{id}/review",
    responses=openapi.answers("POST /v1/claims/{id}/review", Reviewed, 401, 403, 404, 410),
)
async def review_claim(
    graph: Graph, who: Reviewer, id: Id, asked: Verdict, _: Annotated[NoParameters, Query()]
) -> Response:
    """Accept or reject a claim, with a reason. Verdicts are added, never changed; the last one counts."""
    facts = await reviews.review(graph.store, id, asked.review, who, asked.reason)
    verdicts = [
        {"review": one.review, "who": one.who, "why": one.why, "at": one.at}
        for one in await reviews.history(graph.store, id)
    ]
    return respond_one({"claim": id, "verdicts": verdicts, "facts": facts})


@router.get(
    "/review-queue",
    responses=openapi.answers("GET /v1/review-queue", Queue, 401, 403, 406, table=True),
    dependencies=[Once],
)
async def review_queue(
    request: Request, graph: Graph, _who: Reviewer, asked: Annotated[QueueParameters, Query()]
) -> Response:
    """Claims that wait for a person: those first on which most depends, or by `sort` the least or most sure."""
    page = await logs.queue(graph, asked.sort, limit=asked.limit, cursor=asked.cursor)
    return respond(request, asked, page)
