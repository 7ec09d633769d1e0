"""The article that the project starts from: what it says, in an empty graph and in the one of all records."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from graph.store import Store
from seed.curated import RECORDS, examine, plan
from seed.extract.engine import extract
from seed.ingest.registry import registry
from seed.ingest.rows import to_read
from seed.ingest.write import Ingested, Told, ingest_all
from seed.load import load
from seed.reading import Raw, read
from tests.conftest import no_tracing
from tests.requirements import require, shared_folder
from tests.service import service

_NAME = "techjury-clearview-2022-05-23.txt"


@pytest.fixture(scope="module")
def article() -> Told:
    """The article as it is read, and what the extractor finds in it."""
    path = shared_folder() / "documents" / _NAME
    require(path.is_file(), f"{_NAME} in the shared folder")
    source = read(Raw(path.read_bytes(), _NAME))
    return Told(source, extract(to_read(source, _NAME)))


@pytest.fixture
async def api(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """The service over the graph of this test."""
    async with service(store.connection) as client:
        yield client


async def _ingest(store: Store, article: Told) -> Ingested:
    return (await ingest_all(store, [article], registry()))[0]


async def _facts(api: httpx.AsyncClient, **params: str) -> list[dict[str, Any]]:
    answer = await api.get("/v1/facts", params={"limit": "200", **params})
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def _said(facts: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    return {(fact["relation"], fact["subject"]["id"], fact["object"]["id"]) for fact in facts}


async def test_in_an_empty_graph(store: Store, api: httpx.AsyncClient, article: Told) -> None:
    """The fine with its sum, the order, the platforms, the joint inquiry, the dispute, and who the Commissioner is."""
    await _ingest(store, article)
    facts = await _facts(api)
    wanted = {
        ("SCRAPED", "clearview-ai", site) for site in ("facebook", "twitter", "linkedin", "youtube")
    } | {
        ("FINED", "ico-uk", "clearview-ai"),
        ("ORDERED", "ico-uk", "clearview-ai"),
        ("SUED", "aclu", "clearview-ai"),
        ("EMPLOYS", "ico-uk", "john-edwards"),
        ("INVESTIGATED_JOINTLY_WITH", "ico-uk", "oaic-au"),
    }
    assert wanted <= _said(facts)
    (fine,) = (fact for fact in facts if fact["relation"] == "FINED")
    assert (fine["amount"]["value"], fine["amount"]["currency"]) == (7_500_000, "GBP")
    (joint,) = (fact for fact in facts if fact["relation"] == "INVESTIGATED_JOINTLY_WITH")
    assert [(one["role"], one["entity"]["id"]) for one in joint["parties"]] == [("target", "clearview-ai")]
    for fact in facts:
        assert fact["review"] == "unreviewed"
        for proof in fact["evidence"]:
            text = (await api.get(f"/v1/documents/{proof['document']['id']}")).json()["text"]
            assert proof["modality"] == "asserted"
            assert text[proof["start"] : proof["end"]] == proof["quote"] != ""


async def test_in_the_graph_of_all_records(store: Store, api: httpx.AsyncClient, article: Told) -> None:
    """It confirms what the records know, and adds none twice."""
    checked = examine(RECORDS)
    with no_tracing():
        await load(store, checked, plan(checked))
    before = {fact["id"]: fact for fact in await _facts(api, party="clearview-ai")}
    done = await _ingest(store, article)
    known = {
        "clearview-uk-2022",
        "cv-001",
        "cv-006",
        "cv-063",
        "cv-065",
        "cv-066",
        "cv-067",
        "cv-080",
        "cv-103",
    }
    assert known <= set(done.confirmed)
    assert (done.new, done.disputed, done.unsure) == ((), (), ())
    after = await _facts(api, party="clearview-ai")
    assert {fact["id"] for fact in after} == before.keys()
    fine = next(fact for fact in after if fact["id"] == "clearview-uk-2022")
    assert (fine["amount"]["value"], fine["status"]) == (7_552_800, before["clearview-uk-2022"]["status"])
    assert fine["sources"]["documents"] == before["clearview-uk-2022"]["sources"]["documents"] + 1
