"""How long the server takes for each page over everything that ships, with nothing kept from request to request."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx
from rich import box
from rich.console import Console
from rich.table import Table

from app.cli.seed import fill
from graph import migrations
from graph.connection import Connection
from graph.server.instance import LocalServer
from graph.store import Store
from seed.curated import RECORDS, examine, plan
from tests.bench.processes import service
from tests.page_kinds import PAGES

TARGET: Final = 100.0
"""Milliseconds at the median."""
_WARM, _ROUNDS = 5, 15
HEAVY: Final = {
    "a question with many rows": "/ask?q=how+many+fines+in+2022%3F",
    "largest": "/facts?relation=FINED&sort=amount_eur:desc",
    "group": "/entities/meta-platforms",
    "targets": "/stats?by=target",
}
ALL: Final = {**PAGES, **HEAVY}
STEPS: Final = len(ALL) + 1


@dataclass(frozen=True, slots=True)
class Took:
    """One page: milliseconds at the median and at the worst, and kilobytes before compression."""

    page: str
    path: str
    median: float
    worst: float
    kilobytes: float


@dataclass(frozen=True, slots=True)
class Pages:
    """What was measured."""

    took: tuple[Took, ...]

    @property
    def met(self) -> bool:
        """Whether each page meets the target."""
        return all(one.median < TARGET for one in self.took)


def measure(step: Callable[[], object]) -> Pages:
    """Load everything that ships, then ask for each page in turn; ``step`` is called after each of the ``STEPS``."""
    with (
        tempfile.TemporaryDirectory(prefix="whofined-bench-") as home,
        LocalServer(Path(home), quick=False, replans=True, heap="1g", pagecache="256m") as server,
    ):
        asyncio.run(_load(server.connection))
        step()
        with service(server.connection, cache=False) as port:
            return ask(f"http://127.0.0.1:{port}", step)


async def _load(connection: Connection) -> None:
    async with Store(connection) as store:
        await store.wait(60)
        await migrations.migrate(store)
        checked = examine(RECORDS)
        await fill(store, checked, plan(checked), lambda _: None, shipped=True, lists=True)


def ask(address: str, step: Callable[[], object]) -> Pages:
    """Each page some times to warm up, then in turn with all others."""
    times: dict[str, list[float]] = {name: [] for name in ALL}
    sizes: dict[str, int] = {}
    with httpx.Client(base_url=address, timeout=60, headers={"accept": "text/html"}) as client:
        for path in ALL.values():
            for _ in range(_WARM):
                client.get(path)
            step()
        for _ in range(_ROUNDS):
            for name, path in ALL.items():
                start = time.perf_counter()
                answer = client.get(path)
                times[name].append(1000 * (time.perf_counter() - start))
                sizes[name] = len(answer.raise_for_status().content)
    return Pages(
        tuple(
            Took(name, ALL[name], statistics.median(took), max(took), sizes[name] / 1000)
            for name, took in times.items()
        )
    )


def show(console: Console, pages: Pages) -> None:
    """One row a page."""
    table = Table(
        title=f"Pages without a cache; the target is {TARGET:.0f} ms at the median", box=box.SIMPLE_HEAD
    )
    table.add_column("page")
    table.add_column("address")
    for title in ("median ms", "worst ms", "kB"):
        table.add_column(title, justify="right")
    for one in pages.took:
        late = "[bold]" if one.median >= TARGET else ""
        table.add_row(
            one.page, one.path, f"{late}{one.median:.0f}", f"{one.worst:.0f}", f"{one.kilobytes:.0f}"
        )
    console.print(table)
