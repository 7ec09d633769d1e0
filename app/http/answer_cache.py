"""Answers kept by graph revision: as long as the graph has not changed, an answer that was given once is given again.

The revision is read from the graph for every request, so no answer is ever older than the graph. Sits before routing,
as plain ASGI, because that is where the time goes. Which routes it serves is told by the application; of these it
keeps what is whole (a stream is passed on as it comes) and for everybody (nothing that was asked for with a key).
"""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from cachetools import LRUCache
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.http import negotiation
from app.http.problems import of_error
from app.http.revisions import Revisions
from graph.errors import WhofinedError

Headers = list[tuple[bytes, bytes]]

_ENTRIES: Final = 16_384
"""The most answers that are kept: each counts as at least its share of the memory."""
_LARGEST: Final = 2 * 1024 * 1024
_GZIP: Final = b"\x1f\x8b"
_GZIP_HEAD: Final = 10
_PRIVATE: Final = (b"no-store", b"private")
_OVERHEAD: Final = 512
"""Bytes of the objects around an answer, by measurement."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was sent, with the revision that it was computed at; ``None`` where none are kept."""

    revision: int | None
    etag: bytes
    headers: Headers
    body: bytes

    def size(self, key: bytes) -> int:
        """Bytes that it takes, with its key and its headers."""
        return (
            _OVERHEAD
            + len(key)
            + len(self.body)
            + sum(len(name) + len(value) for name, value in self.headers)
        )


@dataclass(slots=True)
class Tally:
    """How often an answer was kept already, how often it had to be made, and how much is kept."""

    kept: int = 0
    made: int = 0
    entries: int = 0
    size: int = 0


class AnswerCache:
    """ASGI layer: keeps 200 answers to GET up to ``megabytes``, and answers If-None-Match with 304.

    ``serves`` says of a path whether answers there follow from the graph alone. Equal questions that come while one
    is being answered wait for that answer.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        revisions: Callable[[], Revisions],
        megabytes: int,
        serves: Callable[[str], bool] = lambda _: True,
        tally: Tally | None = None,
    ) -> None:
        self._app = app
        self._revisions = revisions
        self._serves = serves
        self._tally = tally or Tally()
        self._limit = megabytes * 1024 * 1024
        self._floor = self._limit // _ENTRIES
        self._kept: LRUCache[bytes, tuple[Kept, int]] = LRUCache(self._limit, getsizeof=lambda pair: pair[1])
        self._running: dict[tuple[bytes, int | None], asyncio.Future[Kept | None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request from what is kept, or by the application."""
        if not self._may_be_kept(scope):
            await self._app(scope, receive, send)
            return
        try:
            # Where nothing is kept the revision is not asked for: that would be a second question to the graph.
            revision = await self._revisions().current() if self._limit else None
        except WhofinedError as error:
            await of_error(error)(scope, receive, send)
            return
        headers = dict(scope["headers"])
        key = _key(scope, headers)
        kept, _ = self._kept.get(key, (None, 0))
        if kept is not None and kept.revision == revision:
            self._tally.kept += 1
        else:
            self._tally.made += 1
            kept = await self._shared(key, revision, scope, receive, send)
        if kept is not None:
            await _send(kept, headers.get(b"if-none-match"), send)

    def _may_be_kept(self, scope: Scope) -> bool:
        """Reads without a key: what a key opens is for its holder alone."""
        if scope["type"] != "http" or scope["method"] != "GET" or not self._serves(scope["path"]):
            return False
        return all(name != b"authorization" for name, _ in scope["headers"])

    async def _shared(
        self, key: bytes, revision: int | None, scope: Scope, receive: Receive, send: Send
    ) -> Kept | None:
        """The answer that somebody else is computing for the same question, or one's own."""
        question = (key, revision)
        running = self._running.get(question)
        if running is not None:
            done = await asyncio.shield(running)
            if done is not None:
                return done
            return await self._compute(key, revision, scope, receive, send, lambda: None)
        mine = self._running[question] = asyncio.get_running_loop().create_future()

        def tell(kept: Kept | None) -> None:
            if not mine.done():
                del self._running[question]
                mine.set_result(kept)

        try:
            kept = await self._compute(key, revision, scope, receive, send, lambda: tell(None))
            tell(kept)
            return kept
        finally:
            tell(None)

    async def _compute(  # noqa: PLR0917 - a question, its three channels, and who waits
        self,
        key: bytes,
        revision: int | None,
        scope: Scope,
        receive: Receive,
        send: Send,
        passing_on: Callable[[], None],
    ) -> Kept | None:
        """Run the application; ``None`` where its answer was passed on as it is, because it is not to be kept."""
        collected = _Collected(send, passing_on)
        await self._app(scope, receive, collected.take)
        if collected.start is None:
            return None
        body = b"".join(collected.parts)
        etag = _etag(_content(body)) if revision is None else _etag(key, f"{revision}-")
        own = [pair for pair in collected.start["headers"] if pair[0] not in {b"etag", b"cache-control"}]
        kept = Kept(revision, etag, [*own, (b"etag", etag), (b"cache-control", b"no-cache")], body)
        size = kept.size(key)
        if size <= min(_LARGEST, self._limit):
            self._kept[key] = (kept, max(size, self._floor))
            self._tally.entries, self._tally.size = len(self._kept), round(self._kept.currsize)
        return kept


class _Collected:
    """An answer as it comes: collected while it may be kept, passed on from where it turns out that it may not."""

    def __init__(self, send: Send, passing_on: Callable[[], None]) -> None:
        self._send = send
        self._passing_on = passing_on
        self.start: Message | None = None
        self.parts: list[bytes] = []

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _for_everybody(message):
            self.start = message
            return
        if self.start is not None and not message.get("more_body", False):
            self.parts.append(message.get("body", b""))
            return
        # From here on it goes as fast as this client reads: nobody else is to wait for that.
        self._passing_on()
        if self.start is not None:
            start, self.start = self.start, None
            await self._send(start)
        await self._send(message)


def _for_everybody(start: Message) -> bool:
    said = b",".join(value for name, value in start["headers"] if name == b"cache-control")
    return start["status"] == 200 and not any(word in said for word in _PRIVATE)


def _key(scope: Scope, headers: dict[bytes, bytes]) -> bytes:
    """What an answer depends on: the address, the form and encoding that are chosen, the host that links name."""
    return b"\n".join(
        [
            scope["path"].encode(),
            scope["query_string"],
            negotiation.form(headers.get(b"accept", b"")),
            negotiation.encoding(headers.get(b"accept-encoding", b"")),
            headers.get(b"host", b""),
            scope.get("scheme", "http").encode(),
            # Pages write numbers and dates as their reader does, and their citation has the day; the API has neither.
            b"" if scope["path"].startswith("/v1") else _of_the_reader(headers),
        ]
    )


def _of_the_reader(headers: dict[bytes, bytes]) -> bytes:
    return headers.get(b"accept-language", b"") + datetime.now(UTC).date().isoformat().encode()


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
