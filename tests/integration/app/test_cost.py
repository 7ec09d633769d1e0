"""What readiness and the first page ask of the graph before they answer: as much in a small graph as in a large one."""

import asyncio
from typing import Any, LiteralString, cast

import httpx
import pytest

from app.answers.aside import NAME as ASIDE
from graph import migrations
from graph.store import Store
from graph.writes.apply import apply
from tests.bench.synthetic import plans
from tests.conftest import Slate
from tests.integration.graph.profiled import forget_plans, profiled
from tests.integration.graph.test_hits import FEW, GROW, MANY
from tests.service import good, service

ROUTES = ("/readyz", "/")
MORE = 8_000
"""How many older facts are added: enough that counting them could not be missed."""


async def answered(client: httpx.AsyncClient, path: str) -> None:
    """Ask until there is an answer: a first question may wait for its plan longer than a reader would."""
    async with asyncio.timeout(200):
        while (await client.get(path)).status_code != 200:  # noqa: ASYNC110 - it is asked over HTTP
            await asyncio.sleep(0.2)


async def asked(store: Store, path: str) -> list[tuple[str, dict[str, Any]]]:
    """All that a route asks before it answers the first reader after a write; no answer is kept."""
    found: list[tuple[str, dict[str, Any]]] = []
    read = Store._read

    async def noted(self: Store, text: Any, values: dict[str, Any], seconds: float) -> list[list[Any]]:
        task = asyncio.current_task()
        if task is None or task.get_name() != ASIDE:
            found.append((text, values))
        return await read(self, text, values, seconds)

    async with service(store.connection, cache_mb=0) as client:
        await answered(client, path)
        async with asyncio.timeout(120):
            while good(await client.get("/readyz"))["counted"] is None:  # noqa: ASYNC110 - the same
                await asyncio.sleep(0.05)
            # Tiers are counted aside as well, by statements that have to be planned first.
            while any(task.get_name() == ASIDE for task in asyncio.all_tasks()):  # noqa: ASYNC110 - the same
                await asyncio.sleep(0.05)
        await store.script("MATCH (g:_Graph {id: 'graph'}) SET g.revision = g.revision + 1")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Store, "_read", noted)
            await answered(client, path)
    return found


async def cost(store: Store, path: str) -> int:
    """Db hits of a route."""
    spent = [await profiled(store, text, values) for text, values in await asked(store, path)]
    return sum(hits for _, hits in spent)


@pytest.fixture(scope="module")
async def costs(slate: Slate) -> dict[str, tuple[int, int]]:
    """Costs of each route in a small graph, and after it has grown."""

    async def fill(store: Store) -> None:
        for plan in plans(FEW):
            await apply(store, plan)

    store = await slate.hold("synthetic", fill)
    small = {path: await cost(store, path) for path in ROUTES}
    slate.holds = ""
    await store.script(GROW.replace(str(MANY), str(MORE)))  # pyright: ignore[reportArgumentType]
    # They were written by hand: counted as a graph of an earlier version is.
    (totals,) = (one for one in migrations.migrations() if one.name == "Stages of totals")
    await store.script(cast("LiteralString", totals.commands[-1]))
    await store._read("CALL db.awaitIndexes(60)", {}, 60)
    await forget_plans(store)
    return {path: (small[path], await cost(store, path)) for path in ROUTES}


@pytest.mark.parametrize("path", ROUTES)
def test_nobody_waits_for_a_count(path: str, costs: dict[str, tuple[int, int]]) -> None:
    """Thousands of facts more, and what is asked before the answer reads hardly more: new facts may be of new kinds."""
    small, grown = costs[path]
    assert 0 < grown < small + MORE / 50


def test_readiness_reads_next_to_nothing(costs: dict[str, tuple[int, int]]) -> None:
    """The migrations and the number of the last change."""
    assert costs["/readyz"][1] < 300
