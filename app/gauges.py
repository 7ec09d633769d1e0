"""What is looked at when metrics are asked for: the graph, the cache, imports, backups, the local server.

Nobody waits for a count that grows with the graph: it is made aside, and the last one is given.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import psutil
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from app.answers.aside import Aside
from app.http.service import Context
from graph.errors import WhofinedError
from graph.reads import listing
from graph.reads.revision import counts as counts_of
from graph.reads.revision import state
from graph.server.layout import layout
from graph.server.runner import live_state
from seed.ingest import review

_STORE_EVERY: Final = 60.0
"""Seconds between two looks at the size of the store."""


class Gauges:
    """Looks around; keeps what is not to be looked at each time."""

    def __init__(self) -> None:
        self._waiting: Aside[int] = Aside(lambda _: True)
        self._store_size: tuple[float, int] | None = None

    async def look(self, context: Context) -> list[Metric]:
        """Everything as it is now; a graph that does not answer is told as such."""
        graph = await self._graph(context)
        server = await asyncio.to_thread(self._server, context)
        return [*graph, *_service(context), *server]

    async def close(self) -> None:
        """End the count under way."""
        await self._waiting.close()

    async def _graph(self, context: Context) -> list[Metric]:
        try:
            revision = await context.revisions.current()
            now = await state(context.store)
            counted = await context.counts.get(revision, lambda: counts_of(context.store))
            waiting = await self._waiting.get(
                revision, lambda: listing.count(context.store, review.prepare("weight", 1))
            )
        except WhofinedError:
            return [_gauge("whofined_graph_up", "Whether the graph answers.", 0)]
        found = [
            _gauge("whofined_graph_up", "Whether the graph answers.", 1),
            _gauge("whofined_graph_revision", "Number of the last change of the graph.", now.revision),
        ]
        if now.changed:
            age = (datetime.now(UTC) - datetime.fromisoformat(now.changed)).total_seconds()
            found.append(
                _gauge("whofined_graph_age_seconds", "Time since the last change of the graph.", age)
            )
        if counted:
            found.append(_by("whofined_graph_things", "How much the graph holds.", "kind", counted[1].counts))
        if waiting:
            found.append(_gauge("whofined_review_waiting", "Claims that wait for a person.", waiting[1]))
        return found

    def _server(self, context: Context) -> list[Metric]:
        """The local server's process and its files; nothing where it is not ours."""
        if context.settings.neo4j_uri is not None:
            return []
        folders = layout(context.settings)
        found = [
            _gauge("whofined_store_bytes", "Files of the graph and its logs.", self._size(folders.data)),
        ]
        running = live_state(folders)
        process = running.jvm.find() if running is not None and running.jvm is not None else None
        if running is None or process is None:
            return found
        try:
            with process.oneshot():
                memory, threads = process.memory_info().rss, process.num_threads()
                times = process.cpu_times()
        except psutil.Error:  # it has just ended
            return found
        return [
            *found,
            _gauge("whofined_jvm_memory_bytes", "Resident memory of Neo4j.", memory),
            _gauge("whofined_jvm_threads", "Threads of Neo4j.", threads),
            _counter("whofined_jvm_cpu_seconds", "Processor time of Neo4j.", times.user + times.system),
            _gauge("whofined_jvm_restarts", "How often Neo4j was started again.", running.restarts),
        ]

    def _size(self, folder: Path) -> int:
        now = time.monotonic()
        if self._store_size is None or now - self._store_size[0] > _STORE_EVERY:
            self._store_size = (now, _bytes_in(folder))
        return self._store_size[1]


def _service(context: Context) -> list[Metric]:
    tally, jobs = context.tally, context.imports
    found: list[Metric] = [
        _by(
            "whofined_cache_answers",
            "Answers that were kept already, and that were made.",
            "what",
            {"kept": tally.kept, "made": tally.made},
            counter=True,
        ),
        _gauge("whofined_cache_entries", "Answers that are kept.", tally.entries),
        _gauge("whofined_cache_bytes", "Memory that they take.", tally.size),
        _by(
            "whofined_documents_read",
            "Documents sent over HTTP.",
            "outcome",
            context.readers.outcomes,
            counter=True,
        ),
        _by(
            "whofined_import_jobs",
            "Imports over HTTP that are remembered.",
            "state",
            Counter(job.state for job in jobs.all()),
        ),
        _counter("whofined_import_rows", "Rows that imports over HTTP have written.", jobs.rows),
    ]
    if (made := context.backups.last) is not None:
        found.append(
            _gauge("whofined_backup_timestamp_seconds", "When the last backup was made.", made.timestamp())
        )
    failed = context.backups.failed is not None
    found.append(_gauge("whofined_backup_failing", "Whether a backup failed since the last one.", failed))
    return found


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(name, words, value)


def _counter(name: str, words: str, value: float) -> Metric:
    return CounterMetricFamily(name, words, value)


def _by(name: str, words: str, label: str, values: Mapping[str, float], *, counter: bool = False) -> Metric:
    family = (CounterMetricFamily if counter else GaugeMetricFamily)(name, words, labels=[label])
    for one, value in values.items():
        family.add_metric([one], value)
    return family


def _bytes_in(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size
        except OSError:  # it went away meanwhile
            continue
    return total
