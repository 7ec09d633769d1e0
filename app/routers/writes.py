"""The write side: documents in and out, verdicts on claims. Every route needs a key."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from app import documented, lists, shapes
from app.authorization import Writer
from app.context import Graph
from app.incoming import RAW, fetched, given, incoming
from app.parameters import NoParameters, QueueParameters
from app.schemas.writes import Ingested, NewDocument, Queue, Reviewed, Verdict, Withdrawal, Withdrawn
from seed.extract.engine import extract
from seed.extract.types import Extraction
from seed.ingest import review as reviews
from seed.ingest.registry import registry
from seed.ingest.rows import Source, to_read
from seed.ingest.write import ingest, withdraw
from seed.reading import Raw, read

router = APIRouter(prefix="/v1", tags=["writing"])

Id = Annotated[str, Path(max_length=200)]


@router.post(
    "/documents",
    responses=documented.answers("POST /v1/documents", Ingested, 401) | {201: {"model": Ingested}},
    openapi_extra=documented.body(NewDocument, *RAW),
)
async def add_document(request: Request, graph: Graph, _who: Writer) -> Response:
    """Read a document and hold what it says: 201, or 200 where the same text was there already.

    As JSON, as raw text, Markdown, HTML or PDF (what is known of it goes into the query), or as a file in a form.
    """
    about, raw = await incoming(request)
    hosts = graph.settings.allowed_hosts
    done = await run_in_threadpool(_extracted, about, raw, hosts)
    written = await ingest(graph.store, *done, registry())
    return lists.respond_one(asdict(written), status=200 if written.unchanged else 201)


def _extracted(about: NewDocument, raw: Raw | None, hosts: frozenset[str]) -> tuple[Source, Extraction]:
    source = read(raw or fetched(about, hosts), given(about))
    return source, extract(to_read(source, "-"))


@router.delete(
    "/documents/{id}", responses=documented.answers("DELETE /v1/documents/{id}", Withdrawn, 401, 404)
)
async def withdraw_document(
    graph: Graph, _who: Writer, id: Id, asked: Withdrawal, _: Annotated[NoParameters, Query()]
) -> Response:
    """Withdraw a document: its claims no longer support anything; facts that stood on it alone become tombstones."""
    facts = await withdraw(graph.store, id, asked.reason)
    return lists.respond_one({"document": id, "facts": facts})


@router.post(
    "/claims/{id}/review",
    responses=documented.answers("POST /v1/claims/{id}/review", Reviewed, 401, 404, 410),
)
async def review_claim(
    graph: Graph, who: Writer, id: Id, asked: Verdict, _: Annotated[NoParameters, Query()]
) -> Response:
    """Accept or reject a claim, with a reason. Verdicts are added, never changed; the last one counts."""
    facts = await reviews.review(graph.store, id, asked.review, who, asked.reason)
    verdicts = [
        {"review": one.review, "who": one.who, "why": one.why, "at": one.at}
        for one in await reviews.history(graph.store, id)
    ]
    return lists.respond_one({"claim": id, "verdicts": verdicts, "facts": facts})


@router.get("/review-queue", responses=documented.answers("/v1/review-queue", Queue, 401))
async def review_queue(graph: Graph, _who: Writer, asked: Annotated[QueueParameters, Query()]) -> Response:
    """Claims that wait for a person, those first on which most depends."""
    found = await reviews.queue(graph.store, asked.skip, asked.limit)
    items = [shapes.in_units(item) for item in found.items]
    return lists.respond_one({"items": items, "total": lists.total(found.value)})
