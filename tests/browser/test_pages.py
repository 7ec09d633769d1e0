"""Pages in a real Chromium: mouse, keyboard, without scripts, light and dark, wide and narrow."""

from collections.abc import Callable
from typing import Final, Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.page_kinds import FAILURES, PAGES, UNCITED

ALL: Final = {**PAGES, **UNCITED, **{name: path for name, (path, _) in FAILURES.items()}, "asking": "/paths"}
"""Every kind of page, with what a reader may run into."""
HEAVIEST: Final = 300_000
"""Bytes as sent that the first view of a page may take, with all that it loads."""
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")


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


_CUT = """() => [...document.querySelectorAll("main *")].filter((one) => {
  const box = one.getBoundingClientRect();
  const over = box.width > 0 && box.right > innerWidth + 1;
  return over && !one.closest(".scroll, .hidden, .tip, svg, .chart, pre, #graph");
}).map((one) => one.outerHTML.slice(0, 120))"""
"""What stands over the right edge, but in what scrolls by itself: the page would cut it off, or have to be scrolled."""


async def violations(page: Page) -> list[str]:
    """What axe finds wrong, with where."""
    found = (await Axe().run(page)).response["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]


async def sent(page: Page) -> Callable[[], int]:
    """How many bytes came over the wire since now, as they were sent."""
    wire = await page.context.new_cdp_session(page)
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda done: sizes.append(int(done["encodedDataLength"])))
    await wire.send("Network.enable")
    return lambda: sum(sizes)


@pytest.mark.parametrize("path", ALL.values(), ids=ALL.keys())
async def test_every_page_is_open_to_all(page: Page, address: str, path: str) -> None:
    """No fault of access, script or policy; no other host; light; no sideways scrolling at 320 pixels."""
    faults, asked = listen(page)
    weight = await sent(page)
    await page.goto(f"{address}{path}", wait_until="networkidle")
    await expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert 0 < weight() < HEAVIEST
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        assert await violations(page) == [], scheme
    for width in (390, 320):
        await page.set_viewport_size({"width": width, "height": 720})
        assert await wider_than_the_window(page) == 0
        assert await page.evaluate(_CUT) == []
    # A page that tells of a failure is told by the browser as a failed load of itself.
    assert [fault for fault in faults if "404" not in fault and "422" not in fault] == []
    assert {url.split("/")[2] for url in asked if url.startswith("http")} == {address.split("/")[2]}


async def test_a_question_leads_to_the_table_and_a_row_to_its_quote(page: Page, address: str) -> None:
    """Typed in the box, one step to the table; one click from a row to what its sources say."""
    await page.goto(address)
    await (
        page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.fill("who fined Clearview AI?")
    )
    await page.get_by_role("button", name="Ask").click()
    rows = page.locator("table.facts tbody tr")
    await expect(rows).to_have_count(6, timeout=20_000)
    await expect(page.get_by_role("main")).to_contain_text("£7.6m")
    sources = rows.filter(has_text="ICO").locator("details.sources")
    await sources.locator("summary").click()
    await expect(sources.get_by_role("link").first).to_be_visible()


async def test_suggestions_by_keyboard(page: Page, address: str) -> None:
    """Names appear while typing; the arrow key and Enter lead to the page of one."""
    await page.goto(address)
    box = page.get_by_role("combobox")
    await box.press_sequentially("clearview")
    await expect(page.get_by_role("option").first).to_contain_text("Clearview AI")
    await box.press("ArrowDown")
    await expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    await box.press("Enter")
    await expect(page).to_have_url(f"{address}/entities/clearview-ai")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Clearview AI")


async def test_the_surroundings_are_drawn(page: Page, address: str) -> None:
    """The picture of who stands around a firm appears, with a legend; the list beside it says the same."""
    await page.goto(f"{address}/entities/clearview-ai")
    await page.locator("#graph").scroll_into_view_if_needed()
    await expect(page.locator("#graph canvas").first).to_be_attached(timeout=20_000)
    await expect(page.locator(".legend")).to_contain_text("Regulator")


async def test_figures_are_drawn_beside_their_table(page: Page, address: str) -> None:
    """A bar for each row; a bar leads to the same rows as the name in the table."""
    await page.goto(f"{address}/stats?by=country")
    bars = page.locator(".chart svg a")
    await expect(bars.first).to_be_visible(timeout=20_000)
    names = page.locator("#cells tbody tr a")
    assert await bars.count() == min(40, await names.count())
    target = await names.first.get_attribute("href")
    assert await bars.first.get_attribute("href") == target
    await bars.first.click()
    await expect(page).to_have_url(f"{address}{target}")
    await expect(page.locator("table.facts tbody tr").first).to_be_visible()
