"""Sizes are checked before anything is read, and while it is read."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.http.size_limits import LONGEST_ADDRESS, SizeLimits
from tests.service import refused

LIMIT = 100


async def count_bytes(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that says how many bytes it was sent."""
    body = await Request(scope, receive).body()
    await PlainTextResponse(str(len(body)))(scope, receive, send)


async def answer_errors(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that turns every error of reading into an answer of its own, as frameworks do."""
    try:
        await count_bytes(scope, receive, send)
    except Exception:  # noqa: BLE001 - that is what frameworks do
        await PlainTextResponse("cannot read", 400)(scope, receive, send)


def client(app: ASGIApp = count_bytes) -> httpx.AsyncClient:
    """A client of the application behind the limits."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(SizeLimits(app, body=LIMIT)), base_url="http://a")


async def chunks(*sizes: int) -> AsyncIterator[bytes]:
    """A body in pieces, without its length told before."""
    for size in sizes:
        yield b"x" * size


@pytest.mark.parametrize("app", [count_bytes, answer_errors])
async def test_a_body_in_pieces_is_counted(app: ASGIApp) -> None:
    """The limit holds where no length was announced, whatever the application makes of the error."""
    async with client(app) as http:
        assert (await http.post("/", content=chunks(60, 40))).text == "100"
        refused(await http.post("/", content=chunks(60, 40, 1)), 413)


async def test_an_announced_body_is_refused_at_once() -> None:
    """By its Content-Length, before it is read."""
    async with client() as http:
        assert (await http.post("/", content=b"x" * LIMIT)).text == "100"
        refused(await http.post("/", content=b"x" * (LIMIT + 1)), 413)


async def test_the_address_has_a_limit() -> None:
    """Path and query together."""
    async with client() as http:
        assert (await http.get("/" + "a" * (LONGEST_ADDRESS - 1))).status_code == 200
        refused(await http.get("/" + "a" * LONGEST_ADDRESS), 414)
        refused(await http.get("/?q=" + "a" * LONGEST_ADDRESS), 414)
