"""A small program in place of the JVM, and how the supervisor that keeps it is asked."""

import sys
import time
from pathlib import Path

import pytest

from graph.server.launch import Launch
from graph.server.layout import Layout
from graph.server.ports import free_ports
from graph.server.runner import live_state
from graph.server.state import ProcessId, State, read_state

STAND_IN = Path(__file__).with_name("stand_in.py")


def launch_of(folders: Layout, *behaviour: str, restarts: int = 2, tied: bool = True) -> Launch:
    """A launch of the stand-in that behaves like this."""
    ports = free_ports()
    return Launch(
        version="1.0",
        command=(sys.executable, str(STAND_IN), str(ports.http), *behaviour),
        run_dir=str(folders.run),
        log_dir=str(folders.logs),
        bolt_port=ports.bolt,
        http_port=ports.http,
        password_file=str(folders.password),
        tied=tied,
        start_seconds=5,
        stop_seconds=0.5,
        restarts=restarts,
    )


def wait_for(folders: Layout, *, status: str, restarts: int = 0) -> State:
    """The state once it says this; fails after ten seconds."""
    state = None
    for _ in range(500):
        state = read_state(folders.state_file)
        if state is not None and state.status == status and state.restarts >= restarts:
            return state
        time.sleep(0.02)
    pytest.fail(f"never became {status}: {state}")


def jvm_of(folders: Layout) -> ProcessId:
    """The process that the supervisor keeps."""
    state = live_state(folders)
    assert state is not None
    assert state.jvm is not None
    return state.jvm


def wait_until_gone(process: ProcessId) -> None:
    """Return once the process has ended; fails after ten seconds."""
    assert process.wait(10), f"{process} lives on"
