"""Every failure becomes a problem document here, and nowhere else."""

from collections.abc import Sequence
from typing import Any, cast

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.problems import of_error, problem
from graph.errors import WhofinedError

log = structlog.get_logger()
_NOT_UTF8 = "it is no UTF-8"


async def _own(request: Request, error: Exception) -> Response:
    answer = of_error(cast("WhofinedError", error))
    if answer.status_code >= 500:
        log.warning("request failed", path=request.url.path, error=str(error))
    return answer


async def _invalid(_: Request, error: Exception) -> Response:
    named = [_field(entry) for entry in cast("RequestValidationError", error).errors()]
    first = named[0]
    return problem(422, f"{first['parameter']}: {first['problem']}", errors_=named)


def _field(entry: dict[str, Any]) -> dict[str, Any]:
    place: Sequence[object] = entry.get("loc", ())
    name = str(next((part for part in place[1:] if isinstance(part, str)), place[0] if place else "request"))
    context: dict[str, Any] = entry.get("ctx") or {}
    if entry["type"] == "extra_forbidden":
        return {
            "parameter": name,
            "problem": "unknown parameter",
            "valid": "see /docs for the parameters of this route",
        }
    text = str(entry["msg"]).removeprefix("Value error, ")
    return {"parameter": name, "problem": text, "valid": str(context.get("expected") or text)}


async def _http(request: Request, error: Exception) -> Response:
    found = cast("HTTPException", error)
    if isinstance(found.__cause__, UnicodeDecodeError):
        return problem(
            422, f"body: {_NOT_UTF8}", errors_=[{"parameter": "body", "problem": _NOT_UTF8, "valid": "JSON"}]
        )
    details = {404: f"no page at {request.url.path}; see /docs", 405: f"{request.method} is not allowed here"}
    headers = dict(found.headers or {})
    if "GET" in headers.get("Allow", ""):
        headers["Allow"] = "GET, HEAD"
    return problem(found.status_code, details.get(found.status_code, str(found.detail)), headers=headers)


async def _bug(request: Request, error: Exception) -> Response:
    log.error("bug", path=request.url.path, exc_info=error)
    return problem(500, "an error of ours; it is in the log")


def install(app: FastAPI) -> None:
    """Register the handlers of all failures."""
    app.add_exception_handler(WhofinedError, _own)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _bug)
