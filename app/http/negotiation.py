"""What a caller accepts, reduced to what is chosen: two requests that get the same answer look the same."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from app.formats.form import Form
from app.formats.registry import LIST_FORMS
from graph.errors import WhofinedError

_REMEMBERED: Final = 256
_LONGEST: Final = 512
"""Bytes of a header that are remembered: browsers send less."""


class NotAcceptable(WhofinedError):
    """The caller accepts none of the forms that there are."""


def _bare(media_type: str) -> str:
    return media_type.partition(";")[0]


_NAMES: Final[Mapping[str, Form]] = {
    name: form for form in LIST_FORMS.values() for name in (_bare(form.media_type), *form.also)
}


def choose(name: str | None, accept: str | None) -> Form:
    """The form of an answer; raises ``NotAcceptable``. ``?format=`` wins over ``Accept``."""
    if name is not None:
        return LIST_FORMS[name]
    if not accept:
        return LIST_FORMS["json"]
    ranked = sorted((_weighted(part) for part in accept.split(",")), key=lambda pair: -pair[1])
    for media_type, weight in ranked:
        if weight > 0 and media_type in _NAMES:
            return _NAMES[media_type]
    raise NotAcceptable(
        f"none of {accept!r} can be given",
        where="Accept",
        remedy=", ".join(_bare(form.media_type) for form in LIST_FORMS.values()),
    )


def _weighted(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return name.lower(), float(weight)
    except ValueError:
        return name.lower(), 0.0


def encoding(accept_encoding: bytes) -> bytes:
    """``gzip`` or ``identity``, by the q-values of Accept-Encoding (RFC 9110, 12.5.3)."""
    if len(accept_encoding) > _LONGEST:
        return _encoding(accept_encoding)
    return _remembered_encoding(accept_encoding)


def _encoding(accept_encoding: bytes) -> bytes:
    weights: dict[str, float] = {}
    for part in accept_encoding.decode("latin-1").lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        given = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        try:
            weights["gzip" if name == "x-gzip" else name] = float(given)
        except ValueError:
            weights[name] = 0.0
    wanted = weights.get("gzip", weights.get("*", 0.0))
    return b"gzip" if wanted > 0 and wanted >= weights.get("identity", 0.0) else b"identity"


_remembered_encoding = lru_cache(_REMEMBERED)(_encoding)


def form(accept: bytes) -> bytes:
    """The name of the form that Accept chooses; empty where there is none such."""
    return _form(accept) if len(accept) > _LONGEST else _remembered_form(accept)


def _form(accept: bytes) -> bytes:
    try:
        return choose(None, accept.decode("latin-1")).name.encode()
    except NotAcceptable:
        return b""


_remembered_form = lru_cache(_REMEMBERED)(_form)
