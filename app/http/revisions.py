"""The graph's revision, read for every request; requests that wait at the same time share one reading."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from graph.errors import DatabaseUnavailable

_PATIENCE: Final = 1.5
"""Seconds to wait for the revision, the smallest of all readings."""


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
