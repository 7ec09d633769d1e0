"""No module so long that it is not read, no function so long that it is not understood."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import LONG
from tests.requirements import CHECKOUT

MODULE_LINES = 300
FUNCTION_LINES = 50
FOLDERS = ("app", "graph", "seed", "tests", "docs")
MODULES = [path for folder in FOLDERS for path in sorted((CHECKOUT / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_modules_and_functions_are_short(path: Path) -> None:
    """A module has at most 300 lines, a function at most 50, from its ``def`` to its last line."""
    source = path.read_text(encoding="utf-8")
    lines = len(source.splitlines())
    assert lines <= MODULE_LINES, f"{lines} lines"
    assert list(long_functions(source)) == []


def long_functions(source: str) -> Iterator[str]:
    """Functions over the limit, as ``name: lines``; decorators are not counted."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{node.name}: {lines} lines"


def test_a_function_that_is_too_long_is_found() -> None:
    """The measure itself: fifty lines pass, fifty-one do not."""
    body = "    pass\n"
    fits = "def fits():\n" + body * 49
    grown = "async def grown():\n" + body * 50
    assert list(long_functions(fits + grown)) == ["grown: 51 lines"]


def test_modules_that_begin_first_exist() -> None:
    """A module that was renamed would be left for the end of a run."""
    assert [name for name in LONG if not (CHECKOUT / "tests" / name).is_file()] == []
