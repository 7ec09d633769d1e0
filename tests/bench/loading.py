"""Loading the synthetic graph, with its speed."""

import time
from dataclasses import dataclass

from rich.progress import Progress

from graph import migrations
from graph.connection import Connection
from graph.store import Store
from graph.writes import apply
from tests.bench.synthetic import Shape, plans


@dataclass(frozen=True, slots=True)
class Loaded:
    """``rate`` is facts a second over all plans, ``late_rate`` over the second half, with a warm JVM."""

    facts: int
    seconds: float
    rate: float
    late_rate: float


async def load(connection: Connection, first: int, facts: int, most: float, progress: Progress) -> Loaded:
    """Grow a graph of ``first`` facts to ``facts``, or as far as ``most`` seconds allow."""
    task = progress.add_task(f"Loading {facts:,} facts", total=facts - first)
    rates: list[tuple[int, float]] = []
    begun = time.monotonic()
    async with Store(connection) as store:
        await migrations.migrate(store)
        for plan in plans(facts, first=first, shape=Shape()):
            start = time.monotonic()
            await apply.apply(store, plan)
            rates.append((len(plan.facts), time.monotonic() - start))
            progress.advance(task, len(plan.facts))
            if time.monotonic() - begun > most:
                break
    late = rates[len(rates) // 2 :]
    return Loaded(
        first + sum(number for number, _ in rates), time.monotonic() - begun, _rate(rates), _rate(late)
    )


def _rate(rates: list[tuple[int, float]]) -> float:
    return sum(number for number, _ in rates) / sum(seconds for _, seconds in rates)
