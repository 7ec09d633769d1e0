"""What changed: each way of changing a fact is one entry, a first load is one, a read is none; and the Atom feed."""

from dataclasses import replace
from typing import Any

import feedparser
import httpx
import pytest

from graph.model import StageRow
from graph.store import Store
from graph.writes.apply import apply
from graph.writes.redact import redact
from seed.extract.types import Party
from seed.ingest.correct import correct
from seed.ingest.write import withdraw
from tests.integration.graph.world import fine, plan
from tests.integration.ingest.telling import fined, tell
from tests.service import Json, refused, walk

pytestmark = pytest.mark.usefixtures("counted")

_FINE = fine("f", amount_minor=100_00, currency="GBP")


async def changes(api: httpx.AsyncClient, **asked: Any) -> list[Json]:
    """All changes, the first one first."""
    return await walk(api, "/v1/changes", sort="at:asc", **asked)


def told(items: list[Json]) -> list[tuple[str, str]]:
    """Kind and sentence of each."""
    return [(item["kind"], item["summary"]) for item in items]


async def test_a_fact_comes_changes_and_goes(own_api: httpx.AsyncClient, store: Store) -> None:
    """One entry each for its coming, another status, sum and day; with what stood before and what stands now."""
    await apply(store, plan(_FINE))
    await apply(store, plan(_FINE))  # nothing new
    stages = (StageRow("imposed", "2022-05-18"), StageRow("annulled", "2023-10-17", "tribunal"))
    await apply(store, plan(replace(_FINE, status="annulled", stages=stages)))
    await apply(store, plan(replace(_FINE, status="annulled", stages=stages, amount_minor=250_50)))
    later = (StageRow("imposed", "2022-05-19"), stages[1])
    await apply(
        store,
        plan(replace(_FINE, status="annulled", date="2022-05-19", stages=later, amount_minor=250_50)),
    )
    await withdraw(store, "d-f", "the notice was a hoax")
    items = await changes(own_api)
    assert told(items) == [
        ("added", "New: Information Commissioner's Office fined Acme Ltd, GBP 100, 2022-05-18, imposed"),
        ("status", "Information Commissioner's Office fined Acme Ltd: imposed → annulled"),
        ("sum", "Information Commissioner's Office fined Acme Ltd: GBP 100 → GBP 250.50"),
        ("day", "Information Commissioner's Office fined Acme Ltd: 2022-05-18 → 2022-05-19"),
        ("withdrawn", "Withdrawn: Information Commissioner's Office fined Acme Ltd"),
    ]
    assert items[-1]["reason"] == "the notice was a hoax"
    assert [item["fact"]["current"] for item in items] == [False] * 5
    assert items[2]["before"] | {"x": 0} == {
        "status": "annulled", "amount": 100, "currency": "GBP", "date": "2022-05-18", "x": 0,
    }  # fmt: skip
    assert [item["at"] for item in items] == sorted(item["at"] for item in items)


async def test_reading_writes_no_entry(own_api: httpx.AsyncClient, store: Store) -> None:
    """Lists, feeds and pages leave the log as it is."""
    await apply(store, plan(_FINE))
    before = await changes(own_api)
    for path in ("/v1/facts", "/v1/facts/f", "/feeds/facts.atom", "/changes", "/v1/changes"):
        assert (await own_api.get(path)).status_code == 200
    assert await changes(own_api) == before


async def test_a_first_load_is_one_change(own_api: httpx.AsyncClient, store: Store) -> None:
    """A source that comes first is one entry, whatever its transactions; what it changes later is told singly."""
    await apply(store, plan(_FINE), arrival="list:x")
    await apply(store, plan(_FINE, fine("g")), arrival="list:x")
    await apply(store, plan(replace(_FINE, status="final")), arrival="list:x")
    items = await changes(own_api)
    assert told(items) == [("arrived", "The list x came for the first time, with 2 facts")]
    assert (items[0]["facts"], items[0]["fact"]) == (2, None)
    await apply(store, plan(fine("h")))
    assert [item["kind"] for item in await changes(own_api)] == ["arrived", "added"]
    assert [item["kind"] for item in await changes(own_api, subject="ico")] == ["added"]


async def test_filters_are_those_of_facts(own_api: httpx.AsyncClient, store: Store) -> None:
    """Kind, relation, party, country, words, time; each narrows, and unknown ones are refused with their name."""
    await apply(
        store, plan(_FINE, fine("c", "cnil", "beta", country="FR", summary="Cookies without consent"))
    )
    await apply(store, plan(replace(_FINE, status="final")))
    assert [item["fact"]["id"] for item in await changes(own_api, country="FR")] == ["c"]
    assert [item["kind"] for item in await changes(own_api, party="acme")] == ["added", "status"]
    assert [item["kind"] for item in await changes(own_api, kind=["status", "day"])] == ["status"]
    assert [item["fact"]["id"] for item in await changes(own_api, q="cookies")] == ["c"]
    assert len(await changes(own_api, relation="FINED")) == 3
    assert await changes(own_api, relation="SUED") == []
    last = (await changes(own_api))[-1]
    assert (await changes(own_api, since=last["at"]))[0]["id"] == last["id"]
    assert await changes(own_api, since="2999") == []
    assert await changes(own_api, until="2001-01") == []
    assert len(await changes(own_api, until=last["at"])) == 3
    refused(await own_api.get("/v1/changes?since=yesterday"), 422, "since")
    refused(await own_api.get("/v1/changes?kind=nothing"), 422, "kind")
    refused(await own_api.get("/v1/changes?colour=red"), 422, "colour")
    refused(await own_api.get("/v1/changes?party=nobody"), 422, "party")


