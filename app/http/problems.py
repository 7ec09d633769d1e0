"""Problem documents (RFC 9457): the one shape of every failure.

``what``, ``where`` and ``remedy`` of the project's errors become ``detail``, ``errors[].parameter`` and
``errors[].valid``.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

import orjson
from starlette.responses import Response

from app.http.media_types import UnsupportedMediaType
from app.http.negotiation import NotAcceptable
from app.http.reading import Busy
from graph import errors

MEDIA_TYPE: Final = "application/problem+json"

_STATUS: Final[Mapping[type[errors.WhofinedError], int]] = {
    errors.Gone: 410,
    errors.NotFound: 404,
    UnsupportedMediaType: 415,
    errors.InvalidInput: 422,
    errors.NotAuthorized: 401,
    errors.Forbidden: 403,
    errors.Conflict: 409,
    errors.SchemaMismatch: 503,
    Busy: 429,
    errors.DatabaseUnavailable: 503,
    errors.ConfigurationError: 500,
    NotAcceptable: 406,
}


def problem(
    status: int,
    detail: str,
    *,
    errors_: Sequence[Mapping[str, Any]] = (),
    headers: Mapping[str, str] | None = None,
    **extra: object,
) -> Response:
    """A problem document; ``errors_`` name the parameters at fault and what would be valid."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors_:
        body["errors"] = list(errors_)
    body |= {name: value for name, value in extra.items() if value is not None}
    sent = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **(headers or {})}
    return Response(orjson.dumps(body), status, sent, MEDIA_TYPE)


def of_error(error: errors.WhofinedError) -> Response:
    """The problem document of one of the project's errors."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    named = [{"parameter": error.where, "problem": error.what, "valid": error.remedy}] if error.where else []
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        # Addresses and settings are for the log, not for a caller.
        named = []
    headers = (
        {"Retry-After": str(error.retry_after)}
        if isinstance(error, errors.DatabaseUnavailable | Busy)
        else None
    )
    if isinstance(error, errors.NotAuthorized):
        headers = {"WWW-Authenticate": "Bearer"}
    reason, day = (error.reason, error.day) if isinstance(error, errors.Gone) else (None, None)
    detail = "the graph does not answer now; try again in a moment" if status == 503 else error.what
    if isinstance(error, errors.StorageFull):
        detail = (
            "the disk of the graph is full; it takes nothing until there is room, then it goes on by itself"
        )
    if isinstance(error, errors.SchemaMismatch):
        detail = (
            "the graph has another schema version than the service; an operator must run whofined migrate"
        )
    return problem(status, detail, errors_=named, headers=headers, reason=reason, day=day)
