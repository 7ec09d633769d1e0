"""The compose file's settings of Neo4j, on a real Neo4j."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.settings import Settings, load_settings
from graph.connection import Connection
from graph.errors import LocalServerError
from graph.server import local
from graph.server import recipe as recipes
from graph.server.configuration import neo4j_conf
from graph.server.layout import Layout
from graph.server.memory import MIB
from graph.server.ports import free_ports
from graph.server.progress import Silent
from graph.server.runner import end_supervisor
from tests.contract.container_files import neo4j_settings

VERSION = Settings.model_fields["neo4j_version"].default


@pytest.fixture
def recipe(tmp_path: Path) -> recipes.Recipe:
    """A server of its own, with the jars that are in the cache and the memory of the container."""
    folders = Layout(load_settings().cache_dir, tmp_path / "neo4j", tmp_path / "logs")
    return recipes.Recipe(
        VERSION,
        folders,
        free_ports(),
        heap=512 * MIB,
        pagecache=256 * MIB,
        archive=False,
        quick=True,
        tied=True,
        restarts=0,
    )


@contextmanager
def told(
    settings: dict[str, str], recipe: recipes.Recipe, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Connection]:
    """A local server whose neo4j.conf has these settings in place of, or beside, its own."""

    def conf(*arguments: Any, **more: Any) -> str:
        own = dict(line.split("=", 1) for line in neo4j_conf(*arguments, **more).splitlines())
        return "".join(f"{name}={value}\n" for name, value in (own | settings).items())

    monkeypatch.setattr(recipes, "neo4j_conf", conf)
    process = local.start(recipe, Silent())
    assert process is not None
    try:
        yield local.connection_to(recipe.layout)
    finally:
        end_supervisor(process, recipe.layout.run / "stop")


def effective(connection: Connection, http_port: int) -> dict[str, str]:
    """What the server says its settings are, over its HTTP Query API."""
    answer = httpx.post(
        f"http://127.0.0.1:{http_port}/db/neo4j/query/v2",
        auth=(connection.user, connection.password),
        json={"statement": "SHOW SETTINGS YIELD name, value"},
    )
    return dict(answer.raise_for_status().json()["data"]["values"])


def test_neo4j_starts_with_the_settings_of_the_compose_file(
    recipe: recipes.Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each variable maps to a setting that Neo4j has, and its value is what the server then uses."""
    wanted = neo4j_settings()
    with told(wanted, recipe, monkeypatch) as connection:
        found = effective(connection, recipe.ports.http)
    internal = {name for name in wanted if name.startswith("internal.")}
    assert {name: found[name] for name in wanted.keys() - internal} == {
        name: normal(value) for name, value in wanted.items() if name not in internal
    }


def normal(value: str) -> str:
    """A size or a time as Neo4j prints it."""
    return {"512m": "512.00MiB", "256m": "256.00MiB", "10m": "10m"}.get(value, value)


def test_a_setting_that_neo4j_does_not_have_stops_it(
    recipe: recipes.Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule can fail: with a misspelt name the server does not start, and the message names it."""
    wrong = neo4j_settings() | {"db.query.default.language": "CYPHER_5"}
    with (
        pytest.raises(LocalServerError, match=r"db\.query\.default\.language"),
        told(wrong, recipe, monkeypatch),
    ):
        pass
