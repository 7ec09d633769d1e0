"""Lists over HTTP: an import as a job, and the batches that are there. Every route needs a key with the scope write."""

from typing import Annotated

import orjson
from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import FileResponse

from app.answers.imports import report
from app.http import openapi
from app.http.api_key import Writer
from app.http.list_upload import LISTS, received
from app.http.responses import respond_one
from app.http.service import Graph
from app.parameters.fields import NoParameters, RowParameters
from app.schemas.imports import Batches, ImportJob, ImportJobs, NewImport, PrivateRow, PrivateRows, Undone
from graph.reads import batches, private
from seed.import_.batch import Report
from seed.import_.private import private_rows
from seed.import_.undo import undo

router = APIRouter(prefix="/v1", tags=["writing"])

Id = Annotated[str, Path(max_length=200)]
_ACCEPTED = 202


@router.post(
    "/imports",
    status_code=_ACCEPTED,
    responses={
        status: answer
        for status, answer in openapi.answers("POST /v1/imports", ImportJob, 401, 403, 404, 409).items()
        if status != 200
    }
    | {_ACCEPTED: {"model": ImportJob}},
    openapi_extra=openapi.body(NewImport, *LISTS),
)
async def start_import(request: Request, graph: Graph, who: Writer) -> Response:
    """Begin to bring a list in; the answer is the job, which `Location` names. One import writes at a time.

    As JSON with an address, as the list itself (what is said of it goes into the query), or as a file in a form.
    """
    asked, columns, path, folder = await received(request, graph.settings.allowed_hosts)
    job = graph.imports.start(graph.store, path, columns, folder=folder, asked=asked, who=who)
    answer = respond_one(job.as_json(), status=_ACCEPTED)
    answer.headers["Location"] = f"/v1/imports/{job.id}"
    return answer


@router.get("/imports", responses=openapi.answers("/v1/imports", ImportJobs, 401, 403))
async def list_imports(graph: Graph, _who: Writer, _: Annotated[NoParameters, Query()]) -> Response:
    """Imports since the service started, the last one first."""
    return respond_one({"items": [job.as_json() for job in graph.imports.all()]})


@router.get("/imports/{id}", responses=openapi.answers("/v1/imports/{id}", ImportJob, 401, 403, 404))
async def get_import(graph: Graph, _who: Writer, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """How far an import is, and what came of it."""
    return respond_one(graph.imports.one(id).as_json())


@router.get(
    "/imports/{id}/refused",
    response_class=FileResponse,
    responses=openapi.file("text/csv", 401, 403, 404),
)
async def list_refused(graph: Graph, _who: Writer, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """The rows that an import has refused, as CSV with the reason of each: correct them and bring the file again."""
    path = graph.imports.one(id).refused
    return FileResponse(path, media_type="text/csv", filename=f"refused-{id}.csv")


@router.delete(
    "/imports/{id}", responses=openapi.answers("DELETE /v1/imports/{id}", ImportJob, 401, 403, 404)
)
async def cancel_import(graph: Graph, _who: Writer, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """Cancel an import: of a new batch nothing stays; one that was there before is whole again with its next import."""
    return respond_one((await graph.imports.cancel(id)).as_json())


@router.get("/batches", responses=openapi.answers("/v1/batches", Batches, 401, 403))
async def list_batches(graph: Graph, _who: Writer, _: Annotated[NoParameters, Query()]) -> Response:
    """The lists that the graph holds, with what came of each."""
    items = [
        {
            "id": row.id,
            "title": row.title,
            "file": row.file,
            "tier": row.tier,
            "licence": row.licence,
            "until": row.until,
            "recorded": row.recorded,
            "facts": row.facts,
            "private": row.private,
            "complete": row.report is not None,
            "report": report(Report(**orjson.loads(row.report))) if row.report else None,
        }
        for row in await batches.batches(graph.store)
    ]
    return respond_one({"items": items})


@router.get(
    "/batches/{id}/rows", responses=openapi.answers("/v1/batches/{id}/rows", PrivateRows, 401, 403, 404, 409)
)
async def list_rows(graph: Graph, _who: Writer, id: Id, asked: Annotated[RowParameters, Query()]) -> Response:
    """Rows of a private batch: no other answer has them."""
    await private.check(graph.store, [id], "id")
    rows = await private_rows(graph.store, id, asked.after, asked.limit + 1)
    more = rows[asked.limit - 1]["position"] if len(rows) > asked.limit else None
    items = [{name: row[name] for name in PrivateRow.model_fields} for row in rows[: asked.limit]]
    return respond_one({"items": items, "next": more})


@router.delete("/batches/{id}", responses=openapi.answers("DELETE /v1/batches/{id}", Undone, 401, 403, 404))
async def undo_batch(graph: Graph, _who: Writer, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """Take a batch out whole: the graph as if it had never come."""
    return respond_one({"batch": id, "facts": await undo(graph.store, id)})
