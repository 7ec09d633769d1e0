"""The tools over HTTP (`/mcp`, streamable HTTP): without sessions, each request by itself, answered as JSON.

The protocol's library is imported with the first request: it takes longer than the rest of the service to start.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from app.answers.service import Service
from app.http.api_key import reader
from app.http.problems import of_error, problem
from app.http.service import Context
from app.settings import listed
from graph.errors import WhofinedError

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

PATH: Final = "/mcp"


class Endpoint:
    """ASGI endpoint of the tools. Reads that are closed are closed here too."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._handler: StreamableHTTPSessionManager | None = None
        self._running: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        answer = await self._refusal(Request(scope)) or await self._started(scope)
        await answer(scope, receive, send)

    @staticmethod
    async def _refusal(request: Request) -> ASGIApp | None:
        context: Context = request.app.state.context
        if request.method != "POST":
            # Nothing is ever sent unasked, so there is no stream to open and no session to end.
            return problem(405, f"{request.method} is not allowed here", headers={"Allow": "POST"})
        if not _same_origin(request, context):
            return problem(403, "pages of this origin may not call; see WHOFINED_CORS_ORIGINS")
        try:
            await reader(context, request.headers.get("authorization", ""))
        except WhofinedError as error:
            return of_error(error)
        return None

    async def _started(self, scope: Scope) -> ASGIApp:
        async with self._lock:
            if self._handler is None:
                manager = await asyncio.to_thread(_manager, scope["app"].state.context)
                ready = asyncio.Event()
                self._running = asyncio.create_task(_run(manager, ready))
                await ready.wait()
                self._handler = manager
        return self._handler.handle_request

    async def stop(self) -> None:
        """End what was started, with the requests that are under way."""
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
        self._handler = self._running = None


@asynccontextmanager
async def stopping(endpoint: Endpoint) -> AsyncGenerator[None]:
    """End the endpoint with the application."""
    try:
        yield
    finally:
        await endpoint.stop()


def _manager(service: Service) -> "StreamableHTTPSessionManager":
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

    from app.mcp.server import server

    async def same() -> Service:
        return service

    return StreamableHTTPSessionManager(server(same), json_response=True, stateless=True)


async def _run(manager: "StreamableHTTPSessionManager", ready: asyncio.Event) -> None:
    """Keep the protocol's task group open, in one task from beginning to end."""
    async with manager.run():
        ready.set()
        await asyncio.Event().wait()


def _same_origin(request: Request, context: Context) -> bool:
    """Whether the request comes from no page, from a page of this service, or from one that may call it."""
    origin = request.headers.get("origin")
    if origin is None:
        return True
    allowed = listed(context.settings.cors_origins)
    return origin in allowed or "*" in allowed or urlsplit(origin).netloc == request.headers.get("host")
