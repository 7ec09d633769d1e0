"""Traces by OpenTelemetry: a span for each request and one for each statement below it, sent by OTLP over HTTP.

A span names the route and the statement; what was asked, by whom and with which key is in none.
"""

import asyncio
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import Final

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.sdk.trace.sampling import ParentBased, TraceIdRatioBased
from opentelemetry.trace import Span, SpanKind, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

_SECONDS: Final = 5
"""How long one sending may take; spans that cannot be sent are lost, and nobody waits for them."""


class Traces:
    """Makes spans; ``share`` is that of requests, where the caller has not decided already."""

    def __init__(self, endpoint: str, share: float, exporter: SpanExporter | None = None) -> None:
        self._provider = TracerProvider(
            sampler=ParentBased(TraceIdRatioBased(share)),
            resource=Resource({"service.name": "whofined", "service.version": version("whofined")}),
        )
        sender = exporter or OTLPSpanExporter(endpoint=endpoint, timeout=_SECONDS)
        self._provider.add_span_processor(BatchSpanProcessor(sender))
        self._tracer = self._provider.get_tracer("whofined")
        self._caller = TraceContextTextMapPropagator()

    @contextmanager
    def request(
        self, route: str, method: str, headers: Mapping[str, str]
    ) -> Generator[Callable[[int], None]]:
        """A span around a request, below that of a caller who has one."""
        with self._tracer.start_as_current_span(
            f"{method} {route}",
            context=self._caller.extract(headers),
            kind=SpanKind.SERVER,
            attributes={"http.request.method": method, "http.route": route},
            record_exception=False,
            set_status_on_exception=False,
        ) as span:

            def told(status: int) -> None:
                span.set_attribute("http.response.status_code", status)
                if status >= 500:
                    span.set_status(StatusCode.ERROR)

            with _failing(span):
                yield told

    @contextmanager
    def statement(self, name: str) -> Generator[None]:
        """A span around a statement."""
        with (
            self._tracer.start_as_current_span(
                name,
                kind=SpanKind.CLIENT,
                attributes={"db.system.name": "neo4j", "db.query.summary": name},
                record_exception=False,
                set_status_on_exception=False,
            ) as span,
            _failing(span),
        ):
            yield

    async def close(self) -> None:
        """Send what is left."""
        await asyncio.to_thread(self._provider.shutdown)


@contextmanager
def _failing(span: Span) -> Generator[None]:
    """An error is told by its kind: its words may be those of the caller."""
    try:
        yield
    except Exception as error:
        span.set_status(StatusCode.ERROR)
        span.set_attribute("error.type", type(error).__name__)
        raise
