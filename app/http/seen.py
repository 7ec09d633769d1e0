"""Each request as whoever watches sees it: an id, its route and its status; never what was asked.

The id stands in every line of the log that is written for the request, and in the header ``X-Request-Id``.
"""

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from typing import Any, Final, Protocol

import structlog
from cachetools import LRUCache
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from app.http.problems import problem
from app.logs import of_bug

log = structlog.get_logger()

OTHER: Final = "other"
"""The route of an address that leads nowhere."""
_REMEMBERED: Final = 4096
_METHODS: Final = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Watcher(Protocol):
    """Hears of requests and of statements. A request's block gives what is to be told its status."""

    def request(
        self, route: str, method: str, headers: Mapping[str, str]
    ) -> AbstractContextManager[Callable[[int], None]]:
        """A block around a request by its template; ``headers`` are for the trace of the caller."""
        ...

    def statement(self, name: str) -> AbstractContextManager[object]:
        """A block around a statement."""
        ...


class Seen:
    """ASGI layer: names requests, and tells watchers of them; ``shown`` gives a bug the form that the caller reads."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        routes: Callable[[], Sequence[BaseRoute]],
        watchers: Sequence[Watcher],
        shown: Callable[[Scope, Response], Response],
    ) -> None:
        self._app = app
        self._shown = shown
        self._routes = Templates(routes)
        self._watchers = watchers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name, route = uuid.uuid4().hex, self._routes.of(scope["path"])
        method = scope["method"] if scope["method"] in _METHODS else OTHER
        with bound_contextvars(request=name, route=route), ExitStack() as stack:
            headers = _text(scope) if self._watchers else {}
            begun = False
            tells = [
                stack.enter_context(watcher.request(route, method, headers)) for watcher in self._watchers
            ]

            async def told(message: Message) -> None:
                nonlocal begun
                if message["type"] == "http.response.start":
                    begun = True
                    for tell in tells:
                        tell(message["status"])
                    message = {**message, "headers": [*message["headers"], (b"x-request-id", name.encode())]}
                await send(message)

            try:
                await self._app(scope, receive, told)
            except Exception as error:
                # Here, where the request has its name; nobody further out is to repeat it with the words of the error.
                log.error("bug", **of_bug(error))  # noqa: TRY400 - its traceback holds these words
                if begun:
                    raise
                refusal = self._shown(
                    scope, problem(500, f"internal error; the server log has it as request {name}")
                )
                await refusal(scope, receive, told)


class Templates:
    """The route of a path as it is written in the code, so that there are as many names as routes."""

    def __init__(self, routes: Callable[[], Sequence[BaseRoute]]) -> None:
        self._routes = routes
        self._known: list[tuple[re.Pattern[str], str]] = []
        self._found: LRUCache[str, str] = LRUCache(_REMEMBERED)

    def of(self, path: str) -> str:
        """Its template."""
        found = self._found.get(path)
        if found is None:
            found = self._found[path] = self._search(path)
        return found

    def _search(self, path: str) -> str:
        if not self._known:
            self._known = [pair for route in _flat(self._routes()) if (pair := _template(route)) is not None]
        return next((name for pattern, name in self._known if pattern.match(path)), OTHER)


def _flat(routes: Iterable[BaseRoute]) -> Iterator[BaseRoute]:
    """Routes, those of routers that FastAPI keeps whole among them."""
    for route in routes:
        router: Any = getattr(route, "original_router", None)
        if router is None:
            yield route
        else:
            yield from _flat(router.routes)


def _template(route: BaseRoute) -> tuple[re.Pattern[str], str] | None:
    match route:
        case Mount(path=path):
            return re.compile(re.escape(path) + "/"), f"{path}/*"
        case Route(path=path, path_regex=pattern):
            return pattern, path
        case _:
            return None


def _text(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
