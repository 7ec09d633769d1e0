"""What a load left that was killed is gone before the next server starts, and somebody hears of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from graph.server import swap
from graph.server.layout import Layout
from graph.server.leftovers import DROPPED, FINISHED, TABLES, clean
from tests.heard import Heard
from tests.unit.local.test_swap import fill, holds


@pytest.fixture
def folders(tmp_path: Path) -> Layout:
    """The folders of a server that does not run, with a graph."""
    found = Layout(cache=tmp_path / "cache", home=tmp_path / "home", logs=tmp_path / "logs")
    found.create()
    return found


def _cleaned(folders: Layout) -> list[str]:
    heard = Heard()
    clean(folders, heard)
    return heard.said


def test_where_nothing_was_left_nothing_is_said(folders: Layout) -> None:
    """As at nearly every start."""
    assert _cleaned(folders) == []


def test_tables_and_half_a_graph_go_and_a_whole_one_takes_its_place(folders: Layout) -> None:
    """Each is told in its own words."""
    fill(folders.home)
    folders.tables.mkdir()
    assert _cleaned(folders) == [DROPPED]
    assert holds(folders.home) == ["old", "old"]
    folders.tables.mkdir()
    assert _cleaned(folders) == [TABLES]
    for part in swap._PARTS:
        place = swap.scratch_of(folders.home) / "data" / part / swap.DATABASE
        place.mkdir(parents=True)
        (place / "store").write_text("new", encoding="utf-8")
    swap._mark(folders.home).touch()
    assert _cleaned(folders) == [FINISHED]
    assert holds(folders.home) == ["new", "new"]
    assert {one.name for one in folders.home.iterdir()} & {"tables", "loading"} == set()


@pytest.mark.parametrize("lock", ["bulk.lock", "supervisor.lock"])
def test_while_a_load_is_under_way_nothing_of_it_is_touched(folders: Layout, lock: str) -> None:
    """Its locks say so."""
    fill(folders.home)
    with FileLock(folders.run / lock):
        assert _cleaned(folders) == []
    assert swap.scratch_of(folders.home).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the environment of a process cannot be read there")
def test_what_still_works_there_is_ended_first(folders: Layout) -> None:
    """Neo4j's admin tool starts a second process, which outlives the first one and the command."""
    fill(folders.home)
    environment = os.environ | {"NEO4J_HOME": str(swap.scratch_of(folders.home))}
    words = [sys.executable, "-c", "import time; print(flush=True); time.sleep(60)"]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert _cleaned(folders) == [DROPPED]
        other.wait(10)  # raises where it goes on
