"""The journeys of a reader whose browser runs no scripts, each in a few clicks."""

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, expect


@pytest.fixture
async def plain(browser: Browser) -> AsyncIterator[Page]:
    """A page without scripts."""
    context = await browser.new_context(java_script_enabled=False, accept_downloads=True)
    yield await context.new_page()
    await context.close()


async def test_from_a_question_to_a_quote_and_its_document(plain: Page, address: str) -> None:
    """Typed in the box, one step to the table, one click to the sources of a row, one to the document."""
    await plain.goto(address)
    await plain.locator("#q").fill("who fined Clearview AI?")
    await plain.get_by_role("button", name="Ask").click()
    rows = plain.locator("table.facts tbody tr")
    await expect(rows).to_have_count(6)
    sources = rows.filter(has_text="ICO").locator("details.sources")
    await sources.locator("summary").click()
    source = sources.get_by_role("link").first
    await expect(source).to_be_visible()
    await source.click()
    await expect(plain).to_have_url(re.compile("/documents/"))
    await expect(plain.get_by_role("heading", name="What it says")).to_be_visible()
    # From what it says to the fact, to its case, to an authority of the case.
    await plain.get_by_role("link", name="The fact that it supports").first.click()
    await plain.get_by_role("link", name="ICO v Clearview AI (United Kingdom)").click()
    await expect(plain.get_by_role("heading", name="Step by step")).to_be_visible()
    await plain.get_by_role("main").get_by_role("link", name="ICO", exact=True).first.click()
    await expect(plain.get_by_role("heading", level=1)).to_have_text("Information Commissioner's Office")
    await expect(plain.get_by_role("heading", name="Fines imposed")).to_be_visible()


async def test_filters_order_pages_and_files(plain: Page, address: str) -> None:
    """All of it lives in the address, so it needs links and a form alone."""
    await plain.goto(f"{address}/facts")
    await plain.get_by_label("Country").fill("GB")
    await plain.get_by_label("What happened").select_option("FINED")
    await plain.get_by_role("button", name="Show").click()
    await expect(plain.get_by_role("heading", level=1)).to_have_text("Fines in United Kingdom")
    await plain.get_by_role("link", name="Sum", exact=True).click()
    await expect(plain.locator("th[aria-sort=descending]")).to_contain_text("Sum")
    first = await plain.locator("table.facts tbody tr").first.get_attribute("id")
    await plain.get_by_role("link", name="Next 50").click()
    await expect(plain.locator(f"tr#{first}")).to_have_count(0)
    await plain.get_by_role("link", name="First page").click()
    await expect(plain.locator("table.facts tbody tr").first).to_have_attribute("id", first or "")
    async with plain.expect_download() as download:
        await plain.get_by_role("link", name="CSV").click()
    text = (await (await download.value).path()).read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].startswith("id,")
    # A filter is taken away by its chip; the order stays.
    await plain.get_by_role("link", name="in United Kingdom").click()
    await expect(plain.get_by_role("heading", level=1)).to_have_text("Fines")
    await expect(plain.locator("th[aria-sort=descending]")).to_contain_text("Sum")


async def test_two_names_and_changes(plain: Page, address: str) -> None:
    """Connections and comparison ask for two names; changes are filtered by a form."""
    await plain.goto(f"{address}/paths")
    await plain.get_by_label("From").fill("Clearview AI")
    await plain.get_by_label("To", exact=True).fill("OAIC")
    await plain.get_by_role("button", name="Connect").click()
    await expect(plain.get_by_role("heading", level=1)).to_have_text(
        "How Clearview AI and OAIC are connected"
    )
    await expect(plain.get_by_role("heading", name="Way 1: 1 step")).to_be_visible()
    await plain.get_by_role("link", name="Compare the two").click()
    await expect(plain.get_by_role("cell").first).to_be_visible()
    await plain.goto(f"{address}/compare")
    await plain.get_by_label("One").fill("CNIL")
    await plain.get_by_label("The other").fill("nobody of that name")
    await plain.get_by_role("button", name="Compare").click()
    await expect(plain.locator(".message")).to_contain_text("nobody of that name")
    await plain.goto(f"{address}/changes")
    await plain.locator("select[name=kind]").select_option("arrived")
    await plain.get_by_role("button", name="Show").click()
    await expect(plain.get_by_role("main")).to_contain_text("came for the first time")
