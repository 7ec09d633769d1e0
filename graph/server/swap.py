"""Puts one graph in the place of another, in renames that a killed process leaves to the next one to finish.

The new graph is loaded whole into `loading`. Only then a mark is written there; from that moment on the new graph is
the one that counts, and whoever comes next does the renames that are missing. Without the mark, the old one counts.
"""

import contextlib
import os
import shutil
from pathlib import Path
from typing import Final

import psutil

from graph.server.state import read_state

DATABASE: Final = "neo4j"
_KILLED: Final = 10.0
"""Seconds that the system gets to take a killed process apart."""
_PARTS: Final = ("databases", "transactions")


def scratch_of(home: Path) -> Path:
    """Where a graph is loaded before it takes the place of the present one."""
    return home / "loading"


def _mark(home: Path) -> Path:
    return scratch_of(home) / "complete"


def swap(home: Path) -> None:
    """Let the graph in `loading` take the place of the present one."""
    with _mark(home).open("w", encoding="utf-8") as mark:
        mark.write("loaded; the renames can be done\n")
        mark.flush()
        os.fsync(mark.fileno())
    _sync(scratch_of(home))
    recover(home)


def recover(home: Path) -> bool:
    """Finish a swap that was cut off, or drop a graph that was not loaded whole; whether a swap was finished.

    Only for who holds the lock of the data directory. A server that outlived its command there is ended first.
    """
    scratch = scratch_of(home)
    if scratch.exists():
        _end_work_in(scratch)
    complete = _mark(home).exists()
    if complete:
        for part in _PARTS:
            _move(scratch / "data" / part / DATABASE, home / "data" / part / DATABASE, scratch / "old" / part)
        _mark(home).unlink()
        _sync(scratch)
    shutil.rmtree(scratch, ignore_errors=True)
    return complete


def _end_work_in(scratch: Path) -> None:
    """End a server there, and Neo4j's admin tool, whose second process does not die with the first."""
    left = read_state(scratch / "run" / "state.json")
    if left is not None:
        left.supervisor.kill()
        if left.jvm is not None:
            left.jvm.kill()
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.environ().get("NEO4J_HOME") == str(scratch):
                process.kill()
                process.wait(_KILLED)


def _move(new: Path, present: Path, aside: Path) -> None:
    """One of the parts; each step can be the last one before a kill."""
    if not new.exists():  # it was moved already
        return
    aside.mkdir(parents=True, exist_ok=True)
    present.parent.mkdir(parents=True, exist_ok=True)
    if present.exists():
        present.replace(aside / DATABASE)
    new.replace(present)
    _sync(present.parent)


def _sync(folder: Path) -> None:
    """Make renames durable where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
