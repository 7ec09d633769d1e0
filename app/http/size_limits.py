"""Refuses what is too large before anything reads it: addresses (414) and bodies (413)."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.http.problems import problem

LONGEST_ADDRESS: Final = 8192
LARGEST_BODY: Final = 2 * 1024 * 1024
LARGEST_LIST: Final = 100 * 1024 * 1024
"""Of a list to be imported: it goes to a file, and only once a key was shown."""


class TooLargeError(Exception):
    """The body went over the limit while it was being read."""


class SizeLimits:
    """ASGI layer: bytes of path and query, and bytes of the body, whether announced or not.

    ``larger`` are other limits of the body, by path.
    """

    def __init__(
        self, app: ASGIApp, *, body: int = LARGEST_BODY, larger: Mapping[str, int] | None = None
    ) -> None:
        self._app = app
        self._body = body
        self._larger = larger or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            await problem(414, f"the address is longer than {LONGEST_ADDRESS} bytes")(scope, receive, send)
            return
        limit = self._larger.get(scope["path"], self._body)
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if announced.isdigit() and int(announced) > limit:
            await self._refuse(limit, scope, receive, send)
            return
        counted = _Counted(receive, send, limit)
        with suppress(TooLargeError):
            await self._app(scope, counted.receive, counted.send)
        if counted.refused:
            await self._refuse(limit, scope, receive, send)

    async def _refuse(self, limit: int, scope: Scope, receive: Receive, send: Send) -> None:
        await problem(413, f"the body is larger than {limit} bytes")(scope, receive, send)


class _Counted:
    """The two channels of a request, with the bytes of its body counted.

    Frameworks turn an error while reading into an answer of their own: that answer is held back.
    """

    def __init__(self, receive: Receive, send: Send, limit: int) -> None:
        self._receive, self._send = receive, send
        self._left = limit
        self._started = False

    @property
    def refused(self) -> bool:
        """The body was too large, and nothing has been answered yet."""
        return self._left < 0 and not self._started

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLargeError
        return message

    async def send(self, message: Message) -> None:
        if not self.refused:
            self._started = True
            await self._send(message)
