"""Folders of a server that a test may leave running."""

from collections.abc import Generator
from pathlib import Path

import pytest

from graph.server.layout import Layout
from graph.server.runner import stop_at


@pytest.fixture
def folders(tmp_path: Path) -> Generator[Layout]:
    """Folders of a server; whatever still runs there at the end is stopped."""
    made = Layout(cache=tmp_path / "cache", home=tmp_path / "home", logs=tmp_path / "logs")
    made.create()
    made.password.write_text("word\n", encoding="utf-8")
    yield made
    stop_at(made, patience=5)
