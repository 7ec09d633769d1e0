"""A person corrects what a machine read: it counts instead, both are shown, and it is taken back by another entry."""

from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from graph import api_keys
from graph.store import Store
from seed.corrections import keep_corrections
from seed.curated import RECORDS, examine
from seed.extract.types import Claim
from seed.ingest.review import review
from seed.ingest.write import ingest
from tests.integration.graph import world
from tests.integration.ingest.telling import REGISTRY, document, fined, firm, tell
from tests.service import Json, good, refused, walk

pytestmark = pytest.mark.usefixtures("counted")


@pytest.fixture
async def reviewer(own_api: httpx.AsyncClient, store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client with a key that may review; a document that says one fine is there."""
    own_api.headers["Authorization"] = f"Bearer {await api_keys.create(store, 'desk', scopes=('review',))}"
    await tell(store, "a", fined("gamma", pounds="7500000", date="2022-05-18"))
    yield own_api
    del own_api.headers["Authorization"]


async def fines(api: httpx.AsyncClient) -> list[Json]:
    """All fines."""
    return await walk(api, "/v1/fines")


async def the_claim(api: httpx.AsyncClient) -> str:
    """The claim of the only fine."""
    (fine,) = await fines(api)
    return fine["evidence"][0]["claim"]


async def mend(api: httpx.AsyncClient, claim: str, **right: object) -> httpx.Response:
    """Send a correction."""
    body = {"reason": "as in the notice", **right}
    return await api.post(f"/v1/claims/{claim}/corrections", json=body)


async def test_a_sum_and_a_day_are_corrected_and_taken_back(reviewer: httpx.AsyncClient) -> None:
    """The fact has the right sum and day, its evidence says what was read; taken back, all is as it was."""
    before = await fines(reviewer)
    claim = await the_claim(reviewer)
    done = good(await mend(reviewer, claim, amount=750_000, currency="gbp", date="2022-05-26"))
    (fine,) = await fines(reviewer)
    assert (fine["amount"]["value"], fine["date"], fine["review"]) == (750_000, "2022-05-26", "accepted")
    assert fine["evidence"][0]["read_as"] == "date 2022-05-18; sum GBP 7,500,000.00"
    shown = good(await reviewer.get(f"/v1/claims/{claim}"))
    assert (shown["amount"], shown["read_as"]) == (750_000, fine["evidence"][0]["read_as"])
    assert done["facts"] == [fine["id"]]
    kinds = {item["kind"] for item in await walk(reviewer, "/v1/changes")}
    assert {"sum", "day"} <= kinds
    back = await reviewer.post(f"/v1/corrections/{done['id']}/taken-back", json={"reason": "amended"})
    good(back)
    assert [one | {"recorded": ""} for one in await fines(reviewer)] == [
        one | {"recorded": ""} for one in before
    ]
    again = await reviewer.post(f"/v1/corrections/{done['id']}/taken-back", json={"reason": "amended"})
    refused(again, 409, "id")


async def test_the_log_is_public_and_says_why(reviewer: httpx.AsyncClient) -> None:
    """Field by field what was and what is, by whom and why; the entry that takes it back names it."""
    claim = await the_claim(reviewer)
    first = good(await mend(reviewer, claim, amount=750_000, currency="GBP"))["id"]
    back = good(await reviewer.post(f"/v1/corrections/{first}/taken-back", json={"reason": "amended"}))["id"]
    del reviewer.headers["Authorization"]
    later, earlier = await walk(reviewer, "/v1/corrections")
    reviewer.headers["Authorization"] = "Bearer -"
    assert earlier["changes"] == [
        {"field": "amount", "was": 7_500_000, "now": 750_000},
        {"field": "currency", "was": "GBP", "now": "GBP"},
    ]
    assert (earlier["who"], earlier["why"], earlier["taken_back_by"]) == ("desk", "as in the notice", back)
    assert (later["id"], later["takes_back"], later["changes"]) == (back, first, [])
    assert earlier["document"]["publisher"] == "Paper a"
    del reviewer.headers["Authorization"]
    page = (await reviewer.get("/corrections")).text
    reviewer.headers["Authorization"] = "Bearer -"
    assert "as in the notice" in page


async def read_again(store: Store, version: str, *claims: Claim) -> None:
    """The document is read again by another version of its extractor."""
    source, extraction = document("a", *claims)
    await ingest(store, source, replace(extraction, version=version), REGISTRY)


async def test_a_newer_reading_keeps_a_correction(reviewer: httpx.AsyncClient, store: Store) -> None:
    """The claim at the same place says what the person said, shows what was read now, and can be taken back."""
    done = good(await mend(reviewer, await the_claim(reviewer), amount=750_000, currency="GBP"))
    await read_again(store, "2", fined("gamma", pounds="7500001", date="2022-05-19"))
    (fine,) = await fines(reviewer)
    (entry,) = fine["evidence"]
    assert (fine["amount"]["value"], fine["date"], fine["review"]) == (750_000, "2022-05-19", "accepted")
    assert entry["read_as"] == "sum GBP 7,500,001.00"
    (logged,) = await walk(reviewer, "/v1/corrections")
    assert (logged["id"], logged["claim"], logged["fact"]["id"]) == (done["id"], entry["claim"], fine["id"])
    good(await reviewer.post(f"/v1/corrections/{done['id']}/taken-back", json={"reason": "amended"}))
    assert [one["amount"]["value"] for one in await fines(reviewer)] == [7_500_001]


async def test_a_newer_reading_that_is_right_needs_no_correction(
    reviewer: httpx.AsyncClient, store: Store
) -> None:
    """What the newer version reads as the person said stands by itself; another relation takes nothing over."""
    good(await mend(reviewer, await the_claim(reviewer), amount=750_000, currency="GBP"))
    await read_again(store, "2", fined("gamma", pounds="750000", date="2022-05-18"))
    (fine,) = await fines(reviewer)
    assert (fine["amount"]["value"], fine["evidence"][0].get("read_as")) == (750_000, None)
    await read_again(store, "3", fined("gamma", pounds=None, relation="REPRIMANDED"))
    assert await fines(reviewer) == []


async def test_party_relation_and_modality_move_the_fact(reviewer: httpx.AsyncClient, store: Store) -> None:
    """Another party or relation is another fact; what is only alleged is none. The old address says why it is gone."""
    await tell(store, "b", fined("beta"))
    claim = next(f["evidence"][0]["claim"] for f in await fines(reviewer) if f["object"]["id"] == "gamma")
    good(await mend(reviewer, claim, object="beta"))
    assert {fine["object"]["id"] for fine in await fines(reviewer)} == {"beta"}
    gone = await reviewer.get("/v1/facts/ico-uk.fined.gamma.2022")
    assert gone.status_code == 410
    assert "as in the notice" in gone.json()["reason"]
    good(await mend(reviewer, claim, object="gamma", relation="REPRIMANDED"))
    (reprimand,) = await walk(reviewer, "/v1/facts", relation="REPRIMANDED")
    assert (reprimand["object"]["id"], reprimand["amount"]) == ("gamma", None)
    good(await mend(reviewer, claim, modality="alleged"))
    assert await walk(reviewer, "/v1/facts", relation="REPRIMANDED") == []


async def test_reading_again_leaves_the_correction(reviewer: httpx.AsyncClient, store: Store) -> None:
    """The same document again, and another that says the wrong sum, change nothing of what a person said."""
    claim = await the_claim(reviewer)
    good(await mend(reviewer, claim, amount=750_000, currency="GBP"))
    await tell(store, "a", fined("gamma", pounds="7500000", date="2022-05-18"))
    (fine,) = await fines(reviewer)
    assert fine["amount"]["value"] == 750_000


async def test_a_later_verdict_counts(reviewer: httpx.AsyncClient, store: Store) -> None:
    """A corrected claim can be rejected like any other."""
    claim = await the_claim(reviewer)
    good(await mend(reviewer, claim, amount=750_000, currency="GBP"))
    await review(store, claim, "rejected", "ann", "another firm of that name")
    assert await fines(reviewer) == []


@pytest.mark.parametrize(
    ("right", "at_fault"),
    [
        ({}, "correction"),
        ({"amount": 7_500_000, "currency": "GBP"}, "correction"),
        ({"amount": 5}, "currency"),
        ({"currency": "EUR"}, "amount"),
        ({"currency": "XXXX"}, "currency"),
        ({"date": "yesterday"}, "date"),
        ({"subject": "nobody-at-all"}, "subject"),
        ({"object": "ico-uk"}, "relation"),
        ({"relation": "PRAISED"}, "relation"),
        ({"relation": None}, "relation"),
        ({"modality": "sung"}, "modality"),
        ({"date": "2020", "reason": " "}, "reason"),
        ({"colour": "red"}, "colour"),
    ],
)
async def test_what_is_no_correction_is_refused(
    reviewer: httpx.AsyncClient, right: Json, at_fault: str
) -> None:
    """Each with the field at fault; nothing is written."""
    claim = await the_claim(reviewer)
    before = await fines(reviewer)
    refused(await mend(reviewer, claim, **right), 422, at_fault)
    assert await fines(reviewer) == before
    assert await walk(reviewer, "/v1/corrections") == []


async def test_who_may_correct_what(own_api: httpx.AsyncClient, store: Store) -> None:
    """A key with the scope to review; claims that are there, of a machine."""
    refused(await mend(own_api, "c-none", date="2020"), 401, "Authorization")
    writes = await api_keys.create(store, "writer", scopes=("write",))
    header = {"Authorization": f"Bearer {writes}"}
    body = {"date": "2020", "reason": "x"}
    refused(await own_api.post("/v1/claims/x/corrections", json=body, headers=header), 403, "Authorization")
    key = await api_keys.create(store, "desk", scopes=("review",))
    header = {"Authorization": f"Bearer {key}"}
    refused(await own_api.post("/v1/claims/x/corrections", json=body, headers=header), 404, "id")
    refused(
        await own_api.post("/v1/corrections/x/taken-back", json={"reason": "x"}, headers=header), 404, "id"
    )


async def test_corrections_of_records_are_in_the_log(own_api: httpx.AsyncClient, store: Store) -> None:
    """A table beside the records says what they said wrongly; loading it again changes nothing.

    Each leads to its fact; a joint action has several, of which one speaks for it.
    """
    checked = examine(RECORDS)
    joint = [world.fine(f"fine-{n}", action="south-staffs-water-2026") for n in (1, 2)]
    await world.told(store, *joint, world.fine("spotify-2023"))
    assert await keep_corrections(store, checked, "shipped") > 0
    assert await keep_corrections(store, checked, "shipped") == 0
    items = await walk(own_api, "/v1/corrections", origin="records")
    spotify = next(item for item in items if item["record"] == "spotify-2023")
    assert spotify["changes"][0]["was"] == "under appeal"
    assert spotify["sources"]
    assert spotify["fact"] == {"id": "spotify-2023", "relation": "FINED", "date": "2022-05-18"}
    water = [item for item in items if item["record"] == "south-staffs-water-2026"]
    assert [item["fact"]["id"] for item in water] == ["fine-1"] * len(water) != []
    assert await walk(own_api, "/v1/corrections", origin="review") == []


def test_firms_of_these_tests_are_known() -> None:
    """The registry of the helper has both firms: a correction may name them."""
    assert all(firm(name).registered for name in ("gamma", "beta"))
