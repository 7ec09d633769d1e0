"""The threat model names tests that exist."""

import ast
import re
from functools import cache

from tests.requirements import CHECKOUT

PAGE = (CHECKOUT / "docs" / "threat-model.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


@cache
def functions_in(path: str) -> frozenset[str]:
    """The functions of a file."""
    tree = ast.parse((CHECKOUT / path).read_text(encoding="utf-8"))
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def test_every_named_test_exists() -> None:
    """A test that is renamed takes its row along."""
    assert len(NAMED) > 30
    missing = [
        f"{path}::{name}"
        for path, name in NAMED
        if not (CHECKOUT / path).is_file() or name not in functions_in(path) or not name.startswith("test_")
    ]
    assert missing == []


def test_all_ten_have_a_test() -> None:
    """Each of the ten threats has a row, and each row a test that holds it."""
    rows = {match[1]: match[0] for match in re.finditer(r"^\| API(\d+) .*$", PAGE, re.MULTILINE)}
    assert sorted(map(int, rows)) == list(range(1, 11))
    assert [number for number, row in rows.items() if not re.search(r"`tests/\S+::\w+`", row)] == []
