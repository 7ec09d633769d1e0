"""Settings: one frozen object, read from the environment once at the edge and passed in.

WHOFINED_HOME                one folder for cache, data and logs (default: the platform's own places)
WHOFINED_HOST, _PORT, _LOG   where the service listens, and how much it logs
WHOFINED_PUBLIC_READS        whether to serve beyond this machine although nobody has a key
WHOFINED_KEEP_SOURCES        whether the bytes of documents are kept beside their text
NEO4J_URI                    a server that exists already; then nothing local is started
NEO4J_USER, NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, NEO4J_DATABASE, NEO4J_BROWSER_URL
NEO4J_VERSION                which locked version the local server runs
WHOFINED_NEO4J_HEAP, _PAGECACHE, _BOLT_PORT, _HTTP_PORT, _JAVA, _MAVEN_URL, _ARCHIVE,
_START_SECONDS, _RESTARTS    the local server (docs/local-neo4j.md)
WHOFINED_LLM_URL, _LLM_MODEL, _LLM_KEY or _LLM_KEY_FILE, _LLM_SECONDS
                             a language model that reads documents; off without URL and model
"""

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self

import platformdirs
from pydantic import AliasChoices, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import ConfigurationError

PREFIX = "WHOFINED_"
FOREIGN = frozenset({"WHOFINED_SHARED"})
"""Variables with our prefix that are no settings: test material is found by the first."""

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


class Settings(BaseSettings):
    """All settings. Build with `load_settings()`, which gives clear errors; give fields by name in tests."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", populate_by_name=True, env_ignore_empty=True
    )

    home: Path | None = None
    host: str = "127.0.0.1"
    port: Port = 8000
    log: Literal["debug", "info", "warning", "error"] = "info"
    cache_mb: Annotated[int, Field(ge=0, le=4096)] = 64
    public_reads: bool = False
    keep_sources: bool = False
    fetch_hosts: str = ""

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

    llm_url: str | None = None
    llm_model: str | None = None
    llm_key: SecretStr | None = None
    llm_key_file: Path | None = None
    llm_seconds: float = Field(default=120.0, gt=0, le=3600)

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.neo4j_password is not None and self.neo4j_password_file is not None:
            raise ValueError("NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set; keep one")
        if self.neo4j_uri is not None and self.neo4j_uri.partition("://")[0] not in _SCHEMES:
            raise ValueError(f"NEO4J_URI is {self.neo4j_uri!r}; it starts with one of {', '.join(_SCHEMES)}")
        if self.llm_key is not None and self.llm_key_file is not None:
            raise ValueError("WHOFINED_LLM_KEY and WHOFINED_LLM_KEY_FILE are both set; keep one")
        return self

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Hosts whose documents a caller may have fetched; none unless they are named."""
        return frozenset(host.strip().lower() for host in self.fetch_hosts.split(",") if host.strip())

    @property
    def public(self) -> bool:
        """Whether the service listens where other machines may reach it."""
        try:
            return not ip_address(self.host).is_loopback
        except ValueError:
            return self.host != "localhost"

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
        """Logs of the server and its keeper."""
        return self.home / "logs" if self.home else platformdirs.user_log_path("whofined", appauthor=False)


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach a Neo4j: Bolt address, login (user empty: no authentication), database, Neo4j Browser."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"
    browser_url: str | None = None


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the process environment; raises ConfigurationError that names the variable.

    `environ` is only where unknown names are looked for; values come from `os.environ`.
    """
    _refuse_unknown(os.environ if environ is None else environ)
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        parts = [str(part) for part in first["loc"]]
        name = variable(parts[0]) if parts else None
        raise ConfigurationError(first["msg"].removeprefix("Value error, "), where=name) from None


def variable(name: str) -> str:
    """The environment variable of a field (or of its alias, as validation errors give it)."""
    if name.startswith("NEO4J_"):
        return name
    known = Settings.model_fields.get(name)
    alias = known.validation_alias if known else None
    return str(alias.choices[0]) if isinstance(alias, AliasChoices) else f"{PREFIX}{name.upper()}"


def known_variables() -> tuple[str, ...]:
    """Every environment variable that is read, in order of declaration."""
    return tuple(variable(name) for name in Settings.model_fields)


def connection(settings: Settings) -> Connection | None:
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


def _given_password(settings: Settings) -> str:
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


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    valid = [name for name in known_variables() if name.startswith(PREFIX)]
    for name in sorted(environ):
        if name.upper().startswith(PREFIX) and name.upper() not in {*valid, *FOREIGN}:
            near = difflib.get_close_matches(name.upper(), valid, n=1, cutoff=0.0)[0]
            raise ConfigurationError("unknown setting", where=name, remedy=f"did you mean {near}?")
