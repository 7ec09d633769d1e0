"""What every answer says of itself: its type is not to be guessed, and how long it may be kept."""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.http.negotiation import encoding

_NOSNIFF: Final = (b"x-content-type-options", b"nosniff")
_FRESH, _NEVER = (b"cache-control", b"no-cache"), (b"cache-control", b"no-store")


class AnswerHeaders:
    """ASGI layer: nosniff and Cache-Control on all answers; hands on the one encoding that the caller prefers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        held = any(name == b"authorization" for name, _ in scope["headers"])
        keeping = _NEVER if held or scope["method"] not in {"GET", "HEAD"} else _FRESH

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _with(list(message["headers"]), message["status"], keeping)}
            await send(message)

        await self._app(_negotiated(scope), receive, told)


def _with(
    headers: list[tuple[bytes, bytes]], status: int, keeping: tuple[bytes, bytes]
) -> list[tuple[bytes, bytes]]:
    there = {name.lower() for name, _ in headers}
    chosen = _NEVER if status >= 400 else keeping
    return headers + [pair for pair in (_NOSNIFF, chosen) if pair[0] not in there]


def _negotiated(scope: Scope) -> Scope:
    """The request with the encoding that was chosen, which layers further in look for as a mere word."""
    given = b",".join(value for name, value in scope["headers"] if name == b"accept-encoding")
    rest = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    return {**scope, "headers": [*rest, (b"accept-encoding", encoding(given))]}
