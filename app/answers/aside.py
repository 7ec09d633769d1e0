"""What is counted aside: a count of all there is takes as long as the graph is large, and nobody is to wait for it.

A small graph is counted at once. Of a large one the last count is given with the revision that it is of, and the next
one is made meanwhile, once for all who ask.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, Generic, TypeVar

T = TypeVar("T")

NAME: Final = "counted aside"
"""The name of the task that counts."""
_FIRST: Final = 1.0
"""Seconds that the first who asks waits at most: later there is a last count."""
_OPENING: Final = 0.5
"""Seconds after which a connection to the graph has surely opened."""


class Aside(Generic[T]):
    """The last count, and the one under way; ``large`` says of a count whether the next one is not waited for."""

    def __init__(self, large: Callable[[T], bool]) -> None:
        self._large = large
        self._last: tuple[int, T] | None = None
        self._running: asyncio.Task[None] | None = None

    async def get(self, revision: int, compute: Callable[[], Awaitable[T]]) -> tuple[int, T] | None:
        """A revision and what was counted then; ``None`` while a large graph is counted for the first time.

        Raises what ``compute`` raises, where it was waited for.
        """
        while True:
            last = self._last
            if last is not None and last[0] == revision:
                return last
            if self._running is None:
                self._running = asyncio.create_task(self._count(revision, compute), name=NAME)
                # Nobody may be there any more when it fails.
                self._running.add_done_callback(lambda done: done.cancelled() or done.exception())
            if last is not None and self._large(last[1]):
                return last
            done, _ = await asyncio.wait([self._running], timeout=_FIRST if last is None else None)
            if not done:
                return None
            done.pop().result()

    async def close(self) -> None:
        """End the count under way, but not while its connection opens: the driver would leave that one open."""
        if (running := self._running) is not None:
            await asyncio.wait([running], timeout=_OPENING)
            running.cancel()
            await asyncio.wait([running])

    async def _count(self, revision: int, compute: Callable[[], Awaitable[T]]) -> None:
        try:
            self._last = (revision, await compute())
        finally:
            self._running = None
