"""Answers kept by graph revision: as long as the graph has not changed, an answer that was given once is given again.

The revision is read from the graph for every request, so no answer is ever older than the graph; requests that
wait at the same time share one reading. Sits before routing, as plain ASGI, because that is where the time goes.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import of_error
from graph.errors import DatabaseUnavailable, WhofinedError

_VARY: Final = (b"accept", b"accept-encoding", b"host", b"x-forwarded-proto")
_LARGEST: Final = 2 * 1024 * 1024
_PATIENCE: Final = 1.5
"""Seconds to wait for the revision, the smallest of all readings."""
_GZIP: Final = b"\x1f\x8b"
_GZIP_HEAD: Final = 10


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was sent, with the revision that it was computed at; ``None`` where none are kept."""

    revision: int | None
    etag: bytes
    headers: list[tuple[bytes, bytes]]
    body: bytes


class Revisions:
    """Reads the graph's revision; callers that come while a reading is under way share the next one."""

    def __init__(self, read: Callable[[], Awaitable[int]]) -> None:
        self._read = read
        self._running: asyncio.Task[int] | None = None
        self._next: asyncio.Task[int] | None = None

    async def current(self) -> int:
        """The revision, by a reading that began after this call.

        Raises ``DatabaseUnavailable`` within two seconds: a server that has just started accepts connections long
        before it answers, and a caller is to be told so at once.
        """
        if self._running is None or self._running.done():
            reading = self._running = self._begin(None)
        elif self._next is None:
            reading = self._next = self._begin(self._running)
        else:
            reading = self._next
        done, _ = await asyncio.wait([reading], timeout=_PATIENCE)
        if not done:
            raise _silence()
        return reading.result()

    def _begin(self, before: asyncio.Task[int] | None) -> asyncio.Task[int]:
        reading = asyncio.create_task(self._once(before))
        # Whoever waited may be gone when it fails: then nobody is to hear of it.
        reading.add_done_callback(lambda done: done.cancelled() or done.exception())
        return reading

    async def _once(self, before: asyncio.Task[int] | None) -> int:
        if before is not None:
            await asyncio.wait([before])
            self._running, self._next = self._next, None
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._read()
        except TimeoutError as error:
            raise _silence() from error


def _silence() -> DatabaseUnavailable:
    return DatabaseUnavailable(f"no answer in {_PATIENCE} seconds", remedy="try again in a moment")


def _may_be_kept(scope: Scope) -> bool:
    """Reads below ``/v1`` without a key: what a key opens is for its holder alone."""
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith("/v1/"):
        return False
    return all(name != b"authorization" for name, _ in scope["headers"])


class AnswerCache:
    """ASGI layer over ``/v1``: keeps 200 answers to GET up to ``megabytes``, and answers If-None-Match with 304."""

    def __init__(self, app: ASGIApp, *, revisions: Callable[[], Revisions], megabytes: int) -> None:
        self._app = app
        self._revisions = revisions
        self._limit = megabytes * 1024 * 1024
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request from what is kept, or by the application."""
        if not _may_be_kept(scope):
            await self._app(scope, receive, send)
            return
        try:
            # Where nothing is kept the revision is not asked for: that would be a second question to the graph.
            revision = await self._revisions().current() if self._limit else None
        except WhofinedError as error:
            await of_error(error)(scope, receive, send)
            return
        headers = dict(scope["headers"])
        key = b"\n".join(
            [scope["path"].encode(), scope["query_string"], *(headers.get(name, b"") for name in _VARY)]
        )
        kept = self._kept.get(key)
        if kept is None or kept.revision != revision:
            kept = await self._compute(key, revision, scope, receive, send)
        else:
            self._kept.move_to_end(key)
        if kept is not None:
            await _send(kept, headers.get(b"if-none-match"), send)

    async def _compute(
        self, key: bytes, revision: int | None, scope: Scope, receive: Receive, send: Send
    ) -> Kept | None:
        """Run the application; ``None`` where its answer was passed on as it is, because it is not to be kept."""
        messages: list[Message] = []

        async def collect(message: Message) -> None:
            messages.append(message)

        await self._app(scope, receive, collect)
        start, body = messages[0], b"".join(message.get("body", b"") for message in messages[1:])
        if start["status"] != 200:
            for message in messages:
                await send(message)
            return None
        etag = _etag(_content(body)) if revision is None else _etag(key, f"{revision}-")
        own = [(name, value) for name, value in start["headers"] if name != b"etag"]
        kept = Kept(revision, etag, [*own, (b"etag", etag), (b"cache-control", b"no-cache")], body)
        self._keep(key, kept)
        return kept

    def _keep(self, key: bytes, kept: Kept) -> None:
        old = self._kept.pop(key, None)
        self._size -= len(old.body) if old else 0
        if len(kept.body) > min(_LARGEST, self._limit):
            return
        self._kept[key] = kept
        self._size += len(kept.body)
        while self._size > self._limit:
            _, dropped = self._kept.popitem(last=False)
            self._size -= len(dropped.body)


def _etag(identity: bytes, before: str = "") -> bytes:
    return f'W/"{before}{hashlib.blake2b(identity, digest_size=8).hexdigest()}"'.encode()


def _content(body: bytes) -> bytes:
    """What stays the same from answer to answer: the head of a compressed one tells the time."""
    return body[_GZIP_HEAD:] if body.startswith(_GZIP) else body


async def _send(kept: Kept, if_none_match: bytes | None, send: Send) -> None:
    # Compared weakly: a proxy may have taken the W/ away.
    if if_none_match is not None and (if_none_match == b"*" or kept.etag[2:] in if_none_match):
        bare = [
            pair
            for pair in kept.headers
            if pair[0] not in {b"content-length", b"content-type", b"content-encoding"}
        ]
        await send({"type": "http.response.start", "status": 304, "headers": bare})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": kept.headers})
    await send({"type": "http.response.body", "body": kept.body})
