"""From the first request to the last: logging, the graph, the refusal of a public address, and the memory's upkeep.

All of it holds however the application is started: by `whofined up`, or by a server of one's own.
"""

import asyncio
import gc
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Final

from fastapi import FastAPI

from app import logs
from app.http.service import Context, context
from app.settings import Settings
from app.watching import Watching
from graph import api_keys
from graph.connection import Connection
from graph.errors import ConfigurationError, DatabaseUnavailable, WhofinedError
from graph.server import local
from graph.store import Store

THRESHOLDS: Final = (50_000, 20, 50)
"""Python's own (700 or 2000, 10, 10) make it search every few requests for circles that hardly arise."""
_LOOK_AGAIN: Final = 5.0
"""Seconds after which it is looked again whether somebody has a key."""


@asynccontextmanager
async def lifespan(app: FastAPI, settings: Settings, given: Connection | None) -> AsyncGenerator[None]:
    """Everything that a running application has; without a connection the local server is found or started."""
    logs.configure(settings.log)
    connection = given or await asyncio.to_thread(local.ensure, settings)
    watching: Watching = app.state.watching
    async with Store(
        connection, alert=True, full=lambda: local.disk_is_full(settings), observe=watching.observe
    ) as store:
        # It comes up without the graph and says so; a public address is asked about again at each request.
        with suppress(DatabaseUnavailable):
            await guard(settings, store)
        app.state.context = found = context(settings, connection, store, app.state.tally)
        copying = asyncio.create_task(found.backups.run())
        try:
            with _settled_memory():
                yield
        finally:
            copying.cancel()
            await asyncio.wait([copying])
            await watching.close()
            await found.close()
            await found.imports.close()
            await found.readers.close()
            if found.free is not None:
                await found.free.close()


async def guard(settings: Settings, store: Store) -> None:
    """Serve other machines only once somebody holds a key, or where that is said to be wanted.

    Raises ``ConfigurationError`` otherwise.
    """
    if settings.public and not await permitted(settings, store):
        raise ConfigurationError(
            f"{settings.host} can be reached from other machines, and there is no key",
            where="WHOFINED_HOST",
            remedy="make one with `whofined key create NAME`, or set WHOFINED_PUBLIC_READS=true to serve reads alone",
        )


async def permitted(settings: Settings, store: Store) -> bool:
    """Whether other machines may be served: reads are said to be public, or somebody holds a key in force."""
    return settings.public_reads or any(key.in_force for key in await api_keys.every(store))


class Permission:
    """``permitted``, for a layer that asks at each request: looked up at most every few seconds while it is refused."""

    def __init__(self, app: FastAPI, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._again = 0.0

    async def __call__(self) -> bool:
        """Whether to serve."""
        if self._settings.public_reads:
            return True
        if time.monotonic() < self._again:
            return False
        self._again = time.monotonic() + _LOOK_AGAIN
        context: Context = self._app.state.context
        try:
            return await permitted(self._settings, context.store)
        except WhofinedError:
            return False


@contextmanager
def _settled_memory() -> Generator[None]:
    """What there is at the start stays to the end: the collector need not look at it again and again."""
    before = gc.get_threshold()
    if before == THRESHOLDS:  # whoever runs it has done so, and would find all of it thawed at the end
        yield
        return
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
