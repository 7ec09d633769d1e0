"""What is seen of a running service: metrics, traces, logs; and that nothing of what was asked is among it."""

import json
import re
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from app import logs
from app.answers import facts
from app.http.seen import Templates
from app.main import create_app
from app.settings import Settings
from graph import api_keys
from graph.errors import ConfigurationError
from graph.store import Store
from tests.integration.graph.world import case, fine, told
from tests.requirements import CHECKOUT
from tests.service import good, listening, refused, service

SECRET = "Xaviera Quillfeather"
WORD = re.compile(r"xaviera|quillfeather", re.IGNORECASE)


async def samples(client: httpx.AsyncClient, **headers: str) -> dict[tuple[str, ...], float]:
    """Every sample by its name and the values of its labels."""
    answer = await client.get("/metrics", headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    return {
        (one.name, *(value for _, value in sorted(one.labels.items()))): one.value
        for family in text_string_to_metric_families(answer.text)
        for one in family.samples
    }


async def test_requests_are_counted_by_route_and_status(store: Store) -> None:
    """By the template of the route: an id, a search term or a made-up address adds no name."""
    await told(store, fine("fine-1", case="case-1"), cases=(case("case-1"),))
    async with service(store.connection, metrics="loopback", host_names="*") as client:
        good(await client.get("/v1/cases/case-1"))
        refused(await client.get(f"/v1/cases/{SECRET}"), 404)
        refused(await client.get("/v1/cases?limit=x"), 422)
        for path in ("/nowhere/at/all", f"/{SECRET}"):
            refused(await client.get(path), 404)
        good(await client.get("/v1/cases.json"))
        good(await client.get("/v1/cases/"))
        await client.head("/v1/cases")
        found = await samples(client)
        text = (await client.get("/metrics")).text
    requests = {key[1:]: value for key, value in found.items() if key[0] == "whofined_requests_total"}
    assert requests == {
        ("GET", "/v1/cases/{id}", "200"): 1,
        ("GET", "/v1/cases/{id}", "404"): 1,
        ("GET", "/v1/cases", "422"): 1,
        ("GET", "/v1/cases", "200"): 3,
        ("GET", "other", "404"): 2,
    }
    assert found["whofined_request_seconds_count", "/v1/cases"] == 4
    assert found["whofined_request_seconds_sum", "/v1/cases"] > 0
    assert found["whofined_requests_running",] == 1
    assert found["whofined_cache_answers_total", "kept"] >= 1
    assert found["whofined_cache_entries",] >= 2
    assert found["whofined_statement_seconds_count", "cases/page"] >= 1
    assert WORD.search(text) is None


async def test_the_graph_is_in_them(store: Store) -> None:
    """Revision, age, how much there is and what waits; a graph that is away is told, not an error."""
    await told(store, fine("fine-1"))
    async with service(store.connection, metrics="loopback") as client:
        ready = good(await client.get("/readyz"))
        found = await samples(client)
        assert found["whofined_graph_up",] == 1
        assert found["whofined_graph_revision",] == ready["revision"]
        assert 0 <= found["whofined_graph_age_seconds",] < 300
        assert found["whofined_graph_things", "facts"] == ready["counts"]["facts"] == 1
        assert found["whofined_review_waiting",] == 0
        assert found["whofined_backup_failing",] == 0
        assert found["process_resident_memory_bytes",] > 1e6


async def test_who_may_read_them(store: Store) -> None:
    """Off by default; then for this machine, or for holders of a key with the scope admin."""
    async with service(store.connection) as client:
        assert "WHOFINED_METRICS" not in refused(await client.get("/metrics"), 404)["detail"]
    async with service(store.connection, metrics="loopback", reads="keyed") as client:
        await samples(client)
        refused(await client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"}), 403)
    elsewhere = httpx.ASGITransport(
        create_app(Settings.model_validate({"metrics": "loopback"}), store.connection),
        client=("203.0.113.9", 9),
    )
    app: Any = elsewhere.app
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=elsewhere, base_url="http://127.0.0.1") as client,
    ):
        refused(await client.get("/metrics"), 403)
    keys = {
        scope: await api_keys.create(store, scope, scopes=("read", scope)) for scope in ("write", "admin")
    }
    async with service(store.connection, metrics="keyed") as client:
        refused(await client.get("/metrics"), 401)
        refused(await client.get("/metrics", headers={"Authorization": f"Bearer {keys['write']}"}), 403)
        await samples(client, Authorization=f"Bearer {keys['admin']}")


