"""What reconciliation over HTTP needs beside answers: the scope in the path, forms, JSONP, and who may read.

A page of another origin can read what is given as JSONP, whatever CORS says: a browser says of such a request that it
is one (Sec-Fetch-Site), and it is refused unless every origin may read.
"""

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final, TypeAlias

import orjson
from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ValidationError

from app.answers.reconcile import SCOPES
from app.http.api_key import reader
from app.http.service import Graph
from app.settings import listed
from graph.errors import Forbidden, InvalidInput

Route: TypeAlias = tuple[str, str, Callable[..., Any], bool]

_CALLBACK: Final = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")
_LONGEST: Final = 100


async def _scope(request: Request) -> str:
    return next((name for name in SCOPES if name in request.url.path.split("/")), "all")


Scope = Annotated[str, Depends(_scope)]
"""Which entities: all, regulators or firms, as the path says."""


def at_each(root: str, router: APIRouter, routes: Sequence[Route]) -> None:
    """Register routes below the root, once for each scope; ``(path, method, handler, whether it is a read)``."""
    for scope in ("", *(f"/{name}" for name in SCOPES if name != "all")):
        for path, method, handler, read in routes:
            router.add_api_route(
                f"{root}{scope}{path}", handler, methods=[method], dependencies=[Read] if read else []
            )


async def read(request: Request, graph: Graph) -> None:
    """Ask for a key where reads are closed."""
    await reader(graph, request.headers.get("authorization", ""))


Read = Depends(read)
"""Closed reads are closed here too, also to POST; raises ``NotAuthorized`` or ``Forbidden``."""


def home(request: Request) -> str:
    """The address of the service, without a slash at its end."""
    return str(request.base_url).rstrip("/")


def model(kind: type[BaseModel], text: str | bytes, where: str) -> Any:
    """JSON as a model; raises ``InvalidInput`` that says where it is wrong."""
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        valid: dict[str, Any] = first.get("ctx") or {}
        what = first["msg"].removeprefix("Value error, ")
        raise InvalidInput(
            f"{place}: {what}" if place else what,
            where=where,
            remedy=valid.get("expected") or "JSON as specified",
        ) from error


def respond(request: Request, body: Any) -> Response:
    """JSON, or JSONP where a `callback` is given; raises ``InvalidInput`` or ``Forbidden`` for one that may not be."""
    callback = request.query_params.get("callback")
    if callback is None:
        return Response(orjson.dumps(body), media_type="application/json")
    if not _CALLBACK.fullmatch(callback) or len(callback) > _LONGEST:
        raise InvalidInput(
            "not the name of a function", where="callback", remedy="letters, digits, _, $ and ."
        )
    origins = listed(request.app.state.context.settings.cors_origins)
    if request.headers.get("sec-fetch-site") == "cross-site" and "*" not in origins:
        raise Forbidden("pages of other sites may not read this; see WHOFINED_CORS_ORIGINS", where="callback")
    # The comment keeps the answer from being taken for anything but a script.
    script = b"/**/" + callback.encode() + b"(" + orjson.dumps(body) + b");"
    return Response(script, media_type="text/javascript", headers={"Cache-Control": "no-store"})
