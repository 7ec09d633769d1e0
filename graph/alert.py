"""Finds out within two seconds that a server answers nobody, whatever it was asked.

A long question and a frozen server look alike from outside. So where an answer is late, another connection asks the
smallest question of all; whoever waits for the same server shares it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final, TypeVar

T = TypeVar("T")

_ASK_AFTER: Final = 0.4
"""Seconds after which it is asked whether a server that has not answered yet answers anything at all."""
_ALIVE_SECONDS: Final = 1.4


class Alert:
    """Awaits work of a server's, as long as the server answers ``ask``."""

    def __init__(self, ask: Callable[[], Awaitable[None]]) -> None:
        self._ask = ask
        self._beat: asyncio.Task[None] | None = None

    async def __call__(self, work: Coroutine[Any, Any, T]) -> T:
        """What the work gives; raises ``OSError`` where the server answers nobody."""
        task = asyncio.ensure_future(work)
        try:
            while not (await asyncio.wait([task], timeout=_ASK_AFTER))[0]:
                if self._beat is None or self._beat.done():
                    self._beat = asyncio.create_task(self._once())
                    # Who waited may have its answer by then: nobody is to hear of it.
                    self._beat.add_done_callback(lambda done: done.cancelled() or done.exception())
                await asyncio.wait([task, self._beat], return_when=asyncio.FIRST_COMPLETED)
                if not task.done() and self._beat.done() and self._beat.exception() is not None:
                    raise OSError("it answers nobody")
            return task.result()
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait([task], timeout=0.1)

    async def _once(self) -> None:
        async with asyncio.timeout(_ALIVE_SECONDS):
            await self._ask()
