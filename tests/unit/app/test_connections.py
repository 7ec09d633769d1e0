"""Connections have deadlines and a number: tried over real sockets, with limits of a fraction of a second."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import Any

import orjson
import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.http.connections import LimitedConnection, Limits, limited

QUICK = Limits(connections=4, head_bytes=2048, head_seconds=0.3, body_seconds=0.3, send_seconds=0.3)


async def count_bytes(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that says how many bytes it was sent; below ``/much`` it answers with many."""
    request = Request(scope, receive)
    body = await request.body()
    text = "x" * 20_000_000 if request.url.path == "/much" else str(len(body))
    await PlainTextResponse(text)(scope, receive, send)


async def until(true: Callable[[], bool]) -> None:
    """Wait for a state of the server; fails after five seconds."""
    for _ in range(500):
        if true():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it never came to that")


@contextlib.asynccontextmanager
async def serving(limits: Limits = QUICK) -> AsyncGenerator[tuple[uvicorn.Server, int]]:
    """A server with these limits, and its port."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(
            count_bytes,
            log_level="critical",
            lifespan="off",
            http=limited(limits),
            timeout_graceful_shutdown=1,
        )
        server = uvicorn.Server(config)
        running = asyncio.create_task(server._serve([listener]))
        await until(lambda: server.started)
        yield server, listener.getsockname()[1]
        server.should_exit = True
        await asyncio.wait_for(running, 5)


@pytest.fixture
async def port() -> AsyncIterator[int]:
    """The port of a server with quick limits."""
    async with serving() as (_, number):
        yield number


async def told(port: int, *pieces: bytes, pause: float = 0.0) -> bytes:
    """All that comes back for these bytes until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)
        return await asyncio.wait_for(reader.read(), 3)
    finally:
        writer.close()


def problem(answer: bytes, status: int) -> dict[str, Any]:
    """The problem document of a raw answer."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode()), answer
    assert b"application/problem+json" in head
    assert b"connection: close" in head
    assert b"nosniff" in head
    found = orjson.loads(body)
    assert found["status"] == status
    return found


async def test_a_connection_that_says_nothing_is_closed(port: int) -> None:
    """Without a word, for there is no request to answer."""
    assert await told(port) == b""


async def test_slow_headers_are_refused(port: int) -> None:
    """Also where a byte comes now and then, and on a connection that has served a request before."""
    assert "headers took longer" in problem(await told(port, b"GET / HTT"), 408)["detail"]
    answer = await told(port, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"GET / ", b"HTTP/1", b".1", pause=0.1)
    first, second = answer.split(b"HTTP/1.1 408", 1)
    assert first.startswith(b"HTTP/1.1 200")
    assert b"headers took longer" in second


async def test_a_slow_body_is_refused(port: int) -> None:
    """The application hears that the client is gone, and does not wait on."""
    head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n"
    assert "body took longer" in problem(await told(port, head, b"a"), 408)["detail"]
    whole = await told(port, head.replace(b"Host: a", b"Connection: close"), b"a" * 4, b"b" * 5, pause=0.05)
    assert whole.endswith(b"\r\n\r\n9")


@pytest.mark.parametrize("request_", [b"GET / HTTP/1.1\r\nX: %b\r\n\r\n", b"GET /%b HTTP/1.1\r\n\r\n"])
async def test_a_large_head_is_refused(port: int, request_: bytes) -> None:
    """By its bytes, whether it came at once or never ends."""
    problem(await told(port, request_ % (b"x" * QUICK.head_bytes)), 431)
    unended = request_.partition(b"%b")[0] + b"x" * 1500
    problem(await told(port, unended, b"x" * 1500), 431)


async def test_what_is_not_http_is_refused(port: int) -> None:
    """As a problem document too; uvicorn calls this method by name, and answers in plain text without it."""
    assert LimitedConnection.send_400_response is not HttpToolsProtocol.send_400_response
    assert "not valid HTTP" in problem(await told(port, b"\x16\x03\x01 hello\r\n\r\n"), 400)["detail"]


async def test_one_connection_too_many_ends_the_one_that_idles_longest() -> None:
    """A client that asks is served, however many others say nothing."""
    async with serving(Limits(connections=4, head_seconds=30)) as (server, port):
        idle = [await asyncio.open_connection("127.0.0.1", port) for _ in range(20)]
        answer = await told(port, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 200")
        assert len(server.server_state.connections) <= 4
        with contextlib.suppress(ConnectionError):
            assert await idle[0][0].read() == b""
        for _, writer in idle:
            writer.close()


async def test_a_client_that_does_not_read_is_let_go() -> None:
    """An answer that nobody takes does not hold the connection, nor the end of the service."""
    async with serving() as (server, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1024)
        writer.write(b"GET /much HTTP/1.1\r\nHost: a\r\n\r\n")
        await writer.drain()
        await until(lambda: bool(server.server_state.connections))
        await until(lambda: not server.server_state.connections)
        writer.close()
        assert reader.exception() is None or isinstance(reader.exception(), ConnectionError)


async def test_the_end_does_not_wait_for_clients() -> None:
    """A request whose body never ends is cancelled after the time of grace."""
    begun = asyncio.get_running_loop().time()
    async with serving(Limits()) as (_, port):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n")
        await writer.drain()
        await asyncio.sleep(0.1)
    assert asyncio.get_running_loop().time() - begun < 3
    writer.close()
