"""A command's hold on the graph: the store open, the schema checked."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from app.settings import load_settings
from graph import migrations
from graph.server.local import ensure
from graph.server.progress import Terminal
from graph.store import Store

T = TypeVar("T")


def with_store(act: Callable[[Store], Awaitable[T]]) -> T:
    """What ``act`` gives over the graph of the settings; raises ``SchemaMismatch`` where it must be migrated first."""
    connection = ensure(load_settings(), Terminal())

    async def run() -> T:
        async with Store(connection) as store:
            await migrations.require(store)
            return await act(store)

    return asyncio.run(run())
