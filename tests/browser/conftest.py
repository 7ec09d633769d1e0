"""A real Chromium, and the service with the real Neo4j Browser beside it."""

from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, Page, Request, Route, async_playwright

from graph.connection import Connection
from tests.requirements import chromium
from tests.service import listening

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all tests."""
    path = chromium()
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield running
        await running.close()


@pytest.fixture(scope="session")
def address(seeded: Connection) -> Iterator[str]:
    """The address of the service over all records."""
    with listening(seeded) as found:
        yield found


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page of its own, at desktop width. It reaches this machine and nothing else."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")

    async def only_here(route: Route, request: Request) -> None:
        if request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            await route.continue_()
        else:
            await route.abort()

    await context.route("**/*", only_here)
    yield await context.new_page()
    await context.close()
