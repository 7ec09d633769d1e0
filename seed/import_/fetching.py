"""A list from an address: fetched as documents are, from checked public addresses only, into a file of its own."""

from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from graph.errors import InvalidInput
from graph.text import slug
from seed.import_.table import FORMS
from seed.reading import Policy, fetch
from seed.reading.limits import Limits

_BYTES: Final = 100_000_000
_SECONDS: Final = 120.0
_MEDIA: Final = {
    "text/csv": ".csv",
    "application/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/x-ndjson": ".ndjson",
    "application/jsonlines": ".ndjson",
    "application/json+ftm": ".ndjson",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/gzip": ".gz",
    "application/x-gzip": ".gz",
    "application/octet-stream": "",
    "text/plain": "",
}
"""Media types of lists, and the form that each says; where it says none, the address does."""


def policy(hosts: frozenset[str] | None = None) -> Policy:
    """What may be fetched as a list: every public host over HTTPS, or only the named ones."""
    return Policy(hosts=hosts, media=tuple(_MEDIA))


def fetched(address: str, folder: Path, allowed: Policy) -> Path:
    """The list behind an address as a file in ``folder``, named as the address is.

    Raises ``InvalidInput`` for an address that may not be fetched and for what is no list.
    """
    raw = fetch(address, allowed, Limits(content=_BYTES, web_seconds=_SECONDS))
    path = folder / _name(raw.url or address, (raw.media_type or "").partition(";")[0].strip().lower())
    path.write_bytes(raw.content)
    return path


def _name(address: str, media: str) -> str:
    """A file name that says the form of the list: by the ending of the address, else by its media type."""
    given = PurePosixPath(unquote(urlsplit(address).path))
    endings = [part.lower() for part in given.suffixes[-2:]]
    stem = slug(given.name.split(".")[0] or "list", 60) or "list"
    if any(ending in FORMS for ending in endings):
        return stem + "".join(ending for ending in endings if ending in FORMS or ending == ".gz")
    if not _MEDIA.get(media, "").startswith("."):
        raise InvalidInput(
            f"{media} does not say what form the list has", where=address, remedy="fetch it yourself"
        )
    return stem + _MEDIA[media]
