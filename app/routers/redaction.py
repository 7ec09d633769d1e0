"""Taking a person's name out of the graph, and the audit entries of it. Both need a key."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from app import lists
from app.authorization import Writer
from app.context import Graph
from app.documented import answers
from app.parameters import NoParameters
from app.schemas.redaction import NewRedaction, Redaction, RedactionList
from graph.redact import entries, redact

router = APIRouter(prefix="/v1", tags=["writing"])

Id = Annotated[str, Path(max_length=200)]


@router.post(
    "/entities/{id}/redaction",
    responses=answers("POST /v1/entities/{id}/redaction", Redaction, 401, 404, 409),
)
async def redact_person(
    graph: Graph, who: Writer, id: Id, asked: NewRedaction, _: Annotated[NoParameters, Query()]
) -> Response:
    """Take a person's names, ids and quotes out of the graph, for good. What happened stays, of nobody by name.

    Doing it again changes nothing and gives the same entry.
    """
    return lists.respond_one(asdict(await redact(graph.store, id, who, asked.reason)))


@router.get("/redactions", responses=answers("/v1/redactions", RedactionList, 401))
async def list_redactions(graph: Graph, _who: Writer, _: Annotated[NoParameters, Query()]) -> Response:
    """Every redaction that was made: who, when, why, and how much it changed."""
    found = await entries(graph.store)
    return lists.respond_one({"items": [asdict(one) for one in found], "total": lists.total(len(found))})