async def test_every_fact_is_noted_as_it_is(seeded_store: Store) -> None:
    """Whatever wrote a fact, the log knows its present state: no way of changing one is left out."""
    found = await seeded_store._read(
        """
        MATCH (f:Fact)
        WHERE f.noted_state IS NULL OR f.noted_state <> [coalesce(f.status, ''), coalesce(toString(f.amount_minor), ''),
          coalesce(f.currency, ''), coalesce(f.date, ''), CASE WHEN f.withdrawn IS NULL THEN '' ELSE 'withdrawn' END]
        RETURN f.id
        """,
        {},
        10,
    )
    assert found == []


async def test_the_feed_is_valid_atom(own_api: httpx.AsyncClient, store: Store) -> None:
    """A reader of feeds takes it without complaint; ids stay, ``updated`` is that of the change, links lead here."""
    await apply(store, plan(_FINE, fine("c", "cnil", "beta", country="FR")))
    answer = await own_api.get("/feeds/facts.atom?country=GB")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed: Any = feedparser.parse(answer.content)
    assert (feed.bozo, feed.version) == (False, "atom10")
    links = {link["rel"]: link["href"] for link in feed.feed.links}
    assert links == {
        "self": "http://service.test/feeds/facts.atom?country=GB",
        "alternate": "http://service.test/changes?country=GB",
    }
    assert feed.feed.id == links["self"]
    (entry,) = feed.entries
    (item,) = await changes(own_api, country="GB")
    assert entry.id == f"urn:uuid:{item['id']}"
    assert entry.title == item["summary"]
    assert entry.updated[:19] == item["at"][:19]
    assert feed.feed.updated == entry.updated
    assert entry.link == "http://service.test/facts/f"
    await apply(store, plan(replace(_FINE, status="final")))
    again: Any = feedparser.parse((await own_api.get("/feeds/facts.atom?country=GB")).content)
    assert [one.id for one in again.entries][1:] == [entry.id]
    assert again.feed.id == feed.feed.id
    assert again.feed.updated > feed.feed.updated


async def test_an_unchanged_feed_is_not_sent_again(own_api: httpx.AsyncClient, store: Store) -> None:
    """ETag and 304; another write of the graph makes another."""
    await apply(store, plan(_FINE))
    first = await own_api.get("/feeds/facts.atom")
    again = await own_api.get("/feeds/facts.atom", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await apply(store, plan(fine("g")))
    after = await own_api.get("/feeds/facts.atom", headers={"If-None-Match": first.headers["etag"]})
    assert after.status_code == 200


async def test_an_empty_feed_is_valid_too(own_api: httpx.AsyncClient) -> None:
    """A filter that nothing meets yet can be followed all the same."""
    feed: Any = feedparser.parse((await own_api.get("/feeds/facts.atom")).content)
    assert (feed.bozo, feed.entries) == (False, [])
    assert feed.feed.updated
    refused(await own_api.get("/feeds/facts.atom?limit=3"), 422, "limit")


async def test_pages_lead_to_their_feed(own_api: httpx.AsyncClient, store: Store) -> None:
    """The lists of facts and of changes name the feed of their filters."""
    await apply(store, plan(_FINE))
    for path in ("/facts", "/changes"):
        page = (await own_api.get(f"{path}?country=GB")).text
        assert 'rel="alternate" type="application/atom+xml"' in page
        assert 'href="/feeds/facts.atom?country=GB"' in page
    assert "fined Acme Ltd" in (await own_api.get("/changes?country=GB")).text


async def test_a_redacted_name_is_in_no_entry(own_api: httpx.AsyncClient, store: Store) -> None:
    """Not in reasons, ids or sentences of changes and corrections, nor in the feed."""
    ann = Party("Ann Bolt", "ann-bolt", "person", "Ann Bolt")
    await tell(store, "a", replace(fined("gamma"), object=ann), text="The ICO fined Ann Bolt.")
    await tell(store, "b", fined("gamma"))
    claims = [fact["evidence"][0]["claim"] for fact in await walk(own_api, "/v1/fines")]
    await correct(store, claims[0], {"date": "2020"}, "desk", "Ann Bolt wrote to us")
    await correct(store, claims[1], {"date": "2019"}, "desk", "Ann Bolt wrote to us")
    addresses = ("/v1/changes?limit=500", "/v1/corrections", "/feeds/facts.atom", "/changes")
    assert "bolt" in (await own_api.get(addresses[0])).text.casefold()
    await redact(store, "ann-bolt", "desk", "on request")
    for address in addresses:
        assert "bolt" not in (await own_api.get(address)).text.casefold(), address
