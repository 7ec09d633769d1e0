"""What every test shares: the kind of a test is the folder it stands in."""

from pathlib import Path

import pytest

_KINDS = {
    "unit": "unit",
    "architecture": "unit",
    "corpus": "unit",
    "integration": "integration",
    "contract": "contract",
    "browser": "browser",
}
_TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with its kind, so that ``-m unit`` selects what ``tests/unit`` holds."""
    for item in items:
        if item.path.is_relative_to(_TESTS):
            kind = _KINDS.get(item.path.relative_to(_TESTS).parts[0])
            if kind is not None:
                item.add_marker(kind)
