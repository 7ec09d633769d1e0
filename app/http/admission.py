"""Who is let in: by the name that the service was called by, and by where it listens.

A web page whose name is made to point at this machine (DNS rebinding) calls by that name: the Host header says so.
"""

from collections.abc import Awaitable, Callable
from functools import lru_cache
from ipaddress import ip_address
from typing import Any, Final

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.http.problems import problem

_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class HostNames:
    """ASGI layer: refuses requests that name another host (421).

    ``names`` may begin with ``*.`` for all below a domain, or be ``*`` for any. ``public`` allows addresses in numbers
    too: a page cannot be given a number as its name.
    """

    def __init__(self, app: ASGIApp, *, names: tuple[str, ...], public: bool) -> None:
        self._app = app
        self._names = frozenset(name.lower() for name in names) | _LOCAL
        self._public = public
        self._allowed = lru_cache(1024)(self._check)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] == "http":
            # Without the header it is no browser, and that is whom this is against.
            given = next((value for name, value in scope["headers"] if name == b"host"), None)
            if given is not None and not self._allowed(given[:300]):
                await problem(421, "this service does not answer by that host name; see WHOFINED_HOST_NAMES")(
                    scope, receive, send
                )
                return
        await self._app(scope, receive, send)

    def _check(self, given: bytes) -> bool:
        text = given.decode("latin-1").lower()
        host = text[1:].partition("]")[0] if text.startswith("[") else text.partition(":")[0]
        host = host.removesuffix(".")
        if "*" in self._names or host in self._names:
            return True
        if any(name.startswith("*.") and host.endswith(name[1:]) for name in self._names):
            return True
        return self._public and _is_number(host)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


class PublicGuard:
    """ASGI layer: where other machines reach the service, nothing is served before that is known to be wanted.

    Asks the socket, not a setting: a server may have been started with an address of its own. ``permitted`` says
    whether somebody holds a key, or reads are said to be public.
    """

    def __init__(self, app: ASGIApp, *, permitted: Callable[[], Awaitable[bool]]) -> None:
        self._app = app
        self._permitted = permitted
        self._open = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if not self._open and scope["type"] == "http" and _from_outside(scope):
            self._open = await self._permitted()
            if not self._open:
                await problem(
                    403,
                    "the service can be reached from other machines, and nobody has a key; an operator must make "
                    "one with `whofined key create NAME`, or set WHOFINED_PUBLIC_READS=true",
                )(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _from_outside(scope: Scope) -> bool:
    """Whether the socket is bound where other machines reach it."""
    server: Any = scope.get("server")
    if not server or server[1] is None:  # a Unix socket
        return False
    return _outside(server[0])


@lru_cache(64)
def _outside(host: str) -> bool:
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False  # a name: this is a test in the same process
    mapped = getattr(address, "ipv4_mapped", None)
    return not (mapped or address).is_loopback


class Cors(CORSMiddleware):
    """Starlette's CORS; a preflight that is refused says so as a problem document."""

    def preflight_response(self, request_headers: Headers) -> Response:
        """The answer to a preflight: 200, or 400 with what is not allowed."""
        answer = super().preflight_response(request_headers)
        if answer.status_code < 400:
            return answer
        refusal = problem(400, bytes(answer.body).decode())
        refusal.raw_headers += [
            pair
            for pair in answer.raw_headers
            if pair[0].startswith(b"access-control-") or pair[0] == b"vary"
        ]
        return refusal
