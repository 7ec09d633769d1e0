"""The application, put together."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.staticfiles import StaticFiles

from app import errors
from app.cache import AnswerCache, Revisions
from app.context import Context
from app.documented import document
from app.head import HeadAsGet
from app.limits import SizeLimits
from app.routers import entities, evidence, facts, identity, operations, redaction, writes
from graph.reads.evidence import revision
from graph.settings import Connection, Settings
from graph.store import Store

STATIC = Path(__file__).parent / "static"


def create_app(settings: Settings, connection: Connection) -> FastAPI:
    """The service over one graph. Nothing is connected before it starts."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        async with Store(connection) as store:
            app.state.context = Context(settings, connection, store, Revisions(lambda: revision(store)))
            yield

    app = FastAPI(
        title="whofined",
        version=version("whofined"),
        summary="Who fined, sued, ordered or investigated whom over privacy, when, for how much, and who says so.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        redirect_slashes=False,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
        openapi_tags=[
            {"name": name}
            for name in (
                "facts",
                "entities",
                "evidence",
                "search",
                "vocabulary",
                "identity",
                "writing",
                "operations",
            )
        ],
    )
    for router in (
        facts.router,
        entities.router,
        evidence.router,
        identity.router,
        writes.router,
        redaction.router,
        operations.router,
    ):
        app.include_router(router)
    app.mount("/static/swagger", StaticFiles(packages=[("fastapi_offline", "static")]), name="swagger")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    errors.install(app)
    document(app)
    _layers(app, settings)
    return app


def _layers(app: FastAPI, settings: Settings) -> None:
    """What stands before the routes; the last one added is the first one asked."""
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(
        AnswerCache, revisions=lambda: app.state.context.revisions, megabytes=settings.cache_mb
    )
    app.add_middleware(SizeLimits)
    # Outside of all that can refuse, so that a page of another origin can read why.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=["If-None-Match"],
        expose_headers=["ETag", "Link", "Retry-After"],
    )
    app.add_middleware(HeadAsGet)
