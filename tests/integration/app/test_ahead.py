"""What is asked ahead: each of it is answered, and where the graph is away nothing comes of it."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from app.ahead import PATHS, ask_ahead
from app.main import create_app
from app.settings import Settings
from graph.connection import Connection


@pytest.fixture
async def app(seeded: Connection) -> AsyncIterator[FastAPI]:
    """The service over the records."""
    made = create_app(Settings(), seeded)
    async with made.router.lifespan_context(made):
        yield made


async def test_each_is_what_somebody_asks(app: FastAPI) -> None:
    """The addresses lead to answers, and asking them ahead makes such answers."""
    await ask_ahead(app)
    assert app.state.tally.made == len(PATHS)
    inside = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=inside, base_url="http://localhost") as client:
        for path in PATHS:
            assert (await client.get(path)).status_code == 200, path
    assert app.state.tally.kept > 0


async def test_a_graph_that_is_away_is_no_error() -> None:
    """Whoever asks then hears of it; the service goes on."""
    away = create_app(Settings(), Connection("bolt://127.0.0.1:9", "neo4j", "none", "neo4j", None))
    async with away.router.lifespan_context(away):
        await ask_ahead(away)
