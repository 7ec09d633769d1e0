"""A first load that is killed, at whatever moment: the next command cleans up and says so, and loading again works.

Two moments by default, the two that leave most behind; all of them with ``FAULTS=all`` (``make faults``).
"""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from app.settings import Settings
from graph.connection import Connection
from graph.server.layout import layout
from graph.server.leftovers import DROPPED, FINISHED, TABLES
from graph.server.local import ensure, stop
from tests.conftest import no_tracing
from tests.heard import Heard
from tests.integration.import_.dying import MOMENTS, WHOLE
from tests.integration.import_.test_bulk import _LIST, _bulk, _filled, _undone, _whole, _with
from tests.integration.local.conftest import home as home  # noqa: PLC0414 - a fixture of this module too
from tests.requirements import CHECKOUT
from tests.soak.snapshot import difference

_TRIED = list(MOMENTS) if os.environ.get("FAULTS") == "all" else ["importing", "renames"]


def _kill(moment: str, path: Path) -> None:
    words = [sys.executable, "-m", "tests.integration.import_.dying", moment, str(path)]
    done = subprocess.run(words, cwd=CHECKOUT, capture_output=True, check=False, timeout=300)
    assert done.returncode == -signal.SIGKILL, (moment, done.stderr[-2000:])


def _servers(folder: Path) -> list[str]:
    """Processes of Java that work on a folder below the home."""
    found: list[str] = []
    for process in psutil.process_iter(["name", "cmdline"]):
        words = " ".join(process.info["cmdline"] or ())
        if (process.info["name"] or "").startswith("java") and str(folder) in words:
            found.append(words)
    return found


def _next(home: Settings) -> tuple[Connection, list[str]]:
    heard = Heard()
    there = ensure(home, heard)
    return there, [word for word in heard.said if word in {TABLES, DROPPED, FINISHED}]


@pytest.mark.timeout(900)
def test_it_is_killed(home: Settings, tmp_path: Path) -> None:
    """The graph is the old one or the new one, nothing of the load is left, no server of it lives, and it can go on."""
    path = tmp_path / "list.csv"
    path.write_text(_LIST, encoding="utf-8")
    folders = layout(home)
    with no_tracing():
        there = ensure(home)
        asyncio.run(_with(there, lambda store: _filled(store, tmp_path / "records")))
        before = _whole(there)
        for moment in _TRIED:
            _kill(moment, path)
            there, said = _next(home)
            left = {one.name for one in folders.home.iterdir()} & {"tables", "loading"}
            assert (left, _servers(folders.home / "loading")) == (set(), []), moment
            assert len(_servers(folders.home)) == 1
            if moment in WHOLE:
                assert said == [FINISHED], moment
                assert _bulk(path).unchanged
                asyncio.run(_with(there, _undone))
            else:
                assert said == [TABLES if moment in {"rows", "tables"} else DROPPED], moment
            assert difference(before, _whole(there)) == [], moment
        stop(home)