async def test_the_dashboard_names_what_there_is(store: Store) -> None:
    """Every metric of docs/grafana.json is given by a service that has done something of each kind."""
    board = json.loads((CHECKOUT / "docs" / "grafana.json").read_text(encoding="utf-8"))
    asked = " ".join(target["expr"] for panel in board["panels"] for target in panel["targets"])
    named = set(re.findall(r"\b(?:whofined|process)_\w+", asked))
    assert len(named) > 20
    await told(store, fine("fine-1"))
    async with service(store.connection, metrics="loopback") as client:
        good(await client.get("/v1/entities"))
        found = {key[0] for key in await samples(client)}
        text = (await client.get("/metrics")).text
    declared = set(re.findall(r"^# TYPE (\w+) ", text, re.MULTILINE))
    given = found | {f"{name}{end}" for name in declared for end in ("", "_total")}
    local = {
        name for name in named if name.startswith(("whofined_jvm_", "whofined_store_", "whofined_backup_t"))
    }
    assert named - local <= given
    source = (CHECKOUT / "app" / "gauges.py").read_text(encoding="utf-8")
    assert [name for name in local if f'"{name.removesuffix("_total")}"' not in source] == []


@pytest.fixture
def collector() -> Iterator[tuple[str, list[bytes]]]:
    """A server that takes spans as an OpenTelemetry collector does: its address, and what came."""
    taken: list[bytes] = []

    class Takes(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append(self.path.encode() + b" " + body)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Takes)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1/traces", taken
    server.shutdown()
    server.server_close()
    thread.join(5)


async def test_spans_of_requests_and_statements(store: Store, collector: tuple[str, list[bytes]]) -> None:
    """They arrive at a collector: routes, statements, status, below the caller's own; nothing of what was asked."""
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    address, taken = collector
    caller = "0af7651916cd43dd8448eb211c80319c"
    async with service(store.connection, traces=address, metrics="loopback") as client:
        await client.get(
            f"/v1/entities/{SECRET}?q={SECRET}", headers={"traceparent": f"00-{caller}-b7ad6b7169203331-01"}
        )
        await client.get("/v1/search", params={"q": SECRET})
    spans: dict[str, Any] = {}
    for one in taken:
        path, _, body = one.partition(b" ")
        assert path == b"/v1/traces"
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            spans |= {span.name: span for scope in resource.scope_spans for span in scope.spans}
    request = spans["GET /v1/search"]
    assert {one.key: one.value for one in request.attributes}["http.response.status_code"].int_value == 200
    assert spans["GET /v1/entities/{id}"].trace_id.hex() == caller
    below = {name for name, span in spans.items() if span.parent_span_id == request.span_id}
    assert any(name.startswith("search/") for name in below)
    assert WORD.search(b"".join(taken).decode("latin-1")) is None


