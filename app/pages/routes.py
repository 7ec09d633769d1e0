"""Routes of pages: what goes wrong is told as a page, in the words of the problem document."""

from collections.abc import Callable, Coroutine
from contextlib import suppress
from http import HTTPStatus
from typing import Any, Final

import orjson
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import ValidationError

from app.http import error_handlers
from app.pages import site
from graph.errors import WhofinedError
from graph.reads.revision import state

Handler = Callable[[Request], Coroutine[Any, Any, Response]]

_HEADINGS: Final = {
    404: "There is no such page",
    410: "This was withdrawn",
    422: "This cannot be answered as asked",
    429: "Too many requests",
    503: "The graph does not answer now",
}
_OURS: Final = "Something went wrong here"


class PageRoute(APIRoute):
    """A route whose failures are pages too."""

    def get_route_handler(self) -> Handler:
        """The handler, with failures turned into pages."""
        handler = super().get_route_handler()

        async def page(request: Request) -> Response:
            try:
                request.state.as_of = await _changed(request)
                return await handler(request)
            except ValidationError as error:
                wrong = RequestValidationError(
                    [{**entry, "loc": ("query", *entry["loc"])} for entry in error.errors()]
                )
                return failed(request, await error_handlers.problem_of(request, wrong))
            except (WhofinedError, RequestValidationError) as error:
                return failed(request, await error_handlers.problem_of(request, error))

        return page


async def _changed(request: Request) -> str | None:
    """When the graph last changed; nothing where it does not answer, since some pages need no graph."""
    with suppress(WhofinedError):
        return (await state(request.app.state.context.store)).changed
    return None


def failed(request: Request, problem: Response) -> Response:
    """A problem document as a page, with its status and headers."""
    told = orjson.loads(problem.body)
    answer = site.render(
        request,
        "error.html",
        status=problem.status_code,
        heading=_HEADINGS.get(problem.status_code, _OURS),
        detail=told["detail"],
        gone=problem.status_code == HTTPStatus.GONE,
        missing=problem.status_code == HTTPStatus.NOT_FOUND,
        day=told.get("day"),
        reason=told.get("reason"),
        errors=told.get("errors", []),
        forms=told.get("forms", []),
        q=request.query_params.get("q", "")[:300],
        robots="noindex",
    )
    if "retry-after" in problem.headers:
        answer.headers["Retry-After"] = problem.headers["retry-after"]
    return answer
