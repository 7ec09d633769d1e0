"""Refuses what is too large before anything reads it: addresses (414) and bodies (413)."""

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
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            await problem(414, f"the address is longer than {LONGEST_ADDRESS} bytes")(scope, receive, send)
            return
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if announced.isdigit() and int(announced) > self._body:
            await self._refuse(scope, receive, send)
            return
        try:
            await self._app(scope, self._counted(receive), send)
        except TooLargeError:
            await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        await problem(413, f"the body is larger than {self._body} bytes")(scope, receive, send)

    def _counted(self, receive: Receive) -> Receive:
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._body:
                raise TooLargeError
            return message

        return counted