async def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the service does not start, and says which one it needs."""
    for module, name, given in (
        ("prometheus_client", "metrics", {"metrics": "loopback"}),
        ("opentelemetry.sdk.trace", "traces", {"traces": "http://127.0.0.1:4318/v1/traces"}),
    ):
        monkeypatch.setitem(sys.modules, module, None)
        for loaded in ("app.metrics", "app.gauges", "app.traces"):
            monkeypatch.delitem(sys.modules, loaded, raising=False)
        with pytest.raises(ConfigurationError, match=rf"not installed.*whofined\[{name}\]"):
            create_app(Settings.model_validate(given))


def lines(text: str) -> list[dict[str, Any]]:
    """The log, a line an event."""
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


async def test_a_log_holds_nothing_of_what_was_asked(
    store: Store, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Secrets in address, query, header and body, answers of every kind, a fault and a bug: no line holds one."""
    key = await api_keys.create(store, "desk", scopes=("read", "write"))

    async def bug(*_: object, **__: object) -> None:
        cause = ValueError(SECRET)
        raise LookupError(f"no {SECRET}") from cause

    body = f"The ICO fined {SECRET} 2 million pounds on 3 May 2021."
    held = {"Authorization": f"Bearer {key}", "X-Own": SECRET, "Cookie": f"a={SECRET}", "User-Agent": SECRET}
    with listening(store.connection, log="debug") as address:
        async with httpx.AsyncClient(base_url=address, headers=held, timeout=60) as client:
            for path in ("/v1/search", "/v1/ask", "/ask", "/v1/facts", "/", "/v1/suggest", "/nowhere"):
                await client.get(path, params={"q": SECRET})
            for path in ("/v1/entities", "/entities", "/v1/facts", "/v1/documents"):
                await client.get(f"{path}/{SECRET}")
            sent = await client.post(
                "/v1/documents", json={"text": body, "title": SECRET, "publisher": SECRET}
            )
            assert sent.status_code < 500, sent.text
            await client.post(
                "/v1/documents", content=f"{{{SECRET}", headers={"Content-Type": "application/json"}
            )
            await client.get("/v1/facts", headers={"Authorization": f"Bearer wf_{SECRET}"})
            monkeypatch.setattr(facts.listing, "page", bug)
            broken = await client.get("/v1/facts", params={"q": SECRET})
            assert broken.status_code == 500
    text = "".join(capfd.readouterr())
    assert WORD.search(text) is None
    assert key not in text
    (line,) = [one for one in lines(text) if one["event"] == "bug"]
    assert line["request"] == broken.headers["x-request-id"]
    assert (line["route"], line["kind"]) == ("/v1/facts", "LookupError")
    assert "test_seen.py" in str(line["where"])


async def test_each_answer_has_an_id_of_its_own(store: Store) -> None:
    """Kept answers, refusals and files too; it is that of the lines in the log."""
    async with service(store.connection) as client:
        names = [
            (await client.get(path)).headers["x-request-id"]
            for path in ("/v1/facts", "/v1/facts", "/x", "/static/site.css")
        ]
    assert len({*names}) == 4
    assert all(re.fullmatch(r"[0-9a-f]{32}", name) for name in names)


def test_every_route_is_known_by_its_template() -> None:
    """Those of the API as OpenAPI names them, pages and files; what leads nowhere has one name for all."""
    app = create_app(Settings.model_validate({}))
    templates = Templates(lambda: app.routes)
    paths = [*app.openapi()["paths"], "/", "/facts", "/entities/{id}", "/metrics", "/mcp"]
    assert len(paths) > 40
    assert {path: templates.of(re.sub(r"\{\w+\}", "some-id", path)) for path in paths} == {
        path: path for path in paths
    }
    assert templates.of("/static/site.css") == "/static/*"
    assert templates.of("/v1/none") == templates.of("/x/y/z") == "other"


def fail(cause: Exception) -> None:
    """Raise what nobody foresaw."""
    raise LookupError(SECRET) from cause


def test_a_bug_is_told_by_kinds_and_places() -> None:
    """Causes too; words are those of whoever raised it, and stay out."""
    with pytest.raises(LookupError) as error:
        fail(ValueError(SECRET))
    found = logs.of_bug(error.value)
    assert found["kind"] == "LookupError"
    assert WORD.search(str(found)) is None
    where: Any = found["where"]
    assert [one.partition(" at ")[0] for one in where] == ["LookupError", "ValueError"]
