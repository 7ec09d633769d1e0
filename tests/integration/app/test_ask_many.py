"""Questions about more facts than are read for one answer: counted, added up and ranked over all of them."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from graph.model import StageRow
from graph.reads import ask
from graph.reads import asked as totals
from graph.reads.ask import ROWS_LIMIT, Wanted
from graph.store import Store
from tests.conftest import Slate
from tests.integration.graph.profiled import profiled
from tests.integration.graph.world import fine, told
from tests.service import good, service

MANY = ROWS_LIMIT + 400


async def fill(store: Store) -> None:
    """Fines of one year, each of another sum, two that share one, and a few of other years."""
    facts = [
        fine(
            f"f{n:04}",
            date=f"2022-{n % 12 + 1:02}-{n % 28 + 1:02}",
            amount_minor=(n + 1) * 100,
            currency="EUR",
        )
        for n in range(MANY)
    ]
    shared: dict[str, Any] = {
        "action": "both",
        "amount_shared": True,
        "amount_minor": 5_00,
        "currency": "EUR",
    }
    await told(
        store,
        *facts,
        fine("one", **shared),
        fine("two", object="beta", **shared),
        fine("early", date="2020-02-03", amount_minor=9_999_00, currency="EUR"),
        fine("dollars", date="2021-02-03", amount_minor=1_00, currency="USD"),
    )


@pytest.fixture
async def many(slate: Slate) -> AsyncIterator[httpx.AsyncClient]:
    """The service over that graph."""
    store = await slate.hold("more fines than are read", fill)
    async with service(store.connection) as client:
        yield client


async def asked(client: httpx.AsyncClient, question: str) -> dict[str, Any]:
    """An answer."""
    return good(await client.get("/v1/ask", params={"q": question}))


async def test_all_are_counted(many: httpx.AsyncClient) -> None:
    """The decision of two facts once; the first facts are shown, and `total` says how many there are."""
    answer = await asked(many, "How many fines in 2022?")
    assert answer["value"]["number"] == MANY + 1
    assert (answer["total"], len(answer["items"])) == (MANY + 2, 50)
    assert "looked at" not in answer["answer"]


async def test_all_are_added_up(many: httpx.AsyncClient) -> None:
    """The shared sum once, as the list of fines says it."""
    answer = await asked(many, "What is the total of fines in 2022?")
    listed = good(await many.get("/v1/fines?date_from=2022&date_to=2022&limit=1"))
    wanted = MANY * (MANY + 1) // 2 + 5
    assert (answer["value"]["number"], listed["sums"]["eur"]) == (wanted, wanted)


@pytest.mark.parametrize(
    ("question", "id_"),
    [
        ("What is the biggest fine in 2022?", f"f{MANY - 1:04}"),
        ("What was the smallest fine in 2022?", "f0000"),
        ("What is the biggest fine?", "early"),
        ("What is the biggest fine in March 2022?", f"f{MANY - 10:04}"),
    ],
)
async def test_what_stands_out_is_of_all(many: httpx.AsyncClient, question: str, id_: str) -> None:
    """Not of those that happen to be read, and the answer says of how many."""
    answer = await asked(many, question)
    assert [item["id"] for item in answer["items"]] == [id_]
    assert "looked at" not in answer["answer"]
    if "March" not in question:
        assert f"{MANY + 1:,} fines" in answer["answer"] or f"{MANY + 3:,} fines" in answer["answer"]


async def test_what_is_shown_of_many_is_read_in_order(slate: Slate) -> None:
    """The first facts by day or by sum cost what they are, however many others there are."""
    store = await slate.hold("more fines than are read", fill)

    async def cost(key: ask.Key, most: int) -> int:
        anchor, parameters = ask._prepared(Wanted(asked_relations=["FINED"]), None, most, few=False)
        return (await profiled(store, ask.ROWS[anchor, key, "desc"].text, parameters))[1]

    for key in ("date_key", "eur_key"):
        assert await cost(key, 20) < await cost(key, 1000) / 20


async def test_totals_know_how_many_a_question_is_about(slate: Slate) -> None:
    """And say nothing where it asks what they do not know."""
    store = await slate.hold("more fines than are read", fill)
    assert await totals.count(store, Wanted(asked_relations=["FINED"])) == MANY + 4
    assert await totals.count(store, Wanted(asked_stages=["imposed"])) == MANY + 4
    assert await totals.count(store, Wanted(asked_stages=["imposed"], asked_lacking=["imposed"])) == 0
    assert await totals.count(store, Wanted(asked_laws=["gdpr"])) is None
    assert await totals.count(store, Wanted(asked_day_from="2022-02-01")) is None


async def test_what_became_of_many_is_counted(slate: Slate) -> None:
    """A question for facts of a stage says how many there are of all, and shows the first; of none nothing is read."""

    async def appealed(store: Store) -> None:
        gone = (StageRow("imposed", "2022-01-01"), StageRow("annulled", "2023-01-01"))
        facts = [fine(f"f{n:04}", date="2022-01-01", status="annulled", stages=gone) for n in range(MANY)]
        shared: dict[str, Any] = {"action": "both", "stages": gone, "status": "annulled"}
        stands = [fine(f"stands-{n}") for n in range(3)]
        await told(store, *facts, *stands, fine("one", **shared), fine("two", object="beta", **shared))

    store = await slate.hold("more annulled fines than are read", appealed)
    async with service(store.connection) as client:
        answer = await asked(client, "Which fines were annulled?")
        assert (answer["total"], len(answer["items"])) == (MANY + 2, 50)
        assert answer["answer"].startswith(f"{MANY + 1:,} fines: ")
        assert f"and {MANY + 1 - 4:,} more" in answer["answer"]
        assert all(item["status"] == "annulled" for item in answer["items"])
        assert (await asked(client, "How many fines were annulled?"))["value"]["number"] == MANY + 1
        assert (await asked(client, "Which fines were reduced?"))["items"] == []


async def test_few_facts_of_a_stage_are_found_by_it(slate: Slate) -> None:
    """Among thousands of fines, the one that was reduced costs what it is."""

    async def reduced(store: Store) -> None:
        await fill(store)
        stages = (StageRow("imposed", "2019-01-01"), StageRow("reduced", "2020-01-01"))
        gone = (*stages, StageRow("annulled", "2021-01-01"))
        await told(
            store,
            fine("less", date="2019-01-01", status="reduced", stages=stages),
            fine("none", date="2018-01-01", status="annulled", stages=gone),
        )

    store = await slate.hold("many fines, one reduced", reduced)
    wanted = Wanted(asked_relations=["FINED"], asked_stages=["reduced"])
    anchor, parameters = ask._prepared(wanted, None, 10, few=True)
    assert anchor == "stage"
    row, spent = await profiled(store, ask.ROWS[anchor, "date_key", "desc"].text, parameters)
    assert [item["id"] for item in row[0]] == ["less", "none"]
    assert spent < 300
    standing = replace(wanted, asked_lacking=["annulled"])
    assert [item["id"] for item in (await ask.rows(store, standing, most=10)).items] == ["less"]
    async with service(store.connection) as client:
        reduced_ones = (await asked(client, "Which fines were reduced?"))["items"]
        assert {item["id"] for item in reduced_ones} == {"less", "none"}
