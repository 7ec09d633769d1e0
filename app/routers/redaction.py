"""Taking a person's name out of the graph, and the audit entries of it. Both need a key."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from app.answers import logs
from app.http.api_key import Admin
from app.http.openapi import answers
from app.http.repeated import Once
from app.http.responses import respond, respond_one
from app.http.service import Graph
from app.parameters.fields import Listing, NoParameters
from app.schemas.redaction import NewRedaction, Redaction, RedactionList
from graph.writes.redact import redact

router = APIRouter(prefix="/v1", tags=["writing"])

Id = Annotated[str, Path(max_length=200)]


@router.post(
    "/entities/{id}/redaction",
    responses=answers("POST /v1/entities/{id}/redaction", Redaction, 401, 403, 404, 409),
)
async def redact_person(
    graph: Graph, who: Admin, id: Id, asked: NewRedaction, _: Annotated[NoParameters, Query()]
) -> Response:
    """Take a person's names, ids and quotes out of the graph, for good. What happened stays, of nobody by name.

    Doing it again changes nothing and gives the same entry.
    """
    return respond_one(asdict(await redact(graph.store, id, who, asked.reason)))


@router.get(
    "/redactions",
    responses=answers("GET /v1/redactions", RedactionList, 401, 403, 406, table=True),
    dependencies=[Once],
)
async def list_redactions(
    request: Request, graph: Graph, _who: Admin, asked: Annotated[Listing, Query()]
) -> Response:
    """Every redaction that was made: who, when, why, and how much it changed."""
    return respond(request, asked, await logs.redactions(graph, limit=asked.limit, cursor=asked.cursor))
