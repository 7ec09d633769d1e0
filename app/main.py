"""The application, put together."""

from collections.abc import AsyncIterator
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
from app.limits import SizeLimits
from app.routers import entities, evidence, facts, operations
from app.schemas import Problem
from graph.reads.evidence import revision
from graph.settings import Connection, Settings
from graph.store import Store

STATIC = Path(__file__).parent / "static"


def create_app(settings: Settings, connection: Connection) -> FastAPI:
    """The service over one graph. Nothing is connected before it starts."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with Store(connection) as store:
            app.state.context = Context(settings, connection, store, Revisions(lambda: revision(store)))
            yield

    app = FastAPI(
        title="whofined",
        version=version("whofined"),
        summary="Who fined, sued, ordered or investigated whom over privacy, when, for how much, and who says so.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        openapi_tags=[
            {"name": name} for name in ("facts", "entities", "evidence", "search", "vocabulary", "operations")
        ],
        responses={500: {"model": Problem, "description": "An error of ours."}},
    )
    for router in (facts.router, entities.router, evidence.router, operations.router):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    errors.install(app)
    app.add_middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD"], expose_headers=["ETag", "Link"]
    )
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(
        AnswerCache, revisions=lambda: app.state.context.revisions, megabytes=settings.cache_mb
    )
    app.add_middleware(SizeLimits)
    return app
