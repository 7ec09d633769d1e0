"""What no longer works is noticed, a full disk is waited for, and whoever serves hears of the end."""

import os
import sys
import threading
import time
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.settings import Settings
from graph.errors import KeepsDying, StartFailed, StoreDamaged
from graph.server.diagnosis import diagnose
from graph.server.launch import Launch
from graph.server.layout import Layout, layout
from graph.server.local import disk_is_full, ended
from graph.server.ports import free_ports
from graph.server.runner import end_supervisor, error_of, live_state, run_supervisor, stop_at
from graph.server.state import Failure, ProcessId, State, identify, read_state, write_state
from graph.server.supervisor import Supervisor

STAND_IN = Path(__file__).with_name("stand_in.py")


@pytest.fixture
def folders(tmp_path: Path) -> Generator[Layout]:
    """Folders of a server; whatever still runs there at the end is stopped."""
    made = Layout(cache=tmp_path / "cache", home=tmp_path / "home", logs=tmp_path / "logs")
    made.create()
    made.password.write_text("word\n", encoding="utf-8")
    yield made
    stop_at(made, patience=5)


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


@pytest.mark.parametrize(("behaviour", "why"), [("stuck:2", "alive"), ("broken:2", "says that it is broken")])
def test_a_server_that_no_longer_works_is_started_again(folders: Layout, behaviour: str, why: str) -> None:
    """Its process lives: only a question with a deadline finds out."""
    launch = replace(
        launch_of(folders, "stubborn", behaviour), pulse_seconds=0.1, pulse_deadline=0.3, pulse_missed=2
    )
    process = run_supervisor(launch)
    before = jvm_of(folders)
    after = wait_for(folders, status="running", restarts=1)
    assert after.jvm != before
    end_supervisor(process, launch.stop_file)
    assert why in launch.supervisor_log.read_text(encoding="utf-8")


def test_a_full_disk_is_waited_for(folders: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is started on it, and that does not count as a death; the state says why."""
    room = [0]
    monkeypatch.setattr("graph.server.supervisor._LOOK_FOR_ROOM", 0.01)
    monkeypatch.setattr("graph.server.supervisor.shutil.disk_usage", lambda _: SimpleNamespace(free=room[0]))
    kept = Supervisor(launch_of(folders, restarts=1))
    kept.deaths.append(time.monotonic())
    waiting = threading.Thread(target=kept._await_room)
    waiting.start()
    state = wait_for(folders, status="restarting")
    assert state.failure is not None
    assert state.failure.kind == "DiskFull"
    assert waiting.is_alive()
    room[0] = 1 << 40
    waiting.join(5)
    assert not waiting.is_alive()
    assert not kept.deaths
    folders.state_file.unlink()


def test_whoever_serves_hears_that_it_is_gone(tmp_path: Path) -> None:
    """By the reason that the supervisor wrote down, or that it died; a restart is no end."""
    settings = Settings(home=tmp_path)
    made = layout(settings)
    made.create()
    me = identify(os.getpid())
    assert me is not None
    gone = ProcessId(me.pid, 0.0)
    state = State("running", "1", 1, 2, tied=False, supervisor=me)
    full = Failure("DiskFull", "the disk is full")
    for given, expected in (
        (state, None),
        (replace(state, status="restarting", failure=full), None),
        (replace(state, status="failed", failure=Failure("KeepsDying", "died 6 times")), KeepsDying),
        (replace(state, supervisor=gone), StartFailed),
    ):
        write_state(made.state_file, given)
        error = ended(settings)
        assert type(error) is (expected or type(None)), given
    write_state(made.state_file, replace(state, status="restarting", failure=full))
    assert disk_is_full(settings)


def test_a_server_of_an_earlier_version_is_found(folders: Layout) -> None:
    """Its state names the parts by the words of then."""
    write_state(folders.state_file, State("running", "1", 1, 2, tied=True, supervisor=ProcessId(1, 0.0)))
    text = folders.state_file.read_text(encoding="utf-8")
    folders.state_file.write_text(
        text.replace('"supervisor"', '"keeper"').replace('"tied"', '"lifeline"'), encoding="utf-8"
    )
    found = read_state(folders.state_file)
    assert found is not None
    assert found.tied
    assert found.supervisor == ProcessId(1, 0.0)


def test_a_damaged_store_is_said_so() -> None:
    """By its own kind of error, with what to do."""
    failure = diagnose("Caused by: java.lang.RuntimeException: page checksum mismatch", log="l", exit_code=1)
    error = error_of(failure)
    assert isinstance(error, StoreDamaged)
    assert "whofined neo4j load" in (error.remedy or "")
