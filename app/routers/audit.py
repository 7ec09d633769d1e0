"""The audit log: every write, review, withdrawal, redaction and change of a key."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.answers import logs
from app.http import openapi
from app.http.api_key import Admin
from app.http.repeated import Once
from app.http.responses import respond
from app.http.service import Graph
from app.parameters.fields import Listing
from app.schemas.audit import AuditLog

router = APIRouter(prefix="/v1", tags=["operations"], dependencies=[Once])


@router.get("/audit", responses=openapi.answers("GET /v1/audit", AuditLog, 401, 403, 406, table=True))
async def list_audit(
    request: Request, graph: Graph, _who: Admin, asked: Annotated[Listing, Query()]
) -> Response:
    """Who changed what, the last act first. Needs an API key with the scope `admin`."""
    return respond(request, asked, await logs.audit(graph, limit=asked.limit, cursor=asked.cursor))
