"""A proxy between the service and its graph that does what networks do: late, cut, half-open, swallowed, slow."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from typing import Final, Literal, Self

Mode = Literal["open", "late", "cut", "half-open", "black hole", "slow"]

MODES: Final[tuple[Mode, ...]] = ("late", "cut", "half-open", "black hole", "slow")
LATE: Final = 0.05
"""Seconds that each piece waits, in each direction."""
_PIECE: Final = 400
_PAUSE: Final = 0.02
_BLOCK: Final = 64 * 1024


class Proxy:
    """Listens on a port of this machine and passes on to another; ``set`` changes what it does to all connections."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._mode: Mode = "open"
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def port(self) -> int:
        """Where it listens."""
        assert self._server is not None
        return self._server.sockets[0].getsockname()[1]

    def set(self, mode: Mode) -> None:
        """Change what it does. Connections that were cut, or that lost bytes, do not come back."""
        if mode == "cut" or self._mode in {"half-open", "black hole"}:
            for writer in self._writers:
                writer.transport.abort()
        self._mode = mode

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._taken, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _taken(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            if self._mode == "cut":
                writer.transport.abort()
                return
            async with self._kept(writer):
                there, back = await asyncio.open_connection("127.0.0.1", self._target)
                async with self._kept(back), asyncio.TaskGroup() as group:
                    group.create_task(self._pump(reader, back, answers=False))
                    group.create_task(self._pump(there, writer, answers=True))
        except* (OSError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)

    @contextlib.asynccontextmanager
    async def _kept(self, writer: asyncio.StreamWriter) -> AsyncGenerator[None]:
        self._writers.add(writer)
        try:
            yield
        finally:
            self._writers.discard(writer)
            writer.transport.abort()

    async def _pump(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, answers: bool
    ) -> None:
        while block := await source.read(_BLOCK):
            mode = self._mode
            if mode == "black hole" or (mode == "half-open" and answers):
                continue
            if mode == "late":
                await asyncio.sleep(LATE)
            if mode == "slow" and answers:
                for start in range(0, len(block), _PIECE):
                    target.write(block[start : start + _PIECE])
                    await target.drain()
                    await asyncio.sleep(_PAUSE)
            else:
                target.write(block)
                await target.drain()
        target.transport.abort()
