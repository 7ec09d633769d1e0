"""Every failure becomes a problem document here, and nowhere else."""

from collections.abc import Sequence
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.problems import of_error, problem
from graph.errors import WhofinedError

log = structlog.get_logger()


async def _own(request: Request, error: Exception) -> Response:
    assert isinstance(error, WhofinedError)
    answer = of_error(error)
    if answer.status_code >= 500:
        log.warning("request failed", path=request.url.path, error=str(error))
    return answer


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    named = [_field(entry) for entry in error.errors()]
    first = named[0]
    return problem(422, f"{first['parameter']}: {first['problem']}", errors_=named)


def _field(entry: dict[str, Any]) -> dict[str, Any]:
    place: Sequence[object] = entry.get("loc", ())
    name = str(next((part for part in place[1:] if isinstance(part, str)), place[0] if place else "request"))
    context = entry.get("ctx") or {}
    if entry["type"] == "extra_forbidden":
        return {
            "parameter": name,
            "problem": "unknown parameter",
            "valid": "see /docs for the parameters of this route",
        }
    text = str(entry["msg"]).removeprefix("Value error, ")
    valid = context.get("expected") or context.get("valid") or text
    if not isinstance(valid, str | list):
        valid = str(valid)
    return {"parameter": name, "problem": text, "valid": valid}


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    details = {404: f"no page at {request.url.path}; see /docs", 405: f"{request.method} is not allowed here"}
    return problem(
        error.status_code, details.get(error.status_code, str(error.detail)), headers=error.headers
    )


async def _bug(request: Request, error: Exception) -> Response:
    log.error("bug", path=request.url.path, exc_info=error)
    return problem(500, "an error of ours; it is in the log")


def install(app: FastAPI) -> None:
    """Register the handlers of all failures."""
    app.add_exception_handler(WhofinedError, _own)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _bug)
