"""A first load in a process of its own that dies at a moment.

``python -m tests.integration.import_.dying MOMENT LIST``
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from app.cli import import_bulk
from graph.bulk.tables import Tables
from graph.server import admin, swap
from seed.import_.bulk import reading
from tests.integration.import_.test_bulk import _bulk


def _die(*_: Any, **__: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def _nth(count: int, work: Callable[..., Any]) -> Callable[..., Any]:
    """Work that dies when it is called for that time."""
    calls = 0

    def counted(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == count:
            _die()
        return work(*given, **named)

    return counted


def _while_importing() -> None:
    """Die once Neo4j's own import has begun to write."""
    work = admin._admin

    def watched(wanted: Any, *given: Any, **named: Any) -> None:
        def watch() -> None:
            while not (wanted.layout.data / "databases" / swap.DATABASE).exists():
                time.sleep(0.01)
            _die()

        threading.Thread(target=watch, daemon=True).start()
        work(wanted, *given, **named)

    admin._admin = watched


def _rows() -> None:
    reading._take_in = _nth(5, reading._take_in)


def _tables() -> None:
    Tables.link = _nth(150, Tables.link)


def _finish() -> None:
    import_bulk.finish = _die


def _renames() -> None:
    Path.replace = _nth_of_store(Path.replace)


def _nth_of_store(work: Callable[..., Any]) -> Callable[..., Any]:
    def renamed(path: Path, target: Path) -> Any:
        if "loading" in path.parts and path.name == swap.DATABASE:
            _die()
        return work(path, target)

    return renamed


MOMENTS: Final = {
    "rows": _rows,
    "tables": _tables,
    "importing": _while_importing,
    "finish": _finish,
    "renames": _renames,
}
"""While rows are read, tables written, Neo4j imports, the new graph is completed, and swapped in."""
WHOLE: Final = frozenset({"renames"})
"""Moments at which the new graph is whole already."""

if __name__ == "__main__":
    MOMENTS[sys.argv[1]]()
    _bulk(Path(sys.argv[2]))
