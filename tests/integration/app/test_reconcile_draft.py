"""Reconciliation in the words of the draft of 1.0, present and former."""

from typing import Any

import httpx

from tests.integration.app import reconciliation_shapes as shapes
from tests.integration.app.reconciliation_shapes import DRAFT, drafted, valid
from tests.service import refused


async def test_the_draft(api: httpx.AsyncClient) -> None:
    """The same in the words of the draft: conditions, required ones, none of the values, answers in order."""

    def on(name: str, value: Any, **more: Any) -> dict[str, Any]:
        country = {"matchType": "property", "propertyId": "country", "propertyValue": value}
        return {"conditions": [{"matchType": "name", "propertyValue": name}, country | more]}

    there, required, none, plain = await drafted(
        api,
        on("Data Protection Authority", ["BE", "SE"]),
        on("Clearview AI", "FR", required=True),
        on("Clearview AI", ["US"], required=True, matchQuantifier="none"),
        {
            "conditions": [{"matchType": "name", "propertyValue": "Clearview AI"}],
            "type": "company",
            "limit": 1,
        },
    )
    assert {one["id"][-3:] for one in there[:2]} == {"-be", "-se"}
    assert required == none == []
    assert [one["id"] for one in plain] == ["clearview-ai"]
    assert plain[0]["match"]
    for path, shape in shapes.SUGGESTED.items():
        valid(await api.get(f"{DRAFT}/suggest/{path}", params={"prefix": ""}), shape)
    assert (await api.get(f"{DRAFT}/preview", params={"id": "ico-uk"})).status_code == 200


async def test_former_words_of_the_draft(api: httpx.AsyncClient) -> None:
    """`v`, `pid` and the former path are answered as their successors are."""
    old = {
        "conditions": [
            {"matchType": "name", "v": "Data Protection Authority"},
            {"matchType": "property", "pid": "country", "v": "BE"},
        ]
    }
    new = {
        "conditions": [
            {"matchType": "name", "propertyValue": "Data Protection Authority"},
            {"matchType": "property", "propertyId": "country", "propertyValue": "BE"},
        ]
    }
    (found,) = await drafted(api, new)
    assert found[0]["id"].endswith("-be")
    for path in ("match", "reconcile"):
        assert await drafted(api, old, new, path=path) == [found, found]


async def test_ids_and_entities_as_values(api: httpx.AsyncClient) -> None:
    """An id is a condition of its own; a value that is an entity stands for its id, or its name."""
    entity = {"id": "ico-uk", "name": "ICO"}
    asked: list[dict[str, Any]] = [
        {"matchType": "id", "propertyValue": "ico-uk"},
        {"matchType": "id", "propertyValue": entity},
        {"matchType": "property", "propertyId": "id", "propertyValue": ["ico-uk"]},
        {"matchType": "name", "propertyValue": entity},
        {"matchType": "id", "propertyValue": "nobody"},
    ]
    *found, nobody = await drafted(api, *({"conditions": [one]} for one in asked))
    assert [rows[0]["id"] for rows in found] == ["ico-uk"] * len(found)
    assert all(rows[0]["match"] for rows in found[:3])
    assert nobody == []
    for wrong in ({"matchType": "id", "propertyId": "id"}, {"matchType": "property"}, {"propertyId": "id"}):
        condition = wrong | {"propertyValue": "ico-uk"}
        refused(
            await api.post(f"{DRAFT}/match", json={"queries": [{"conditions": [condition]}]}), 422, "body"
        )
