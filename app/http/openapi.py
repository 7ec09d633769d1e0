"""What OpenAPI says of a route's answers: model, an example, and the failures that it can have."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from app.formats.form import Form
from app.formats.registry import LIST_FORMS
from app.http.links import link
from app.http.problems import MEDIA_TYPE
from app.schemas.problems import Problem

EXAMPLES: Final = Path(__file__).parent / "examples.json"
_OTHERS: Final = {
    304: "Nothing has changed since the answer that `If-None-Match` names.",
    308: "The entity was merged into another; `Location` asks the same of that one.",
}
_FAILURES: Final = {
    401: "No API key was given, or an invalid, expired or revoked one.",
    403: "The API key has not the scope that this needs.",
    404: "There is no such thing.",
    406: "None of the accepted forms can be given.",
    409: "What is there already forbids it.",
    410: "It was withdrawn; `reason` says why.",
    408: "The body took too long to come.",
    413: "The body is too large.",
    414: "The address is too long.",
    415: "The body is of a media type that is not taken; `errors` say which are.",
    421: "The service does not answer by that host name.",
    422: "A parameter is unknown or wrong; `errors` say which and what would be valid.",
    429: "Too many requests; Retry-After says when to try again.",
    431: "The headers are too large.",
    500: "Internal error; see the server log.",
    503: "The graph does not answer now; Retry-After says when to try again.",
}
_ANYWHERE: Final = (413, 414, 421, 422, 429, 431, 500, 503)
_WITH_BODY: Final = (408, 415)
_REF: Final = "#/components/schemas/{model}"


@cache
def examples() -> Mapping[str, Any]:
    """An answer for each route, by its path, and its method where that is not GET; as the service gave it."""
    return orjson.loads(EXAMPLES.read_bytes()) if EXAMPLES.is_file() else {}


def answers(
    path: str, model: type[BaseModel], *others: int, table: bool = False
) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route; ``table`` adds the other forms of a list, ``others`` are further statuses."""
    content: dict[str, Any] = {"application/json": {}}
    if table:
        others_ = (form for form in LIST_FORMS.values() if form.name != "json")
        content |= {form.media_type.partition(";")[0]: {"schema": {"type": "string"}} for form in others_}
    found: dict[int | str, dict[str, Any]] = {200: {"model": model, "content": content}}
    kept = (304,) if path.startswith("/v1/") else ()
    sent = () if path.startswith("/") else _WITH_BODY
    for status in sorted({*others, *kept, *sent, *_ANYWHERE}):
        if status in _OTHERS:
            found[status] = {"description": _OTHERS[status]}
        else:
            schema = {"$ref": _REF.format(model=Problem.__name__)}
            found[status] = {"description": _FAILURES[status], "content": {MEDIA_TYPE: {"schema": schema}}}
    return found


def _failures(*statuses: int) -> dict[int | str, dict[str, Any]]:
    schema = {"$ref": _REF.format(model=Problem.__name__)}
    return {
        status: {"description": _FAILURES[status], "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in sorted({*statuses, *_ANYWHERE})
    }


def _contents(*media_types: str) -> dict[int | str, dict[str, Any]]:
    names = [name.partition(";")[0] for name in media_types]
    return {200: {"description": "A file.", "content": {name: {"schema": _shape(name)} for name in names}}}


def _shape(media_type: str) -> dict[str, Any]:
    """What a reader of a file gets: text or bytes, of JSON whatever stands in it."""
    return {} if media_type == "application/json" or media_type.endswith("+json") else {"type": "string"}


def files(*forms: Form) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of an export in any of these forms."""
    return _contents(*(form.media_type for form in forms)) | _failures(401, 403, 404, 409)


def file(media_type: str, *others: int) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route that gives one kind of file."""
    return _contents(media_type) | _failures(*others)


def feed(media_type: str, *others: int) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a feed."""
    return _contents(media_type) | {304: {"description": _OTHERS[304]}} | _failures(*others)


def citation(*media_types: str) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of the citation of one thing."""
    return _contents(*media_types) | {304: {"description": _OTHERS[304]}} | _failures(404, 410)


def document(app: FastAPI) -> None:
    """Let the application's OpenAPI document hold the examples, and the model of problems, which no route returns."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = get_openapi(
                title=app.title,
                version=app.version,
                summary=app.summary,
                license_info=app.license_info,
                tags=app.openapi_tags,
                routes=app.routes,
            )
            _, models = models_json_schema([(Problem, "serialization")], ref_template=_REF)
            schemas: dict[str, Any] = found.setdefault("components", {}).setdefault("schemas", {})
            schemas |= models["$defs"]
            for route, example in examples().items():
                method, path = ("GET", route) if route.startswith("/") else route.split(" ", 1)
                good = found["paths"][path][method.lower()]["responses"]["200"]
                good["content"]["application/json"]["example"] = example
            for operation in _operations(found):
                link(operation)
                for parameter in operation.get("parameters", ()):
                    _never_null(parameter["schema"])
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = openapi


def _operations(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in found["paths"].values():
        yield from path.values()


def _never_null(schema: dict[str, Any]) -> None:
    """Say of a parameter what it holds where it is given: one that is not given is left out, no address says null."""
    kinds = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if len(kinds) == 1:
        del schema["anyOf"]
        schema |= kinds[0]


def body(model: type[BaseModel], *raw: str) -> dict[str, Any]:
    """The ``requestBody`` of a route that takes JSON, raw forms, or a file in a form."""
    text = {"schema": {"type": "string"}}
    form = {
        "type": "object",
        "properties": {"file": {"type": "string", "format": "binary"}},
        "required": ["file"],
    }
    content: dict[str, Any] = {"application/json": {"schema": model.model_json_schema()}}
    content |= dict.fromkeys(raw, text) | {"multipart/form-data": {"schema": form}}
    return {"requestBody": {"required": True, "content": content}}
