"""Settings come from the environment, and a mistake there is named."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.settings import FOREIGN, Settings, known_variables, load_settings
from graph.connection import PREFIX, connection, size_in_bytes
from graph.errors import ConfigurationError, DatabaseUnavailable, Gone, WhofinedError


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of ours is set."""
    for name in os.environ:
        if name.startswith((PREFIX, "NEO4J_")):
            monkeypatch.delenv(name)


def test_every_documented_variable_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The names of the module docstring are those that work."""
    values = {
        "WHOFINED_HOME": str(tmp_path),
        "WHOFINED_PORT": "9000",
        "WHOFINED_LOG": "debug",
        "WHOFINED_NEO4J_HEAP": "1g",
        "WHOFINED_NEO4J_ARCHIVE": "false",
        "NEO4J_URI": "neo4j+s://graph.example",
        "NEO4J_USER": "ann",
        "NEO4J_PASSWORD": "secret",
        "NEO4J_DATABASE": "fines",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    found = load_settings()
    assert (found.home, found.port, found.log, found.neo4j_heap) == (tmp_path, 9000, "debug", 1 << 30)
    assert not found.neo4j_archive
    assert found.data_dir == tmp_path / "data"
    assert found.cache_dir == tmp_path / "cache"
    assert found.log_dir == tmp_path / "logs"
    given = connection(found)
    assert given is not None
    assert (given.uri, given.user, given.password, given.database) == (
        "neo4j+s://graph.example",
        "ann",
        "secret",
        "fines",
    )
    assert "secret" not in repr(given) + repr(found)
    assert set(values) <= set(known_variables())


def test_without_a_home_the_platform_decides() -> None:
    """Cache, data and logs each have their own place, all named after the project."""
    found = load_settings()
    places = {found.cache_dir, found.data_dir, found.log_dir}
    assert len(places) == 3
    assert all("whofined" in str(place) for place in places)
    assert connection(found) is None


@pytest.mark.parametrize(
    ("name", "near"),
    [("WHOFINED_PROT", "WHOFINED_PORT"), ("WHOFINED_NEO4J_HEAPSIZE", "WHOFINED_NEO4J_HEAP")],
)
def test_an_unknown_variable_is_refused_with_the_nearest(
    monkeypatch: pytest.MonkeyPatch, name: str, near: str
) -> None:
    """A typing error does not pass in silence; the variables of others do."""
    for foreign in FOREIGN:
        monkeypatch.setenv(foreign, "x")
    monkeypatch.setenv("NEO4J_AUTH", "neo4j/x")
    load_settings()
    monkeypatch.setenv(name, "1")
    with pytest.raises(ConfigurationError, match=rf"unknown setting \({name}\); did you mean {near}\?"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WHOFINED_PORT", "0"),
        ("WHOFINED_LOG", "loud"),
        ("WHOFINED_NEO4J_HEAP", "much"),
        ("WHOFINED_NEO4J_RESTARTS", "-1"),
        ("NEO4J_URI", "http://graph.example"),
    ],
)
def test_a_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The error says which variable."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=name):
        load_settings()


def test_a_password_comes_from_one_place(tmp_path: Path) -> None:
    """From a file without its line end, or from the variable; never both, and never from a file that is not there."""
    file = tmp_path / "password"
    file.write_text("from file\n", encoding="utf-8")
    given = connection(Settings(neo4j_uri="bolt://h", neo4j_password_file=file))
    assert given is not None
    assert given.password == "from file"
    with pytest.raises(ConfigurationError, match="without a password"):
        connection(Settings(neo4j_uri="bolt://h"))
    with pytest.raises(ConfigurationError, match="cannot be read"):
        connection(Settings(neo4j_uri="bolt://h", neo4j_password_file=tmp_path / "none"))
    with pytest.raises(ValidationError, match="keep one"):
        Settings.model_validate({"neo4j_password": "x", "neo4j_password_file": file})


def test_sizes_are_read_as_people_write_them() -> None:
    """Kilo, mega and giga are powers of 1024."""
    assert [size_in_bytes(text) for text in ("512m", "2G", "1GiB", "64 kb", 7)] == [
        512 << 20,
        2 << 30,
        1 << 30,
        64 << 10,
        7,
    ]


def test_errors_say_what_where_and_remedy() -> None:
    """One line for a person; the parts stay apart for a program."""
    error = WhofinedError("it broke", where="here", remedy="mend it")
    assert str(error) == "it broke (here); mend it"
    assert str(WhofinedError("it broke")) == "it broke"
    assert Gone("fact 1", "withdrawn").reason == "withdrawn"
    assert DatabaseUnavailable("no answer").retry_after == 2
