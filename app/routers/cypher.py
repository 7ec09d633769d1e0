"""Statements of callers, guarded; off unless an operator allows them."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from app.http.api_key import free_cypher
from app.http.openapi import answers
from app.http.responses import respond_one
from app.parameters.fields import NoParameters
from app.schemas.cypher import CypherAnswer, FreeStatement
from graph.free import BYTES, COLUMNS, ROWS, SECONDS, Free

router = APIRouter(prefix="/v1", tags=["operations"])

_LIMITS = {"seconds": SECONDS, "rows": ROWS, "columns": COLUMNS, "bytes": BYTES}


@router.post("/cypher", name="run_cypher", responses=answers("POST /v1/cypher", CypherAnswer, 401, 403))
async def run_cypher(
    asked: FreeStatement, free: Annotated[Free, Depends(free_cypher)], _: Annotated[NoParameters, Query()]
) -> Response:
    """Rows of a statement that only reads, within limits of time and size. Off unless `WHOFINED_CYPHER` allows it."""
    found = asdict(await free.run(asked.statement, asked.parameters))
    return respond_one({**found, "limits": _LIMITS})
