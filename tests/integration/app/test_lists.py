"""Lists: every filter, every order, cursors, totals, sums, forms; on the graph of all records."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from urllib.parse import parse_qs

import httpx
import pytest

from tests.service import Json, good, pages, refused, walk

LISTS = (
    "/v1/facts",
    "/v1/fines",
    "/v1/entities",
    "/v1/documents",
    "/v1/cases",
    "/v1/changes",
    "/v1/entities/clearview-ai/facts",
    "/v1/entities/ico-uk/neighbours",
)


def identity(item: Json) -> str:
    """What an item of any list is known by."""
    return item["entity"]["id"] if "entity" in item else item["id"]


def involved(item: Json) -> set[str]:
    """Every entity that has a part in a fact."""
    return {item["subject"]["id"], item["object"]["id"], *(one["entity"]["id"] for one in item["parties"])}


def euro(item: Json) -> float:
    """A fact's sum in euro, 0 where it has none."""
    return (item["amount"] or {}).get("eur") or 0


FILTERS: dict[str, Callable[[Json], bool]] = {
    "relation=FINED": lambda f: f["relation"] == "FINED",
    "relation=FINED&relation=ORDERED": lambda f: f["relation"] in {"FINED", "ORDERED"},
    "subject=cnil-fr": lambda f: f["subject"]["id"] == "cnil-fr",
    "object=clearview-ai": lambda f: f["object"]["id"] == "clearview-ai",
    "subject=ico-uk&object=clearview-ai": lambda f: (
        (f["subject"]["id"], f["object"]["id"]) == ("ico-uk", "clearview-ai")
    ),
    "relation=FINED&subject=ico-uk": lambda f: (f["relation"], f["subject"]["id"]) == ("FINED", "ico-uk"),
    "relation=SUED&object=clearview-ai": lambda f: (
        (f["relation"], f["object"]["id"]) == ("SUED", "clearview-ai")
    ),
    "party=oaic-au": lambda f: "oaic-au" in involved(f),
    "party=clearview-ai&subject=ico-uk": lambda f: (
        "clearview-ai" in involved(f) and f["subject"]["id"] == "ico-uk"
    ),
    "country=GB": lambda f: f["country"] == "GB",
    "country=gb&relation=FINED": lambda f: (f["country"], f["relation"]) == ("GB", "FINED"),
    "country=US": lambda f: (f["country"] or "").startswith("US"),
    "country=US-IL": lambda f: f["country"] == "US-IL",
    "law=gdpr": lambda f: "gdpr" in f["laws"],
    "date_from=2023": lambda f: (f["date"] or "") >= "2023",
    "date_to=2020-06": lambda f: f["date"] is not None and f["date"][:7] <= "2020-06",
    "date_from=2022-05-18&date_to=2022-05-18": lambda f: (  # a month or a year may hold the day
        f["date"] is not None and "2022-05-18".startswith(f["date"])
    ),
    "amount_min=100000000": lambda f: euro(f) >= 100_000_000,
    "amount_min=1&amount_max=1000000": lambda f: 1 <= euro(f) <= 1_000_000,
    "currency=GBP": lambda f: (f["amount"] or {}).get("currency") == "GBP",
    "currency=gbp&amount_min=7552800&amount_max=7552800": lambda f: (
        f["amount"] is not None and (f["amount"]["value"], f["amount"]["currency"]) == (7_552_800, "GBP")
    ),
    "status=annulled": lambda f: f["status"] == "annulled",
    "status=annulled&status=remitted": lambda f: f["status"] in {"annulled", "remitted"},
    "review=accepted": lambda f: f["review"] == "accepted",
    "q=telegram": lambda f: "telegram" in json.dumps(f).lower(),
}


def described(fact: Json) -> Json:
    """A fact without what depends on the clock."""
    return {k: v for k, v in fact.items() if not k.startswith("status") and k != "stands"}


@pytest.fixture(scope="module")
async def everything(api: httpx.AsyncClient) -> list[Json]:
    """All facts."""
    return await walk(api, "/v1/facts", limit=500)


@pytest.mark.parametrize("query", [query for query in FILTERS if not query.startswith("q=")])
async def test_a_filter_keeps_what_meets_it(
    api: httpx.AsyncClient, everything: list[Json], query: str
) -> None:
    """A filter gives exactly the facts that meet it, no fewer, and each list has some."""
    meets = FILTERS[query]
    items = await walk(api, "/v1/facts", limit=500, **parse_qs(query))
    assert [item["id"] for item in items] == [item["id"] for item in everything if meets(item)]
    assert (
        good(await api.get(f"/v1/facts?{query}"))["total"].items()
        >= {
            "value": len(items),
            "relation": "eq",
        }.items()
    )
    assert items


