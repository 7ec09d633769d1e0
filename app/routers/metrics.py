"""What Prometheus reads: off by default, for this machine or for holders of a key."""

from ipaddress import ip_address

from fastapi import APIRouter, Request, Response

from app.http.api_key import require_scope
from app.http.service import Graph
from app.watching import Watching
from graph.errors import Forbidden, NotFound

router = APIRouter()

_MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip")


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request, graph: Graph) -> Response:
    """How the service does, in the text form of Prometheus."""
    watching: Watching = request.app.state.watching
    if watching.metrics is None:
        raise NotFound("metrics are off", remedy="an operator can set WHOFINED_METRICS=loopback or keyed")
    if graph.settings.metrics == "keyed":
        await require_scope(graph, request.headers.get("authorization", ""), "admin")
    elif not _from_here(request):
        raise Forbidden("metrics are for this machine alone", remedy="set WHOFINED_METRICS=keyed")
    body = await watching.metrics.text(graph)
    return Response(body, media_type=_MEDIA_TYPE, headers={"Cache-Control": "no-store"})


def _from_here(request: Request) -> bool:
    """Whether a program of this machine asks, and not a proxy here for somebody elsewhere."""
    if any(name in request.headers for name in _PASSED_ON) or request.client is None:
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False
