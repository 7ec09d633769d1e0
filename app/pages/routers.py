"""The routers of all pages."""

from typing import Final

from app.pages import (
    ask,
    cases,
    changes,
    connections,
    corrections,
    documents,
    entities,
    fact,
    facts,
    figures,
    home,
    suggest,
    texts,
)

ROUTERS: Final = (
    home.router,
    ask.router,
    facts.router,
    fact.router,
    entities.router,
    cases.router,
    changes.router,
    documents.router,
    figures.router,
    connections.router,
    corrections.router,
    texts.router,
    suggest.router,
)
