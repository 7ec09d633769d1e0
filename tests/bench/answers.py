"""How long answers take that are made of many facts: questions, figures, comparisons, connections, coverage.

And lists for the first reader after a write, who waits for their totals, and filters that nothing meets.
"""

import asyncio
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import httpx
from rich import box
from rich.console import Console
from rich.table import Table

from graph.connection import Connection
from graph.store import Store
from tests.bench.processes import service
from tests.bench.synthetic import HUB, company_name

KINDS: Final = ("ask", "paths", "stats", "compare", "coverage", "after a write", "no match")
_SPREAD: Final = frozenset(KINDS[:5])
"""Of which the slowest hundredth has a bound; the others are of one kind of list each."""
REQUESTS: Final = 120
STEPS: Final = len(KINDS) * REQUESTS
"""Of each kind, in turn over its addresses; those of a first pass are thrown away."""
MOST_SPREAD: Final = 10.0
"""How many times the median the slowest hundredth may take."""
_FIRMS: Final = 40
_UNMET: Final = (
    *("currency=CHF", "status=withdrawn", "tier=machine", "country=FR&currency=JPY"),
    *("amount_min=99999999999", "review=rejected", "known_on=2020-01-01"),
)
"""Filters of lists that no invented fact meets."""


@dataclass(frozen=True, slots=True)
class Timed:
    """One kind of answer on one size of graph, in milliseconds."""

    kind: str
    facts: int
    requests: int
    p50: float
    p99: float

    @property
    def spread(self) -> float:
        """The slowest hundredth beside the median."""
        return self.p99 / self.p50 if self.p50 else 0.0


def addresses() -> dict[str, list[str]]:
    """What is asked, by kind: variants over firms, authorities, years and countries, hubs among them."""
    firms = [f"bench-company-{number}" for number in range(0, _FIRMS * 5, 5)]
    names = [company_name(number).rpartition(" ")[0] for number in range(0, _FIRMS * 5, 5)]
    bodies = [HUB, *(f"bench-authority-{number}" for number in range(1, 9))]
    asked = [f"Who fined {name}?" for name in names]
    asked += [f"How much was {name} fined?" for name in names[::2]]
    asked += [f"How many fines in {year}?" for year in range(2018, 2026)]
    asked += [
        f"What is the biggest fine in {place}?" for place in ("Spain", "Italy", "France", "Poland", "Japan")
    ]
    asked += [
        "Which fines were annulled?",
        "Which company was fined most often?",
        "total fines in Germany in 2021",
    ]
    filters = [f"&date_from={year}&date_to={year}" for year in range(2018, 2026)]
    filters += [f"&country={code}" for code in ("ES", "FR", "GB")]
    lists = [*(more[1:] for more in filters), f"subject={HUB}"]
    far = zip(firms, [*bodies, *firms[::-1]], strict=False)
    pairs = zip(firms, firms[1:] + bodies[:1], strict=False)
    by = ("year", "country", "regulator", "regulator,year", "country,status", "month", "article")
    return {
        "ask": [f"/v1/ask?q={quote(question)}" for question in asked],
        "paths": [f"/v1/paths?from={one}&to={other}&max_hops={hops}" for one, other in far for hops in (2, 3)],
        "stats": [f"/v1/stats?by={name}{more}" for name in by for more in ("", *filters)],
        "compare": [f"/v1/compare?a={one}&b={other}" for one, other in pairs],
        "coverage": ["/v1/coverage"],
        "after a write": ["/v1/fines", "/v1/facts", *(f"/v1/fines?{one}" for one in lists)],
        "no match": [f"/v1/facts?{one}" for one in _UNMET],
    }  # fmt: skip


def measure(graph: Connection, facts: int, tick: Callable[[], None]) -> list[Timed]:
    """Ask one after the other of the service without its cache; the first pass over a few of each is thrown away."""
    draw = random.Random(7)
    done: list[Timed] = []
    with (
        service(graph, cache=False) as port,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client,
    ):
        for kind, paths in addresses().items():
            known = [path for path in paths if client.get(path).status_code == httpx.codes.OK]
            if not known:
                raise RuntimeError(f"no {kind} is answered: {client.get(paths[0]).text[:300]}")
            took: list[float] = []
            for _ in range(REQUESTS):
                path = draw.choice(known)
                if kind == "after a write":
                    asyncio.run(_write(graph))
                begun = time.perf_counter()
                client.get(path).raise_for_status()
                took.append(1000 * (time.perf_counter() - begun))
                tick()
            took.sort()
            done.append(
                Timed(
                    kind,
                    facts,
                    len(took),
                    statistics.median(took),
                    took[min(len(took) - 1, len(took) * 99 // 100)],
                )
            )
    return done


async def _write(graph: Connection) -> None:
    """A change, by which all that was kept of the graph is forgotten."""
    async with Store(graph) as store:
        await store.script("MATCH (g:_Graph {id: 'graph'}) SET g.revision = g.revision + 1")


def show(console: Console, found: Sequence[Timed]) -> None:
    """One row a kind, one block of columns a size, and the growth of the median from the least to the largest."""
    sizes = sorted({one.facts for one in found})
    table = Table(title="Answers made of many facts, no cache, one connection", box=box.SIMPLE_HEAD)
    table.add_column("answer")
    for size in sizes:
        for title in ("p50 ms", "p99 ms", "p99/p50"):
            table.add_column(f"{title}\n{size:,} facts", justify="right")
    table.add_column("growth\nof p50", justify="right")
    for kind in dict.fromkeys(one.kind for one in found):
        rows = sorted((one for one in found if one.kind == kind), key=lambda one: one.facts)
        cells = [text for one in rows for text in (f"{one.p50:.1f}", f"{one.p99:.1f}", f"{one.spread:.1f}")]
        table.add_row(kind, *cells, f"{rows[-1].p50 / rows[0].p50:.1f}")
    console.print(table)


def as_json(found: Sequence[Timed]) -> list[dict[str, Any]]:
    """The same as values."""
    return [
        {"kind": one.kind, "facts": one.facts, "requests": one.requests, "p50_ms": round(one.p50, 2),
         "p99_ms": round(one.p99, 2), "spread": round(one.spread, 2)}
        for one in found
    ]  # fmt: skip


def met(found: Sequence[Timed]) -> bool:
    """Whether no kind has a slowest hundredth of ten times its median or more."""
    return all(one.spread < MOST_SPREAD for one in found if one.kind in _SPREAD)
