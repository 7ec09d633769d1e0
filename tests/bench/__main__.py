"""``python -m tests.bench``: how fast texts are read, and the service beside raw Bolt and Neo4j's own Query API."""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from rich.console import Console
from rich.progress import Progress

from graph.connection import Connection
from graph.server.instance import LocalServer
from tests.bench import answers, extraction, importing, pages
from tests.bench.answers import Timed
from tests.bench.importing import Brought
from tests.bench.loading import load
from tests.bench.measure import Measured, measure, slices
from tests.bench.processes import Asker, service
from tests.bench.questions import questions
from tests.bench.report import API, CACHED, RAW, UNCACHED, Size, as_json, met, show
from tests.bench.slices import Contender

SIZES: Final = (10_000, 100_000)
SECONDS: Final = 340.0
MEASURING: Final = 75.0
STARTING: Final = 10.0
PARTS: Final = ("extract", "graph", "answers", "import", "pages")
LEAST: Final = 30.0
"""Seconds: in all, for measuring one size, for starting services, and what loading and measuring get in any case."""


def contenders(graph: Connection, uncached: int, cached: int, http: int) -> list[Contender]:
    """The five ways to get an answer; the two over Bolt differ in the driver, and the better one counts."""
    user, word = graph.user, graph.password
    return [
        Contender(UNCACHED, "service", port=uncached),
        Contender(RAW[0], "bolt", uri=graph.uri, user=user, password=word),
        Contender(CACHED, "service", port=cached),
        Contender(API, "query-api", port=http, user=user, password=word),
        Contender(RAW[1], "bolt-threads", uri=graph.uri, user=user, password=word),
    ]


def run(
    sizes: Sequence[int], seconds: float, progress: Progress, wanted: Sequence[str] = PARTS
) -> tuple[list[Size], list[Timed], list[Brought]]:
    """Load and measure each size in turn, on one server; the time is shared so that the whole stays within it.

    Answers made of many facts have as many requests each, however long that takes.
    """
    end = time.monotonic() + seconds
    done: list[Size] = []
    timed: list[Timed] = []
    brought: list[Brought] = []
    reached = 0
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="whofined-bench-")))
        server = stack.enter_context(
            LocalServer(home, quick=False, replans=True, heap="1g", pagecache="256m")
        )
        for place, size in enumerate(sizes):
            later = len(sizes) - place - 1
            most = max(LEAST, end - time.monotonic() - (MEASURING + STARTING) * (1 + later) - LEAST * later)
            loaded = asyncio.run(load(server.connection, reached, size, most, progress))
            reached = loaded.facts
            if "answers" in wanted:
                task = progress.add_task("Answers made of many facts", total=answers.STEPS)
                timed += answers.measure(server.connection, reached, lambda task=task: progress.advance(task))
            if "import" in wanted:
                task = progress.add_task("Bringing a list in", total=importing.STEPS)
                brought.append(
                    importing.measure(server.connection, reached, lambda task=task: progress.advance(task))
                )
            if "graph" not in wanted:
                continue
            left = (end - time.monotonic() - LEAST * later) / (1 + later) - STARTING
            done.append(Size(loaded, compare(server.connection, min(MEASURING, max(LEAST, left)), progress)))
    return done, timed, brought


def read(progress: Progress) -> extraction.Reading:
    """Measure the extractor."""
    task = progress.add_task("Reading texts", total=extraction.STEPS)
    return extraction.measure(lambda: progress.advance(task))


def serve(progress: Progress) -> pages.Pages:
    """Measure the pages over everything that ships."""
    task = progress.add_task("Loading what ships, asking for pages", total=pages.STEPS)
    return pages.measure(lambda: progress.advance(task))


def compare(graph: Connection, seconds: float, progress: Progress) -> Measured:
    """Start the service with and without its cache over a graph, and measure everything beside everything."""
    http = urlsplit(graph.browser_url or "").port or 0
    with service(graph, cache=False) as uncached, service(graph, cache=True) as cached:
        ways = contenders(graph, uncached, cached, http)
        asked = questions(f"http://127.0.0.1:{uncached}")
        task = progress.add_task("Measuring", total=slices(len(ways), len(asked)))
        with Asker(ways, asked) as asker:
            return measure(asker, ways, asked, seconds, lambda: progress.advance(task))


@dataclass(frozen=True, slots=True)
class Results:
    """All that was measured; a part that was not asked for is empty."""

    sizes: list[Size]
    timed: list[Timed]
    brought: list[Brought]
    texts: extraction.Reading | None
    pages: pages.Pages | None

    def as_json(self) -> dict[str, object]:
        """Each part by its name."""
        told: dict[str, object] = {**as_json(self.sizes)}
        told |= {"extraction": asdict(self.texts)} if self.texts else {}
        told |= {"pages": asdict(self.pages)} if self.pages else {}
        told |= {"answers": answers.as_json(self.timed)} if self.timed else {}
        return told | ({"import": importing.as_json(self.brought)} if self.brought else {})

    def show(self, console: Console) -> None:
        """The tables."""
        if self.texts:
            extraction.show(console, self.texts)
        for size in self.sizes:
            show(console, size)
        if self.timed:
            answers.show(console, self.timed)
        if self.brought:
            importing.show(console, self.brought)
        if self.pages:
            pages.show(console, self.pages)

    @property
    def met(self) -> bool:
        """Whether every target of what was measured is met."""
        parts = [self.texts, self.pages, *self.brought]
        return met(self.sizes) and answers.met(self.timed) and all(one.met for one in parts if one)


def main() -> int:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--facts", type=int, action="append", help=f"size of graph, repeatable, growing; default {SIZES}"
    )
    parser.add_argument("--seconds", type=float, default=SECONDS, help="about how long it may take in all")
    parser.add_argument(
        "--only",
        choices=PARTS,
        help="one part: texts, the graph, answers of many facts, a list brought in, or pages",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--check", action="store_true", help="end with 1 where a target is missed")
    asked = parser.parse_args()
    notes = Console(stderr=True)
    with Progress(console=notes, transient=True) as progress:
        wanted = (asked.only,) if asked.only else PARTS
        texts = read(progress) if "extract" in wanted else None
        sizes, timed, brought = (
            run(sorted(asked.facts or SIZES), asked.seconds, progress, wanted)
            if {"graph", "answers", "import"} & set(wanted)
            else ([], [], [])
        )
        shown = serve(progress) if "pages" in wanted else None
    results = Results(sizes, timed, brought, texts, shown)
    if asked.json:
        sys.stdout.write(json.dumps(results.as_json(), indent=1) + "\n")
    else:
        results.show(Console(width=None if sys.stdout.isatty() else 150))
    return 1 if asked.check and not results.met else 0


if __name__ == "__main__":
    sys.exit(main())
