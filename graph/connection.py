"""How Neo4j is reached, and the settings of the one that the project runs itself; nothing of HTTP is known here.

NEO4J_URI                    a server that exists already; then nothing local is started
NEO4J_USER, NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, NEO4J_DATABASE, NEO4J_BROWSER_URL
NEO4J_VERSION                which locked version the local server runs
WHOFINED_HOME                one folder for cache, data and logs (default: the platform's own places)
WHOFINED_NEO4J_HEAP, _PAGECACHE, _BOLT_PORT, _HTTP_PORT, _JAVA, _MAVEN_URL, _ARCHIVE,
_START_SECONDS, _RESTARTS    the local server (docs/local-neo4j.md)

`app/settings.py` adds what the service needs and reads the environment.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Self

import platformdirs
from pydantic import AliasChoices, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import ConfigurationError

PREFIX = "WHOFINED_"

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_SIZE = re.compile(r"(?P<number>\d+)\s*(?P<unit>[kmgKMG]?)[iI]?[bB]?")
_FACTOR = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}

Port = Annotated[int, Field(ge=1, le=65535)]


def size_in_bytes(text: str | float) -> int:
    """Bytes of `512m`, `2g`, `1GiB` or a plain number; raises ValueError on anything else."""
    found = _SIZE.fullmatch(str(text).strip())
    if found is None:
        raise ValueError(f"{text!r} is no size; write for example 512m or 2g")
    return int(found["number"]) * _FACTOR[found["unit"].lower()]


Size = Annotated[int, BeforeValidator(size_in_bytes), Field(gt=0)]


def _neo4j(name: str) -> AliasChoices:
    return AliasChoices(f"NEO4J_{name}")


class GraphSettings(BaseSettings):
    """The settings of the graph and its server; frozen. Give fields by name, or let the environment fill them."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", populate_by_name=True, env_ignore_empty=True
    )

    home: Path | None = None

    neo4j_uri: str | None = Field(default=None, validation_alias=_neo4j("URI"))
    neo4j_user: str = Field(default="neo4j", validation_alias=_neo4j("USER"))
    neo4j_password: SecretStr | None = Field(default=None, validation_alias=_neo4j("PASSWORD"))
    neo4j_password_file: Path | None = Field(default=None, validation_alias=_neo4j("PASSWORD_FILE"))
    neo4j_database: str = Field(default="neo4j", validation_alias=_neo4j("DATABASE"))
    neo4j_browser_url: str | None = Field(default=None, validation_alias=_neo4j("BROWSER_URL"))
    neo4j_version: str = Field(default="2026.08.1", validation_alias=_neo4j("VERSION"))

    neo4j_heap: Size | None = None
    neo4j_pagecache: Size | None = None
    neo4j_bolt_port: Port = 7687
    neo4j_http_port: Port = 7474
    neo4j_java: Path | None = None
    neo4j_maven_url: str = "https://repo1.maven.org/maven2"
    neo4j_archive: bool = True
    neo4j_start_seconds: float = Field(default=180.0, gt=0)
    neo4j_restarts: int = Field(default=5, ge=0)

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.neo4j_password is not None and self.neo4j_password_file is not None:
            raise ValueError("NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set; keep one")
        if self.neo4j_uri is not None and self.neo4j_uri.partition("://")[0] not in _SCHEMES:
            raise ValueError(f"NEO4J_URI is {self.neo4j_uri!r}; it starts with one of {', '.join(_SCHEMES)}")
        return self

    @property
    def cache_dir(self) -> Path:
        """What can be fetched or computed again: jars, class-data archives."""
        return self.home / "cache" if self.home else platformdirs.user_cache_path("whofined", appauthor=False)

    @property
    def data_dir(self) -> Path:
        """What must not be lost: the graph, its password."""
        return self.home / "data" if self.home else platformdirs.user_data_path("whofined", appauthor=False)

    @property
    def log_dir(self) -> Path:
        """Logs of the server and its supervisor."""
        return self.home / "logs" if self.home else platformdirs.user_log_path("whofined", appauthor=False)


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach a Neo4j: Bolt address, login (user empty: no authentication), database, Neo4j Browser."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"
    browser_url: str | None = None


def connection(settings: GraphSettings) -> Connection | None:
    """The server given by NEO4J_URI, or None where the project is to run its own."""
    if settings.neo4j_uri is None:
        return None
    return Connection(
        uri=settings.neo4j_uri,
        user=settings.neo4j_user,
        password=_given_password(settings),
        database=settings.neo4j_database,
        browser_url=settings.neo4j_browser_url,
    )


def _given_password(settings: GraphSettings) -> str:
    if settings.neo4j_password is not None:
        return settings.neo4j_password.get_secret_value()
    if settings.neo4j_password_file is None:
        raise ConfigurationError(
            "NEO4J_URI is set without a password",
            where="NEO4J_PASSWORD",
            remedy="set NEO4J_PASSWORD or NEO4J_PASSWORD_FILE",
        )
    try:
        return settings.neo4j_password_file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"NEO4J_PASSWORD_FILE cannot be read: {error}", where=str(settings.neo4j_password_file)
        ) from error
