"""What OpenAPI says of a route's answers: model, an example, and the failures that it can have."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
from pydantic import BaseModel

from app.problems import MEDIA_TYPE
from app.schemas import Problem

_EXAMPLES: Final = Path(__file__).parent / "examples.json"
_FAILURES: Final = {
    404: "There is no such thing.",
    406: "None of the accepted forms can be given.",
    410: "It was withdrawn; `reason` says why.",
    413: "The body is too large.",
    414: "The address is too long.",
    422: "A parameter is unknown or wrong; `errors` say which and what would be valid.",
    503: "The graph does not answer now; Retry-After says when to try again.",
}


@cache
def examples() -> Mapping[str, Any]:
    """An answer for each route, by its path; taken from the service on the curated records."""
    return orjson.loads(_EXAMPLES.read_bytes()) if _EXAMPLES.is_file() else {}


def answers(
    path: str, model: type[BaseModel], *failures: int, table: bool = False
) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route; ``table`` adds the CSV and NDJSON forms."""
    content: dict[str, Any] = {
        "application/json": {"example": examples()[path]} if path in examples() else {}
    }
    if table:
        content |= {
            "text/csv": {"schema": {"type": "string"}},
            "application/x-ndjson": {"schema": {"type": "string"}},
        }
    found: dict[int | str, dict[str, Any]] = {200: {"model": model, "content": content}}
    for status in (*failures, 422, 503):
        schema = {"$ref": f"#/components/schemas/{Problem.__name__}"}
        found[status] = {"description": _FAILURES[status], "content": {MEDIA_TYPE: {"schema": schema}}}
    return found
