"""Runs of `whofined ingest` that are killed in the middle and started again."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from graph.connection import Connection
from tests.requirements import CHECKOUT
from tests.soak.snapshot import documents_in

_COMMAND = (sys.executable, "-m", "app.cli.main", "ingest", "--json")


def ingest_killed(folder: Path, connection: Connection, home: Path, kills: Sequence[int]) -> None:
    """Take a folder in; the process is killed each time that so many documents are there, then it may end."""
    for count in kills:
        process = _start(folder, connection, home)
        try:
            _wait(connection, count, process)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    process = _start(folder, connection, home)
    assert process.wait() == 0


def _start(folder: Path, connection: Connection, home: Path) -> subprocess.Popen[bytes]:
    given = {
        "NEO4J_URI": connection.uri,
        "NEO4J_USER": connection.user,
        "NEO4J_PASSWORD": connection.password,
        "WHOFINED_HOME": str(home),
    }
    return subprocess.Popen(
        [*_COMMAND, str(folder)],
        cwd=CHECKOUT,
        env={**os.environ, **given},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait(connection: Connection, count: int, process: subprocess.Popen[bytes]) -> None:
    while asyncio.run(documents_in(connection)) < count:
        assert process.poll() is None, "it ended before it could be killed"
        time.sleep(0.2)
