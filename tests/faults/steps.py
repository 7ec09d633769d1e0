"""Work that writes, killed at one of its steps: a step is a commit, a command of a migration, or a line of a file.

The process is a copy of this one (fork), so that it costs no start; it is killed by the system (SIGKILL), so that
nothing of it is tidied up.
"""

import asyncio
import os
import signal
import traceback
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import neo4j
import pytest

from graph.backup.form import Lines
from graph.connection import Connection
from graph.store import Store

Moment = Literal["before", "after"]
Work = Callable[[Store], Awaitable[object]]


@dataclass
class Steps:
    """Counts steps; at the one that is named the process dies, before or after it took place."""

    at: int | None = None
    moment: Moment = "before"
    taken: int = 0

    def begin(self) -> None:
        """A step begins."""
        self.taken += 1
        if (self.taken, self.moment) == (self.at, "before"):
            os.kill(os.getpid(), signal.SIGKILL)

    def end(self) -> None:
        """It took place, and nobody was told yet."""
        if (self.taken, self.moment) == (self.at, "after"):
            os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def counted(steps: Steps) -> Generator[None]:
    """Within the block steps are counted."""
    commit, script, line = neo4j.AsyncTransaction.commit, Store.script, Lines.write

    async def committed(self: neo4j.AsyncTransaction) -> None:
        steps.begin()
        await commit(self)
        steps.end()

    async def run(self: Store, text: Any) -> None:
        steps.begin()
        await script(self, text)
        steps.end()

    def written(self: Lines, row: dict[str, Any]) -> None:
        steps.begin()
        line(self, row)
        steps.end()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neo4j.AsyncTransaction, "commit", committed)
        patch.setattr(Store, "script", run)
        patch.setattr(Lines, "write", written)
        yield


def run(work: Work, connection: Connection) -> int:
    """Do the work to its end; how many steps it took."""
    steps = Steps()
    with counted(steps):
        asyncio.run(_over(work, connection))
    return steps.taken


def kill(work: Work, connection: Connection, at: int, moment: Moment) -> None:
    """Do the work in a process of its own, which dies at a step."""
    child = os.fork()
    if child == 0:
        try:
            with counted(Steps(at, moment)):
                asyncio.run(_over(work, connection))
        except BaseException:  # noqa: BLE001 - a copy of the test runner must not go on as one
            traceback.print_exc()
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "it ended before it was killed"
    assert os.WTERMSIG(status) == signal.SIGKILL


async def _over(work: Work, connection: Connection) -> None:
    async with Store(connection) as store:
        await work(store)
