"""What is taken away: exports in every form, citations, evidence packs."""

import csv
import io
import json
import zipfile
from collections.abc import AsyncIterator
from xml.etree import ElementTree as ET

import httpx
import openpyxl
import pytest

from graph.store import Store
from tests.conftest import Slate
from tests.integration.app.test_list_contract import CLAIMS, FACTS, NOTICE, PAPERS
from tests.integration.graph.world import case, told
from tests.service import refused, service

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
async def small(slate: Slate) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service over a handful of facts; only read here."""

    async def fill(store: Store) -> None:
        await told(store, *FACTS, documents=(*PAPERS, NOTICE), claims=CLAIMS, cases=(case("k"), case("l")))

    store = await slate.hold("contract", fill)
    async with service(store.connection) as client:
        yield client


async def exported(client: httpx.AsyncClient, **query: str) -> bytes:
    """The bytes of an export; it is a file with a name."""
    answer = await client.get("/v1/export", params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith('attachment; filename="whofined')
    return answer.content


async def test_lines_are_whole_facts(small: httpx.AsyncClient) -> None:
    """Every fact with every claim, by the filters of the list."""
    items = [json.loads(line) for line in (await exported(small, format="ndjson")).splitlines()]
    assert {item["id"] for item in items} == {fact.id for fact in FACTS}
    assert max(len(item["evidence"]) for item in items) == 5
    assert len((await exported(small, format="ndjson", subject="cnil")).splitlines()) == 2


async def test_a_table_names_its_best_source(small: httpx.AsyncClient) -> None:
    """In columns of its own, the others in one; or one row a claim."""
    table = list(
        csv.DictReader(io.StringIO((await exported(small, format="csv", bom="true")).decode("utf-8-sig")))
    )
    (row,) = (row for row in table if row["id"] == "f-ico-acme")
    assert (row["best_publisher"], row["best_quote"]) == ("Authority", "a penalty")
    assert row["others"].count("; ") == 3
    claims = list(csv.DictReader(io.StringIO((await exported(small, format="csv", rows="claims")).decode())))
    facts = [json.loads(line) for line in (await exported(small, format="ndjson")).splitlines()]
    assert len(claims) == sum(max(len(fact["evidence"]), 1) for fact in facts)


async def test_a_table_of_stages(api: httpx.AsyncClient) -> None:
    """One row an event, in order, with who brought it, the sum then and its best source, as each fact says."""
    asked = {"format": "csv", "rows": "stages", "object": "clearview-ai", "relation": "FINED"}
    table = list(csv.DictReader(io.StringIO((await exported(api, **asked)).decode())))
    whole = (await api.get("/v1/facts/clearview-uk-2022")).json()
    rows = [row for row in table if row["fact"] == "clearview-uk-2022"]
    assert [(row["stage"], row["date"]) for row in rows] == [
        (stage["stage"], stage["date"] or "") for stage in whole["stages"]
    ]
    assert [int(row["position"]) for row in rows] == list(range(len(rows)))
    assert any(row["by_id"] for row in rows)
    assert any(row["best_url"] for row in rows)


async def test_a_workbook_has_days_and_sums(small: httpx.AsyncClient) -> None:
    """Typed, with a frozen head and a sheet that says what it is."""
    book = openpyxl.load_workbook(io.BytesIO(await exported(small, format="xlsx")))
    sheet = book["facts"]
    assert sheet.freeze_panes == "A2"
    head = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] == "f-ico-acme")
    assert row[head.index("amount_value")] == 7_552_800
    assert getattr(row[head.index("date")], "year", None) == 2022
    assert "readme" in book.sheetnames


async def test_graphs(small: httpx.AsyncClient) -> None:
    """GraphML has each entity once, each fact as an edge; the other two name only what they hold."""
    graph = ET.fromstring(await exported(small, format="graphml"))  # noqa: S314 - the service's own
    ends = {end for fact in FACTS for end in (fact.subject, fact.object)}
    nodes = [node.get("id") for node in graph.iter(f"{GRAPHML}node")]
    assert (len(nodes), set(nodes)) == (len(ends), ends)
    edges = {
        edge.get("id"): (edge.get("source"), edge.get("target")) for edge in graph.iter(f"{GRAPHML}edge")
    }
    assert edges == {fact.id: (fact.subject, fact.object) for fact in FACTS}
    linked = {node["@id"]: node for node in json.loads(await exported(small, format="jsonld"))["@graph"]}
    for fact in FACTS:
        node = linked[f"urn:whofined:fact:{fact.id}"]
        assert {node["subject"], node["object"], *node["derivedFrom"]} <= linked.keys()
    lines = [json.loads(line) for line in (await exported(small, format="ftm")).splitlines()]
    known = {line["id"] for line in lines}
    assert len(known) == len(lines) > len(FACTS)
    links = [value for line in lines for values in line["properties"].values() for value in values
             if value.startswith("wf-")]  # fmt: skip
    assert links
    assert set(links) <= known


async def test_a_pack_is_the_same_for_the_same_revision(small: httpx.AsyncClient) -> None:
    """Rows, quotes, documents, citations, the query and a readme."""
    packs = [(await small.get("/v1/pack?subject=ico&subject=cnil")).content for _ in range(2)]
    assert packs[0] == packs[1]
    with zipfile.ZipFile(io.BytesIO(packs[0])) as archive:
        assert set(archive.namelist()) == {
            "README.txt", "query.json", "documents.json", "facts.csv", "facts.ndjson", "claims.csv", "citations.bib",
        }  # fmt: skip
        assert len(archive.read("facts.ndjson").splitlines()) == 5
        assert json.loads(archive.read("query.json"))["parameters"]["subjects"] == ["ico", "cnil"]


@pytest.mark.parametrize(
    ("form", "says"),
    [("text", "Authority: Title of notice"), ("bibtex", "@misc{f-ico-acme"), ("csl-json", '"literal": "Authority"'),
     ("ris", "TY  - GEN")],
)  # fmt: skip
async def test_citations(small: httpx.AsyncClient, form: str, says: str) -> None:
    """The best source is cited."""
    answer = await small.get("/v1/facts/f-ico-acme/citation", params={"format": form})
    assert answer.status_code == 200
    assert says in answer.text


async def test_what_is_wrong_is_said_before_the_file(small: httpx.AsyncClient) -> None:
    """A filter that does not exist is no empty file."""
    refused(await small.get("/v1/export?subject=nobody"), 422, "subject")
    refused(await small.get("/v1/export?format=pdf"), 422, "format")
    refused(await small.get("/v1/facts/nothing/citation"), 404)
