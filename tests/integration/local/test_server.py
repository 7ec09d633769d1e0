"""A real server, started by the project: private, on loopback, restarted, with its data."""

import stat
import sys
import time
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from graph.errors import DataInUse, LocalServerError, NoNetwork, PortTaken, StartFailed
from graph.server import ping
from graph.server.instance import LocalServer
from graph.server.layout import Layout
from graph.server.local import find_java, read_lock, start
from graph.server.ports import free_ports
from graph.server.progress import Terminal
from graph.server.recipe import configure
from graph.server.runner import run_supervisor


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalServer]:
    """One server for this module, in a folder that many programs stumble over."""
    with LocalServer(tmp_path_factory.mktemp("a höme with spaces"), progress=Terminal()) as server:
        yield server


def ask(server: LocalServer, statement: str, *, password: str | None = None) -> httpx.Response:
    """Ask over HTTP, as Neo4j Browser's neighbours do."""
    login = ("neo4j", server.connection.password if password is None else password)
    url = f"http://127.0.0.1:{server.recipe.ports.http}/db/neo4j/query/v2"
    return httpx.post(url, json={"statement": statement}, auth=login, timeout=30)


def rows(server: LocalServer, statement: str) -> list[list[Any]]:
    """The rows of an answer."""
    answer = ask(server, statement)
    assert answer.status_code in (200, 202), answer.text
    found: list[list[Any]] = answer.json()["data"]["values"]
    return found


def test_only_the_right_password_opens_it(own: LocalServer) -> None:
    """Authentication is on, and the password is in a file that only its owner can read."""
    assert rows(own, "RETURN 1 AS one") == [[1]]
    assert ask(own, "RETURN 1 AS one", password="neo4j").status_code == 401
    if sys.platform != "win32":
        assert stat.S_IMODE(own.recipe.layout.password.stat().st_mode) == 0o600
        assert stat.S_IMODE(own.recipe.layout.home.stat().st_mode) == 0o700


def test_neo4j_browser_is_served(own: LocalServer) -> None:
    """The link in the connection opens the real Neo4j Browser, ready to log in."""
    link = own.connection.browser_url
    assert link is not None
    page = httpx.get(link, timeout=30)
    assert page.status_code == 200
    assert "neo4j" in page.text.lower()
    assert str(own.recipe.ports.bolt) in link


def test_it_listens_on_loopback_only(own: LocalServer) -> None:
    """Nobody on the network can reach it, whatever the firewall."""
    assert own.state is not None
    assert own.state.jvm is not None
    links = psutil.Process(own.state.jvm.pid).net_connections("tcp")
    listening = {link.laddr for link in links if link.status == psutil.CONN_LISTEN}
    assert {place.port for place in listening} == {own.recipe.ports.bolt, own.recipe.ports.http}
    assert all(place.ip.removeprefix("::ffff:") == "127.0.0.1" for place in listening)


def test_the_settings_reached_it(own: LocalServer) -> None:
    """What neo4j.conf says is what the server runs with."""
    names = ("dbms.usage_report.enabled", "db.logs.query.enabled", "db.transaction.timeout")
    wanted = [[name, value] for name, value in zip(names, ("false", "OFF", "10m"), strict=True)]
    statement = f"SHOW SETTINGS {', '.join(map(repr, names))} YIELD name, value RETURN name, value"
    assert sorted(rows(own, statement)) == sorted(wanted)


def test_load_csv_reaches_neither_files_nor_hosts(own: LocalServer) -> None:
    """A statement cannot read the user's files or knock at other hosts."""
    (own.recipe.layout.imports / "x.csv").write_text("a\n", encoding="utf-8")
    for place in ("file:///x.csv", f"http://127.0.0.1:{own.recipe.ports.http}/"):
        answer = ask(own, f"LOAD CSV FROM '{place}' AS line RETURN line")
        assert "ExternalResourceFailed" in answer.text


def test_the_archive_is_in_use(own: LocalServer) -> None:
    """The JVM has mapped the class-data archive; a mismatch would be silent and slow."""
    assert own.state is not None
    assert own.state.jvm is not None
    maps = Path(f"/proc/{own.state.jvm.pid}/maps")
    if not maps.exists():
        pytest.skip("no /proc here")
    assert ".archive" in maps.read_text(encoding="utf-8")


def test_a_killed_jvm_comes_back_with_its_data(own: LocalServer) -> None:
    """Committed work survives, at the same address, without anybody's help."""
    rows(own, "MERGE (n:Kept {id: 1}) RETURN n.id AS id")
    before = own.connection
    own.kill_jvm()
    deadline = time.monotonic() + 60
    while not ping.answers(own.recipe.ports.http, before.password):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    # The server may answer a moment before its supervisor has said so.
    while (state := own.state) is None or state.status != "running":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert own.connection == before
    assert rows(own, "MATCH (n:Kept) RETURN n.id AS id") == [[1]]
    assert state.restarts == 1
    assert "restart 1 of 5" in (own.recipe.layout.logs / "supervisor.log").read_text(encoding="utf-8")


def test_a_changed_password_is_said(own: LocalServer) -> None:
    """Whoever changes the password in Neo4j Browser is told where to write it, at the next start."""
    good = own.connection.password
    own.stop()
    own.recipe.layout.password.write_text("another\n", encoding="utf-8")
    try:
        with pytest.raises(StartFailed, match="refuses the password of the password file"):
            own.start()
    finally:
        own.recipe.layout.password.write_text(good + "\n", encoding="utf-8")
        own.start()


def test_a_second_server_on_the_same_data_is_refused(own: LocalServer) -> None:
    """Even if it goes past the check for a running one, the lock holds."""
    again = replace(own.recipe, ports=free_ports())
    assert start(again, Terminal()) is None
    lock = read_lock(own.recipe.version)
    launch = configure(again, lock, find_java(lock, own.recipe.java))
    with pytest.raises(DataInUse, match="held by process"):
        run_supervisor(launch)
    assert rows(own, "RETURN 1 AS one") == [[1]]


def test_a_taken_port_stops_before_anything_is_written(own: LocalServer, tmp_path: Path) -> None:
    """The error names the port; the data directory is not even begun."""
    other = LocalServer(tmp_path, ports=own.recipe.ports)
    with pytest.raises(PortTaken, match=str(own.recipe.ports.bolt)):
        other.start()
    assert not other.recipe.layout.data.exists()
    with pytest.raises(StartFailed, match="not running"):
        _ = other.connection
    with pytest.raises(StartFailed, match="no JVM"):
        other.kill_jvm()
    other.stop()


def test_without_network_the_first_run_says_so(tmp_path: Path) -> None:
    """An empty cache and no repository: a clear error, and nothing in the way of the next run."""
    first = LocalServer(tmp_path, cache=tmp_path / "cache")
    first.recipe = replace(first.recipe, maven_url=f"http://127.0.0.1:{free_ports().http}")
    with pytest.raises(NoNetwork, match=r"files of Neo4j .* are missing"):
        first.start()
    assert not list((tmp_path / "cache" / "jars" / "partial").iterdir())


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file where a folder should be is an error with its path, not a traceback."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    server = LocalServer(tmp_path)
    server.recipe = replace(
        server.recipe,
        layout=Layout(cache=server.recipe.layout.cache, home=tmp_path / "file" / "x", logs=tmp_path / "logs"),
    )
    with pytest.raises(LocalServerError, match=r"cannot be used: .*file"):
        server.start()
