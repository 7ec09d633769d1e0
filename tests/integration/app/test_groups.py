"""Groups: what subsidiaries, platforms and owners carry, each for the time in which they belonged."""

from typing import Any

import httpx
import pytest

from graph.reads import facts as reads
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from tests.conftest import Slate, wipe
from tests.integration.graph.profiled import forget_plans, profiled
from tests.integration.graph.world import BODIES, entity, fine, told
from tests.service import good, refused, service, walk

GROUP = (
    *BODIES,
    entity("holding"),
    entity("bought", parent="holding", parent_since="2016-12-08"),
    entity("sold", parent="holding", parent_until="2021"),
    entity("app", "platform", operator="bought"),
    entity("deep", parent="bought"),
)
EURO: dict[str, Any] = {"currency": "EUR"}


@pytest.fixture
async def api(store: Store) -> Any:
    """The service over a group of five, with facts before, in and after the time in which they belonged to it."""
    await told(
        store,
        fine("h", object="holding", date="2014", amount_minor=1_00, **EURO),
        fine("b-before", object="bought", date="2015-03-01", amount_minor=2_00, **EURO),
        fine("b-after", object="bought", date="2020-03-01", amount_minor=4_00, **EURO),
        fine("b-maybe", object="bought", date="2016", amount_minor=8_00, **EURO),
        fine("s-in", object="sold", date="2021-06-01", amount_minor=16_00, **EURO),
        fine("s-after", object="sold", date="2022-01-01", amount_minor=32_00, **EURO),
        fine("a", object="app", date="2018-01-01", amount_minor=64_00, **EURO),
        fine("d-before", object="deep", date="2010-01-01", amount_minor=128_00, **EURO),
        fine("other", object="acme", date="2018-01-01"),
        entities=GROUP,
    )
    async with service(store.connection) as client:
        yield client


ALL = {"h", "b-after", "b-maybe", "s-in", "a"}


async def ids(api: httpx.AsyncClient, path: str, **asked: Any) -> set[str]:
    """Ids of a list, walked by small pages."""
    rows = await walk(api, path, limit=2, **asked)
    assert len(rows) == len({row["id"] for row in rows})
    return {row["id"] for row in rows}


@pytest.mark.parametrize("role", ["object", "party"])
async def test_a_group_is_everybody_at_the_time(api: httpx.AsyncClient, role: str) -> None:
    """From the top: subsidiaries and platforms down to the last, not what they did before or after; then it adds up."""
    assert await ids(api, "/v1/fines", **{role: "holding"}) == {"h"}
    assert await ids(api, "/v1/fines", **{role: "holding", "group": "true"}) == ALL
    page = good(await api.get(f"/v1/fines?{role}=holding&group=true&limit=1"))
    assert (page["total"]["value"], page["sums"]["eur"]) == (5, 1 + 4 + 8 + 16 + 64)
    assert "group" not in page
    assert await ids(api, "/v1/fines", **{role: "holding", "group": "true", "sort": "amount_eur:desc"}) == ALL


async def test_a_member_finds_its_owner_and_what_that_owns(api: httpx.AsyncClient) -> None:
    """Its own facts of any time, those of others for the time in which both belonged."""
    assert await ids(api, "/v1/facts", object="app", group="true") == {
        "a",
        "b-before",
        "b-after",
        "b-maybe",
        "d-before",
        "s-in",
    }
    assert await ids(api, "/v1/entities/deep/facts", group="true") >= {"d-before", "a", "b-before"}
    assert await ids(api, "/v1/facts", object="acme", group="true") == {"other"}


async def test_without_it_the_answer_says_what_the_group_has(api: httpx.AsyncClient) -> None:
    """Facts, the sum of fines, and the link that lists them; of who is in no group nothing is said."""
    group = good(await api.get("/v1/fines?object=holding&limit=1"))["group"]
    assert (group["facts"], group["sum"]) == (5, 93.0)
    listed = good(await api.get(group["link"]))
    assert listed["total"]["value"] == 5
    assert "group" not in good(await api.get("/v1/fines?object=acme"))
    profile = good(await api.get("/v1/entities/holding"))
    assert profile["group_totals"]["facts"] == 5
    assert good(await api.get(profile["group_totals"]["link"]))["total"]["value"] == 5
    assert good(await api.get("/v1/entities/acme"))["group_totals"] is None
    assert {(one["entity"]["id"], one["since"], one["until"]) for one in profile["owned"]} == {
        ("bought", "2016-12-08", None), ("sold", None, "2021"),
    }  # fmt: skip
    page = await api.get("/facts?object=holding")
    assert "group=true" in page.text


async def test_figures_and_exports_take_it_in(api: httpx.AsyncClient) -> None:
    """The same filter gives the same facts everywhere."""
    cells = good(await api.get("/v1/stats?object=holding&group=true&by=target"))["items"]
    assert {cell["values"]["target"]: cell["facts"] for cell in cells} == {
        "holding": 1,
        "bought": 2,
        "sold": 1,
        "app": 1,
    }
    lines = (await api.get("/v1/export?object=holding&group=true&format=ndjson")).text.splitlines()
    assert len(lines) == 5


async def test_questions_know_the_time(api: httpx.AsyncClient) -> None:
    """A question about an owner does not take in what a firm did before it was bought."""
    answer = good(await api.get("/v1/ask?q=How many fines against Holding?"))
    assert {item["id"] for item in answer["items"]} == ALL


async def test_a_group_of_nobody_is_refused(api: httpx.AsyncClient) -> None:
    """With what would be valid; an unknown entity is an error as without it."""
    refused(await api.get("/v1/facts?group=true"), 422, "group")
    refused(await api.get("/v1/facts?group=true&object=nobody-at-all"), 422, "object")


async def test_a_page_of_a_group_costs_what_it_shows(slate: Slate) -> None:
    """A member with many facts adds no more than a page of its own."""

    async def cost(store: Store, limit: int) -> int:
        query = FactQuery(Filters(relations=["FINED"], objects=["acme", "beta"]), limit=limit)
        text, parameters = reads.described(query)
        await forget_plans(store)
        return (await profiled(store, text, parameters))[1]

    facts = [fine(f"f{n:03}", object="acme", date=f"20{n % 20:02}-01-01") for n in range(660)]
    store = await slate.hold("a small group", lambda store: told(store, *facts[:60]))
    small = await cost(store, 10)
    slate.holds = ""
    await told(store, *facts)
    assert await cost(store, 10) <= 1.2 * small
    # What the server takes the graph for hangs on what it held before: also where that was next to nothing.
    for _ in range(4):
        await wipe(store)
        await told(store, *facts[:2])
        await wipe(store)
        await told(store, *facts)
        assert await cost(store, 10) <= 1.2 * small


async def test_changes_take_it_in(api: httpx.AsyncClient) -> None:
    """The list of changes has the same filter, and refuses it alike."""
    rows = good(await api.get("/v1/changes?object=holding&group=true&kind=added"))["items"]
    assert {row["fact"]["id"] for row in rows} <= ALL
    refused(await api.get("/v1/changes?group=true"), 422, "group")
