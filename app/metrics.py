"""Metrics for Prometheus: what is counted as it happens, and what is looked at when they are asked for."""

import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import Metric
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

from app.gauges import Gauges
from app.http.service import Context

_REQUESTS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_STATEMENTS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10.0)


class _Looked:
    """What was looked at last, for the registry."""

    def __init__(self) -> None:
        self.families: list[Metric] = []

    def collect(self) -> Iterable[Metric]:
        return self.families


class Metrics:
    """Those of one application; a watcher of its requests and statements."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._gauges = Gauges()
        self._looked = _Looked()
        # Names and help are what a dashboard is made of; a test compares them with docs/grafana.json.
        self._requests = Counter(
            "whofined_requests",
            "Requests that were answered.",
            ["route", "method", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "whofined_request_seconds",
            "How long requests took, to the last byte of the answer.",
            ["route"],
            buckets=_REQUESTS,
            registry=self._registry,
        )
        self._running = Gauge(
            "whofined_requests_running", "Requests that are being answered.", registry=self._registry
        )
        self._statements = Histogram(
            "whofined_statement_seconds",
            "How long statements took, by name.",
            ["statement"],
            buckets=_STATEMENTS,
            registry=self._registry,
        )
        self._failed = Counter(
            "whofined_statements_failed", "Statements that failed.", ["statement"], registry=self._registry
        )
        self._open = Gauge(
            "whofined_statements_running",
            "Statements that the graph is working on, each over a connection of the pool.",
            registry=self._registry,
        )
        ProcessCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        self._registry.register(self._looked)

    @contextmanager
    def request(
        self, route: str, method: str, headers: Mapping[str, str]
    ) -> Generator[Callable[[int], None]]:
        """Count a request, and how long it took."""
        del headers
        begun, status = time.perf_counter(), 0

        def told(code: int) -> None:
            nonlocal status
            status = code

        self._running.inc()
        try:
            yield told
        finally:
            self._running.dec()
            self._requests.labels(route, method, str(status)).inc()
            self._seconds.labels(route).observe(time.perf_counter() - begun)

    @contextmanager
    def statement(self, name: str) -> Generator[None]:
        """Count a statement, and how long it took."""
        begun = time.perf_counter()
        self._open.inc()
        try:
            yield
        except BaseException:
            self._failed.labels(name).inc()
            raise
        finally:
            self._open.dec()
            self._statements.labels(name).observe(time.perf_counter() - begun)

    async def text(self, context: Context) -> bytes:
        """All of them, in the form that Prometheus reads."""
        self._looked.families = await self._gauges.look(context)
        return generate_latest(self._registry)

    async def close(self) -> None:
        """End what is being counted aside."""
        await self._gauges.close()
