"""What everybody asks first, asked before anybody does: the graph has planned it by then, and no reader waits for that.

A graph that has just started takes seconds to plan what it then answers in milliseconds.
"""

from typing import Final

import httpx
from starlette.types import ASGIApp

PATHS: Final = (
    "/",
    "/v1/fines?object=clearview-ai",
    "/facts?relation=FINED",
    "/v1/search?q=clearview",
    "/entities/clearview-ai",
)
"""The home page, the first link of `whofined up`, a list, what the search field asks, the page of one entity."""


async def ask_ahead(app: ASGIApp) -> None:
    """Ask each in turn; what fails here is for its reader to hear."""
    inside = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=inside, base_url="http://localhost") as client:
        for path in PATHS:
            await client.get(path, follow_redirects=True)
