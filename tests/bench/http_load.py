"""HTTP/1.1 over connections that stay open, without a library: the client must not be what is measured."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

_END_OF_HEAD: Final = b"\r\n\r\n"
_LAST_CHUNK: Final = b"0\r\n\r\n"


class Failed(Exception):
    """An answer that is not a success, or none."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where requests go, and what each of them says besides its path."""

    host: str
    port: int
    headers: tuple[tuple[str, str], ...] = ()


def request(target: Target, path: str, body: bytes | None = None) -> bytes:
    """A GET, or a POST of JSON, as it goes over the wire. No compression is asked for: Bolt has none either."""
    lines = [f"{'GET' if body is None else 'POST'} {path} HTTP/1.1", f"Host: {target.host}:{target.port}"]
    lines += [f"{name}: {value}" for name, value in (*target.headers, ("Accept", "application/json"))]
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


class Connection(asyncio.Protocol):
    """One connection, one request at a time; an answer is read to its end and its status looked at, no more."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._needed = 0
        self._chunked = False
        self._answer: asyncio.Future[int] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Fail the request under way."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(Failed(f"the server closed the connection ({exc})"))

    def data_received(self, data: bytes) -> None:
        """Collect an answer; resolve the request once it is whole."""
        self._buffer += data
        if not self._needed and not self._chunked and not self._read_head():
            return
        whole = self._buffer.endswith(_LAST_CHUNK) if self._chunked else len(self._buffer) >= self._needed
        if whole and self._answer is not None:
            size = len(self._buffer)
            self._buffer.clear()
            self._needed, self._chunked = 0, False
            self._answer.set_result(size)

    def _read_head(self) -> bool:
        end = self._buffer.find(_END_OF_HEAD)
        if end < 0:
            return False
        head = bytes(self._buffer[:end]).lower()
        if head[9:10] != b"2" and self._answer is not None:
            self._answer.set_exception(Failed(bytes(self._buffer[:1000]).decode("utf-8", "replace")))
            return False
        self._chunked = b"transfer-encoding: chunked" in head
        if not self._chunked:
            length = head.partition(b"content-length:")[2].split(b"\r\n", 1)[0]
            self._needed = end + len(_END_OF_HEAD) + int(length)
        return True

    async def ask(self, message: bytes) -> int:
        """Send a request; returns the size of the whole answer in bytes, raises ``Failed``."""
        if self._transport is None or self._transport.is_closing():
            raise Failed("not connected")
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(message)
        return await self._answer

    def close(self) -> None:
        """Close the connection."""
        if self._transport is not None:
            self._transport.close()


async def connect(target: Target, number: int) -> Sequence[Connection]:
    """That many connections."""
    loop = asyncio.get_running_loop()
    made = [await loop.create_connection(Connection, target.host, target.port) for _ in range(number)]
    return [protocol for _, protocol in made]
