"""The supervisor: `python -m graph.server.supervisor LAUNCH-FILE`.

It holds the lock of the data directory, starts the JVM, says when the first query was answered, starts the
JVM again when it dies (with a limit), and ends it when asked: by SIGTERM or Ctrl-C, by the stop file, or,
tied to its parent by a pipe, by its parent's end. The JVM never outlives it: on Linux the kernel sees to that
(`parent_death`), elsewhere a watchdog, and what slipped through both is ended by the next supervisor.
"""

import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from graph.server import parent_death, ping, space, swap, watchdog
from graph.server.diagnosis import diagnose, exit_text
from graph.server.launch import Launch, read_launch
from graph.server.pulse import Pulse
from graph.server.state import Failure, ProcessId, State, Status, identify, read_state, write_state

EXIT_OK, EXIT_FAILED, EXIT_HELD = 0, 1, 3
_PING, _TICK = 0.05, 0.1
_LONGEST_PAUSE = 10.0
_LOOK_FOR_ROOM = 1.0
_TAIL = 64 * 1024

log = logging.getLogger("whofined.neo4j")


class Supervisor:
    """Owns one JVM for as long as the lock of its data directory is held."""

    def __init__(self, launch: Launch, *, tie: Literal["kernel", "watchdog"] | None = None) -> None:
        """`tie` says what ends the JVM when the supervisor is killed; by default what the platform has."""
        self.launch = launch
        self.tie = tie or ("kernel" if sys.platform == "linux" else "watchdog")
        self.stop = threading.Event()
        self.jvm: subprocess.Popen[bytes] | None = None
        self.jvm_id: ProcessId | None = None
        self.dog: subprocess.Popen[bytes] | None = None
        self.deaths: deque[float] = deque()
        self.restarts = 0
        self.console_start = 0
        self.locked_out = False
        self.lost: str | None = None
        self.me = identify(os.getpid()) or ProcessId(os.getpid(), time.time())

    def run(self) -> int:
        """Keep the server until it is asked to stop (0) or cannot be kept (1)."""
        self._recover()
        status: Status = "starting"
        while True:
            self._spawn(status)
            ready = self._await_answer()
            if ready:
                self._say("running")
                log.info("neo4j %s answers on bolt port %d", self.launch.version, self.launch.bolt_port)
                self._watch()
            if self.stop.is_set():
                return self._finish()
            if not ready and status == "starting":
                return self._give_up(self._diagnosis())
            self._await_room()
            if not self._may_restart():
                last = self._diagnosis()
                window = self.launch.restart_window
                what = f"Neo4j died {len(self.deaths)} times within {window:.0f} s; last: {last.what}"
                return self._give_up(Failure("KeepsDying", what, last.where, last.remedy))
            status = "restarting"

    def ask_to_stop(self, *_: object) -> None:
        """Signal handler, and what the end of the parent calls."""
        self.stop.set()

    def await_parent_end(self) -> None:
        """Return when standard input closes: the parent is gone."""
        while os.read(0, 1):  # unbuffered: a buffer's lock, held here, would abort the interpreter at its end
            pass
        self.ask_to_stop()

    def _recover(self) -> None:
        """End what a supervisor that was killed left behind; the lock says that it is gone."""
        left = read_state(self.launch.state_file)
        if left is not None and left.jvm is not None and left.jvm.end(self.launch.stop_seconds):
            log.warning("ended a JVM (pid %d) whose supervisor was gone", left.jvm.pid)
        if swap.recover(Path(self.launch.run_dir).parent):
            log.warning("finished a load that was cut off")
        self.launch.stop_file.unlink(missing_ok=True)

    def _spawn(self, status: Status) -> None:
        self._end_jvm()
        if self.launch.configuration_file is not None:
            Path(self.launch.configuration_file).write_text(self.launch.configuration, encoding="utf-8")
        with self.launch.console_log.open("ab") as console:
            self.console_start = console.tell()
            command = list(self.launch.command)
            if self.tie == "kernel":
                command = parent_death.tied_command(command)
            self.jvm = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                env=jvm_environment(dict(os.environ)),
                cwd=self.launch.run_dir,
            )
        self.jvm_id = identify(self.jvm.pid)
        log.info("jvm started (pid %d)", self.jvm.pid)
        if self.tie == "watchdog" and self.jvm_id is not None:
            self.dog = subprocess.Popen(
                [sys.executable, "-m", watchdog.__name__, str(self.jvm_id.pid), repr(self.jvm_id.created)],
                stdin=subprocess.PIPE,
            )
        self._say(status)

    def _await_answer(self) -> bool:
        """Whether a query was answered before the JVM ended, the time ran out, or a stop was asked for."""
        password = Path(self.launch.password_file).read_text(encoding="utf-8").strip()
        deadline = time.monotonic() + self.launch.start_seconds
        while time.monotonic() < deadline and not self._stopping() and self._exit_code() is None:
            try:
                if ping.answers(self.launch.http_port, password, timeout=10.0):
                    return True
            except ping.WrongPassword:
                self.locked_out = True
                return False
            self.stop.wait(_PING)
        return False

    def _watch(self) -> None:
        """Return when the JVM has ended, does no more work, or a stop is asked for."""
        launch = self.launch
        password = Path(launch.password_file).read_text(encoding="utf-8").strip()
        pulse = Pulse(
            launch.http_port, password, launch.pulse_seconds, launch.pulse_deadline, launch.pulse_missed
        )
        pulse.start()
        while not self._stopping() and self._exit_code() is None and pulse.lost is None:
            self.stop.wait(_TICK)
        pulse.stop()
        self.lost = pulse.lost
        if self.lost is not None and self.jvm is not None and self._exit_code() is None:
            log.error("%s; ending it", self.lost)
            self.jvm.kill()  # what no longer works does not end in good order either
            self.jvm.wait()

    def _await_room(self) -> None:
        """Do not start on a full disk: it would only die again. Room is looked for every second."""
        folder = Path(self.launch.run_dir)
        if shutil.disk_usage(folder).free >= space.RESTART_FLOOR:
            return
        failure = Failure(
            "DiskFull", "the disk is full", str(folder), "free some space; the server then starts by itself"
        )
        log.error("the disk is full; waiting for room")
        self._say("restarting", failure)
        while not self._stopping() and shutil.disk_usage(folder).free < space.RESTART_FLOOR:
            self.stop.wait(_LOOK_FOR_ROOM)
        self.deaths.clear()
        log.info("there is room again")

    def _stopping(self) -> bool:
        if self.launch.stop_file.exists():
            self.stop.set()
        return self.stop.is_set()

    def _may_restart(self) -> bool:
        """Count this death; wait a little longer after each, and say no beyond the limit."""
        now = time.monotonic()
        self.deaths.append(now)
        while now - self.deaths[0] > self.launch.restart_window:
            self.deaths.popleft()
        code = self._exit_code()
        why = "gave no answer" if code is None else f"died ({exit_text(code)})"
        why = f"was ended ({self.lost})" if self.lost else why
        self.lost = None
        if len(self.deaths) > self.launch.restarts:
            log.error("neo4j %s; restarted %d times already, giving up", why, self.launch.restarts)
            return False
        self.restarts += 1
        pause = min(0.2 * 2 ** (len(self.deaths) - 1), _LONGEST_PAUSE)
        limit = self.launch.restarts
        log.warning("neo4j %s; restart %d of %d in %.1f s", why, len(self.deaths), limit, pause)
        self._say("restarting")
        self.stop.wait(pause)
        return True

    def _diagnosis(self) -> Failure:
        if self.locked_out:
            return Failure(
                "StartFailed",
                "Neo4j runs, but refuses the password of the password file",
                self.launch.password_file,
                "write the present password into that file",
            )
        with self.launch.console_log.open("rb") as console:
            console.seek(max(self.console_start, console.seek(0, os.SEEK_END) - _TAIL))
            text = console.read().decode(errors="replace")
        return diagnose(text, log=str(self.launch.console_log), exit_code=self._exit_code())

    def _finish(self) -> int:
        self._end_jvm()
        self.launch.stop_file.unlink(missing_ok=True)
        self._say("stopped")
        log.info("stopped as asked")
        return EXIT_OK

    def _give_up(self, failure: Failure) -> int:
        self._end_jvm()
        self._say("failed", failure)
        log.error("%s: %s", failure.kind, failure.what)
        return EXIT_FAILED

    def _exit_code(self) -> int | None:
        return self.jvm.poll() if self.jvm else None

    def _end_jvm(self) -> None:
        if self.jvm is not None and self.jvm.poll() is None:
            self.jvm.terminate()
            try:
                self.jvm.wait(self.launch.stop_seconds)
            except subprocess.TimeoutExpired:
                log.warning("the jvm did not stop within %.0f s and was killed", self.launch.stop_seconds)
                self.jvm.kill()
                self.jvm.wait()
        if self.dog is not None:
            self.dog.communicate()
            self.dog = None

    def _say(self, status: Status, failure: Failure | None = None) -> None:
        launch = self.launch
        state = State(
            status=status,
            version=launch.version,
            bolt_port=launch.bolt_port,
            http_port=launch.http_port,
            tied=launch.tied,
            supervisor=self.me,
            jvm=self.jvm_id if self._exit_code() is None else None,
            since=time.time(),
            restarts=self.restarts,
            failure=failure,
        )
        write_state(launch.state_file, state)


def jvm_environment(environ: dict[str, str]) -> dict[str, str]:
    """The environment without passwords and JVM options of others, and with file names in UTF-8."""
    dropped = ("WHOFINED_", "NEO4J_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
    kept = {name: value for name, value in environ.items() if not name.startswith(dropped)}
    return kept | ({"LC_ALL": "C.UTF-8"} if sys.platform == "linux" else {})


def main(arguments: list[str]) -> int:
    """Take the lock and keep the server; 3 where a live supervisor holds the lock."""
    os.umask(0o077)
    launch = read_launch(Path(arguments[0]))
    handler = RotatingFileHandler(launch.supervisor_log, maxBytes=1 << 20, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        with FileLock(launch.lock_file, timeout=0):
            supervisor = Supervisor(launch)
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, supervisor.ask_to_stop)
            if launch.tied:
                threading.Thread(target=supervisor.await_parent_end, daemon=True).start()
            return supervisor.run()
    except Timeout:
        return EXIT_HELD
    except OSError as error:  # a full disk above all
        log.exception("supervisor failed")
        sys.stderr.write(f"{error}\n")
        return EXIT_FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
