"""The home page and the documentation, as a reader sees them."""

from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


def listen(page: Page) -> tuple[list[str], list[str]]:
    """Messages of the console that tell of a fault, and addresses that were asked for."""
    faults: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    return faults, asked


async def wider_than_the_window(page: Page) -> int:
    """How many pixels a reader would have to scroll to the side."""
    return await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


async def violations(page: Page) -> list[str]:
    """What axe finds wrong, with where."""
    found = (await Axe().run(page)).response["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_home_page(page: Page, address: str, size: str, scheme: Literal["light", "dark"]) -> None:
    """Three live answers with sources; fits the window; no fault of access, policy or script; no other host."""
    faults, asked = listen(page)
    width, height = SIZES[size]
    await page.set_viewport_size({"width": width, "height": height})
    await page.emulate_media(color_scheme=scheme)
    await page.goto(f"{address}/")
    await expect(page.get_by_role("heading", level=1)).to_have_text("whofined")
    await expect(page.get_by_role("main").get_by_role("region")).to_have_count(3)
    first = page.get_by_role("region", name="Who fined Clearview AI?")
    await expect(first.get_by_role("listitem")).to_have_count(6)
    await expect(first).to_contain_text("Information Commissioner's Office")
    await expect(first).to_contain_text("7,552,800")
    await expect(first).to_contain_text("remitted")
    await expect(first).to_contain_text("independent source")
    assert await wider_than_the_window(page) == 0
    assert await violations(page) == []
    assert faults == []
    assert {url.split("/")[2] for url in asked} == {address.split("/")[2]}


async def test_every_link_of_the_home_page_leads_somewhere(page: Page, address: str) -> None:
    """Each link to ourselves answers with 200; those to sources go out over the web; Neo4j Browser is this server's."""
    await page.goto(f"{address}/")
    links = await page.get_by_role("link").all()
    targets = {str(await link.evaluate("one => one.href")) for link in links}
    ours = {target for target in targets if target.startswith("http://127.0.0.1:")}
    assert len(ours) > 20
    for target in sorted(ours):
        assert (await page.request.get(target)).status == 200, target
    sources = targets - ours
    assert len(sources) > 20
    assert all(target.startswith(("https://", "http://")) for target in sources)
    assert any("/browser/?dbms=" in target for target in targets)
    assert f"{address}/docs" in targets


async def test_the_documentation_works_without_another_host(page: Page, address: str) -> None:
    """The routes are drawn from our own files under a strict policy, and one can be tried on the page."""
    faults, asked = listen(page)
    await page.goto(f"{address}/docs")
    await expect(page.locator(".opblock-summary-path").filter(has_text="/v1/fines")).to_be_visible(
        timeout=20_000
    )
    block = page.locator("#operations-facts-list_fines")
    await block.get_by_role("button").first.click()
    await block.get_by_role("button", name="Execute").click(timeout=20_000)
    await expect(block.locator(".live-responses-table td.response-col_status").last).to_contain_text("200")
    assert faults == []
    assert {url.split("/")[2] for url in asked if not url.startswith("data:")} == {address.split("/")[2]}
