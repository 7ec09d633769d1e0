"""Pages as a browser gets them: what they say, how they fail, what they allow."""

import re
from collections import Counter
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx
import pytest

PAGES = (
    "/",
    "/ask?q=who+fined+Clearview+AI%3F",
    "/facts",
    "/facts?relation=FINED&object=clearview-ai",
    "/entities/clearview-ai",
    "/entities/cnil-fr",
    "/cases",
    "/changes",
    "/changes?kind=added&country=GB",
    "/stats",
    "/stats?by=country",
    "/paths?from=clearview-ai&to=oaic-au",
    "/compare?a=cnil-fr&b=ico-uk",
    "/about",
    "/developers",
    "/review",
)


async def html(api: httpx.AsyncClient, path: str, status: int = 200) -> str:
    """The text of a page that must have this status."""
    answer = await api.get(path)
    assert answer.status_code == status, answer.text[:300]
    assert answer.headers["content-type"].startswith("text/html")
    return answer.text


def text_of(page: str) -> str:
    """What a reader sees of a page, roughly: tags taken away, spaces joined."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.replace("\xa0", " ")))


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_is_whole_and_strict(api: httpx.AsyncClient, path: str) -> None:
    """One heading, a canonical address, a description; nothing inline, nothing from elsewhere, no unsafe policy."""
    answer = await api.get(path)
    page = answer.text
    assert answer.status_code == 200, page[:300]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert page.count("<h1") == 1
    assert 'rel="canonical"' in page
    assert 'name="description"' in page
    assert " style=" not in page
    assert re.findall(r"<script(?![^>]* src=\"/static/)", page) == []
    assert re.findall(r"<(?:script|img|link rel=.(?:stylesheet|icon))[^>]+(?:src|href)=.https?:", page) == []


@pytest.mark.timeout(300)
async def test_links_of_every_kind_lead_somewhere(api: httpx.AsyncClient) -> None:
    """From the home page on, a dozen links of each kind are followed: none fails, and all pages are whole."""
    waiting, known, followed = ["/"], {"/"}, Counter[str]()
    failed: list[tuple[str, int]] = []
    while waiting:
        path = waiting.pop(0)
        answer = await api.get(path, headers={"accept": "text/html, */*;q=0.5"})
        # An address of the tour for developers may lack what the reader must give.
        if answer.status_code >= 400 and not (path.startswith("/v1/") and answer.status_code == 422):
            failed.append((path, answer.status_code))
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        for link in re.findall(r'href="([^"]+)"', answer.text):
            target = urldefrag(urljoin(f"http://test{path}", unescape(link)))[0]
            parts = urlsplit(target)
            kind = f"{parts.path.split('/')[1:2]} {parts.path.count('/')} {bool(parts.query)}"
            inside = target.removeprefix("http://test")
            if parts.netloc == "test" and inside not in known and followed[kind] < 12:
                known.add(inside)
                followed[kind] += 1
                waiting.append(inside)
    assert failed == []
    kinds = {f"['{one}'] 2 False" for one in ("entities", "facts", "documents", "cases")}
    assert kinds <= followed.keys()


async def test_a_profile_names_its_owner_and_what_it_owns(api: httpx.AsyncClient) -> None:
    """Both with links."""
    assert 'href="/entities/amazon-com"' in await html(api, "/entities/amazon-europe-core")
    assert 'href="/entities/amazon-europe-core"' in await html(api, "/entities/amazon-com")


async def test_who_fined_clearview(api: httpx.AsyncClient) -> None:
    """The box leads to the table: seven regulators by their short names, the sum in short, what became of it."""
    text = text_of(await html(api, "/ask?q=who+fined+Clearview+AI%3F"))
    assert all(name in text for name in ("ICO", "CNIL", "Garante", "€20m", "£7.6m", "remitted"))
    assert "17,000,000" not in text


async def test_a_question_shows_how_it_was_understood(api: httpx.AsyncClient) -> None:
    """Each filter as a chip whose link leads to the list without it."""
    page = await html(api, "/ask?q=fines+in+France+since+2021")
    assert "Understood as" in page
    chips = re.findall(r'<li><a href="(/facts[^"]*)" title="Ask without it">([^<]+)<', page)
    assert {text.strip() for _, text in chips} >= {"fined", "from 2021-01-01"}
    assert all("date_from" not in link for link, text in chips if text.strip() == "from 2021-01-01")
    assert any("date_from=2021" in link for link, text in chips if text.strip() == "fined")


async def test_a_row_opens_to_its_quote_and_source(api: httpx.AsyncClient) -> None:
    """Each row carries its sources, closed; a source leads to our page of the document and to its own address."""
    page = await html(api, "/facts?relation=FINED&object=clearview-ai")
    assert page.count('<details class="sources">') >= 6
    assert "/documents/" in page
    assert "https://" in page


async def test_filters_live_in_the_address(api: httpx.AsyncClient) -> None:
    """Chips take a filter away; the sum says what it takes in; the Cypher is shown with a link to Browser."""
    page = await html(api, "/facts?relation=FINED&country=FR&date_from=2022")
    text = text_of(page)
    assert "from 2022" in text
    assert "The sum takes in" in text
    assert "MATCH" in text
    assert "/browser/?dbms=" in page
    assert 'href="/facts?relation=FINED&amp;date_from=2022"' in page


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/facts?country=ZZZZ", 422, "country"),
        ("/facts?colour=red", 422, "colour"),
        ("/entities/nobody-at-all", 404, "nobody-at-all"),
        ("/facts/no-such-fact", 404, "no-such-fact"),
        ("/cases/no-such-case", 404, "no-such-case"),
        ("/stats?by=weather", 422, "weather"),
    ],
)
async def test_failures_are_pages(api: httpx.AsyncClient, path: str, status: int, says: str) -> None:
    """What goes wrong is told as a page with the right status, and is not for search engines."""
    page = await html(api, path, status)
    assert says in page
    assert "noindex" in page


async def test_an_empty_answer_says_what_is_covered(api: httpx.AsyncClient) -> None:
    """Nothing found is no error, and no statement that nothing happened."""
    text = text_of(await html(api, "/facts?relation=FINED&country=FR&date_from=1990&date_to=1991"))
    assert "Nothing matches" in text
    assert "may still have happened" in text


async def test_the_saga_is_told_step_by_step(api: httpx.AsyncClient) -> None:
    """The case of the ICO: what was proposed, imposed, annulled and sent back, each with its day."""
    fines = (await api.get("/v1/fines?object=clearview-ai&subject=ico-uk")).json()["items"]
    text = text_of(await html(api, f"/cases/{fines[0]['case']['id']}"))
    for word in ("£17m", "never imposed", "£7,552,800", "annulled", "2023", "2025"):
        assert word in text, word


async def test_persons_are_not_for_search_engines(api: httpx.AsyncClient) -> None:
    """The page of a natural person asks not to be listed; that of a firm does not."""
    people = (await api.get("/v1/entities?kind=person&limit=1")).json()["items"]
    answer = await api.get(f"/entities/{people[0]['id']}")
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in (await api.get("/entities/clearview-ai")).headers


async def test_suggestions_lead_to_pages(api: httpx.AsyncClient) -> None:
    """What is typed finds names; each leads somewhere."""
    items = (await api.get("/suggest?q=clearv")).json()["items"]
    assert items[0]["href"] == "/entities/clearview-ai"
    assert (await api.get(items[0]["href"])).status_code == 200


async def test_numbers_are_in_the_readers_form(api: httpx.AsyncClient) -> None:
    """A German browser gets German numbers, and the answer says that it depends on the language."""
    answer = await api.get("/facts?relation=FINED&object=clearview-ai", headers={"Accept-Language": "de"})
    assert "Mio." in answer.text
    assert "Accept-Language" in answer.headers["vary"]
