"""A home of its own for what is started as a person starts it."""

from collections.abc import Generator
from pathlib import Path

import pytest

from app.settings import Settings, load_settings
from graph.server.local import stop
from graph.server.ports import free_ports


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Settings]:
    """A home of its own that shares the cache, with free ports; whatever runs there is stopped."""
    (tmp_path / "cache").symlink_to(Settings().cache_dir, target_is_directory=True)
    ports = free_ports()
    monkeypatch.setenv("WHOFINED_HOME", str(tmp_path))
    monkeypatch.setenv("WHOFINED_NEO4J_BOLT_PORT", str(ports.bolt))
    monkeypatch.setenv("WHOFINED_NEO4J_HTTP_PORT", str(ports.http))
    monkeypatch.setenv("WHOFINED_NEO4J_HEAP", "512m")
    settings = load_settings()
    yield settings
    stop(settings)
