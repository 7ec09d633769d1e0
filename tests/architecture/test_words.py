"""Texts of the repository: nothing of one person's machine, nothing unfinished, names that say something."""

import re
from pathlib import Path

import pytest

from tests.requirements import CHECKOUT

FOLDERS = ("app", "graph", "seed", "cypher", "tests", "docs", ".ci")
ENDINGS = {".py", ".md", ".cypher", ".toml", ".yml", ".html", ".css"}
NAMES = {"Makefile", "Dockerfile", "run", ".gitignore", ".dockerignore"}
MACHINE_PATH = re.compile(r"(?<![\w.~$}/])/(?:home|root|work|Users|mnt|opt/\w+/wheels)/\w")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}


def texts() -> list[Path]:
    """Every text file that a person writes here; data of others and records are left out."""
    inside = (path for folder in FOLDERS for path in (CHECKOUT / folder).rglob("*"))
    files = [
        path
        for path in (*CHECKOUT.iterdir(), *inside)
        if path.is_file() and (path.suffix in ENDINGS or path.name in NAMES)
    ]
    return sorted(
        path for path in files if not {"__pycache__", "vendor", "static", "records"} & set(path.parts)
    )


TEXTS = texts()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_texts_hold_for_every_machine(path: Path) -> None:
    """No path of a machine and no mark of unfinished work."""
    text = path.read_text(encoding="utf-8")
    assert MACHINE_PATH.findall(text) == []
    assert UNFINISHED.findall(text) == []


def test_module_names_say_what_is_inside() -> None:
    """A module is named after what it holds, not after being useful."""
    named = {path for path in TEXTS if path.suffix == ".py" and {path.stem, path.parent.name} & EMPTY_NAMES}
    assert named == set()
