"""A contributor has a clone and nothing beside it: the run passes, and what is left out is named with its reason."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.requirements import CHECKOUT, SHARED_VARIABLE

_SHORT = (
    "tests/unit/test_corpus.py",
    "tests/unit/extract/test_accuracy.py",
    "tests/unit/seed/curated/test_nothing_lost.py",
)
"""Tests that read shared material beside what the project has of its own."""


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git would give to somebody: the files it follows, as they are now, and nothing else."""
    if not (CHECKOUT / ".git").exists():
        pytest.skip("this is no checkout of git")
    folder = tmp_path_factory.mktemp("contributor") / "whofined"
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, check=True, capture_output=True, text=True
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (CHECKOUT / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((CHECKOUT / name).read_bytes())
    return folder


def _run(clone: Path, *, ci: bool) -> subprocess.CompletedProcess[str]:
    """The short form of the tests in the clone, with no shared folder."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("CI", "COV", "PYTEST_"))
    }
    kept.pop(SHARED_VARIABLE, None)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *_SHORT],
        cwd=clone,
        env=kept | ({"CI": "true"} if ci else {}),
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_clone_alone_passes_and_says_what_is_left_out(clone: Path) -> None:
    """Nothing fails; each test left out is named with the folder that was looked for."""
    done = _run(clone, ci=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert "SKIPPED" in done.stdout
    assert (
        f"missing: the shared folder (looked for {clone.parent / 'shared'}; set {SHARED_VARIABLE})"
        in done.stdout
    )
    assert " passed" in done.stdout


def test_continuous_integration_does_not_leave_it_out(clone: Path) -> None:
    """There, a missing part is a failure."""
    done = _run(clone, ci=True)
    assert done.returncode == 1, done.stdout[-3000:]
    assert "missing: the shared folder" in done.stdout
    assert "SKIPPED" not in done.stdout
