"""The arrows between the layers, as the contracts of pyproject.toml draw them."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.requirements import CHECKOUT

LAYERS = ("app", "seed", "graph")
DRIVER_MODULES = {"graph/store.py", "graph/driver_errors.py", "graph/statement.py"}


def test_import_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    """App may import seed, seed may import graph, never the other way round."""
    status = lint_imports(config_filename=str(CHECKOUT / "pyproject.toml"), cache_dir=None)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_only_the_store_its_errors_and_the_statement_loader_import_the_driver() -> None:
    """A second reading of the rule, by file, so that an ignored import cannot widen it."""
    importers = {
        path.relative_to(CHECKOUT).as_posix()
        for layer in LAYERS
        for path in sorted((CHECKOUT / layer).rglob("*.py"))
        if "neo4j" in imported_packages(path)
    }
    assert importers <= DRIVER_MODULES


def imported_packages(path: Path) -> set[str]:
    """The top names of all modules that a file imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
