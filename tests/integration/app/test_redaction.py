"""Redaction over HTTP: with a key only, gone by the old id, and the audit entry without a name."""

from dataclasses import replace

import httpx

from graph import api_keys
from graph.store import Store
from seed.extract.types import Party
from tests.integration.ingest.telling import fined, tell
from tests.service import good, refused, walk

ANN = Party("Ann Bolt", "ann-bolt", "person", "Ms Bolt", registered=False)


async def test_a_person_is_redacted(own_api: httpx.AsyncClient, store: Store) -> None:
    """Refused without a key; then gone in every answer, with an entry for holders of keys; a firm is a conflict."""
    await tell(
        store,
        "one",
        replace(fined("acme"), object=ANN),
        fined("gamma"),
        text="The ICO fined Ann Bolt and Gamma.",
    )
    reason = {"reason": "request of 3 May 2026"}
    refused(await own_api.post("/v1/entities/ann-bolt/redaction", json=reason), 401, "Authorization")
    refused(await own_api.get("/v1/redactions"), 401, "Authorization")
    own_api.headers["Authorization"] = f"Bearer {await api_keys.create(store, 'newsroom', api_keys.SCOPES)}"
    entry = good(await own_api.post("/v1/entities/ann-bolt/redaction", json=reason))
    assert good(await own_api.post("/v1/entities/ann-bolt/redaction", json=reason)) == entry
    assert good(await own_api.get("/v1/redactions")) == {
        "items": [entry],
        "next": None,
        "total": {"value": 1, "relation": "eq"},
    }
    assert (entry["who"], entry["why"]) == ("newsroom", "request of 3 May 2026")
    assert refused(await own_api.get("/v1/entities/ann-bolt"), 410, "id")["reason"] == reason["reason"]
    refused(await own_api.post("/v1/entities/gamma/redaction", json=reason), 409)
    refused(await own_api.post("/v1/entities/none/redaction", json=reason), 404, "id")
    refused(await own_api.post("/v1/entities/gamma/redaction", json={"reason": ""}), 422, "reason")
    del own_api.headers["Authorization"]
    listed = await walk(own_api, "/v1/facts")
    assert {one["object"]["name"] for one in listed} == {"redacted person", "Gamma plc"}
    (document,) = await walk(own_api, "/v1/documents")
    whole = good(await own_api.get(f"/v1/documents/{document['id']}"))
    assert (whole["text"], whole["redacted"]) == ("The ICO fined ████████ and Gamma.", True)
    for path in (
        "/v1/facts",
        "/v1/entities",
        "/v1/documents",
        "/v1/search?q=ico",
        f"/v1/documents/{document['id']}",
    ):
        text = (await own_api.get(path)).text.casefold()
        assert [name for name in ("ann bolt", "ann-bolt", "ms bolt") if name in text] == []
    found = good(await own_api.get("/v1/search", params={"q": "Ann Bolt"}))
    assert (found["entities"], found["documents"]) == ([], [])
