"""One server for all workers of a run: who asks first starts it, who leaves last lets it end."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from graph.server.instance import LocalServer

_USERS = "user-*.lock"
_PATIENCE = 600.0
"""Seconds for which the worker that started the server waits for the others."""


@contextmanager
def shared_server(folder: Path) -> Iterator[LocalServer]:
    """The server whose data lies in ``folder``, for as long as any worker uses it.

    It belongs to the worker that started it and dies with that one. A worker that comes after the others have left
    starts it again, with what it held.
    """
    # It lives long and plans much: what compiles well pays.
    server = LocalServer(folder / "server", quick=False, heap="768m")
    turn = FileLock(folder / "turn.lock")
    mine = FileLock(folder / f"user-{os.getpid()}.lock")
    with turn:
        mine.acquire()
        server.start()
    try:
        yield server
    finally:
        mine.release()
        if server.process is not None:
            _end(server, turn, folder)


def _end(server: LocalServer, turn: FileLock, folder: Path) -> None:
    """Stop the server when nobody uses it any more."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        with turn:  # nobody comes meanwhile
            if time.monotonic() > deadline or not any(map(_held, folder.glob(_USERS))):
                server.stop()
                return
        time.sleep(0.2)


def _held(path: Path) -> bool:
    """Whether a worker that lives holds this lock."""
    try:
        with FileLock(path, timeout=0):
            return False
    except Timeout:
        return True
