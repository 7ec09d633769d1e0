"""Failures that no page route sees: an unknown path, a graph that is away, a rate that is used up."""

from contextlib import suppress
from typing import Final

from fastapi import Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.http.problems import MEDIA_TYPE
from app.pages.routes import failed

_FOR_PROGRAMS: Final = (
    "/v1/",
    "/mcp",
    "/static/",
    "/healthz",
    "/readyz",
    "/openapi.json",
    "/suggest",
    "/feeds/",
)
"""Paths whose failures stay problem documents, whoever asks."""


class FailurePages:
    """ASGI layer: where a browser asked for a page and got a problem document, it gets the page of that failure."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if not _asks_for_a_page(scope):
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        parts: list[bytes] = []

        async def take(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_problem(message):
                start = message
            elif start is None:
                await send(message)
            else:
                parts.append(message.get("body", b""))

        await self._app(scope, receive, take)
        if start is not None:
            told = Response(b"".join(parts), start["status"])
            told.raw_headers = [pair for pair in start["headers"] if pair[0] != b"content-encoding"]
            await failed(Request(scope), told)(scope, receive, send)


def shown(scope: Scope, told: Response) -> Response:
    """What whoever asked gets of a bug: its page where a browser asked for one, unless the bug breaks that too."""
    if _asks_for_a_page(scope):
        with suppress(Exception):
            return failed(Request(scope), told)
    return told


def _asks_for_a_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(_FOR_PROGRAMS):
        return False
    return any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])


def _is_problem(start: Message) -> bool:
    return any(name == b"content-type" and value == MEDIA_TYPE.encode() for name, value in start["headers"])
