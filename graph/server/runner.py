"""Start a supervisor, wait for its word, and end it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import graph
from graph import errors
from graph.errors import DataInUse, LocalServerError, StartFailed
from graph.server import supervisor
from graph.server.launch import Launch
from graph.server.layout import Layout
from graph.server.state import Failure, State, read_state

_TICK = 0.03
_PATIENCE = 60.0
"""Seconds that a supervisor gets to end its JVM before both are killed."""

# Apart from our terminal: Ctrl-C there reaches us, and we end the supervisor.
_FLAGS = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0


def live_state(folders: Layout) -> State | None:
    """The state of a server whose supervisor lives; None where none does."""
    state = read_state(folders.state_file)
    return state if state is not None and state.alive() else None


def run_supervisor(launch: Launch) -> subprocess.Popen[bytes]:
    """Start a supervisor and return once the first query was answered; raises what the supervisor reports."""
    path = Path(launch.run_dir) / "launch.json"
    launch.write(path)
    begun = time.time()
    environ = os.environ | {"PYTHONPATH": str(Path(graph.__file__).parent.parent), "PYTHONSAFEPATH": "1"}
    with launch.supervisor_log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", supervisor.__name__, str(path)],
            stdin=subprocess.PIPE if launch.tied else subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environ,
            creationflags=_FLAGS,
            start_new_session=sys.platform != "win32",
        )
    try:
        await_word(launch.state_file, process, begun)
    except BaseException:
        end_supervisor(process, launch.stop_file)
        raise
    return process


def await_word(path: Path, process: subprocess.Popen[bytes] | None, begun: float) -> None:
    """Wait until the state file, as written since `begun`, says running; raise what it says otherwise."""
    while True:
        code = process.poll() if process else None
        state = read_state(path)
        fresh = state is not None and state.since >= begun
        if state is not None and fresh and state.status == "running":
            return
        if state is not None and fresh and state.failure is not None:
            raise error_of(state.failure)
        if code is not None and not fresh:
            raise _without_word(code, path)
        if (code is not None) or (process is None and (state is None or not state.alive())):
            raise StartFailed("the local Neo4j was stopped while it started", where=str(path.parent))
        time.sleep(_TICK)


def _without_word(code: int, path: Path) -> LocalServerError:
    if code == supervisor.EXIT_HELD:
        state = read_state(path)
        holder = f" by process {state.supervisor.pid}" if state is not None and state.alive() else ""
        return DataInUse(
            f"the data directory is held{holder}",
            where=str(path.parent.parent),
            remedy="stop that server first",
        )
    return StartFailed(
        f"the supervisor ended with code {code}", where=str(path.parent), remedy="read supervisor.log"
    )


def error_of(failure: Failure) -> LocalServerError:
    """The error that a supervisor wrote down, as an exception of the same name."""
    kind = getattr(errors, failure.kind, StartFailed)
    error = kind(failure.what, where=failure.where, remedy=failure.remedy)
    return error if isinstance(error, LocalServerError) else StartFailed(failure.what, where=failure.where)


def end_supervisor(process: subprocess.Popen[bytes], stop_file: Path) -> None:
    """End a supervisor that this process started, and with it the JVM."""
    if process.stdin is not None:
        process.stdin.close()
    if process.poll() is None:
        stop_file.touch()
        try:
            process.wait(_PATIENCE * 3)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    stop_file.unlink(missing_ok=True)


def stop_at(folders: Layout, patience: float = _PATIENCE) -> bool:
    """Stop the server of these folders, whoever started it; False where there was none."""
    state = read_state(folders.state_file)
    if state is None:
        return False
    lived = state.alive()
    if lived:
        stop_file = folders.run / "stop"
        stop_file.touch()
        if not state.supervisor.wait(patience):
            state.supervisor.end(1.0)
        stop_file.unlink(missing_ok=True)
    left = read_state(folders.state_file) or state
    orphan = left.jvm is not None and left.jvm.end(patience)
    return lived or orphan
