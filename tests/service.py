"""The service under test: in process for speed, or behind a real socket; and what every failure must look like."""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from typing import Any

import httpx
import uvicorn

from app.main import create_app
from app.settings import Settings
from graph.connection import Connection

Json = dict[str, Any]
ADDRESS = "http://service.test"


@contextlib.asynccontextmanager
async def service(connection: Connection, **given: Any) -> AsyncGenerator[httpx.AsyncClient]:
    """A client of the service over this graph with these settings, in this process, with its lifespan; no socket."""
    values = {"host_names": "service.test", "cors_origins": "*"} | given
    app = create_app(Settings.model_validate(values), connection)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ADDRESS) as client,
    ):
        yield client


@contextlib.contextmanager
def listening(connection: Connection, **given: Any) -> Iterator[str]:
    """The address of the service over this graph, behind a real socket, run by uvicorn in a thread."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        settings = Settings.model_validate({"port": listener.getsockname()[1]} | given)
        app = create_app(settings, connection)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
        thread = threading.Thread(target=lambda: asyncio.run(server.serve([listener])), daemon=True)
        thread.start()
        deadline = time.monotonic() + 10
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{settings.port}"
        finally:
            server.should_exit = True
            thread.join(10)


def good(answer: httpx.Response) -> Json:
    """The JSON of an answer that must be 200."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def refused(answer: httpx.Response, status: int, parameter: str | None = None) -> Json:
    """The problem document of an answer: the one shape that every failure has (RFC 9457).

    With ``parameter``, exactly that one is at fault, and the document says what would be valid.
    """
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert {"type", "title", "status", "detail"} <= problem.keys()
    assert problem.keys() <= {"type", "title", "status", "detail", "errors", "reason", "day"}
    assert problem["status"] == status
    assert problem["detail"]
    faults = problem.get("errors", [])
    assert all(fault.keys() == {"parameter", "problem", "valid"} and fault["problem"] for fault in faults)
    if parameter is not None:
        assert [fault["parameter"] for fault in faults] == [parameter]
        assert faults[0]["valid"]
    return problem


async def pages(client: httpx.AsyncClient, path: str, **parameters: Any) -> AsyncIterator[Json]:
    """Every page of a list, by following its cursors."""
    cursor: str | None = None
    while True:
        given = parameters | ({"cursor": cursor} if cursor else {})
        page = good(await client.get(path, params=given))
        yield page
        cursor = page["next"]
        if cursor is None:
            return


async def walk(client: httpx.AsyncClient, path: str, **parameters: Any) -> list[Json]:
    """Every item of a list, by following its cursors."""
    return [item async for page in pages(client, path, **parameters) for item in page["items"]]
