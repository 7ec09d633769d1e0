"""The service against made-up sessions: what one answer names is asked for next, changed and withdrawn.

It runs over a graph of its own with a key for everything, for here things are written.
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any, cast

import httpx
import hypothesis
import pytest
import schemathesis
from hypothesis.stateful import run_state_machine_as_test
from schemathesis import GenerationMode, HookContext
from schemathesis.generation.stateful.state_machine import RecordingStateMachine

from graph import api_keys
from graph.store import Store
from tests.contract.promised import hold, promised
from tests.integration.graph.world import case, fine, told
from tests.service import listening

SCHEMA = promised()
# What is wrong in itself is tried route by route; a session is worth most where its requests are taken.
SCHEMA.config.generation.update(modes=[GenerationMode.POSITIVE])
SESSIONS = 30
STEPS = 12
TEXTS = (
    "On 3 May 2021 the ICO fined Acme Biscuits Ltd £2 million for sending calls without consent.",
    "The CNIL ordered Beta SA to delete the data on 4 June 2022.",
)
"""What a machine read and nobody has looked at: with them the queue of review is not empty."""


@SCHEMA.hook("map_query")
def few_filters(context: HookContext, query: dict[str, Any] | None) -> dict[str, Any] | None:
    """What a route needs, and at most one filter besides: with more a list is empty, and leads nowhere."""
    needed = {one.name for one in (context.operation.query if context.operation else ()) if one.is_required}
    others = sorted(name for name in query or {} if name not in needed)
    kept = needed | set(others[:1] if len(others) % 2 else ())
    return {name: value for name, value in (query or {}).items() if name in kept} or None


@pytest.fixture
async def own_service(store: Store) -> AsyncIterator[tuple[str, dict[str, str]]]:
    """The address of a service over a few facts, and the header of a key that may do everything."""
    given: dict[str, Any] = {"amount_minor": 100, "currency": "GBP", "case": "case"}
    fines = [fine(f"f{year}", date=f"{year}-05-18", **given) for year in (2018, 2020, 2022)]
    await told(store, *fines, cases=(case("case"),))
    key = await api_keys.create(store, "everything", api_keys.SCOPES)
    headers = {"Authorization": f"Bearer {key}"}
    with listening(store.connection) as address:
        async with httpx.AsyncClient(base_url=address, headers=headers, timeout=120) as client:
            for text in TEXTS:
                added = await client.post("/v1/documents", json={"text": text})
                assert added.status_code == 201, added.text
        yield address, headers


def machine(address: str, headers: dict[str, str]) -> type[Any]:
    """A state machine of all routes and of what their answers lead to."""

    class Sessions(SCHEMA.as_state_machine()):
        """Calls the service and holds each answer against the document."""

        def get_call_kwargs(self, case: schemathesis.Case) -> dict[str, Any]:
            """Where to, and as whom."""
            return {"base_url": address, "headers": headers, "timeout": 120}

        def validate_response(self, response: Any, case: Any, *_: Any, **given: Any) -> None:
            """Hold it against all checks."""
            recorder = cast("RecordingStateMachine", self).recorder
            hold(case, response, transport_kwargs=given, recorder=recorder)

    return Sessions


def test_no_session_breaks_it(own_service: tuple[str, dict[str, str]]) -> None:
    """Whatever is asked after what: no failure of ours, nothing undocumented, and what was withdrawn stays so."""
    run_state_machine_as_test(
        machine(*own_service),
        settings=hypothesis.settings(
            max_examples=SESSIONS,
            stateful_step_count=STEPS,
            derandomize=True,
            deadline=timedelta(seconds=60),
            database=None,
            suppress_health_check=[  # the links of a session are chosen by what came before
                hypothesis.HealthCheck.filter_too_much,
                hypothesis.HealthCheck.too_slow,
                hypothesis.HealthCheck.data_too_large,
                hypothesis.HealthCheck.large_base_example,
            ],
        ),
    )
