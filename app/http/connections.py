"""One connection: how many there may be, and how long each may take over its headers, its body and its reading.

uvicorn bounds none of these: a client that sends one byte a minute, or nothing, would keep its connection for ever.
"""

import time
from asyncio import BaseTransport, TimerHandle, Transport
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.http.problems import MEDIA_TYPE, problem


@dataclass(frozen=True, slots=True)
class Limits:
    """What one server allows: connections at once, bytes of a request's head, seconds for head, body and reading."""

    connections: int = 512
    head_bytes: int = 32 * 1024
    head_seconds: float = 10.0
    body_seconds: float = 60.0
    send_seconds: float = 60.0


class HeadTooLargeError(Exception):
    """The headers of a request have more bytes than is allowed."""


class LimitedConnection(HttpToolsProtocol):
    """uvicorn's connection with deadlines; refusals are problem documents, and each closes the connection."""

    limits: ClassVar[Limits] = Limits()

    def connection_made(self, transport: BaseTransport) -> None:
        """Take a client in, in the place of the one that has idled longest where there is no room."""
        super().connection_made(cast("Transport", transport))
        self.begun = time.monotonic()
        self._reading: TimerHandle | None = None
        self._sending: TimerHandle | None = None
        self._head = 0
        self._waits_for_head = True
        self._refusal = (HTTPStatus.BAD_REQUEST, "this is not valid HTTP")
        self._limit_reading(self.limits.head_seconds, self._head_is_late)
        if len(self.connections) > self.limits.connections and not self._make_room():
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "too many connections; try again in a moment")

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the client and every deadline."""
        super().connection_lost(exc)
        self._stop_reading_limit()
        self.resume_writing()

    def data_received(self, data: bytes) -> None:
        """Read on; a head that never ends is refused when it is too large."""
        super().data_received(data)
        if self._waits_for_head and not self.transport.is_closing():
            self._head += len(data)
            if self._head > self.limits.head_bytes:
                self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, self._too_large)

    def on_message_begin(self) -> None:
        """The first byte of a request starts its deadline, also on a connection that is used again."""
        super().on_message_begin()
        self.begun = time.monotonic()
        self._head, self._waits_for_head = 0, True
        if self._reading is None:
            self._limit_reading(self.limits.head_seconds, self._head_is_late)

    def on_url(self, url: bytes) -> None:
        """Count the bytes of the address."""
        super().on_url(url)
        self._count(len(url))

    def on_header(self, name: bytes, value: bytes) -> None:
        """Count the bytes of a header."""
        super().on_header(name, value)
        self._count(len(name) + len(value))

    def on_headers_complete(self) -> None:
        """From here on the body has its own deadline."""
        self._waits_for_head = False
        self._head = 0
        self._stop_reading_limit()
        super().on_headers_complete()
        self._limit_reading(self.limits.body_seconds, self._body_is_late)

    def on_message_complete(self) -> None:
        """The request is read whole."""
        self._stop_reading_limit()
        super().on_message_complete()

    def pause_writing(self) -> None:
        """The client does not read: it gets so many seconds until it does."""
        super().pause_writing()
        if self._sending is None:
            self._sending = self.loop.call_later(self.limits.send_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """The client reads again."""
        super().resume_writing()
        if self._sending is not None:
            self._sending.cancel()
            self._sending = None

    def timeout_keep_alive_handler(self) -> None:
        """Close an idle connection, also one whose client has left the answer unread."""
        super().timeout_keep_alive_handler()
        self.loop.call_later(self.limits.send_seconds, self.transport.abort)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is not HTTP, or has too large a head, as a problem document."""
        self.logger.debug("%s", msg)
        self._refuse(*self._refusal)

    @property
    def idle(self) -> bool:
        """Whether no request is being answered."""
        return cast("object | None", self.cycle) is None or self.cycle.response_complete

    @property
    def _too_large(self) -> str:
        return f"the headers have more than {self.limits.head_bytes} bytes"

    def _count(self, size: int) -> None:
        self._head += size
        if self._head > self.limits.head_bytes:
            self._refusal = (HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, self._too_large)
            raise HeadTooLargeError

    def _make_room(self) -> bool:
        others = cast("set[LimitedConnection]", self.connections) - {self}
        longest = min((one for one in others if one.idle), key=lambda one: one.begun, default=None)
        if longest is None:
            return False
        longest.transport.abort()
        return True

    def _limit_reading(self, seconds: float, late: Callable[[], None]) -> None:
        self._reading = self.loop.call_later(seconds, late)

    def _stop_reading_limit(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _head_is_late(self) -> None:
        self._reading = None
        if not self.idle:
            return  # a later request on the same connection; the answer to the one before is under way
        if self._head:
            seconds = self.limits.head_seconds
            self._refuse(HTTPStatus.REQUEST_TIMEOUT, f"the headers took longer than {seconds:g} seconds")
        else:
            self.transport.close()

    def _body_is_late(self) -> None:
        self._reading = None
        seconds = self.limits.body_seconds
        self._refuse(HTTPStatus.REQUEST_TIMEOUT, f"the body took longer than {seconds:g} seconds")

    def _refuse(self, status: HTTPStatus, detail: str) -> None:
        """Answer and close; where an answer is under way already, only close."""
        if self.transport.is_closing():
            return
        if self.idle or not self.cycle.response_started:
            body = bytes(problem(status, detail).body)
            head = f"HTTP/1.1 {status.value} {status.phrase}\r\ncontent-type: {MEDIA_TYPE}\r\n"
            head += f"content-length: {len(body)}\r\ncache-control: no-store\r\nx-content-type-options: nosniff\r\n"
            if status is HTTPStatus.SERVICE_UNAVAILABLE:
                head += "retry-after: 2\r\n"
            self.transport.write(f"{head}connection: close\r\n\r\n".encode() + body)
        if not self.idle:
            # Whoever reads the body is to hear that the client is gone.
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()
        self.loop.call_later(self.limits.send_seconds, self.transport.abort)


def limited(allowed: Limits) -> type[LimitedConnection]:
    """The connection class of a server with these limits, for `uvicorn.Config(http=…)`."""
    return type("LimitedConnection", (LimitedConnection,), {"limits": allowed})
