"""The supervisor keeps one process alive, within limits, and never leaves it behind.

A small program stands in for the JVM: what is tested is the supervisor, with real processes and signals.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import psutil
import pytest

from graph.errors import DataInUse, KeepsDying, StartFailed
from graph.server import supervisor
from graph.server.launch import read_launch
from graph.server.layout import Layout
from graph.server.runner import await_word, end_supervisor, error_of, live_state, run_supervisor, stop_at
from graph.server.state import ProcessId, State, identify, write_state
from graph.server.supervisor import Supervisor, jvm_environment
from tests.unit.local.kept import jvm_of, launch_of, wait_for, wait_until_gone


def test_it_says_running_and_ends_when_its_parent_lets_go(folders: Layout) -> None:
    """Closing the parent-death pipe ends supervisor and JVM in good order; the state says stopped."""
    process = run_supervisor(launch_of(folders, "answer"))
    jvm = jvm_of(folders)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(10) == supervisor.EXIT_OK
    wait_until_gone(jvm)
    assert wait_for(folders, status="stopped").jvm is None
    assert live_state(folders) is None


def test_a_dead_jvm_is_started_again(folders: Layout) -> None:
    """A kill is noticed, logged and mended; the port stays."""
    launch = launch_of(folders, "answer")
    process = run_supervisor(launch)
    before = jvm_of(folders)
    os.kill(before.pid, signal.SIGKILL)
    after = wait_for(folders, status="running", restarts=1)
    assert after.jvm is not None
    assert after.jvm != before
    end_supervisor(process, launch.stop_file)
    assert "died (signal 9); restart 1 of 2" in launch.supervisor_log.read_text(encoding="utf-8")


def test_restarts_have_a_limit(folders: Layout) -> None:
    """A JVM that dies each time is given up, with the reason in state and log."""
    launch = launch_of(folders, "die:0.1", restarts=1)
    process = run_supervisor(launch)
    assert process.wait(20) == supervisor.EXIT_FAILED
    failure = wait_for(folders, status="failed").failure
    assert failure is not None
    assert isinstance(error_of(failure), KeepsDying)
    assert "died 2 times" in failure.what
    assert "exit code 3" in failure.what
    assert "giving up" in launch.supervisor_log.read_text(encoding="utf-8")
    end_supervisor(process, launch.stop_file)


def test_old_deaths_are_forgotten(folders: Layout) -> None:
    """Only deaths within the window count against the limit."""
    kept = Supervisor(replace(launch_of(folders, restarts=1), restart_window=0.05))
    for _ in range(4):
        assert kept._may_restart()
    assert kept.restarts == 4
    folders.state_file.unlink()  # it names this very process as the supervisor


def test_a_first_start_that_fails_is_not_repeated(folders: Layout) -> None:
    """What the JVM printed is in the error of the caller."""
    with pytest.raises(StartFailed, match="ended with exit code 1: ERROR it broke"):
        run_supervisor(launch_of(folders, "print:ERROR it broke"))
    assert live_state(folders) is None


def test_a_start_without_answer_ends(folders: Layout) -> None:
    """The time for a start is limited; the JVM is killed then, also when it ignores SIGTERM."""
    with pytest.raises(StartFailed, match="gave no answer in time"):
        run_supervisor(replace(launch_of(folders, "stubborn", "silent"), start_seconds=4))
    assert "was killed" in (folders.logs / "supervisor.log").read_text(encoding="utf-8")


def test_only_one_supervisor_holds_a_data_directory(folders: Layout) -> None:
    """A second one is refused by name of the first, which goes on undisturbed."""
    launch = launch_of(folders, "answer")
    process = run_supervisor(launch)
    with pytest.raises(DataInUse, match=f"held by process {process.pid}"):
        run_supervisor(launch_of(folders, "answer"))
    assert process.poll() is None
    assert jvm_of(folders).find() is not None
    end_supervisor(process, launch.stop_file)


def test_the_jvm_dies_with_a_killed_supervisor_and_the_lock_is_free(folders: Layout) -> None:
    """SIGKILL of the supervisor takes the JVM along, and the next start is not in the way of it."""
    if sys.platform != "linux":
        pytest.skip("the kernel's part is Linux's")
    process = run_supervisor(launch_of(folders, "stubborn", "answer"))
    jvm = jvm_of(folders)
    process.kill()
    wait_until_gone(jvm)
    process.wait()
    launch = launch_of(folders, "answer")
    end_supervisor(run_supervisor(launch), launch.stop_file)
    assert process.stdin is not None
    process.stdin.close()


def test_an_orphan_is_ended_by_the_next_supervisor(folders: Layout) -> None:
    """A JVM that outlived its supervisor is found by pid and creation time, and ended before a new one starts."""
    orphan = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    known = identify(orphan.pid)
    assert known is not None
    gone = ProcessId(known.pid, known.created - 1000)
    launch = launch_of(folders, "answer")
    left = State("running", "1.0", 1, 2, tied=False, supervisor=gone, jvm=known)
    write_state(folders.state_file, left)
    threading.Thread(target=orphan.wait, daemon=True).start()
    process = run_supervisor(launch)
    wait_until_gone(known)
    end_supervisor(process, launch.stop_file)
    assert "whose supervisor was gone" in launch.supervisor_log.read_text(encoding="utf-8")


def test_an_orphan_is_ended_by_stop(folders: Layout) -> None:
    """`stop` finds a JVM without a supervisor too; a second stop has nothing to do."""
    orphan = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    known = identify(orphan.pid)
    assert known is not None
    threading.Thread(target=orphan.wait, daemon=True).start()
    left = State("running", "1.0", 1, 2, tied=False, supervisor=ProcessId(known.pid, 0.0), jvm=known)
    write_state(folders.state_file, left)
    assert stop_at(folders)
    assert not stop_at(folders)
    folders.state_file.unlink()
    assert not stop_at(folders)


def test_a_background_server_is_stopped_by_file(folders: Layout) -> None:
    """Untied it outlives its starter, and any process can stop it."""
    process = run_supervisor(launch_of(folders, "answer", tied=False))
    threading.Thread(target=process.wait, daemon=True).start()
    jvm = jvm_of(folders)
    assert stop_at(folders)
    assert jvm.find() is None
    assert not (folders.run / "stop").exists()


def test_a_supervisor_that_hangs_is_killed(folders: Layout) -> None:
    """`stop` does not wait for ever."""
    process = run_supervisor(launch_of(folders, "answer", tied=False))
    threading.Thread(target=process.wait, daemon=True).start()
    jvm = jvm_of(folders)
    psutil.Process(process.pid).suspend()
    assert stop_at(folders, patience=0.3)
    wait_until_gone(jvm)


def test_sigterm_ends_both(folders: Layout) -> None:
    """A supervisor that is asked to end by the system ends its JVM first."""
    process = run_supervisor(launch_of(folders, "answer"))
    jvm = jvm_of(folders)
    process.terminate()
    assert process.wait(10) == supervisor.EXIT_OK
    assert jvm.find() is None
    end_supervisor(process, folders.run / "stop")


def test_a_stop_during_the_start_is_obeyed(folders: Layout) -> None:
    """Whoever waits for the start hears that it was stopped."""
    launch = launch_of(folders, "silent")
    caught: list[StartFailed] = []

    def begin() -> None:
        try:
            run_supervisor(launch)
        except StartFailed as error:
            caught.append(error)

    thread = threading.Thread(target=begin)
    thread.start()
    wait_for(folders, status="starting")
    launch.stop_file.touch()
    thread.join(20)
    assert "was stopped while it started" in str(caught[0])


def test_waiting_for_anothers_start_ends_when_that_fails(folders: Layout) -> None:
    """A second process does not wait for a supervisor that is gone."""
    write_state(folders.state_file, State("starting", "1", 1, 2, tied=False, supervisor=ProcessId(1, 0.0)))
    with pytest.raises(StartFailed, match="stopped while it started"):
        await_word(folders.state_file, None, time.time())


def test_where_the_kernel_cannot_a_watchdog_ends_the_jvm(folders: Layout) -> None:
    """The way of macOS and Windows, here on any platform: the supervisor is killed, the watchdog ends the JVM."""
    launch = launch_of(folders, "answer")
    path = folders.run / "launch.json"
    launch.write(path)
    assert read_launch(path) == launch
    code = (
        "import sys, pathlib; from graph.server.supervisor import *;"
        "Supervisor(read_launch(pathlib.Path(sys.argv[1])), tie='watchdog').run()"
    )
    for end in (signal.SIGKILL, None):
        folders.state_file.unlink(missing_ok=True)
        process = subprocess.Popen([sys.executable, "-c", code, str(path)])
        wait_for(folders, status="running")
        jvm = jvm_of(folders)
        if end:
            process.send_signal(end)
        else:
            launch.stop_file.touch()
        wait_until_gone(jvm)
        process.wait(10)


def test_an_unusable_log_folder_is_said(folders: Layout) -> None:
    """A supervisor that cannot even write ends with a code, and its caller with an error."""
    launch = launch_of(folders, "answer")
    folders.password.unlink()
    with pytest.raises(StartFailed, match=r"ended with code 1|stopped while it started"):
        run_supervisor(launch)


def test_the_jvm_gets_no_secrets_and_no_foreign_options() -> None:
    """Passwords and JVM options of the caller's environment stay outside."""
    kept = jvm_environment(
        {"NEO4J_PASSWORD": "x", "JAVA_TOOL_OPTIONS": "-Xmx1m", "WHOFINED_HOME": "h", "PATH": "p"}
    )
    assert set(kept) <= {"PATH", "LC_ALL"}
