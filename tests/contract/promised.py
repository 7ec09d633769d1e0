"""Whether an answer is what the OpenAPI document promises, with ``fields`` and without."""

from functools import cache
from typing import Any, Final

import jsonschema
import schemathesis
from schemathesis.specs.openapi.checks import negative_data_rejection, response_schema_conformance

from app.docs import openapi

_TAKEN: Final = ["2xx", "308", "401", "403", "404", "409", "410", "414", "422", "503"]
"""Statuses of requests that the schema allows."""


def promised() -> Any:
    """The schema of schemathesis that a test makes its requests of, with what is right here and not by itself."""
    schema = schemathesis.openapi.from_dict(openapi())
    # What is too long is refused as such, before anything else is looked at.
    schema.config.checks.negative_data_rejection.expected_statuses = ["4xx", "5xx"]
    # What a schema cannot say (a country that does not exist, a cursor that is none) is refused with 422.
    schema.config.checks.positive_data_acceptance.expected_statuses = _TAKEN
    return schema


def hold(case: schemathesis.Case, answer: schemathesis.Response, **given: Any) -> None:
    """All checks of schemathesis; ``given`` is what they take besides.

    An answer with ``fields`` holds what was asked for: that is as promised, and the rest is missing.
    """
    left_out: list[Any] = []
    if (case.media_type or "").startswith("text/"):
        left_out.append(negative_data_rejection)  # whatever is made up is a text
    narrowed = answer.status_code == 200 and "fields" in (case.query or {})
    if narrowed:
        left_out.append(response_schema_conformance)
    case.validate_response(answer, excluded_checks=left_out, **given)
    if narrowed and answer.headers["content-type"] == ["application/json"]:
        document = _narrowed()
        responses = document["paths"][case.path]["get"]["responses"]
        schema = responses["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(answer.json(), schema | {"components": document["components"]})


@cache
def _narrowed() -> dict[str, Any]:
    """The document as it holds with ``fields``, made once: it is large."""
    return _without_required(openapi())


def _without_required(value: Any) -> Any:
    """A part of the document whose members may be missing; those that are there are as promised."""
    if isinstance(value, dict):
        return {
            name: _without_required(one)
            for name, one in value.items()
            if name != "required" or not isinstance(one, list)
        }
    return [_without_required(one) for one in value] if isinstance(value, list) else value
