"""Settings: one frozen object, read from the environment once at the edge and passed in.

WHOFINED_HOST, _PORT, _LOG   where the service listens, and how much it logs
WHOFINED_PUBLIC_READS        whether to serve beyond this machine although nobody has a key
WHOFINED_HOST_NAMES, _CORS_ORIGINS, _READS
                             by which names it answers, to which pages, and whether reading needs a key
WHOFINED_CYPHER              whether callers may send statements of their own
WHOFINED_RATE_LIMIT, _CONNECTIONS, _HEAD_KB, _HEAD_SECONDS, _IDLE_SECONDS, _BODY_SECONDS, _SEND_SECONDS
                             how much one client, and all together, may ask for
WHOFINED_REPORT_TO           where a reader of the pages reports an error
WHOFINED_KEEP_SOURCES        whether the bytes of documents are kept beside their text
WHOFINED_BACKUP_FOLDER, _BACKUP_HOURS, _BACKUP_KEEP, _BACKUP_DAYS
                             where and how often backups are made, how many are kept and for how long
WHOFINED_METRICS             who may read /metrics
WHOFINED_TRACES, _TRACES_SHARE
                             where traces are sent, and of which share of requests
WHOFINED_READ_SECONDS        how long the reading of one document that was sent may take
WHOFINED_CONFIDENCE          how sure a claim must be to be given
WHOFINED_LLM_URL, _LLM_MODEL, _LLM_KEY or _LLM_KEY_FILE, _LLM_SECONDS
                             a language model that reads documents; off without URL and model

How the graph is reached stands in `graph/connection.py`; docs/settings.md lists all.
"""

import difflib
import os
import re
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self

import limits
from pydantic import AfterValidator, AliasChoices, Field, SecretStr, ValidationError, model_validator

from graph.connection import PREFIX, GraphSettings, Port
from graph.errors import ConfigurationError

FOREIGN = frozenset({"WHOFINED_SHARED"})
"""Variables with our prefix that are no settings: test material is found by the first."""


Seconds = Annotated[float, Field(gt=0, le=3600)]


def _rate(text: str | None) -> str | None:
    if text is None or text == "none":
        return text
    try:
        limits.parse(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a rate; write for example 600/minute, or none") from None
    return text


def _reachable(text: str) -> str:
    if not re.fullmatch(r"(?:https?://[\x21-\x7e]{1,500}|[^\s@<>?&]{1,64}@[^\s@<>?&]{1,190})?", text):
        raise ValueError(f"{text!r} is neither an e-mail address nor an address that begins with https://")
    return text


def listed(text: str) -> tuple[str, ...]:
    """The parts of a setting that holds several, separated by commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


class Settings(GraphSettings):
    """All settings. Build with `load_settings()`, which gives clear errors; give fields by name in tests."""

    host: str = "127.0.0.1"
    port: Port = 8000
    log: Literal["debug", "info", "warning", "error"] = "info"
    cache_mb: Annotated[int, Field(ge=0, le=4096)] = 64
    public_reads: bool = False
    keep_sources: bool = False
    backup_folder: Path | None = None
    backup_hours: Annotated[float, Field(gt=0, le=8760)] = 24.0
    backup_keep: Annotated[int, Field(ge=1, le=10_000)] = 7
    backup_days: Annotated[float | None, Field(gt=0)] = None
    metrics: Literal["off", "loopback", "keyed"] = "off"
    traces: Annotated[str | None, Field(pattern=r"^https?://[^\s@]+$")] = None
    traces_share: Annotated[float, Field(ge=0, le=1)] = 1.0
    contact: Annotated[str, Field(max_length=200, pattern=r"^[\x20-\x7e]*$")] = ""
    report_to: Annotated[str, AfterValidator(_reachable)] = ""
    fetch_hosts: str = ""
    host_names: str = ""
    cors_origins: str = ""
    reads: Literal["open", "keyed"] = "open"
    cypher: Literal["off", "keyed", "open"] = "off"
    rate_limit: Annotated[str | None, AfterValidator(_rate)] = None
    connections: Annotated[int, Field(ge=8, le=65536)] = 512
    head_kb: Annotated[int, Field(ge=8, le=1024)] = 32
    head_seconds: Seconds = 10.0
    idle_seconds: Seconds = 15.0
    body_seconds: Seconds = 60.0
    send_seconds: Seconds = 60.0

    read_seconds: Annotated[float, Field(gt=0, le=600)] = 60.0
    confidence: Annotated[float | None, Field(ge=0, le=1)] = None

    llm_url: str | None = None
    llm_model: str | None = None
    llm_key: SecretStr | None = None
    llm_key_file: Path | None = None
    llm_seconds: float = Field(default=120.0, gt=0, le=3600)

    @model_validator(mode="after")
    def _one_key(self) -> Self:
        if self.llm_key is not None and self.llm_key_file is not None:
            raise ValueError("WHOFINED_LLM_KEY and WHOFINED_LLM_KEY_FILE are both set; keep one")
        return self

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Hosts whose documents a caller may have fetched; none unless they are named."""
        return frozenset(host.lower() for host in listed(self.fetch_hosts))

    @property
    def public(self) -> bool:
        """Whether the service listens where other machines may reach it."""
        try:
            return not ip_address(self.host).is_loopback
        except ValueError:
            return self.host != "localhost"


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


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    valid = [name for name in known_variables() if name.startswith(PREFIX)]
    for name in sorted(environ):
        if name.upper().startswith(PREFIX) and name.upper() not in {*valid, *FOREIGN}:
            near = difflib.get_close_matches(name.upper(), valid, n=1, cutoff=0.0)[0]
            raise ConfigurationError("unknown setting", where=name, remedy=f"did you mean {near}?")
