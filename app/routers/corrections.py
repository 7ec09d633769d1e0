"""Corrections: the public log of what was wrong and is mended; a new one, and taking one back."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from app.answers import corrections as answers
from app.http import openapi
from app.http.api_key import Reviewer
from app.http.repeated import Once
from app.http.responses import respond, respond_one
from app.http.service import Graph
from app.parameters.fields import CorrectionParameters, NoParameters
from app.schemas.corrections import Corrected, CorrectionList, NewCorrection, TakenBack
from graph.reads.corrections import CorrectionQuery
from seed.ingest.correct import correct, take_back

router = APIRouter(prefix="/v1", tags=["evidence"], dependencies=[Once])

Id = Annotated[str, Path(max_length=200)]


@router.get("/corrections", responses=openapi.answers("/v1/corrections", CorrectionList, 406, table=True))
async def list_corrections(
    request: Request, graph: Graph, asked: Annotated[CorrectionParameters, Query()]
) -> Response:
    """What was wrong and is mended, with the reason: of what machines read and of the curated records."""
    query = CorrectionQuery(origins=asked.origin, limit=asked.limit)
    return respond(request, asked, await answers.corrections(graph, query, cursor=asked.cursor))


@router.post(
    "/claims/{id}/corrections",
    responses=openapi.answers("POST /v1/claims/{id}/corrections", Corrected, 401, 403, 404, 409, 410),
)
async def correct_claim(
    graph: Graph, who: Reviewer, id: Id, asked: NewCorrection, _: Annotated[NoParameters, Query()]
) -> Response:
    """Correct what a machine read. The correction counts instead while it stands; answers show both."""
    given = asked.model_dump(include=asked.model_fields_set - {"reason"})
    done = await correct(graph.store, id, answers.right(given), who, asked.reason)
    return respond_one(asdict(done))


@router.post(
    "/corrections/{id}/taken-back",
    responses=openapi.answers("POST /v1/corrections/{id}/taken-back", Corrected, 401, 403, 404, 409, 410),
)
async def take_correction_back(
    graph: Graph, who: Reviewer, id: Id, asked: TakenBack, _: Annotated[NoParameters, Query()]
) -> Response:
    """Take a correction back by another entry; the claim says again what was read."""
    return respond_one(asdict(await take_back(graph.store, id, who, asked.reason)))
