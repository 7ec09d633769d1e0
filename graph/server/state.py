"""How the server is: a small file that the supervisor replaces and everyone else reads.

Processes are named by pid and creation time together, because pids are used again.
"""

import contextlib
import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import psutil

Status = Literal["starting", "running", "restarting", "stopped", "failed"]

_SAME_START = 2.0
"""Seconds by which two readings of one process's creation time may differ when the clock is set."""

_TICK = 0.03
_KILLED = 10.0
"""Seconds that the system gets to take a killed process apart."""


@dataclass(frozen=True, slots=True)
class ProcessId:
    """A process that cannot be mistaken for a later one with the same pid."""

    pid: int
    created: float

    def find(self) -> psutil.Process | None:
        """The process while it lives; None once it has ended (a zombie has ended)."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.created) < _SAME_START
            alive = same and process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return None
        return process if alive else None

    def wait(self, patience: float) -> bool:
        """Whether it ends within so many seconds."""
        deadline = time.monotonic() + patience
        while self.find() is not None:
            if time.monotonic() > deadline:
                return False
            time.sleep(_TICK)
        return True

    def end(self, patience: float) -> bool:
        """Ask it to end, then make it; False where it had ended already."""
        process = self.find()
        if process is None:
            return False
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate()
            if not self.wait(patience):
                process.kill()
                self.wait(_KILLED)
        return True

    def kill(self) -> None:
        """Make it end at once; nothing where it had ended already."""
        process = self.find()
        if process is not None:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
                self.wait(_KILLED)


def identify(pid: int) -> ProcessId | None:
    """The process with this pid now, or None where there is none."""
    try:
        return ProcessId(pid, psutil.Process(pid).create_time())
    except psutil.NoSuchProcess:
        return None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why it is down: the name of an error class of `graph.errors`, and its parts."""

    kind: str
    what: str
    where: str | None = None
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """One reading. Times are seconds since 1970; `restarts` counts since the supervisor began."""

    status: Status
    version: str
    bolt_port: int
    http_port: int
    tied: bool
    supervisor: ProcessId
    jvm: ProcessId | None = None
    since: float = 0.0
    restarts: int = 0
    failure: Failure | None = None

    def alive(self) -> bool:
        """Whether the supervisor that wrote it still lives."""
        return self.supervisor.find() is not None


def write_state(path: Path, state: State) -> None:
    """Replace the file in one step, so that a reader never sees half of it."""
    scratch = path.with_name(f"{path.name}.{os.getpid()}")
    scratch.write_text(json.dumps(asdict(state), indent=1), encoding="utf-8")
    for _ in range(50):
        with contextlib.suppress(PermissionError):  # Windows: a reader has it open
            scratch.replace(path)
            return
        time.sleep(0.02)  # pragma: no cover
    scratch.replace(path)  # pragma: no cover


def read_state(path: Path) -> State | None:
    """The last reading; None where there is none, or where a full disk or an edit left nonsense."""
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        # A server that an earlier version started calls these by other names.
        supervisor = data.pop("keeper", None) or data.pop("supervisor")
        data["tied"] = data.pop("lifeline", None) or data.pop("tied", False)
        jvm, failure = data.pop("jvm"), data.pop("failure")
        return State(
            **data,
            supervisor=ProcessId(**supervisor),
            jvm=ProcessId(**jvm) if jvm else None,
            failure=Failure(**failure) if failure else None,
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
