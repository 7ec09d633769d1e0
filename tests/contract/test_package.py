"""The distribution: what is installed holds everything that the code reads."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.requirements import CHECKOUT

LAYERS = ("app", "graph", "seed", "cypher")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built as a release would be."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_layers(wheel: Path) -> None:
    """Statements, records, notes, locks and pages travel with the modules that read them."""
    packed = set(zipfile.ZipFile(wheel).namelist())
    files = (path for layer in LAYERS for path in (CHECKOUT / layer).rglob("*") if path.is_file())
    wanted = {path.relative_to(CHECKOUT).as_posix() for path in files if "__pycache__" not in path.parts}
    assert wanted - packed == set()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """Tests, secrets and settings of one's tools stay at home."""
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(LAYERS)


def test_the_licence_is_whole_and_travels_along(wheel: Path) -> None:
    """The full text of the Apache License 2.0, in the checkout and in the wheel."""
    text = (CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
    packed = zipfile.ZipFile(wheel)
    [licence] = [name for name in packed.namelist() if name.endswith("/licenses/LICENSE")]
    assert packed.read(licence).decode() == text
