"""The home page and the documentation, as a reader sees them."""

from playwright.async_api import Page, expect


def listen(page: Page) -> tuple[list[str], list[str]]:
    """Messages of the console that tell of a fault, and addresses that were asked for."""
    faults: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    return faults, asked


async def test_every_link_of_the_home_page_leads_somewhere(page: Page, address: str) -> None:
    """Each link to ourselves answers with 200; those to sources go out over the web; Neo4j Browser is this server's."""
    await page.goto(f"{address}/")
    # Those of sources stand in rows that open, so they are in the page and not yet to be seen.
    links = await page.locator("a[href]").all()
    targets = {str(await link.evaluate("one => one.href")) for link in links}
    ours = {target for target in targets if target.startswith("http://127.0.0.1:")}
    assert len(ours) > 20
    for target in sorted(ours):
        assert (await page.request.get(target)).status == 200, target
    sources = {target for target in targets - ours if not target.startswith("mailto:")}
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
    await expect(block.locator(".live-responses-table td.response-col_status").last).to_contain_text(
        "200", timeout=20_000
    )
    assert faults == []
    assert {url.split("/")[2] for url in asked if not url.startswith("data:")} == {address.split("/")[2]}
