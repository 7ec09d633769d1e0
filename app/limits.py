"""Refuses what is too large before anything reads it: addresses (414) and bodies (413)."""

from contextlib import suppress
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import problem

LONGEST_ADDRESS: Final = 8192
LARGEST_BODY: Final = 2 * 1024 * 1024


class TooLargeError(Exception):
    """The body went over the limit while it was being read."""


class SizeLimits:
    """ASGI layer: bytes of path and query, and bytes of the body, whether announced or not."""

    def __init__(self, app: ASGIApp, *, body: int = LARGEST_BODY) -> None:
        self._app = app
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            await problem(414, f"the address is longer than {LONGEST_ADDRESS} bytes")(scope, receive, send)
            return
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if announced.isdigit() and int(announced) > self._body:
            await self._refuse(scope, receive, send)
            return
        counted = _Counted(receive, send, self._body)
        with suppress(TooLargeError):
            await self._app(scope, counted.receive, counted.send)
        if counted.refused:
            await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        await problem(413, f"the body is larger than {self._body} bytes")(scope, receive, send)


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