async def test_words_find_facts_that_hold_them(api: httpx.AsyncClient) -> None:
    """``q`` looks into names and summaries, and narrows with other filters."""
    found = await walk(api, "/v1/fines", q="cookies", subject="cnil-fr")
    assert found
    assert all("cookie" in json.dumps(item).lower() for item in found)
    assert all(item["subject"]["id"] == "cnil-fr" for item in found)
    assert await walk(api, "/v1/facts", q="*:* )(") == []


async def test_valid_on_and_status_go_together(api: httpx.AsyncClient) -> None:
    """``status`` filters by the status of the day that ``valid_on`` names."""
    annulled = await walk(api, "/v1/fines", status="annulled", valid_on="2023-12-01")
    assert "ico-uk" in {item["subject"]["id"] for item in annulled if item["object"]["id"] == "clearview-ai"}
    now = await walk(api, "/v1/fines", status="annulled")
    assert "clearview-ai" not in {item["object"]["id"] for item in now}


async def test_known_on_hides_what_was_recorded_later(api: httpx.AsyncClient, everything: list[Json]) -> None:
    """On a day before the records were loaded the graph knew nothing; today it knows all."""
    assert await walk(api, "/v1/facts", known_on="2020-01-01") == []
    assert len(await walk(api, "/v1/facts", known_on="9999", limit=500)) == len(everything)


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("date", lambda f: f["date"] or ""),
        ("amount_eur", euro),
        ("recorded", lambda f: f["recorded"]),
    ],
)
async def test_orders(
    api: httpx.AsyncClient, everything: list[Json], sort: str, key: Callable[[Json], str | float], order: str
) -> None:
    """Each order holds over all pages; what has no value comes last; nothing is lost or repeated."""
    items = await walk(api, "/v1/facts", sort=f"{sort}:{order}", limit=61)
    keys = [key(item) for item in items]
    if sort == "date":  # a year or a month stands for its first day
        keys = [
            str(day) + "-01-01"[len(str(day)) - 10 :] if day and len(str(day)) < 10 else day for day in keys
        ]
    there = [value for value in keys if value]
    assert keys == [*sorted(there, reverse=order == "desc"), *keys[len(there) :]]
    assert not any(keys[len(there) :])
    assert Counter(map(identity, items)) == Counter(map(identity, everything))


@pytest.mark.parametrize("limit", [1, 7, 50, 500])
async def test_every_fact_once_at_any_page_size(
    api: httpx.AsyncClient, everything: list[Json], limit: int
) -> None:
    """Cursors walk the whole list; the total of every page is the number of items of all pages."""
    seen: list[str] = []
    async for page in pages(api, "/v1/facts", limit=limit):
        assert page["total"] == {"value": len(everything), "relation": "eq"}
        assert len(page["items"]) == limit or page["next"] is None
        seen += [item["id"] for item in page["items"]]
    assert seen == [item["id"] for item in everything]


