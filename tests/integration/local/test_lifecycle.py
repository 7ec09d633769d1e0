"""Start, status, dump, load, stop as a person types them, and what happens when a process is killed."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner, Result

from app.cli.neo4j import neo4j_app
from app.settings import Settings, load_settings
from graph.errors import (
    AdminFailed,
    ConfigurationError,
    DataFromNewerVersion,
    DataInUse,
    NotFound,
    WhofinedError,
)
from graph.server.layout import layout
from graph.server.local import ensure, hold, running, stop
from graph.server.state import ProcessId, read_state

PARENT = """
import pathlib, sys, time
from graph.server.instance import LocalServer
with LocalServer(pathlib.Path(sys.argv[1])) as server:
    print(server.recipe.layout.state_file, flush=True)
    time.sleep(120)
"""

INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background has it ignored
from app.cli.main import main
main()
"""


def typed(*words: str, code: int = 0) -> Result:
    """What the command line answers; an unexpected exit status fails with what was printed."""
    result = CliRunner().invoke(neo4j_app, list(words))
    assert result.exit_code == code, (result.output, result.exception)
    return result


def refused(kind: type[WhofinedError], *words: str) -> str:
    """The error that the command ends with."""
    error = CliRunner().invoke(neo4j_app, list(words)).exception
    assert isinstance(error, kind), error
    return str(error)


def query(settings: Settings, statement: str) -> str:
    """The body of an answer over HTTP."""
    there = running(settings)
    assert there is not None
    url = f"http://127.0.0.1:{settings.neo4j_http_port}/db/neo4j/query/v2"
    answer = httpx.post(url, json={"statement": statement}, auth=(there.user, there.password), timeout=30)
    assert answer.status_code == 202, answer.text
    return answer.text


def test_a_graph_is_kept_dumped_and_loaded(home: Settings, tmp_path: Path) -> None:
    """The whole life: start, write, dump with a restart, lose it, load it; a bad dump changes nothing."""
    dump = tmp_path / "graph.dump"
    assert running(home) is None
    typed("status", code=3)
    refused(NotFound, "logs")
    refused(NotFound, "dump", str(dump))
    typed("start")
    typed("start")
    query(home, "CREATE (n:Kept {id: 7}) RETURN n.id AS id")
    shown = json.loads(typed("status", "--json", "--show-password").stdout)
    there = running(home)
    assert there is not None
    assert (shown["status"], shown["password"], shown["uri"]) == ("running", there.password, there.uri)
    assert there.password not in typed("status").stdout
    assert "answers on bolt port" in typed("logs", "supervisor").stdout

    assert "stop" in refused(DataInUse, "dump", str(dump))
    typed("dump", str(dump), "--restart")
    assert "there already" in refused(ConfigurationError, "dump", str(dump))
    assert "7" in query(home, "MATCH (n:Kept) RETURN n.id AS id")
    assert "Stopped" in typed("stop").stdout
    assert "not running" in typed("stop").stdout

    broken = tmp_path / "broken.dump"
    broken.write_bytes(dump.read_bytes()[:100])
    assert "admin tool failed" in refused(AdminFailed, "load", str(broken), "--yes")
    assert "deleted" in typed("reset", "--yes").stdout
    assert "nothing to delete" in typed("reset", "--yes").stdout
    refused(NotFound, "load", str(tmp_path / "none"), "--yes")
    typed("load", str(dump), "--yes")
    typed("load", str(dump), "--yes")
    with hold(home) as held:
        assert held == there
        assert "7" in query(home, "MATCH (n:Kept) RETURN n.id AS id")
        assert "up" in refused(ConfigurationError, "load", str(dump), "--yes", "--restart")
        with hold(home) as again:  # attaches, and leaves it alone at its end
            assert again == held
        assert running(home) == held
    assert running(home) is None


def test_data_of_a_newer_version_is_left_alone(home: Settings) -> None:
    """The refusal comes before anything is written, and says what to do."""
    folders = layout(home)
    folders.create()
    folders.version.write_text("2099.01.0\n", encoding="utf-8")
    assert "NEO4J_VERSION=2099.01.0" in refused(DataFromNewerVersion, "start")
    assert folders.version.read_text(encoding="utf-8") == "2099.01.0\n"


def test_a_given_server_is_not_ours(home: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With NEO4J_URI set nothing local is touched."""
    monkeypatch.setenv("NEO4J_URI", "bolt://graph.example")
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    given = load_settings()
    for words in (["start"], ["stop"], ["reset", "--yes"], ["logs"], ["dump", str(tmp_path / "x")]):
        assert "NEO4J_URI" in refused(ConfigurationError, *words)
    assert "given by" in typed("status").stdout
    assert ensure(given).uri == "bolt://graph.example"
    assert running(given) == ensure(given)
    assert not stop(given)
    with hold(given) as held:
        assert held.uri == "bolt://graph.example"
    assert not layout(home).home.exists()


def test_two_that_start_at_once_get_one_server(home: Settings) -> None:
    """The second waits for the first and gets the same connection."""
    command = [
        sys.executable,
        "-c",
        "from graph.server.local import *; from graph.server.progress import *; from app.settings import *;",
    ]
    command[-1] += "print(ensure(load_settings()))"
    first, second = (subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2))
    answers = {process.communicate(timeout=120)[0] for process in (first, second)}
    assert len(answers) == 1
    assert running(home) is not None
    jvm = _jvm(layout(home).state_file)
    assert ensure(home) == running(home)
    assert stop(home)
    assert jvm.find() is None


def test_a_killed_parent_leaves_no_process(tmp_path: Path) -> None:
    """SIGKILL of the process that started it ends supervisor and JVM in good order."""
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    path = Path(parent.stdout.readline().strip())
    state, jvm = read_state(path), _jvm(path)
    assert state is not None
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    assert jvm.wait(30)
    assert state.supervisor.wait(30)
    left = read_state(path)
    assert left is not None
    assert left.status == "stopped"


def test_a_log_can_be_followed(home: Settings) -> None:
    """New lines appear until Ctrl-C."""
    folders = layout(home)
    folders.create()
    log = folders.logs / "supervisor.log"
    log.write_text("one\ntwo\nthree\n", encoding="utf-8")
    command = [sys.executable, "-c", INTERRUPTIBLE, "neo4j", "logs", "supervisor", "-n", "2", "-f"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as following:
        assert following.stdout is not None
        lines = [following.stdout.readline() for _ in range(2)]
        with log.open("a", encoding="utf-8") as file:
            file.write("four\n")
        lines.append(following.stdout.readline())
        following.send_signal(signal.SIGINT)
        lines.append(following.stdout.read())
    assert "".join(lines).split() == ["two", "three", "four"]
    assert following.returncode == 130


def _jvm(path: Path) -> ProcessId:
    state = read_state(path)
    assert state is not None
    assert state.jvm is not None
    return state.jvm
