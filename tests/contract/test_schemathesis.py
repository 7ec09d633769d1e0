"""The service against made-up requests: valid and invalid parameters of every route, with a fixed seed."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import hypothesis
import jsonschema
import pytest
import requests
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from app.docs import openapi

SCHEMA = schemathesis.openapi.from_dict(openapi())
# Thousands of systematic cases are for a night; what is made up at random is bounded.
SCHEMA.config.phases.coverage.enabled = False
# What is too long is refused as such, before anything else is looked at.
SCHEMA.config.checks.negative_data_rejection.expected_statuses = ["4xx", "5xx"]
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
    negative_data_rejection,
)


@pytest.fixture(scope="session")
def connections() -> Iterator[requests.Session]:
    """One session for all requests."""
    with requests.Session() as session:
        yield session


@SCHEMA.parametrize()
@hypothesis.settings(
    max_examples=8,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    suppress_health_check=[
        hypothesis.HealthCheck.data_too_large,
        hypothesis.HealthCheck.filter_too_much,
        hypothesis.HealthCheck.function_scoped_fixture,
        hypothesis.HealthCheck.too_slow,
    ],
)
def test_no_request_breaks_it(case: schemathesis.Case, address: str, connections: requests.Session) -> None:
    """Whatever is asked: no failure of ours, no status, type or shape that the document does not promise."""
    answer = case.call(base_url=address, session=connections)
    narrowed = answer.status_code == 200 and "fields" in (case.query or {})
    checks = [one for one in CHECKS if not (narrowed and one is response_schema_conformance)]
    case.validate_response(answer, checks=checks)
    if narrowed and answer.headers["content-type"] == "application/json":
        promised = _narrowed()
        responses = promised["paths"][case.path]["get"]["responses"]
        schema = responses["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(answer.json(), schema | {"components": promised["components"]})


@cache
def _narrowed() -> dict[str, Any]:
    """The document as it holds with `fields`, made once: it is large."""
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
