"""The web server around the application: its limits, its end, and what ends it."""

import asyncio
import signal
import socket
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType
from typing import Final

import uvicorn
from fastapi import FastAPI

from app.ahead import ask_ahead
from app.http.connections import Limits, limited
from app.main import create_app
from app.settings import Settings
from graph.connection import Connection
from graph.errors import WhofinedError
from graph.server import local

_FAREWELL: Final = 4
"""Seconds that requests under way get once the service is to end; then they are cancelled."""
_LOOK: Final = 0.5
"""Seconds between looks at whether the local server is still kept."""


class _Terminated(BaseException):
    """SIGTERM came."""


class _Server(uvicorn.Server):
    """Asks itself what everybody asks first, as soon as it serves."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app
        self.asking: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.asking = asyncio.create_task(ask_ahead(self._app))


async def serve(settings: Settings, connection: Connection) -> None:
    """Serve until a signal, or until the local Neo4j is gone for good: then that error is raised."""
    app = create_app(settings, connection)
    server = _Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            log_level="warning",
            access_log=False,
            server_header=False,
            http=limited(
                Limits(
                    settings.connections,
                    settings.head_kb * 1024,
                    settings.head_seconds,
                    settings.body_seconds,
                    settings.send_seconds,
                )
            ),
            timeout_keep_alive=max(1, round(settings.idle_seconds)),
            timeout_graceful_shutdown=_FAREWELL,
        ),
        app,
    )
    watching = asyncio.create_task(_watch(settings, server))
    try:
        await server.serve()
    finally:
        watching.cancel()
        if server.asking is not None:
            server.asking.cancel()
    if watching.done() and not watching.cancelled() and (error := watching.result()) is not None:
        raise error


async def _watch(settings: Settings, server: uvicorn.Server) -> WhofinedError | None:
    while not server.should_exit:
        await asyncio.sleep(_LOOK)
        error = await asyncio.to_thread(local.ended, settings)
        if error is not None and not server.should_exit:
            server.should_exit = True
            return error
    return None


@contextmanager
def end_on_sigterm() -> Generator[None]:
    """Let SIGTERM end the block in good order: uvicorn raises the signal again when it has ended."""

    def terminate(_number: int, _frame: FrameType | None) -> None:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    except (_Terminated, KeyboardInterrupt):
        pass
    finally:
        signal.signal(signal.SIGTERM, before)
