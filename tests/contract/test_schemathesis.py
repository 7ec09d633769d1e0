"""The service against made-up requests: valid and invalid parameters of every route, with a fixed seed."""

import os
from collections.abc import Iterator

import hypothesis
import pytest
import requests
import schemathesis

from tests.contract.promised import hold, promised

SCHEMA = promised()
# Thousands of systematic cases take a minute: ``make faults`` tries them. What is made up at random is bounded.
SCHEMA.config.phases.coverage.enabled = os.environ.get("FAULTS") == "all"


@pytest.fixture(scope="session")
def connections() -> Iterator[requests.Session]:
    """One session for all requests."""
    with requests.Session() as session:
        yield session


# It makes no PDF and no workbook; those have tests of their own.
@pytest.mark.filterwarnings("ignore:Skipped test cases with unsupported payload media types:UserWarning")
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
    answer = case.call(base_url=address, session=connections, timeout=60)
    hold(case, answer)
