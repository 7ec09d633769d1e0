"""`whofined mcp`: the tools for an agent that starts them itself, over standard input and output."""

import asyncio
from contextlib import AsyncExitStack

from app.answers.service import Service
from app.logs import configure
from app.settings import Settings, load_settings
from graph.server.local import ensure
from graph.store import Store


def mcp() -> None:
    """Serve the graph to an agent (Model Context Protocol) over standard input and output, for reading only.

    Example: claude mcp add whofined -- whofined mcp
    """
    settings = load_settings()
    configure(settings.log)
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    from mcp.server.stdio import stdio_server

    from app.mcp.server import server

    async with AsyncExitStack() as opened, stdio_server() as (asked, answered):
        tools = server(_Graph(settings, opened).service)
        await tools.run(asked, answered, tools.create_initialization_options())


class _Graph:
    """The graph, found or started at the first call: an agent does not wait that long for the list of tools."""

    def __init__(self, settings: Settings, opened: AsyncExitStack) -> None:
        self._settings = settings
        self._opened = opened
        self._lock = asyncio.Lock()
        self._service: Service | None = None

    async def service(self) -> Service:
        """The one service of this process; raises as ``ensure`` does."""
        async with self._lock:
            if self._service is None:
                connection = await asyncio.to_thread(ensure, self._settings)
                store = await self._opened.enter_async_context(Store(connection))
                self._service = Service(store=store)
        return self._service
