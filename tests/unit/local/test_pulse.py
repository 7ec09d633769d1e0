"""What no longer works is noticed, a full disk is waited for, and whoever serves hears of the end."""

import os
import threading
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.settings import Settings
from graph.errors import KeepsDying, StartFailed, StoreDamaged
from graph.server.diagnosis import diagnose
from graph.server.layout import Layout, layout
from graph.server.local import disk_is_full, ended
from graph.server.runner import end_supervisor, error_of, run_supervisor
from graph.server.state import Failure, ProcessId, State, identify, read_state, write_state
from graph.server.supervisor import Supervisor
from tests.unit.local.kept import jvm_of, launch_of, wait_for


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
