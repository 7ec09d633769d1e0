"""Neo4j Browser on the local server, as an analyst opens it from the service."""

from urllib.parse import quote

from playwright.async_api import Page, expect

from graph.settings import Connection

QUERY = "MATCH p=(:Regulator)-[:FINED]->(:Company) RETURN p"


async def test_an_analyst_sees_named_nodes_and_typed_relationships(page: Page, seeded: Connection) -> None:
    """The link asks for the password only; the query then draws nodes by name, with FINED between them."""
    await page.goto(f"{seeded.browser_url}&cmd=edit&arg={quote(QUERY)}")
    await expect(page.get_by_test_id("username")).to_have_value(seeded.user, timeout=20_000)
    await page.get_by_test_id("password").fill(seeded.password)
    await page.get_by_test_id("connect").click()
    # Its first guide appears when the connection is there.
    await expect(page.get_by_text(":play start")).to_be_visible(timeout=20_000)
    await expect(page.get_by_test_id("activeEditor")).to_contain_text(":Company")
    await page.get_by_test_id("editor-Run").click()
    await expect(page.locator("svg .relationship").first).to_be_attached(timeout=30_000)
    assert "FINED" in await page.locator("svg .relationship text").all_text_contents()
    # A caption is cut to the size of its node, and nodes are drawn one after the other.
    for name in ("Clearv", "Federal", "Meta"):
        await expect(page.locator("svg .node").filter(has_text=name).first).to_be_attached(timeout=20_000)
    await expect(page.get_by_test_id("property-details-overview-node-label-Regulator")).to_be_visible()
    await expect(page.get_by_test_id("property-details-overview-relationship-type-FINED")).to_be_visible()
