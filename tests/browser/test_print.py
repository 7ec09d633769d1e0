"""What comes out of a printer: the page without the screen, with full names, exact sums and its sources."""

import io
import re

from playwright.async_api import Page, expect
from pypdf import PdfReader

from tests.page_kinds import PAGES


async def printed(page: Page) -> str:
    """The text of the page as a PDF, as one line."""
    pages = PdfReader(io.BytesIO(await page.pdf(format="A4"))).pages
    return re.sub(r"\s+", " ", " ".join(one.extract_text() for one in pages))


async def test_a_list_prints_with_its_sources_at_the_foot(page: Page, address: str) -> None:
    """Full names and exact sums; each row with numbers, each number with its address; no buttons, no menu."""
    await page.goto(f"{address}{PAGES['filtered']}")
    await page.emulate_media(media="print")
    for away in ("nav.site", "form.bar", "button", "details", ".downloads"):
        for one in await page.locator(away).all():
            await expect(one).to_be_hidden()
    await expect(page.locator(".footnotes")).to_be_visible()
    text = await printed(page)
    for words in (
        "Information Commissioner's Office",
        "£7,552,800",
        "€8,920,278.73",
        "remitted",
        "https://ico.org.uk/",
    ):
        assert words in text, words
    for words in ("£7.6m", "CSV", "Show the Cypher", "Copy the citation", "Skip to"):
        assert words not in text, words
    notes = page.locator("tr", has_text="ICO").locator(".note")
    await expect(notes).to_have_text(re.compile(r"^(\[\d+\])+$"))


async def test_a_case_prints_as_a_story(page: Page, address: str) -> None:
    """Its steps in order, the rulings with their days, the address to cite."""
    await page.set_extra_http_headers({"Accept-Language": "en-GB"})
    await page.goto(f"{address}{PAGES['case']}")
    text = await printed(page)
    steps = ("29 November 2021", "18 May 2022", "17 October 2023", "6 October 2025", "Sources")
    places = [text.index(words) for words in steps]
    assert places == sorted(places)
    assert "£17,000,000" in text
    assert f"{address}{PAGES['case']}" in text.replace(" ", "")
