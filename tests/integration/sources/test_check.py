"""The check of sources against a server that misbehaves: every case is told right, and quotes are exact."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from graph.model import FactRow
from graph.reads import facts as reads
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from seed.reading import Limits, Policy
from seed.reading.visit import visit
from seed.sources.check import Options, Summary, check
from seed.sources.page import Visitor
from tests.integration.graph.world import claim, document, fine, told
from tests.integration.sources.misbehaving import Site, misbehaving
from tests.service import good, service

TODAY = date(2026, 11, 30)
POLICY = Policy(schemes=frozenset({"http"}), may_reach=lambda _: True)
FINE = fine("acme-2022", amount_minor=755_280_000, currency="GBP")


@pytest.fixture
def site() -> Iterator[Site]:
    """The server."""
    with misbehaving() as running:
        yield running


def _visitor(site: Site, **more: Any) -> Visitor:
    given: dict[str, Any] = {"pause": 0.0, "limits": Limits(web_seconds=20.0), "archive": None, **more}
    return Visitor("mailto:desk@example.org", POLICY, **given)


async def _told(store: Store, site: Site, *paths: str, fact: FactRow = FINE, **more: Any) -> None:
    documents = tuple(
        document(path.strip("/"), f"Publisher of {path}", url=f"{site.address}{path}", **more)
        for path in paths
    )
    claims = tuple(
        claim(f"c-{one.id}", fact, one.id, amount_minor=fact.amount_minor, currency=fact.currency)
        for one in documents
    )
    await told(store, fact, documents=documents, claims=claims)


async def _check(store: Store, site: Site, *, visitor: Visitor | None = None, **options: Any) -> Summary:
    return await check(store, visitor or _visitor(site), Options(**options), today=TODAY)


async def _fact(store: Store) -> dict[str, Any]:
    return (await reads.one(store, FINE.id)).items[0]["fact"]


@pytest.mark.parametrize(
    ("path", "state", "found"),
    [
        ("/fine", "alive", "says_so"),
        ("/for-now", "alive", "says_so"),
        ("/moved", "moved", "says_so"),
        ("/pdf", "alive", "says_so"),
        ("/charset", "alive", "says_so"),
        ("/rounded", "alive", "says_so"),
        ("/nothing", "alive", "not_found"),
        ("/otherwise", "alive", "says_otherwise"),
        ("/picture", "alive", None),
        ("/403", "blocked", None),
        ("/451", "blocked", None),
        ("/404", "gone", None),
        ("/410", "gone", None),
        ("/soft-404", "gone", None),
        ("/home", "gone", None),
        ("/login-wall", "login", None),
        ("/paywall", "paywall", None),
        ("/500", "unreachable", None),
        ("/slow", "unreachable", None),
    ],
)
async def test_every_case_is_told_right(
    store: Store, site: Site, path: str, state: str, found: str | None
) -> None:
    """The state of the page, what it says of the fact, and the day."""
    await _told(store, site, path)
    patience = 1.0 if path == "/slow" else 20.0
    summary = await _check(store, site, visitor=_visitor(site, limits=Limits(web_seconds=patience)))
    assert dict(summary.states) == {state: 1}
    assert dict(summary.found) == ({found: 1} if found else {})
    fact = await _fact(store)
    assert (fact["found"], fact["checked_on"]) == (found, TODAY.isoformat() if found else None)
    (proof,) = [one for one in fact["evidence"] if one["stance"] == "supports"]
    assert proof["found"] == found
    assert (proof["quote"] is not None) == (found == "says_so")


async def test_quotes_are_the_shortest_words_of_the_page(store: Store, site: Site) -> None:
    """With their place in its text, by the hash that is kept."""
    await _told(store, site, "/fine")
    visitor = _visitor(site)
    await _check(store, site, visitor=visitor)
    (proof,) = (await _fact(store))["evidence"]
    assert proof["quote"] == "The ICO has fined Acme Ltd £7,552,800 for its cameras."
    page = visitor.visit(f"{site.address}/fine")
    assert page.source is not None
    assert page.source.text[proof["start"] : proof["end"]] == proof["quote"]


async def test_a_page_that_says_otherwise_is_a_dispute(store: Store, site: Site) -> None:
    """With its own sum and words, to be looked at; the fact stays as it is, and again adds nothing."""
    await _told(store, site, "/otherwise", "/fine")
    for _ in range(2):
        await _check(store, site, stale=0)
        fact = await _fact(store)
        assert (fact["amount"]["value"], fact["found"]) == (7_552_800, "says_so")
        (dispute,) = [one for one in fact["evidence"] if one["stance"] == "disputes"]
        assert "£9,000,000" in dispute["quote"]
        assert dispute["review"] == "unreviewed"


async def test_title_and_day_come_from_the_page(store: Store, site: Site) -> None:
    """A title that was made from the address gives way; one that a person wrote stays."""
    made = "Ico fined acme for cameras"
    await _told(store, site, "/ico-fined-acme-for-cameras", title=made, title_from_address=True)
    (proof,) = (await _fact(store))["evidence"]
    assert (proof["document"]["title"], proof["document"]["title_from_address"]) == (made, True)
    async with service(store.connection) as client:
        assert made not in (await client.get("/documents/ico-fined-acme-for-cameras")).text
    await _check(store, site)
    (proof,) = (await _fact(store))["evidence"]
    assert (proof["document"]["title"], proof["document"]["title_from_address"]) == ("ICO fines Acme", False)
    assert proof["document"]["published"] == "2022-05-23"
    await _told(store, site, "/fine", title="As a person wrote it")
    await _check(store, site)
    titles = {one["document"]["title"] for one in (await _fact(store))["evidence"]}
    assert titles == {"ICO fines Acme", "As a person wrote it"}


async def test_a_page_is_asked_for_politely(store: Store, site: Site) -> None:
    """robots.txt once, a pause between two requests to a host, who asks and how to reach them."""
    site.robots = "User-agent: *\nDisallow: /moved\n"
    await _told(store, site, "/fine", "/nothing", "/moved")
    summary = await _check(store, site, visitor=_visitor(site, pause=0.3))
    assert dict(summary.states) == {"alive": 2, "robots": 1}
    assert len(site.asked("/robots.txt")) == 1
    assert site.asked("/moved") == []
    times = [one.at for one in site.seen]
    assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))
    agents = {one.headers["user-agent"] for one in site.seen}
    assert agents == {"whofined (checks the sources of facts; mailto:desk@example.org)"}


async def test_rules_that_cannot_be_had_forbid(store: Store, site: Site) -> None:
    """A server that answers an error for robots.txt is left alone."""
    await _told(store, site, "/fine")
    visitor = _visitor(site)
    ask = visitor._ask

    def broken(url: str, headers: dict[str, str] | None = None) -> Any:
        return replace(ask(url, headers), status=503) if url.endswith("/robots.txt") else ask(url, headers)

    visitor._manners._ask = broken
    assert dict((await _check(store, site, visitor=visitor)).states) == {"unreachable": 1}


async def test_an_unchanged_page_is_not_sent_again(store: Store, site: Site) -> None:
    """The server says so, the words that were found stay, and the day is new."""
    await _told(store, site, "/kept")
    await _check(store, site)
    before = (await _fact(store))["evidence"][0]
    summary = await check(store, _visitor(site), Options(stale=0), today=date(2026, 12, 1))
    assert dict(summary.states) == {"alive": 1}
    assert site.asked("/kept")[-1].headers["if-none-match"] == '"one"'
    after = (await _fact(store))["evidence"][0]
    assert (after["quote"], after["checked_on"]) == (before["quote"], "2026-12-01")


async def test_a_changed_page_is_read_anew(store: Store, site: Site) -> None:
    """What it no longer says is no longer quoted."""
    await _told(store, site, "/changing")
    await _check(store, site)
    assert (await _fact(store))["found"] == "says_so"
    site.changing = "The page is about something else by now."
    assert dict((await _check(store, site, stale=0)).states) == {"changed": 1}
    fact = await _fact(store)
    assert (fact["found"], fact["evidence"][0]["quote"]) == ("not_found", None)


async def test_a_check_goes_on_where_it_was_stopped(store: Store, site: Site) -> None:
    """What was never visited comes first; of one fact all are visited; what is fresh is left alone."""
    await _told(store, site, "/fine", "/nothing", "/404")
    assert (await _check(store, site, limit=2)).visited == 2
    assert (await _check(store, site)).visited == 1
    assert (await _check(store, site)).visited == 0
    assert (await _check(store, site, stale=1)).visited == 0
    assert (await _check(store, site, fact=FINE.id)).visited == 3
    assert (await _check(store, site, fact="other")).visited == 0


async def test_a_copy_of_a_page_that_is_gone_is_named(store: Store, site: Site) -> None:
    """Where the archive tells of one."""
    site.archive = (
        b'{"archived_snapshots": {"closest": {"available": true, "url": "https://web.archive.example/1"}}}'
    )
    await _told(store, site, "/404")
    await _check(store, site, visitor=_visitor(site, archive=f"{site.address}/wayback?url="))
    async with service(store.connection) as client:
        found = good(await client.get("/v1/documents/404"))
    assert (found["check_state"], found["archived"]) == ("gone", "https://web.archive.example/1")
    assert found["check_reason"] == "404 not found"


async def test_answers_say_what_was_checked(store: Store, site: Site) -> None:
    """Of a fact, its evidence and its documents; and lists are filtered by it."""
    await _told(store, site, "/fine")
    await told(store, fine("beta-2021", object="beta"))
    await _check(store, site)
    async with service(store.connection) as client:
        for value, ids in (("says_so", ["acme-2022"]), ("unchecked", ["beta-2021"]), ("not_found", [])):
            items = good(await client.get("/v1/facts", params={"found": value}))["items"]
            assert [one["id"] for one in items] == ids
        listed = good(await client.get("/v1/documents"))["items"]
        assert {one["id"]: one["check_state"] for one in listed} == {"fine": "alive", "d-beta-2021": None}
        assert (await client.get("/v1/facts", params={"found": "maybe"})).status_code == 422
        text = (await client.get("/facts/acme-2022")).text
    assert "the page says so" in text


async def test_an_address_that_may_not_be_reached_is_not_visited(store: Store, site: Site) -> None:
    """A source of a record cannot lead into this machine's own network."""
    await _told(store, site, "/fine")
    summary = await _check(store, site, visitor=Visitor(archive=None, pause=0))
    assert dict(summary.states) == {"unreachable": 1}
    assert site.seen == []


def test_a_visit_gives_answers_that_are_errors(site: Site) -> None:
    """Unlike a fetch."""
    assert visit(f"{site.address}/451", POLICY, {}).status == 451


async def test_only_what_has_no_filter_is_everything(store: Store, site: Site) -> None:
    """The filter is one of the query, too."""
    await _told(store, site, "/fine")
    await _check(store, site)
    assert len((await reads.page(store, FactQuery(Filters(found=["says_so", "unchecked"])))).items) == 1
    assert len((await reads.page(store, FactQuery(Filters(found=["says_otherwise"])))).items) == 0
