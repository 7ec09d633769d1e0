"""Reviewers at their work: the queue, names that may be one, the claims of a document; all with the keyboard."""

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any, Final

import httpx
import pytest
from playwright.async_api import Locator, Page, expect

from graph import api_keys
from graph.store import Store
from tests.browser.test_pages import listen, violations
from tests.service import listening

NEWS: Final = (
    "The Information Commissioner's Office (ICO) fined Acme Biscuits Ltd £2.4 million on 3 March 2025. "
    "The ICO fined Acme Biscuit £50,000 on 4 April 2024. The CNIL reprimanded Bolt Bakery in 2023. "
    "The ICO fined Cedar Foods £70,000 on 5 May 2023."
)


@pytest.fixture
def own_address(store: Store) -> Iterator[str]:
    """The address of the service over a graph of this test's own."""
    with listening(store.connection) as found:
        yield found


@dataclass(frozen=True)
class Desk:
    """A reviewer before the page, and what the service says of a claim beside it."""

    page: Page
    client: httpx.AsyncClient
    address: str

    @property
    def claims(self) -> Locator:
        """Claims that wait."""
        return self.page.locator("#queue > li")

    @property
    def pairs(self) -> Locator:
        """Names that may be one."""
        return self.page.locator("#pairs > li")

    async def presses(self, key: str, then: str) -> None:
        """A key, and what the page says when it is done."""
        await self.page.keyboard.press(key)
        await expect(self.page.locator("#said")).to_contain_text(then, timeout=30_000)

    async def enters(self, key: str) -> None:
        """An API key typed into its field."""
        await self.page.get_by_label("Key").fill(key)
        await self.page.keyboard.press("Enter")

    async def claim(self, id_: str | None) -> dict[str, Any]:
        """A claim as it is held now."""
        return (await self.client.get(f"/v1/claims/{id_}")).json()


@pytest.fixture
async def desk(page: Page, own_address: str, store: Store) -> AsyncIterator[Desk]:
    """A reviewer whose key opens the queue, over a document that was just read."""
    key = await api_keys.create(store, "desk")
    headers = {"Authorization": f"Bearer {key}"}
    async with httpx.AsyncClient(base_url=own_address, headers=headers, timeout=120) as client:
        about = {"text": NEWS, "title": "Three fines", "publisher": "The Paper", "published": "2025-03-04"}
        assert (await client.post("/v1/documents", json=about)).status_code == 201
        here = Desk(page, client, own_address)
        await page.goto(f"{own_address}/review")
        await here.enters("wf_wrong")
        await expect(page.locator("#said")).to_contain_text("API key", timeout=30_000)
        await here.enters(key)
        await expect(here.claims).to_have_count(4, timeout=30_000)
        yield here


async def test_reviewers_decide_with_the_keyboard(desk: Desk) -> None:
    """Accept, reject, correct, merge two names; then the same on the page of the document; a wrong key was told."""
    page, claims, pairs = desk.page, desk.claims, desk.pairs
    faults, _ = listen(page)
    assert await violations(page) == []
    await expect(claims.first).to_be_focused()
    first, second, third, last = [await one.get_attribute("data-claim") for one in await claims.all()]
    await desk.presses("a", "Accepted")
    await desk.presses("r", "Rejected")
    assert (await desk.claim(first))["review"] == "accepted"
    assert (await desk.claim(second))["review"] == "rejected"
    await page.keyboard.press("c")
    await expect(claims.first.get_by_label("Sum")).to_be_focused()
    await claims.first.get_by_label("Sum").fill("60000")
    await claims.first.get_by_label("Currency").fill("GBP")
    await claims.first.get_by_label("Reason").fill("the notice says so")
    await claims.first.get_by_role("button", name="Send the correction").focus()
    await desk.presses("Enter", "Corrected")
    assert (await desk.claim(third))["read_as"]
    # Over the last claim to the names: two that are one.
    await expect(pairs.first).to_contain_text("Acme Biscuit")
    await page.keyboard.press("j")
    await expect(pairs.first).to_be_focused()
    await desk.presses("s", "One and the same")
    judged = (await desk.client.get("/v1/judgements")).json()["items"]
    assert [one["verdict"] for one in judged] == ["same"]
    # The key goes with the tab to the document, whose claims are judged where they stand.
    await claims.first.focus()
    await page.keyboard.press("o")
    await expect(page).to_have_url(re.compile("/documents/"))
    await expect(page.locator(f"li[data-claim={last}]")).to_be_focused()
    assert await violations(page) == []
    await desk.presses("a", "Accepted")
    assert (await desk.claim(last))["review"] == "accepted"
    assert faults == []
