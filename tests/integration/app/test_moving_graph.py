"""A graph that moves: records added while a list is walked, and a server that dies under the service."""

import asyncio
import time
from collections import Counter

import httpx
import pytest

from graph.model import ClaimRow, DocumentRow, EntityRow, FactRow, Plan, StageRow
from graph.server.instance import LocalServer
from graph.store import Store
from graph.writes.apply import apply
from tests.service import good, listening, pages, refused

AT_FIRST = 260
"""Facts that are there before the walk begins."""


def facts(first: int, last: int) -> Plan:
    """Fines number ``first`` to ``last`` (not taken in), over four years, three of each on the same day."""
    dates = [f"20{20 + n % 4}-{n // 3 % 12 + 1:02}-{n // 36 % 28 + 1:02}" for n in range(first, last)]
    rows = tuple(
        FactRow(
            f"fine-{n}", "FINED", "ico-uk", "acme", date=day, country="GB", amount_minor=n * 100 + 100, currency="GBP",
            status="imposed", stages=(StageRow("imposed", day),),
        )
        for n, day in zip(range(first, last), dates, strict=True)
    )  # fmt: skip
    claims = tuple(ClaimRow(f"claim-{row.id}", "doc", "FINED", "ico-uk", "acme", row.id) for row in rows)
    return Plan(
        name="test",
        entities=(
            EntityRow("ico-uk", "regulator", "ICO", country="GB"),
            EntityRow("acme", "company", "Acme"),
        ),
        documents=(DocumentRow("doc", "official", "A list", "ICO", "ico"),),
        facts=rows,
        claims=claims,
    )


async def add_more(store: Store, enough: asyncio.Event) -> int:
    """Add records until told to stop; the number of the first that was not added."""
    following = AT_FIRST
    while not enough.is_set():
        await apply(store, facts(following, following + 5))
        following += 5
        await asyncio.sleep(0.01)
    return following


@pytest.mark.parametrize(
    ("limit", "sort"), [(1, "date:desc"), (7, "date:asc"), (50, "amount_eur:desc"), (500, "date:desc")]
)
async def test_a_walk_survives_inserts(
    store: Store, own_api: httpx.AsyncClient, limit: int, sort: str
) -> None:
    """Whoever follows every cursor while records are added sees each fact that was there once, and none twice."""
    await apply(store, facts(0, AT_FIRST))
    enough = asyncio.Event()
    adding = asyncio.create_task(add_more(store, enough))
    seen: Counter[str] = Counter()
    totals: list[int] = []
    async for page in pages(own_api, "/v1/facts", limit=limit, sort=sort):
        seen.update(item["id"] for item in page["items"])
        totals.append(page["total"]["value"])
        if limit == 500:
            await asyncio.sleep(0.2)
    enough.set()
    added = await adding
    assert added > AT_FIRST, "nothing was added: the test says nothing"
    assert {f"fine-{n}" for n in range(AT_FIRST)} <= seen.keys()
    assert max(seen.values()) == 1
    assert totals == sorted(totals)
    assert totals[-1] >= totals[0] >= AT_FIRST


async def timed(client: httpx.AsyncClient, path: str) -> tuple[httpx.Response, float]:
    """An answer, and how many seconds it took."""
    began = time.monotonic()
    answer = await client.get(path)
    return answer, time.monotonic() - began


async def test_a_killed_server_is_503_until_it_is_back(store: Store, server: LocalServer) -> None:
    """Requests of an outage are answered within two seconds: 503 and Retry-After; then all is as before.

    Those that the crash catches under way are answered too: whole, or with 503.
    """
    await apply(store, facts(0, 20))
    with listening(store.connection) as address:
        async with httpx.AsyncClient(base_url=address, timeout=30) as client:
            before = good(await client.get("/v1/facts"))
            good(await client.get("/v1/facts?limit=3"))
            paths = [f"/v1/facts?limit=50&amount_min={n}" for n in range(30)]
            under_way = [asyncio.create_task(timed(client, path)) for path in paths]
            await asyncio.sleep(0.05)
            await asyncio.to_thread(server.kill_jvm)
            asked = ("/v1/facts", "/v1/facts?limit=3", "/v1/entities/acme", "/readyz", "/")
            outage = await asyncio.gather(*(timed(client, path) for path in asked))
            for answer, seconds in outage:
                refused(answer, 503)
                assert int(answer.headers["retry-after"]) >= 1
                assert seconds < 2
            for answer, seconds in await asyncio.gather(*under_way):
                assert answer.status_code in {200, 503}
                assert seconds < 4
            assert good(await client.get("/healthz")) == {"status": "ok"}
            deadline = time.monotonic() + 60
            while True:
                answer, seconds = await timed(client, "/v1/facts")
                if answer.status_code == 200:
                    break
                refused(answer, 503)
                assert seconds < 2
                assert time.monotonic() < deadline, "it did not come back"
                await asyncio.sleep(0.2)
            assert good(answer) == before
            assert good(await client.get("/readyz"))["status"] == "ready"
