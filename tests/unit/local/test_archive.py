"""The class-data archive is made once, from a training run, and its lack never stops a start."""

import contextlib
import os
from collections.abc import Generator
from pathlib import Path

import pytest

from graph.errors import StartFailed
from graph.server import archive
from graph.server.java import Java
from graph.server.layout import Layout
from graph.server.lock import Artifact, Lock
from graph.server.ports import free_ports
from graph.server.progress import Silent
from tests.heard import Heard

LOCK = Lock("1.0", "Main", 21, None, (Artifact("g:a:1", 1, "00"),))
ASSEMBLER = """#!/bin/sh
for word in "$@"; do case "$word" in -XX:AOTCache=*) echo assembled > "${word#-XX:AOTCache=}";; esac; done
exit $CODE
"""


@pytest.fixture
def folders(tmp_path: Path) -> Layout:
    """An empty cache."""
    return Layout(cache=tmp_path / "cache", home=tmp_path / "home", logs=tmp_path / "logs")


def java_of(folder: Path, major: int, code: int = 0) -> Java:
    """A program in the place of Java that assembles a file, or fails."""
    program = folder / f"java{major}"
    program.write_text(ASSEMBLER.replace("$CODE", str(code)), encoding="utf-8")
    program.chmod(0o755)
    return Java(program, f"{major}.0.1", major)


@contextlib.contextmanager
def run(folders: Layout, options: list[str]) -> Generator[tuple[int, str]]:
    """In the place of a server: dumps its classes at exit where it was told to."""
    yield free_ports().http, "word"
    for option in options:
        if option.startswith("-XX:ArchiveClassesAtExit="):
            Path(option.partition("=")[2]).write_text("dumped", encoding="utf-8")
    assert folders.home.parent.name.startswith("training-")


@pytest.mark.parametrize(("major", "content"), [(25, "assembled\n"), (17, "dumped")])
def test_it_is_made_once(folders: Layout, tmp_path: Path, major: int, content: str) -> None:
    """The second time nothing is said and nothing is run; no scratch is left, also not an older one."""
    kept, said = archive.archive_for(LOCK, java_of(tmp_path, major), folders), Heard()
    (folders.archives / "training-0" / "home").mkdir(parents=True)
    archive.train(LOCK, kept, folders, run, said)
    assert kept.path.read_text(encoding="utf-8") == content
    archive.train(LOCK, kept, folders, run, said)
    assert len(said.said) == 1
    assert set(folders.archives.iterdir()) == {kept.path, kept.path.with_suffix(".sha256")}


def test_a_damaged_one_is_made_anew(folders: Layout, tmp_path: Path) -> None:
    """The JVM would die of it; one from before digests were kept is taken as it is, and kept an eye on from then on."""
    kept, said = archive.archive_for(LOCK, java_of(tmp_path, 25), folders), Heard()
    archive.train(LOCK, kept, folders, run, said)
    kept.path.with_suffix(".sha256").unlink()
    archive.train(LOCK, kept, folders, run, said)
    assert len(said.said) == 1
    kept.path.write_text("assembled?", encoding="utf-8")
    archive.train(LOCK, kept, folders, run, said)
    assert "damaged" in said.said[1]
    assert kept.path.read_text(encoding="utf-8") == "assembled\n"


def test_a_failure_costs_only_speed(folders: Layout, tmp_path: Path) -> None:
    """Whether the run or the assembly fails, it is said, and nothing is left behind."""

    @contextlib.contextmanager
    def broken(_: Layout, __: list[str]) -> Generator[tuple[int, str]]:
        raise StartFailed("no start")
        yield 0, ""

    failing = archive.archive_for(LOCK, java_of(tmp_path, 25, code=1), folders)
    for trial in (run, broken):
        said = Heard()
        archive.train(LOCK, failing, folders, trial, said)
        assert "Starts stay slow" in said.said[-1]
        assert not list(folders.archives.iterdir())


def test_old_archives_make_room(folders: Layout, tmp_path: Path) -> None:
    """Those used last stay; those of other versions are not touched."""
    folders.archives.mkdir(parents=True)
    for age, name in enumerate(["neo4j-1.0-a", "neo4j-1.0-b", "neo4j-1.0-c", "neo4j-2.0-d"]):
        path = folders.archives / f"{name}.archive"
        path.touch()
        os.utime(path, (1000 - age, 1000 - age))
    kept = archive.archive_for(LOCK, java_of(tmp_path, 17), folders)
    archive.train(LOCK, kept, folders, run, Silent())
    left = {path.name for path in folders.archives.glob("*.archive")}
    assert left == {"neo4j-1.0-a.archive", "neo4j-1.0-b.archive", "neo4j-2.0-d.archive", kept.path.name}
