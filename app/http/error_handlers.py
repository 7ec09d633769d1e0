"""Every failure that was foreseen becomes a problem document here; what was not, in ``seen``."""

from collections.abc import Sequence
from typing import Any, Final, cast

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match

from app.http.problems import of_error, problem
from graph.errors import WhofinedError

log = structlog.get_logger()
_BOUNDS: Final = {
    "ge": "of at least",
    "gt": "over",
    "le": "of at most",
    "lt": "under",
    "min_length": "of at least",
    "max_length": "of at most",
}
_UNITS: Final = {"string": "text, in characters,", "list": "a list, in items,", "too": "a list, in items,"}
_VALID: Final = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "string": "text",
    "list": "a list",
    "dict": "an object",
    "model": "an object",
    "json": "JSON",
    "missing": "give it a value",
    "finite": "a number that is not infinite",
}
_NOT_UTF8 = "it is not UTF-8"
_METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


async def _own(_: Request, error: Exception) -> Response:
    answer = of_error(cast("WhofinedError", error))
    if answer.status_code >= 500:
        log.warning("request failed", kind=type(error).__name__, error=str(error))
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
    return {"parameter": name, "problem": text, "valid": _valid(str(entry["type"]), context)}


def _valid(kind: str, context: dict[str, Any]) -> str:
    """What would be valid, by the kind of a mistake and its bounds; never the problem again."""
    if "expected" in context:
        return str(context["expected"])
    bounds = [f"{sign} {context[name]}" for name, sign in _BOUNDS.items() if name in context]
    if bounds:
        return f"{_UNITS.get(kind.partition('_')[0], 'a number')} {' and '.join(bounds)}"
    return _VALID.get(kind.partition("_")[0], "see /docs for what this route takes")


async def _http(request: Request, error: Exception) -> Response:
    found = cast("HTTPException", error)
    if isinstance(found.__cause__, UnicodeDecodeError):
        return problem(
            422, f"body: {_NOT_UTF8}", errors_=[{"parameter": "body", "problem": _NOT_UTF8, "valid": "JSON"}]
        )
    details = {404: f"no page at {request.url.path}; see /docs", 405: f"{request.method} is not allowed here"}
    headers = dict(found.headers or {})
    if found.status_code == 405:
        headers["Allow"] = ", ".join(_methods(request)) or headers.get("Allow", "")
    return problem(found.status_code, details.get(found.status_code, str(found.detail)), headers=headers)


def _methods(request: Request) -> list[str]:
    """What may be done at the address of a request, by all routes: each of them knows of its own method alone."""
    return [
        method
        for method in _METHODS
        for scope in [{**request.scope, "method": "GET" if method == "HEAD" else method}]
        if any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)
    ]


async def problem_of(request: Request, error: WhofinedError | RequestValidationError) -> Response:
    """The problem document of a failure, for whoever tells it in another form."""
    return await (_own if isinstance(error, WhofinedError) else _invalid)(request, error)


def install(app: FastAPI) -> None:
    """Register the handlers of all failures."""
    app.add_exception_handler(WhofinedError, _own)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
