"""What is written for the server and read from it: configuration, password, state, diagnosis, progress."""

import io
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from graph.errors import StartFailed
from graph.server import archive, credentials, parent_death, ping, watchdog
from graph.server.configuration import (
    Ports,
    admin_command,
    class_path_file,
    jvm_options,
    neo4j_conf,
    server_command,
    write_class_path,
)
from graph.server.diagnosis import diagnose
from graph.server.java import Java
from graph.server.layout import Layout
from graph.server.lock import Artifact, Lock
from graph.server.memory import MIB, Shares
from graph.server.ports import free_ports
from graph.server.progress import Silent, Terminal
from graph.server.runner import error_of
from graph.server.state import Failure, ProcessId, identify, read_state

LOCK = Lock("1.0", "Main", 21, None, (Artifact("g:a:1", 1, "00"), Artifact("g:b:1", 1, "11")))
SHARES = Shares(512 * MIB, 128 * MIB)


@pytest.fixture
def folders(tmp_path: Path) -> Layout:
    """Folders whose names hold a space and a letter beyond ASCII."""
    made = Layout(cache=tmp_path / "cache", home=tmp_path / "my höme", logs=tmp_path / "logs")
    made.create()
    return made


def java(major: int) -> Java:
    """A Java that is never run."""
    return Java(Path("java"), f"{major}.0.1", major)


def test_the_configuration_keeps_to_itself(folders: Layout) -> None:
    """Loopback only, no reports, no files, no query log; folders without letters that Neo4j garbles."""
    text = neo4j_conf("2026.08.1", folders, Ports(1, 2), SHARES)
    rows = dict(line.split("=", 1) for line in text.splitlines())
    listens = {value for key, value in rows.items() if "listen_address" in key}
    assert all(value.startswith("127.0.0.1") for value in listens)
    assert rows["server.memory.heap.max_size"] == "512m"
    assert rows["dbms.security.auth_enabled"] == "true"
    assert rows["dbms.usage_report.enabled"] == rows["dbms.fleet_manager.enabled"] == "false"
    assert rows["server.directories.data"] == "data"
    assert rows["server.directories.logs"] == folders.logs.as_posix()
    assert Layout(cache=folders.cache, home=folders.home, logs=folders.home / "x").server_logs.name == "logs"
    assert text.isascii()
    assert "fleet" not in neo4j_conf("5.26.30", folders, Ports(1, 2), SHARES)


def test_the_class_path_is_in_a_file(folders: Layout) -> None:
    """The command stays short enough for Windows; the file is rewritten only when it is wrong."""
    write_class_path(LOCK, folders, ";")
    file = class_path_file(LOCK, folders)
    before = file.stat().st_mtime_ns
    write_class_path(LOCK, folders, ";")
    assert file.stat().st_mtime_ns == before
    assert file.read_text(encoding="utf-8").startswith('-cp\n"')
    file.write_text("cut", encoding="utf-8")
    write_class_path(LOCK, folders, ":")
    assert "a-1.jar:" in file.read_text(encoding="utf-8")
    command = server_command(LOCK, java(25), folders, ["-Xmx1m"])
    assert f"@{file}" in command
    assert "--console-mode" in command
    assert admin_command(LOCK, java(25), folders, ["database"])[-1] == "database"


def test_options_follow_the_java() -> None:
    """Java 25 has caches ahead of time, older ones archives; flags that a Java lacks are left out."""
    new, old = archive.Archive(Path("x"), java(25)), archive.Archive(Path("x"), java(17))
    assert "-XX:AOTCache=x" in new.options
    assert "-XX:SharedArchiveFile=x" in old.options
    assert any("AOTMode=record" in option for option in new.recording(Path()))
    assert any("ArchiveClassesAtExit" in option for option in old.recording(Path()))
    assert len(jvm_options(java(25), SHARES)) == len(jvm_options(java(17), SHARES)) + 1


def test_an_archive_belongs_to_jars_java_and_options(folders: Layout) -> None:
    """Whatever changes what the JVM would load changes the name."""
    first = archive.archive_for(LOCK, java(25), folders)
    other = Lock("1.0", "Main", 21, None, LOCK.artifacts[:1])
    assert first.path != archive.archive_for(other, java(25), folders).path
    assert first.path != archive.archive_for(LOCK, java(17), folders).path
    assert first == archive.archive_for(LOCK, java(25), folders)