@pytest.mark.parametrize("path", LISTS)
async def test_every_list_pages(api: httpx.AsyncClient, path: str) -> None:
    """Small pages and one large page give the same items, each once; the Link header is the body's ``next``."""
    whole = good(await api.get(path, params={"limit": 500}))
    small = await walk(api, path, limit=max(2, len(whole["items"]) // 4))
    assert [identity(item) for item in small][: len(whole["items"])] == [identity(i) for i in whole["items"]]
    assert max(Counter(map(identity, small)).values()) == 1
    assert whole["total"]["value"] == len(small)
    first = await api.get(path, params={"limit": 1})
    assert first.links["next"]["url"].startswith(f"http://service.test{path}?")
    following = good(await api.get(first.links["next"]["url"]))
    assert identity(following["items"][0]) == identity(whole["items"][1])
    assert "link" not in (await api.get(path, params={"limit": 500})).headers or whole["next"]


@pytest.mark.parametrize("path", LISTS)
async def test_forms(api: httpx.AsyncClient, path: str) -> None:
    """JSON, NDJSON and CSV by ``Accept`` and by ``?format=`` hold the same items; the page after by Link."""
    items = good(await api.get(path, params={"limit": 3}))["items"]
    for media, form in (("application/x-ndjson", "ndjson"), ("text/csv", "csv")):
        accepted = await api.get(path, params={"limit": 3}, headers={"Accept": media})
        asked = await api.get(
            path, params={"limit": 3, "format": form}, headers={"Accept": "application/json"}
        )
        assert accepted.content == asked.content
        assert accepted.headers["content-type"].partition(";")[0] == media
        assert "accept" in accepted.headers["vary"].lower()
        assert accepted.links["next"]["url"]
        if form == "ndjson":
            assert [json.loads(line) for line in accepted.text.splitlines()] == items
        else:
            rows = list(csv.DictReader(io.StringIO(accepted.text)))
            assert [row.get("id") or row["entity_id"] for row in rows] == [identity(item) for item in items]
    refused(await api.get(path, headers={"Accept": "image/png"}), 406, "Accept")
    refused(await api.get(path, params={"format": "xml"}), 422, "format")


async def test_the_format_does_not_bind_a_cursor(api: httpx.AsyncClient) -> None:
    """A cursor taken from JSON goes on in CSV, with another page size."""
    first = good(await api.get("/v1/fines", params={"limit": 2}))
    rest = await api.get("/v1/fines", params={"limit": 3, "cursor": first["next"], "format": "csv"})
    whole = good(await api.get("/v1/fines", params={"limit": 5}))["items"]
    rows = list(csv.DictReader(io.StringIO(rest.text)))
    assert [row["id"] for row in rows] == [item["id"] for item in whole[2:]]
    assert rows[0]["evidence_document_url"].startswith("http")


async def test_sums_count_a_shared_sum_once(api: httpx.AsyncClient) -> None:
    """Facts of one decision that share a sum count once; the sums are those of all pages, and say what they hold."""
    page = good(await api.get("/v1/fines", params={"limit": 500}))
    expected: Counter[str] = Counter()
    seen: set[str] = set()
    for item in page["items"]:
        amount = item["amount"]
        key = (amount or {}).get("shared_by") or item["id"]
        if amount and key not in seen:
            seen.add(key)
            # What is due only if something happens, or for each day, is no sum of a fine yet.
            if amount["kind"] not in {"conditional", "per day", "per day, conditional"}:
                expected[amount["currency"]] += amount["value"]
    assert len(seen) < sum(1 for item in page["items"] if item["amount"]), "no shared sum to test with"
    sums = page["sums"]
    assert {row["currency"]: row["value"] for row in sums["by_currency"]} == pytest.approx(dict(expected))
    assert sums["decisions"] == len({item["action"] for item in page["items"]})
    fallen = {item["action"] for item in page["items"] if item["stands"] is False}
    assert sums["fallen"] == len(fallen)
    assert f"all {sums['decisions']} decisions" in sums["includes"]
    assert f"{sums['fallen']} of them no longer stand" in sums["includes"]
    assert good(await api.get("/v1/fines", params={"limit": 1}))["sums"] == sums


async def test_sums_of_those_that_stand(api: httpx.AsyncClient) -> None:
    """Who asks for a status gets the sum of those."""
    sums = good(await api.get("/v1/fines?object=clearview-ai&status=remitted"))["sums"]
    assert [(row["currency"], row["value"]) for row in sums["by_currency"]] == [("GBP", 7_552_800)]
    assert (sums["decisions"], sums["fallen"]) == (1, 1)


async def test_sums_say_what_had_fallen_on_a_day(api: httpx.AsyncClient) -> None:
    """On a day in the past the sums count what had fallen by then, as the items of the list do."""
    told: set[int] = set()
    for day in ("2022-12-31", "2023-12-01"):
        page = good(await api.get("/v1/fines", params={"object": "clearview-ai", "valid_on": day}))
        assert page["sums"]["fallen"] == sum(item["stands"] is False for item in page["items"])
        assert f"did not stand on {day}" in page["sums"]["includes"]
        told.add(page["sums"]["fallen"])
    assert told == {0, 1}


async def test_neighbours_go_by_weight(api: httpx.AsyncClient) -> None:
    """Those with the largest fines between the two come first."""
    items = await walk(api, "/v1/entities/ico-uk/neighbours", limit=5)
    sums = [item["fined_eur"] for item in items]
    assert sums == sorted(sums, reverse=True)
    assert sums[0] > 0


async def test_an_entitys_facts_are_those_in_which_it_has_a_part(
    api: httpx.AsyncClient, everything: list[Json]
) -> None:
    """The same as the party filter; and a party beside it is an unknown parameter."""
    items = await walk(api, "/v1/entities/oaic-au/facts", limit=500)
    assert [i["id"] for i in items] == [i["id"] for i in everything if "oaic-au" in involved(i)]
    refused(await api.get("/v1/entities/oaic-au/facts?party=ico-uk"), 422, "party")


async def test_entities_and_documents_filter(api: httpx.AsyncClient) -> None:
    """Kind, country, publisher and words."""
    regulators = await walk(api, "/v1/entities", kind="regulator", country="GB")
    assert "ico-uk" in {item["id"] for item in regulators}
    assert {(item["kind"], item["country"][:2]) for item in regulators} == {("regulator", "GB")}
    assert (await walk(api, "/v1/entities", q="clearview"))[0]["name"].startswith("Clearview")
    official = await walk(api, "/v1/documents", kind="official", limit=500)
    assert {item["kind"] for item in official} == {"official"}
    publisher = official[0]["publisher"]
    of_one = await walk(api, "/v1/documents", publisher=publisher)
    assert {item["publisher"] for item in of_one} == {publisher}
    assert await walk(api, "/v1/documents", q="clearview")
