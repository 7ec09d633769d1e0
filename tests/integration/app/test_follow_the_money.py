"""The FollowTheMoney export is valid by the package that defines the model."""

import json
from typing import Any, cast

import httpx
import pytest
from followthemoney import model
from followthemoney.exc import InvalidData


def problems(lines: list[dict[str, Any]]) -> list[str]:
    """What the model says against these entities: schema, names of properties, values, and what they point to."""
    known = {line["id"]: model.get(line["schema"]) for line in lines}
    found: list[str] = []
    for line in lines:
        schema = known[line["id"]]
        if schema is None or schema.abstract:
            found.append(f"{line['id']}: no schema {line['schema']}")
            continue
        try:
            schema.validate(cast(Any, line))
        except InvalidData as error:
            found.append(f"{line['id']}: {error}")
        for name, values in line["properties"].items():
            own = schema.get(name)
            if own is None or own.stub:
                found.append(f"{line['id']}: no property {name}")
                continue
            found += [f"{line['id']}: {name} {value!r}" for value in values if not own.type.validate(value)]
            if own.range is not None:
                ends = [known.get(value) for value in values]
                found += [
                    f"{line['id']}: {name} leads to no {own.range.name}"
                    for end in ends
                    if end is None or not end.is_a(own.range)
                ]
    return found


async def test_every_entity_is_valid(api: httpx.AsyncClient) -> None:
    """All facts of the records: schemata, properties, values and links are those of the model."""
    answer = await api.get("/v1/export", params={"format": "ftm"})
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert {line["schema"] for line in lines} >= {"PublicBody", "Company", "Sanction", "UnknownLink"}
    assert problems(lines) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "x", "schema": "Nonsense", "properties": {}},
        {"id": "x", "schema": "Company", "properties": {"nonsense": ["1"]}},
        {"id": "x", "schema": "Company", "properties": {"name": ["X"], "country": ["nowhere"]}},
        {"id": "x", "schema": "Sanction", "properties": {"entity": ["missing"]}},
    ],
)
def test_the_check_can_fail(wrong: dict[str, Any]) -> None:
    """A wrong schema, property, value or link is found."""
    assert problems([wrong])
