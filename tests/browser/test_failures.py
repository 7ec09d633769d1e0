"""What a reader sees of a page that was taken away, and of a bug."""

import httpx
import pytest
from playwright.async_api import Page, expect

from app.answers import facts
from graph import api_keys
from graph.store import Store
from tests.browser.test_pages import SCHEMES, violations, wider_than_the_window
from tests.service import listening

_TEXT = "On 3 May 2021 the Information Commissioner's Office (ICO) fined Acme Biscuits Ltd £2 million."
_WHY = "retracted by the paper"


async def _is_open_to_all(page: Page) -> None:
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        assert await violations(page) == [], scheme
    await page.set_viewport_size({"width": 320, "height": 720})
    assert await wider_than_the_window(page) == 0


async def test_a_withdrawn_document_says_when_and_why(page: Page, store: Store) -> None:
    """Its address stays a page; nothing of its text is in it."""
    held = {"Authorization": f"Bearer {await api_keys.create(store, 'desk', scopes=('read', 'write'))}"}
    about = {"text": _TEXT, "title": "A fine", "publisher": "The Paper", "published": "2021-05-04"}
    with listening(store.connection) as address:
        async with httpx.AsyncClient(base_url=address, headers=held, timeout=120) as client:
            added = await client.post("/v1/documents", json=about)
            assert added.status_code == 201, added.text
            path = f"/documents/{added.json()['document']}"
            gone = await client.request("DELETE", f"/v1{path}", json={"reason": _WHY})
            assert gone.status_code == 200, gone.text
        answer = await page.goto(f"{address}{path}")
        assert answer is not None
        assert answer.status == 410
        await expect(page.get_by_role("heading", level=1)).to_have_text("This was withdrawn")
        await expect(page.get_by_role("main")).to_contain_text(_WHY)
        await expect(page.locator("body")).not_to_contain_text("Acme")
        await _is_open_to_all(page)


async def test_a_bug_is_told_as_a_page(page: Page, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser gets a page with the name of the request in the log; a program gets a problem document."""

    async def bug(*_: object, **__: object) -> None:
        raise LookupError("no words of it are told")

    monkeypatch.setattr(facts.listing, "page", bug)
    with listening(store.connection) as address:
        answer = await page.goto(f"{address}/facts")
        assert answer is not None
        assert answer.status == 500
        name = await answer.header_value("x-request-id")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Something went wrong here")
        await expect(page.get_by_role("main")).to_contain_text(f"request {name}")
        await expect(page.locator("body")).not_to_contain_text("no words of it")
        await _is_open_to_all(page)
        async with httpx.AsyncClient(base_url=address) as client:
            told = await client.get("/v1/facts")
    assert (told.status_code, told.headers["content-type"]) == (500, "application/problem+json")
    assert told.headers["x-request-id"] in told.json()["detail"]
