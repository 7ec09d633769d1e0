"""Which extractor to use, by name."""

import ipaddress
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import urlsplit

import httpx
from pydantic import SecretStr

from graph.errors import ConfigurationError, InvalidInput
from seed.extract.types import Document, Extraction
from seed.llm.endpoint import Endpoint

NAMES: Final = ("rules", "llm", "both")
"""What ``extractor`` knows; the first is the default everywhere."""


class ModelSettings(Protocol):
    """How sure a claim must be, and where the language model is, as the settings of whoever calls say it."""

    @property
    def confidence(self) -> float | None:
        """The confidence, 0 to 1, from which a claim is given; ``None`` for that of the trained model."""
        ...

    @property
    def llm_url(self) -> str | None:
        """Base address of an OpenAI-compatible API."""
        ...

    @property
    def llm_model(self) -> str | None:
        """The model's name there."""
        ...

    @property
    def llm_key(self) -> SecretStr | None:
        """The key, where one is needed."""
        ...

    @property
    def llm_key_file(self) -> Path | None:
        """A file that holds the key."""
        ...

    @property
    def llm_seconds(self) -> float:
        """How long one answer may take."""
        ...

    @property
    def cache_dir(self) -> Path:
        """Where answers are kept."""
        ...


def extractor(name: str, settings: ModelSettings) -> Callable[[Document], Extraction]:
    """The extractor of that name; it can be sent to another process.

    Raises ``InvalidInput`` for a name that there is not, and ``ConfigurationError`` where a model has no URL or name.
    """
    if name == "rules":
        from seed.extract.engine import extract

        return extract if settings.confidence is None else partial(extract, threshold=settings.confidence)
    if name in {"llm", "both"}:
        from seed.llm.both import Both
        from seed.llm.extractor import LanguageModel

        model = LanguageModel(endpoint(settings), settings.cache_dir / "llm")
        return model if name == "llm" else Both(model, settings.confidence)
    raise InvalidInput(f"no extractor {name!r}", where="extractor", remedy=f"one of {', '.join(NAMES)}")


def endpoint(settings: ModelSettings) -> Endpoint:
    """The endpoint of the settings; raises ``ConfigurationError`` that names the variable."""
    if settings.llm_url is None:
        raise ConfigurationError(
            "no language model is set",
            where="WHOFINED_LLM_URL",
            remedy="give the base address of an OpenAI-compatible API, for example http://127.0.0.1:11434/v1",
        )
    if settings.llm_model is None:
        raise ConfigurationError(
            "the language model has no name",
            where="WHOFINED_LLM_MODEL",
            remedy="give the name that the API knows it by",
        )
    key = _key(settings)
    _check_address(settings.llm_url, with_key=key is not None)
    return Endpoint(settings.llm_url, settings.llm_model, key, settings.llm_seconds)


def _check_address(url: str, *, with_key: bool) -> None:
    """Refuse what is no address, one with a password in it (addresses stand in logs), and a key sent in the clear."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
        httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        raise ConfigurationError("it is no address", where="WHOFINED_LLM_URL") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise ConfigurationError(
            f"{parts.scheme or 'nothing'!r} is no way to reach a language model",
            where="WHOFINED_LLM_URL",
            remedy="start it with https:// or http://",
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ConfigurationError(
            "the address has more than scheme, host and path",
            where="WHOFINED_LLM_URL",
            remedy="give a key in WHOFINED_LLM_KEY or WHOFINED_LLM_KEY_FILE",
        )

    if with_key and parts.scheme == "http" and not _near(host):
        raise ConfigurationError(
            "the key would cross the network in the clear",
            where="WHOFINED_LLM_URL",
            remedy="use https://, or take the key away",
        )


def _near(host: str) -> bool:
    """Whether a host is this machine, or on the same private network as far as its name tells."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith((".localhost", ".local", ".internal"))
    return address.is_loopback or address.is_private


def _key(settings: ModelSettings) -> str | None:
    """The key, from the variable or the file; ``None`` where the endpoint needs none."""
    if settings.llm_key is not None:
        key = settings.llm_key.get_secret_value().strip()
    elif settings.llm_key_file is not None:
        try:
            key = settings.llm_key_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigurationError(
                f"WHOFINED_LLM_KEY_FILE cannot be read: {type(error).__name__}",
                where=str(settings.llm_key_file),
            ) from None
    else:
        return None
    if not key.isascii() or not key.isprintable() or " " in key:
        raise ConfigurationError("the key has characters that no key has", where="WHOFINED_LLM_KEY")
    return key or None
