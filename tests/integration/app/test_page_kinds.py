"""What every kind of page has: an address to keep, words for sharing, JSON, a citation, a way to report an error."""

import re
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
import pytest

from app.pages import site
from graph.connection import Connection
from tests.page_kinds import FAILURES, PAGES, UNCITED
from tests.service import ADDRESS, service

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def meta(page: str, name: str) -> str:
    """The content of one ``meta`` of a page."""
    found = re.search(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)">', page)
    assert found, f"no {name}"
    return unescape(found[1])


def links(page: str) -> dict[str, str]:
    """Links of the foot of a page, by their words."""
    foot = page[page.index("<footer") :]
    return {words: unescape(to) for to, words in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', foot)}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
async def test_every_page_can_be_kept_shared_and_cited(api: httpx.AsyncClient, path: str) -> None:
    """Canonical address, words for sharing, "as of", citation, JSON that answers, a report with the address."""
    answer = await api.get(path, headers=BROWSER)
    page = answer.text
    assert answer.status_code == 200, page[:300]
    permalink = ADDRESS + path
    assert unescape(re.findall(r'<link rel="canonical" href="([^"]+)">', page)[0]) == permalink
    assert meta(page, "og:url") == permalink
    title = unescape(re.findall(r"<title>([^<]+)</title>", page)[0])
    assert meta(page, "og:title") == title.removesuffix(" · whofined")
    assert meta(page, "og:description") == meta(page, "description")
    # The citation: what, of which day the graph is, and where.
    citation = unescape(re.findall(r'<span id="citation">(.+?)</span>\n', page, re.DOTALL)[0])
    assert meta(page, "og:title") in citation
    assert "graph as of" in citation
    assert permalink in citation
    assert 'data-copy="citation"' in page
    found = links(page)
    json = await api.get(found["This page as JSON"])
    assert json.status_code == 200
    assert json.headers["content-type"].startswith("application/json")
    report = urlsplit(found["Report an error"])
    assert report.scheme == "mailto"
    assert permalink in parse_qs(report.query)["body"][0]


async def test_pages_have_words_of_their_own_for_sharing(api: httpx.AsyncClient) -> None:
    """No two kinds of page share a description or a title."""
    pages = [(await api.get(path)).text for path in PAGES.values()]
    for name in ("og:title", "description"):
        words = [meta(page, name) for page in pages]
        assert sorted({one for one in words if words.count(one) > 1}) == []


@pytest.mark.parametrize(("path", "status"), FAILURES.values(), ids=FAILURES.keys())
async def test_failures_are_pages_for_a_browser(api: httpx.AsyncClient, path: str, status: int) -> None:
    """Whatever goes wrong on the way to a page is told as a page, not for search engines, with a way to report it."""
    answer = await api.get(path, headers=BROWSER)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.text.count("<h1") == 1
    assert 'rel="canonical"' not in answer.text
    assert unquote(path) in parse_qs(urlsplit(links(answer.text)["Report an error"]).query)["body"][0]


async def test_programs_get_problem_documents(api: httpx.AsyncClient) -> None:
    """The interface for programs answers a browser as it answers a program; an unknown path a program in JSON."""
    for path, headers in (("/v1/facts/no-such", BROWSER), ("/nothing/here", {"accept": "*/*"})):
        answer = await api.get(path, headers=headers)
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"


async def test_a_graph_that_is_away_is_told_as_a_page() -> None:
    """Nobody listens at the graph's address: 503 with a page that says what to do, and when to come again."""
    away = Connection(uri="bolt://127.0.0.1:9", user="neo4j", password="none")
    async with service(away) as client:
        for path in ("/", "/facts"):
            answer = await client.get(path, headers=BROWSER)
            assert answer.status_code == 503
            assert answer.headers["content-type"].startswith("text/html")
            assert "retry-after" in answer.headers
            assert "The graph does not answer now" in answer.text


@pytest.mark.parametrize("path", UNCITED.values())
async def test_what_is_nothing_to_cite_has_no_citation(api: httpx.AsyncClient, path: str) -> None:
    """Tools are no sources, and search engines leave them out."""
    answer = await api.get(path)
    assert 'id="citation"' not in answer.text
    assert answer.headers["x-robots-tag"] == "noindex"


async def test_pages_about_persons_are_not_for_search_engines(api: httpx.AsyncClient) -> None:
    """Not the profile, and no list, chain or comparison that was asked for by a person's name."""
    person = (await api.get("/v1/entities?kind=person&limit=1")).json()["items"][0]["id"]
    for path in (
        f"/entities/{person}",
        f"/facts?party={person}",
        f"/paths?from={person}&to=ico-uk",
        f"/compare?a={person}&b=ico-uk",
        "/ask?q=who+fined+Clearview+AI%3F",
    ):
        assert (await api.get(path)).headers["x-robots-tag"] == "noindex", path
    for path in ("/facts?party=clearview-ai", "/paths?from=clearview-ai&to=ico-uk"):
        assert "x-robots-tag" not in (await api.get(path)).headers, path


async def test_sources_stand_at_the_foot_for_print(api: httpx.AsyncClient) -> None:
    """Each row has numbers, each number a source at the foot, once."""
    page = (await api.get(PAGES["filtered"])).text
    foot = page[page.index('<section class="footnotes') :]
    entries = re.findall(r"<li>(.+?)</li>", foot[: foot.index("</section>")], re.DOTALL)
    assert len(entries) == len(set(entries)) > 6
    notes = "".join(re.findall(r'<span class="print-only note">(.+?)</span>', page))
    numbers = {int(number) for number in re.findall(r"\[(\d+)\]", notes)}
    assert numbers == set(range(1, len(entries) + 1))
    assert sum("https://" in entry for entry in entries) > 6


@pytest.mark.parametrize(
    ("to", "begins"),
    [
        ("", "mailto:?subject="),
        ("errors@graph.example", "mailto:errors@graph.example?subject="),
        ("https://git.example/new", "https://git.example/new?title="),
        ("https://git.example/new?label=data", "https://git.example/new?label=data&title="),
    ],
)
def test_a_report_goes_where_the_setting_says(to: str, begins: str) -> None:
    """By mail or to a page; the message holds the address of the page in any case."""
    told = site.report_url(to, "http://graph.example/facts?q=a&b=c")
    assert told.startswith(begins)
    assert "http://graph.example/facts?q=a&b=c" in parse_qs(urlsplit(told).query)["body"][0]
