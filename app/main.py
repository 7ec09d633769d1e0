"""The application, put together."""

import re
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from fastapi import Depends, FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.staticfiles import StaticFiles
from starlette.routing import Mount, Route

from app.http import error_handlers
from app.http.addresses import Addresses
from app.http.admission import Cors, HostNames, PublicGuard
from app.http.answer_cache import AnswerCache, Tally
from app.http.answer_headers import AnswerHeaders
from app.http.api_key import require_read
from app.http.head import HeadAsGet
from app.http.media_types import JsonOnly
from app.http.openapi import document
from app.http.rate_limit import RateLimit
from app.http.seen import Seen
from app.http.size_limits import LARGEST_LIST, SizeLimits
from app.lifespan import Permission, lifespan
from app.mcp import endpoint as mcp
from app.pages.failures import FailurePages, shown
from app.pages.routers import ROUTERS as PAGES
from app.routers import (
    analysis,
    ask,
    audit,
    browser,
    changes,
    corrections,
    cypher,
    entities,
    evidence,
    export,
    facts,
    identity,
    imports,
    metrics,
    operations,
    reconcile,
    reconcile_draft,
    redaction,
    writes,
)
from app.settings import Settings, listed
from app.watching import Watching
from graph.connection import Connection

STATIC = Path(__file__).parent / "static"
TAGS: Final = (
    "facts",
    "entities",
    "evidence",
    "search",
    "analysis",
    "vocabulary",
    "export",
    "identity",
    "writing",
    "operations",
)
NEVER_KEPT: Final = ("/healthz", "/readyz", "/metrics", "/docs", "/openapi.json", mcp.PATH)
"""Routes that say how the service is, or that need no graph: they answer while it is away."""


def create_app(settings: Settings, connection: Connection | None = None) -> FastAPI:
    """The service over one graph, by default the one of the settings. Nothing is connected before it starts."""
    agents = mcp.Endpoint()
    app = FastAPI(
        title="whofined",
        version=version("whofined"),
        summary="Who fined, sued, ordered or investigated whom over privacy, when, for how much, and who says so.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lambda app: _lifespan(app, settings, connection, agents),
        redirect_slashes=False,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
        openapi_tags=[{"name": name} for name in TAGS],
    )
    app.state.watching, app.state.tally = Watching(settings), Tally()
    for router in (
        facts.router,
        export.router,
        entities.router,
        evidence.router,
        ask.router,
        cypher.router,
        identity.router,
        writes.router,
        imports.router,
        redaction.router,
        analysis.router,
        changes.router,
        corrections.router,
        operations.router,
        metrics.router,
        audit.router,
        browser.router,
        *PAGES,
    ):
        app.include_router(router, dependencies=[JsonOnly, Depends(require_read)])
    for router in (
        reconcile_draft.router,
        reconcile.router,
    ):  # the manifest is open; each route asks for itself
        app.include_router(router)
    app.router.routes.append(Route(mcp.PATH, agents, name="mcp"))
    app.mount("/static/swagger", StaticFiles(packages=[("fastapi_offline", "static")]), name="swagger")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    error_handlers.install(app)
    document(app)
    _layers(app, settings, connection)
    return app


@asynccontextmanager
async def _lifespan(
    app: FastAPI, settings: Settings, connection: Connection | None, agents: mcp.Endpoint
) -> AsyncGenerator[None]:
    async with lifespan(app, settings, connection), mcp.stopping(agents):
        yield


def _layers(app: FastAPI, settings: Settings, connection: Connection | None) -> None:
    """What stands before the routes; the last one added is the first one asked."""
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(
        AnswerCache,
        revisions=lambda: app.state.context.revisions,
        megabytes=settings.cache_mb,
        serves=_follows_from_the_graph(app),
        tally=app.state.tally,
    )
    app.add_middleware(SizeLimits, larger={"/v1/imports": LARGEST_LIST})
    app.add_middleware(RateLimit, rate=settings.rate_limit)
    app.add_middleware(FailurePages)
    app.add_middleware(PublicGuard, permitted=Permission(app, settings))
    named = () if settings.host in {"0.0.0.0", "::"} else (settings.host,)  # noqa: S104 - compared, not bound
    app.add_middleware(HostNames, names=(*named, *listed(settings.host_names)), public=settings.public)
    # Outside of all that can refuse, so that a page of another origin can read why.
    app.add_middleware(
        Cors,
        allow_origins=[*listed(settings.cors_origins), *_neo4j_browser(settings, connection)],
        # Writes need a key, and a page of another origin may send none.
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["If-None-Match", "Content-Type", "Cache-Control", "Pragma"],
        expose_headers=["ETag", "Link", "Retry-After", "RateLimit", "RateLimit-Policy"],
    )
    app.add_middleware(AnswerHeaders)
    app.add_middleware(Seen, routes=lambda: app.routes, watchers=app.state.watching.all, shown=shown)
    app.add_middleware(Addresses)
    app.add_middleware(HeadAsGet)


def _follows_from_the_graph(app: FastAPI) -> Callable[[str], bool]:
    """Whether answers at a path are made from the graph alone: all routes but those of operation and mounts."""

    @cache
    def others() -> re.Pattern[str]:
        mounts = [f"{re.escape(route.path)}/.*" for route in app.routes if isinstance(route, Mount)]
        return re.compile("|".join([*map(re.escape, NEVER_KEPT), *mounts]))

    return lambda path: others().fullmatch(path) is None


def _neo4j_browser(settings: Settings, connection: Connection | None) -> list[str]:
    """The origin of Neo4j Browser beside the graph: its page plays the guide from here."""
    address = connection.browser_url if connection else f"http://127.0.0.1:{settings.neo4j_http_port}/"
    parts = urlsplit(address or "")
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []
