"""Media types of bodies: what a route does not take is 415, before anything of the body is looked at."""

from collections.abc import Sequence

from fastapi import Depends, Request
from fastapi.routing import APIRoute

from graph.errors import InvalidInput

_JSON = "application/json"


class UnsupportedMediaType(InvalidInput):
    """The body is of a media type that the route does not take."""

    def __init__(self, media: str, taken: Sequence[str]) -> None:
        """Say what came, and what is taken."""
        what = f"unsupported media type {media}" if media else "the body has no media type"
        super().__init__(what, where="Content-Type", remedy=", ".join(taken))


async def _json_only(request: Request) -> None:
    """Raise ``UnsupportedMediaType`` where a route with a model of its body gets something else than JSON."""
    route = request.scope.get("route")
    if not isinstance(route, APIRoute) or route.body_field is None:
        return
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != _JSON and not (media.startswith("application/") and media.endswith("+json")):
        raise UnsupportedMediaType(media, (_JSON,))


JsonOnly = Depends(_json_only)
"""Raises ``UnsupportedMediaType``; routes that take other forms read their bodies themselves."""
