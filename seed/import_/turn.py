"""One import at a time, over all processes: whoever comes second waits. The graph keeps it as a lease."""

import asyncio
import contextlib
import uuid
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Final

from graph.errors import DatabaseUnavailable
from graph.migrations import Holder, Lease
from graph.statement import statement
from graph.store import Store
from graph.writes.statements import Count

_LEASE: Final = timedelta(seconds=15)
"""How long an import that was killed holds up the next one."""
_RENEW_SECONDS: Final = 3.0
_PAUSE: Final = 0.3

CLAIM_TURN: Final = statement("import/claim_turn", Lease, Holder)
RELEASE_TURN: Final = statement("import/release_turn", Holder, Count)


def _ignore() -> None:
    pass


@asynccontextmanager
async def turn(store: Store, on_wait: Callable[[], None] = _ignore) -> AsyncGenerator[None]:
    """Hold the turn; ``on_wait`` is called at each pause while another import has it, and may end it by raising."""
    holder = uuid.uuid4().hex
    while not await _claim(store, holder):
        on_wait()
        await asyncio.sleep(_PAUSE)
    over = asyncio.Event()
    renewing = asyncio.create_task(_renew(store, holder, over))
    try:
        yield
    finally:
        over.set()
        await renewing
        with contextlib.suppress(DatabaseUnavailable):  # then it runs out by itself
            async with store.transaction(audited=False) as tx:
                await tx.run(RELEASE_TURN, Holder(holder))


async def _claim(store: Store, holder: str) -> bool:
    now = datetime.now(UTC)
    async with store.transaction(audited=False) as tx:
        lease = Lease(holder, now.isoformat(), (now + _LEASE).isoformat())
        return bool(await tx.run(CLAIM_TURN, lease))


async def _renew(store: Store, holder: str, over: asyncio.Event) -> None:
    while not over.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), _RENEW_SECONDS)
        if not over.is_set():
            with contextlib.suppress(DatabaseUnavailable):
                await _claim(store, holder)
