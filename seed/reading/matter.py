"""What stands before the text: YAML front matter, or a first line ``URL: …``."""

import re
from collections.abc import Mapping
from typing import Any, Final, cast
from urllib.parse import quote, urlsplit

import yaml

from graph.dates import precision
from graph.errors import InvalidInput
from graph.vocabulary import DOCUMENT_KINDS
from seed.reading.clean import one_line
from seed.reading.raw import Given

_LONGEST: Final = 16_000
"""Characters of front matter; what is longer is text."""
_NESTS: Final = re.compile(r"[\[{]|[-?:][ \t]*(?=[-?])")
_DEEPEST: Final = 500
"""Signs that open something in YAML; with many more its parser takes seconds and then gives up."""
_FENCE: Final = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)\n?", re.DOTALL | re.MULTILINE)
_ADDRESS: Final = re.compile(r"URL:[ \t]*(.*?)[ \t]*")
_AS_IT_IS: Final = ":/?#[]@!$&'()*+,;=%~"
"""Signs that an address has beside letters and digits (RFC 3986); every other one is written as its number."""
_TIME: Final = re.compile(r"(?<=\d\d)[T ]\d\d:.*")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")


def split(text: str, name: str) -> tuple[Given, str]:
    """What a text says about itself before it begins, and the text after that.

    Raises ``InvalidInput`` for a field that a person wrote wrong; what is no front matter stays in the text.
    """
    if found := _FENCE.match(text[: _LONGEST + 10]):
        fields = _fields(found[1])
        if fields is not None:
            return checked(fields, name), text[found.end() :]
    head, line, rest = text.partition("\n")
    if line and len(head) < 4096 and (address := _ADDRESS.fullmatch(head)):
        return Given(url=_address(address[1])), rest
    return Given(), text


def _address(written: str) -> str | None:
    """The address as written, or with what may not stand in one as numbers; ``None`` where it is none even then."""
    return next((one for one in (written, quote(written, safe=_AS_IT_IS)) if is_web(one)), None)


def _fields(written: str) -> Mapping[str, str] | None:
    """The scalars as they are written, by name in lower case; ``None`` where this is no YAML mapping."""
    if len(_NESTS.findall(written)) > _DEEPEST:
        return None
    try:
        # Every scalar a string: a day that the calendar lacks is for us to refuse, with its field.
        loaded: Any = yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(loaded, dict):
        return None
    mapping = cast("dict[object, object]", loaded)
    return {
        key.lower(): value
        for key, value in mapping.items()
        if isinstance(key, str) and isinstance(value, str)
    }


def checked(fields: Mapping[str, str | None], where: str) -> Given:
    """Metadata that a person gave; ``published`` may be called ``date``. Raises ``InvalidInput``."""
    url = one_line(fields.get("url") or "", 4000) or None
    if url is not None and not is_web(url):
        raise InvalidInput(
            f"url {url[:80]!r} is no web address", where=where, remedy="begin it with https://"
        )
    published = one_line(fields.get("published") or fields.get("date") or "", 60) or None
    if published is not None:
        published = _TIME.sub("", published)
        try:
            precision(published)
        except InvalidInput as error:
            raise InvalidInput(f"published: {error.what}", where=where, remedy=error.remedy) from None
    kind = one_line(fields.get("kind") or "", 60) or None
    if kind is not None and kind not in DOCUMENT_KINDS:
        raise InvalidInput(f"no document kind {kind!r}", where=where, remedy=", ".join(DOCUMENT_KINDS))
    language = one_line(fields.get("language") or "", 60) or None
    if language is not None and not _LANGUAGE.fullmatch(language.lower()):
        raise InvalidInput(
            f"language {language!r} is no code", where=where, remedy="write for example en or pt-br"
        )
    return Given(
        title=one_line(fields.get("title") or "", 500) or None,
        url=url,
        publisher=one_line(fields.get("publisher") or "", 200) or None,
        published=published,
        language=language.lower() if language else None,
        kind=kind,
    )


def lenient(fields: Mapping[str, str | None]) -> Given:
    """Metadata that a machine gave: each field that is wrong is left out."""
    found = Given()
    for name, value in fields.items():
        try:
            found = found.over(checked({name: value}, name))
        except InvalidInput:
            continue
    return found


def is_web(url: str) -> bool:
    """Whether it is an ``http`` or ``https`` address with a host, and nothing unseen in it."""
    if len(url) > 2000 or re.search(r"[\s\x00-\x20\x7f-\xa0<>\"\\^`{|}]", url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
