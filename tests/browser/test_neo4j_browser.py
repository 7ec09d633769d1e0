"""Neo4j Browser on the local server, as an analyst opens it from the service."""

from urllib.parse import quote

from playwright.async_api import Page, expect

from app.browser_pack import STEPS, link, queries
from graph.connection import Connection
from graph.vocabulary import KINDS, RELATIONS

QUERY = "MATCH p=(:Regulator)-[:FINED]->(:Company) RETURN p"


async def connected(page: Page, seeded: Connection, address: str) -> None:
    """Open Neo4j Browser at an address and log in."""
    await page.goto(address)
    await expect(page.get_by_test_id("username")).to_have_value(seeded.user, timeout=20_000)
    await page.get_by_test_id("password").fill(seeded.password)
    await page.get_by_test_id("connect").click()
    # Its first guide appears when the connection is there.
    await expect(page.get_by_text(":play start")).to_be_visible(timeout=20_000)


async def command(page: Page, text: str) -> None:
    """Type a command into the editor, and run it."""
    await page.get_by_test_id("activeEditor").click()
    await page.keyboard.press("Control+A")
    await page.keyboard.insert_text(text)
    await page.keyboard.press("Control+Enter")


async def test_the_pack_in_the_real_browser(page: Page, seeded: Connection, address: str) -> None:
    """A saved query draws what it should and nothing internal; the style colours it; the guide opens with its steps."""
    here = address.replace("127.0.0.1", "localhost")
    await page.context.route("http://localhost:*/**", lambda route: route.continue_())
    saved = queries()["01_who_fined_clearview"]
    await connected(page, seeded, link(seeded.browser_url or "", saved.text))
    await page.get_by_test_id("editor-Run").click()
    await expect(page.locator("svg .relationship").first).to_be_attached(timeout=30_000)
    await command(page, f":style {here}/browser/style.grass")
    regulators = page.locator(f"svg .node circle[fill='{KINDS['regulator'].color}']")
    await expect(regulators.first).to_be_attached(timeout=20_000)
    drawn = await page.locator("svg .relationship text").all_text_contents()
    allowed = {*RELATIONS, "SUBSIDIARY_OF", "OPERATED_BY"}
    said = tuple(name.lower().replace("_", " ")[:4] for name in RELATIONS)
    assert all(text in allowed or text.startswith(said) for text in drawn), drawn
    assert any(text.startswith("fined €20m") for text in drawn), drawn
    await command(page, f":play {here}/browser/guide.html")
    await expect(page.get_by_text("The Clearview AI saga in eight steps").first).to_be_visible(timeout=20_000)
    following = page.get_by_test_id("nextSlide").or_(page.get_by_test_id("guideNextSlide"))
    await following.first.click()
    await expect(page.get_by_text(STEPS[0].title).first).to_be_visible(timeout=20_000)


async def test_an_analyst_sees_named_nodes_and_typed_relationships(page: Page, seeded: Connection) -> None:
    """The link asks for the password only; the query then draws nodes by name, with FINED between them."""
    await connected(page, seeded, f"{seeded.browser_url}&cmd=edit&arg={quote(QUERY)}")
    await expect(page.get_by_test_id("activeEditor")).to_contain_text(":Company")
    await page.get_by_test_id("editor-Run").click()
    await expect(page.locator("svg .relationship").first).to_be_attached(timeout=30_000)
    assert "FINED" in await page.locator("svg .relationship text").all_text_contents()
    # A caption is cut to the size of its node, and nodes are drawn one after the other.
    for name in ("Clearv", "Federal", "Meta"):
        await expect(page.locator("svg .node").filter(has_text=name).first).to_be_attached(timeout=20_000)
    await expect(page.get_by_test_id("property-details-overview-node-label-Regulator")).to_be_visible()
    await expect(page.get_by_test_id("property-details-overview-relationship-type-FINED")).to_be_visible()
