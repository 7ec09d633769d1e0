"""Whether the service lives, whether it is ready, and the documentation of the API."""

from typing import Annotated, Any

import structlog
from fastapi import APIRouter, Query, Request, Response
from jinja2 import Environment, PackageLoader, select_autoescape

from app.http.openapi import answers
from app.http.problems import of_error, problem
from app.http.responses import respond_one
from app.http.service import Graph
from app.parameters.fields import NoParameters
from app.schemas.operations import Alive, Ready
from graph import migrations
from graph.errors import WhofinedError
from graph.reads.revision import counts as counts_of

log = structlog.get_logger()
router = APIRouter()
_pages = Environment(
    loader=PackageLoader("app"), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
)


@router.get("/healthz", tags=["operations"], responses=answers("/healthz", Alive))
async def healthz(_: Annotated[NoParameters, Query()]) -> Response:
    """The process lives; says nothing of the graph."""
    return respond_one({"status": "ok"})


@router.get("/readyz", tags=["operations"], responses=answers("/readyz", Ready))
async def readyz(graph: Graph, _: Annotated[NoParameters, Query()]) -> Response:
    """The graph answers and has the schema that the service needs; else 503."""
    try:
        now = await migrations.ready(graph.store)
        found = await graph.counts.get(now.revision, lambda: counts_of(graph.store))
    except WhofinedError as error:
        # Why is for the log: the reason names addresses and settings.
        log.warning("not ready", error=str(error))
        answer = of_error(error)
        return answer if answer.status_code == 503 else problem(503, "not ready; the log says why")
    counted, counts = (found[0], found[1].counts) if found else (None, None)
    return respond_one(
        {
            "status": "ready",
            "revision": now.revision,
            "changed": now.changed,
            "counted": counted,
            "counts": counts,
            "backup": graph.backups.told(),
        }
    )


@router.get("/v1", include_in_schema=False)
async def index(request: Request, _: Annotated[NoParameters, Query()]) -> Response:
    """What there is: each route with what it answers, and where the documentation stands."""
    paths: dict[str, dict[str, Any]] = request.app.openapi()["paths"]
    routes = [
        {"method": method.upper(), "path": path, "answers": route["description"].partition("\n")[0]}
        for path, methods in paths.items()
        for method, route in methods.items()
    ]
    return respond_one({"routes": routes, "documentation": "/docs", "openapi": "/openapi.json"})


@router.get("/docs", include_in_schema=False)
async def documentation() -> Response:
    """The documentation of the API, all of it from here: no other host is asked for anything."""
    # Swagger UI sets styles of elements and draws its icons from data: addresses.
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return _page("docs.html", policy)


def _page(template: str, policy: str, **values: object) -> Response:
    headers = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
    }
    return Response(_pages.get_template(template).render(values), media_type="text/html", headers=headers)