def test_the_password_is_random_and_private(folders: Layout) -> None:
    """Made once, readable by its owner, long; the first start gets its hash."""
    made = credentials.password(folders)
    assert made == credentials.password(folders)
    assert len(made) >= 32
    assert stat.S_IMODE(folders.password.stat().st_mode) == 0o600
    credentials.set_initial(folders, made)
    line = (folders.data / "dbms" / "auth.ini").read_text(encoding="utf-8")
    assert made not in line
    (folders.data / "databases" / "system").mkdir(parents=True)
    (folders.data / "dbms" / "auth.ini").unlink()
    credentials.set_initial(folders, "other")
    assert not (folders.data / "dbms" / "auth.ini").exists()


def test_the_hash_is_what_neo4j_writes() -> None:
    """The line of `neo4j-admin dbms set-initial-password` for this word and salt, recorded from 2026.08.1."""
    salt = "9720b7233ba00c496ee9d9e7d66f1fe2b1531ad7a0725c06c56f911fd2d98739"
    digest = "f3f959918c6d93fa29d062d7a2bfd387c4191a8fd7916a0f72bdf2dc4d0d851d"
    assert (
        credentials.auth_line("geheim-12345", bytes.fromhex(salt)) == f"neo4j:SHA-256,{digest},{salt},1024:\n"
    )


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("java.io.IOException: No space left on device", "DiskFull"),
        ("Error: Could not reserve enough space for 9g object heap", "TooLittleMemory"),
        ("Caused by: java.net.BindException: Address already in use", "PortTaken"),
        ("FileLockException: Lock file has been locked by another process", "DataInUse"),
        ("The store was created by a newer version", "DataFromNewerVersion"),
        ("something else\nERROR the end\nmore", "StartFailed"),
        ("", "StartFailed"),
    ],
)
def test_a_dead_jvm_is_diagnosed(printed: str, kind: str) -> None:
    """Known causes become errors of their own, with a remedy; the rest quotes the last error."""
    found = diagnose(f"2026 INFO Starting...\n{printed}\n", log="console.log", exit_code=1)
    assert found.kind == kind
    assert found.remedy
    assert type(error_of(found)).__name__ == kind
    assert "ERROR the end" in found.what or "the end" not in printed


def test_an_unknown_failure_is_still_a_failure() -> None:
    """A state file of another version cannot make another kind of error."""
    assert isinstance(error_of(Failure("Nonsense", "x")), StartFailed)
    assert isinstance(error_of(Failure("NotFound", "x")), StartFailed)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"status": "running"}', '{"supervisor": 1, "jvm": 1, "failure": 1}']
)
def test_a_broken_state_file_is_no_state(tmp_path: Path, text: str) -> None:
    """Half a file, or an edited one, is as good as none."""
    path = tmp_path / "state.json"
    assert read_state(path) is None
    path.write_text(text, encoding="utf-8")
    assert read_state(path) is None


def test_a_process_is_known_by_pid_and_time() -> None:
    """A pid alone proves nothing: another creation time is another process."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    known = identify(process.pid)
    assert known is not None
    assert ProcessId(known.pid, known.created - 100).find() is None
    assert not known.wait(0)
    process.kill()
    assert known.wait(10)  # a zombie has ended
    process.wait()
    assert identify(process.pid) is None
    assert not known.end(1)


def test_a_tethered_command_ends_with_its_parent() -> None:
    """Where the parent is gone before the tie holds, the command is not begun."""
    if sys.platform != "linux":
        pytest.skip("the kernel's part is Linux's")
    wrong = subprocess.run([sys.executable, parent_death.__file__, "1", "/bin/true"], check=False)
    assert wrong.returncode == 1


def test_a_watchdog_of_a_dead_process_just_ends() -> None:
    """There is nothing to do, and nothing is hurt."""
    done = subprocess.run(
        [sys.executable, "-m", watchdog.__name__, "1", "0.0"], stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 0


def test_silence_is_no_answer() -> None:
    """A port where nobody listens does not count as up."""
    assert not ping.answers(free_ports().http, "x")


def test_a_bar_on_a_terminal_and_lines_elsewhere() -> None:
    """A person sees a bar; a log gets one line."""
    for terminal in (True, False):
        text = io.StringIO()
        with Terminal(Console(file=text, force_terminal=terminal, width=100)) as progress:
            progress.say("first step")
            progress.begin("Fetching", 2_000_000, 500_000)
            progress.advance(1_500_000)
        assert "first step" in text.getvalue()
        assert "Fetching" in text.getvalue()
    silent = Silent()
    silent.say("x")
    silent.begin("x", 1)
    silent.advance(1)
    silent.end()


def test_training_asks_several_kinds_of_questions() -> None:
    """Comments are left out; each paragraph is one statement."""
    asked = archive.questions()
    assert len(asked) > 8
    assert not any(text.startswith("//") or ";" in text for text in asked)
