"""Readers without a mouse: the order of stops, where the focus is, suggestions, what a status means."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.page_kinds import PAGES

_STOPS = 60
"""How many stops of a page are tried."""
_FOCUSED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), look = getComputedStyle(one);
  return { tag: one.tagName, top: box.top + scrollY, left: box.left, bottom: box.bottom + scrollY, right: box.right,
           ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0, line: box.height };
}"""


@pytest.mark.parametrize("kind", ["home", "filtered", "firm", "case", "figures", "about"])
async def test_the_order_of_stops_is_that_of_the_page(page: Page, address: str, kind: str) -> None:
    """From line to line and from left to right, column by column; the focus is always to be seen."""
    await page.goto(f"{address}{PAGES[kind]}")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    before = None
    for _ in range(_STOPS):
        await page.keyboard.press("Tab")
        now = await page.evaluate(_FOCUSED)
        if now["tag"] == "BODY":
            break
        assert now["ring"], now
        if before is not None:
            below = now["bottom"] > before["top"] and (
                now["top"] >= before["top"] - 4 or now["left"] > before["left"]
            )
            column = now["left"] > before["right"]
            inside = now["top"] >= before["top"] - 4 and now["bottom"] <= before["bottom"] + 4
            assert below or column or inside, (before, now)
        before = now
    assert before is not None


async def test_suggestions_follow_the_pattern_of_a_combobox(page: Page, address: str) -> None:
    """Arrows choose, Escape closes and keeps what was typed, Tab goes on, Enter without a choice asks."""
    await page.goto(address)
    box = page.get_by_role("combobox")
    await expect(box).to_have_attribute("aria-expanded", "false")
    await box.press_sequentially("clearview")
    options = page.get_by_role("option")
    await expect(options.first).to_be_visible()
    await expect(box).to_have_attribute("aria-expanded", "true")
    await box.press("ArrowDown")
    chosen = await options.first.get_attribute("id")
    await expect(box).to_have_attribute("aria-activedescendant", chosen or "")
    await box.press("ArrowUp")
    await expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    await box.press("Escape")
    await expect(options.first).to_be_hidden()
    await expect(box).to_have_value("clearview")
    await expect(box).to_be_focused()
    await box.press("Enter")
    await expect(page).to_have_url(f"{address}/ask?q=clearview")


@pytest.mark.parametrize(("path", "fields"), [("/paths", ("From", "To")), ("/compare", ("One", "The other"))])
async def test_names_are_filled_in_where_two_are_asked_for(
    page: Page, address: str, path: str, fields: tuple[str, str]
) -> None:
    """A suggestion fills its field, by key or by mouse; the one that was chosen is sent, whatever else is so called."""
    await page.goto(f"{address}{path}")
    one, other = (page.get_by_role("combobox", name=name, exact=True) for name in fields)
    await one.press_sequentially("cnil")
    await expect(page.get_by_role("option").first).to_contain_text("CNIL")
    await one.press("ArrowDown")
    await one.press("Enter")
    await expect(one).to_have_value("CNIL")
    await expect(page.get_by_role("option")).to_have_count(0)
    await other.press_sequentially("clearview ai")
    await page.get_by_role("option", name="Clearview AI").first.click()
    await other.press("Enter")
    await expect(page).to_have_url(re.compile("=cnil-fr&.+=clearview-ai$"))
    await expect(page.get_by_role("heading", level=1)).to_contain_text("CNIL and Clearview AI")


async def test_what_a_status_means_is_told_at_the_stop(page: Page, address: str) -> None:
    """A status and a mark explain themselves when the focus comes to them."""
    await page.goto(f"{address}{PAGES['filtered']}")
    status = page.locator("tr", has_text="ICO").locator(".status")
    await status.focus()
    await expect(status.get_by_role("note")).to_be_visible()
    await expect(status.get_by_role("note")).to_contain_text("Sent back to be decided again.")


async def test_from_a_row_to_its_quote_by_keyboard(page: Page, address: str) -> None:
    """Enter opens the sources of a row, Tab leads to the first of them."""
    await page.goto(f"{address}{PAGES['filtered']}")
    summary = page.locator("tr", has_text="ICO").locator("details.sources summary")
    await summary.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    assert "/documents/" in await page.evaluate("document.activeElement.href")
