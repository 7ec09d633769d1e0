"""Shapes of the reconciliation specification (0.2, and the draft of 1.0), closed: what it names and nothing else.

Written after its text. Beside them what asks for answers of these shapes.
"""

import json
from typing import Any

import httpx
from jsonschema import Draft202012Validator

from tests.service import good

Shape = dict[str, Any]
DRAFT = "/reconcile/1.0-draft"

TEXT: Shape = {"type": "string", "minLength": 1}
URL: Shape = {"type": "string", "pattern": "^https?://"}


def record(required: dict[str, Any], optional: dict[str, Any] | None = None) -> Shape:
    """An object with these members."""
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


def many(shape: Shape) -> Shape:
    """An array of one shape."""
    return {"type": "array", "items": shape}


def by_name(shape: Shape) -> Shape:
    """An object with any names and one shape."""
    return {"type": "object", "additionalProperties": shape}


TYPE = record({"id": TEXT, "name": TEXT}, {"description": TEXT})
PROPERTY = record({"id": TEXT, "name": TEXT}, {"description": TEXT})
CELL: Shape = {
    "oneOf": [
        record({}),
        record({"id": TEXT, "name": TEXT}, {"description": TEXT}),
        record({"str": {"type": "string"}}),
        record({"int": {"type": "integer"}}),
        record({"float": {"type": "number"}}),
    ]
}
AUTHENTICATION = record({"type": {"const": "apiKey"}, "name": TEXT, "in": {"enum": ["header", "query"]}})
_COMMON = {
    "name": TEXT,
    "documentation": URL,
    "serviceVersion": TEXT,
    "defaultTypes": many(TYPE) | {"uniqueItems": True},
}
_SERVICE = record(
    {"service_url": URL, "service_path": {"type": "string", "pattern": "^/"}},
    {"flyout_service_url": URL, "flyout_service_path": {"type": "string", "pattern": r"\$\{id\}"}},
)
_WINDOW = {"width": {"type": "integer"}, "height": {"type": "integer"}}
_IN_BRACES: Shape = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}
MANIFEST = record(
    _COMMON
    | {
        "versions": {"const": ["0.2"]},
        "identifierSpace": URL,
        "schemaSpace": URL,
        "view": record({"url": _IN_BRACES}),
        "preview": record({"url": _IN_BRACES} | _WINDOW),
        "suggest": record(dict.fromkeys(("entity", "property", "type"), _SERVICE)),
        "extend": record({"propose_properties": _SERVICE, "property_settings": {"const": []}}),
    },
    {"authentication": AUTHENTICATION},
)
DRAFT_MANIFEST = record(
    _COMMON
    | {
        "versions": {"const": ["1.0-draft"]},
        "view": record({"url": {"type": "string", "pattern": r"^https?://.*\{id\}"}}),
        "preview": record(_WINDOW),
        "suggest": record({name: {"type": "boolean"} for name in ("entity", "property", "type")}),
        "extend": record({"proposeProperties": {"type": "boolean"}, "propertySettings": {"const": []}}),
        "batchSize": {"type": "integer", "minimum": 1},
        "standardizedScore": {"const": True},
        "lang": TEXT,
        "dir": {"enum": ["ltr", "rtl", "auto"]},
    },
    {"authentication": AUTHENTICATION},
)
_VALUE: Shape = {"type": ["number", "boolean"]}


def _candidate(feature: Shape) -> Shape:
    return record(
        {
            "id": TEXT,
            "name": TEXT,
            "description": TEXT,
            "type": many(TYPE),
            "score": {"type": "number", "minimum": 0, "maximum": 100},
            "match": {"type": "boolean"},
            "features": many(feature),
        }
    )


RESULTS = by_name(record({"result": many(_candidate(record({"id": TEXT, "value": _VALUE})))}))
DRAFT_RESULTS = record(
    {
        "results": many(
            record({"candidates": many(_candidate(record({"id": TEXT, "name": TEXT, "value": _VALUE})))})
        )
    }
)
SUGGESTED = {
    "entity": record(
        {"result": many(record({"id": TEXT, "name": TEXT, "description": TEXT, "notable": many(TYPE)}))}
    ),
    "property": record({"result": many(PROPERTY)}),
    "type": record({"result": many(TYPE)}),
}
FLYOUT = record({"id": TEXT, "html": TEXT})
PROPOSED = record({"properties": many(PROPERTY)}, {"type": TEXT, "limit": {"type": "integer"}})
EXTENDED = record({"meta": many(PROPERTY), "rows": by_name(by_name(many(CELL)))})
DRAFT_EXTENDED = record(
    {
        "meta": many(PROPERTY),
        "rows": many(record({"id": TEXT, "properties": many(record({"id": TEXT, "values": many(CELL)}))})),
    }
)


def valid(answer: httpx.Response, shape: Shape) -> Any:
    """The JSON of a good answer of this shape."""
    body = good(answer)
    Draft202012Validator(shape).validate(body)
    return body


async def reconciled(client: httpx.AsyncClient, queries: dict[str, Any], root: str = "/reconcile") -> Any:
    """The candidates of a batch, asked as OpenRefine does: as a form."""
    return valid(await client.post(root, data={"queries": json.dumps(queries)}), RESULTS)


async def drafted(client: httpx.AsyncClient, *queries: dict[str, Any], path: str = "match") -> Any:
    """The candidates of a batch of the draft."""
    answer = await client.post(f"{DRAFT}/{path}", json={"queries": list(queries)})
    return [one["candidates"] for one in valid(answer, DRAFT_RESULTS)["results"]]
