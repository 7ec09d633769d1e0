"""Work that may be done again, done through a pause of the database: a command does not end because the JVM died once.

Only for what changes nothing when it is repeated: the answer to a commit can be lost after the commit was made.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from graph.errors import DatabaseUnavailable
from graph.store import Store

SECONDS: Final = 120.0
"""How long a pause may be: a restart takes a few seconds, recovery after a full disk longer."""
NEVER_REACHED: Final = 20.0
"""How long a graph is waited for that has not answered once: it starts, or its address is wrong."""
_PAUSE: Final = 0.5

T = TypeVar("T")


async def persistently(
    store: Store,
    work: Callable[[], Awaitable[T]],
    *,
    seconds: float | None = None,
    on_pause: Callable[[DatabaseUnavailable], None] = lambda _: None,
) -> T:
    """Do the work; where the database goes away, wait for it and do the work again.

    Raises ``DatabaseUnavailable`` where that has not helped after so many seconds, by default ``SECONDS``, or
    ``NEVER_REACHED`` where the store has had no answer before.
    """
    pause = SECONDS if seconds is None else seconds
    clock = asyncio.get_running_loop().time
    last: float | None = None
    while True:
        try:
            return await work()
        except DatabaseUnavailable as error:
            if last is None:
                last = clock() + (pause if store.reached else min(pause, NEVER_REACHED))
            if clock() > last:
                raise
            on_pause(error)
            await asyncio.sleep(_PAUSE)
            await store.wait(max(0.0, last - clock()))
