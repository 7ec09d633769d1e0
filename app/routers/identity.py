"""Entity resolution: candidate pairs that wait for a person, the log of judgements, and a new one."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.answers import identity
from app.http import openapi
from app.http.api_key import Reviewer
from app.http.repeated import Once
from app.http.responses import respond, respond_one
from app.http.service import Graph
from app.parameters.fields import Listing, NoParameters
from app.schemas.identity import CandidateList, Judged, JudgementList, NewJudgement
from seed.ingest.identity.judge import Word, judge

router = APIRouter(prefix="/v1", tags=["identity"], dependencies=[Once])


@router.get(
    "/identity/candidates",
    responses=openapi.answers("/v1/identity/candidates", CandidateList, 406, table=True),
)
async def list_candidates(request: Request, graph: Graph, asked: Annotated[Listing, Query()]) -> Response:
    """Pairs of entities that may be one and on which nobody has decided, with what speaks for it and against."""
    page = await identity.candidates(graph, limit=asked.limit, cursor=asked.cursor)
    return respond(request, asked, page)


@router.get("/judgements", responses=openapi.answers("/v1/judgements", JudgementList, 406, table=True))
async def list_judgements(request: Request, graph: Graph, asked: Annotated[Listing, Query()]) -> Response:
    """Every judgement that was made, the last one first. None is ever changed: a later one counts instead."""
    page = await identity.judgements(graph, limit=asked.limit, cursor=asked.cursor)
    return respond(request, asked, page)


@router.post("/judgements", responses=openapi.answers("POST /v1/judgements", Judged, 401, 403, 404, 409))
async def add_judgement(
    graph: Graph, who: Reviewer, asked: NewJudgement, _: Annotated[NoParameters, Query()]
) -> Response:
    """Judge two entities to be the same, different, or not to be told; or whom some claims and documents mean.

    Merged ids redirect (308). Facts are put together anew; taking a judgement back restores what was before.
    """
    word = Word(
        asked.left,
        asked.right,
        asked.verdict,
        asked.why,
        tuple(asked.claims),
        tuple(asked.documents),
        asked.name,
    )
    return respond_one(asdict(await judge(graph.store, word, who)))
