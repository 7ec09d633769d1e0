"""Case notes of our own give quotes, and are a source on no surface."""

import csv
import io

import httpx

from graph.store import Store
from tests.integration.graph.world import claim, document, fine, told
from tests.service import good, walk


async def test_a_note_is_named_as_a_source_nowhere(own_api: httpx.AsyncClient, store: Store) -> None:
    """Not in lists, search, counts, tables, citations or the pack; its quote stays with the fact, and comes last."""
    fact = fine("f", summary="Acme kept too much.")
    await told(
        store,
        fact,
        documents=(
            document("note", "whofined", kind="note", published="2026-01-01", title="Acme in our words"),
            document("sheet", "A list", kind="dataset"),
        ),
        claims=(
            claim("c-note", fact, "note", quote="It was Acme.", start=0, end=12),
            claim("c-sheet", fact, "sheet"),
        ),
    )
    assert [row["id"] for row in await walk(own_api, "/v1/documents")] == ["sheet"]
    assert [row["id"] for row in await walk(own_api, "/v1/documents", kind="note")] == ["note"]
    assert good(await own_api.get("/v1/search?q=our words acme"))["documents"] == []
    assert good(await own_api.get("/readyz"))["counts"]["documents"] == 1
    whole = good(await own_api.get("/v1/facts/f"))
    assert [one["document"]["id"] for one in whole["evidence"]] == ["sheet", "note"]
    assert whole["sources"]["documents"] == 1
    assert "whofined" not in (await own_api.get("/v1/facts/f/citation")).text
    (row,) = csv.DictReader(io.StringIO((await own_api.get("/v1/facts?format=csv")).text))
    assert row["evidence_document_publisher"] == "A list"
    (row,) = csv.DictReader(io.StringIO((await own_api.get("/v1/export?format=csv")).text))
    assert (row["best_publisher"], row["others"]) == ("A list", "")
    assert "whofined" not in (await own_api.get("/v1/export?format=graphml")).text.partition("<node ")[2]
    assert "a note of our own, no source" in (await own_api.get("/facts/f")).text
