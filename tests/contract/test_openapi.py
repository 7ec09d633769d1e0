"""The OpenAPI document: committed, valid, with an example for each route, and true of real answers."""

import random
import re
from typing import Any

import httpx
import orjson
import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from app.docs import ASKED, openapi, trimmed
from app.http.links import LINKS
from tests.requirements import CHECKOUT
from tests.service import Json, good, refused, walk

DOCUMENT = openapi()
OPERATIONS = sorted((path, method) for path, methods in DOCUMENT["paths"].items() for method in methods)
READS = [path for path, method in OPERATIONS if method == "get"]
MODELLED = [
    path
    for path in READS
    if "$ref"
    in DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]
    .get("application/json", {})
    .get("schema", {})
]
"""Reads whose answer has a model; exports, citations and packs are files of other forms."""
RANDOM = random.Random(1)
EACH = 12
"""How many single answers of a kind are held against their model."""


def validator(schema: Json) -> Draft202012Validator:
    """A validator of one schema of the document, references into the document included."""
    return Draft202012Validator({**schema, "components": DOCUMENT["components"]})


def declared(path: str, status: str = "200", media: str = "application/json") -> Json:
    """The schema that the document declares for an answer."""
    return DOCUMENT["paths"][path]["get"]["responses"][status]["content"][media]["schema"]


def hold(path: str, answer: Any) -> None:
    """The answer is what the document says of its route."""
    faults = [
        f"{error.json_path}: {error.message}" for error in validator(declared(path)).iter_errors(answer)
    ]
    assert faults == []


def test_the_committed_document_is_current() -> None:
    """``make docs`` was run after the last change of a route, a parameter or a model."""
    committed = orjson.loads((CHECKOUT / "openapi.json").read_bytes())
    assert committed == orjson.loads(orjson.dumps(DOCUMENT)), "run make docs"


def test_the_document_is_openapi_31() -> None:
    """Version, licence, and schemas that are JSON Schema themselves."""
    assert DOCUMENT["openapi"].startswith("3.1.")
    assert DOCUMENT["info"]["license"]["identifier"] == "Apache-2.0"
    for schema in DOCUMENT["components"]["schemas"].values():
        validator_for(schema, Draft202012Validator).check_schema(schema)
    names = [DOCUMENT["paths"][path][method]["operationId"] for path, method in OPERATIONS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_route_is_documented(path: str, method: str) -> None:
    """Each has a sentence, its parameters described, and its failures in the one shape."""
    operation = DOCUMENT["paths"][path][method]
    assert operation["description"]
    for parameter in operation.get("parameters", []):
        assert parameter.get("description") or parameter["in"] == "path", parameter["name"]
    for status, answer in operation["responses"].items():
        if status >= "4":
            assert list(answer["content"]) == ["application/problem+json"]
    assert {"422", "500", "503"} <= operation["responses"].keys()


@pytest.mark.parametrize("path", MODELLED)
def test_every_read_has_an_example(path: str) -> None:
    """A short one that fits the model of the answer."""
    example = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["example"]
    hold(path, example)
    assert trimmed(example) == example


def test_every_read_is_in_the_guide() -> None:
    """docs/api.md lists the routes that there are, and no other."""
    guide = (CHECKOUT / "docs" / "api.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `GET ([^`]+)`", guide, re.MULTILINE)) == READS


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_no_parameter_is_null(path: str, method: str) -> None:
    """What is not given is left out of an address: a client in a typed language gets the plain type."""
    for parameter in DOCUMENT["paths"][path][method].get("parameters", ()):
        assert b'"null"' not in orjson.dumps(parameter["schema"])


def test_links_lead_from_what_stands_in_an_answer() -> None:
    """Each names a route with an id, and a place of the answer at which there is a text."""
    operations = {
        one["operationId"]: one for methods in DOCUMENT["paths"].values() for one in methods.values()
    }
    assert LINKS.keys() <= operations.keys()
    for name, operation in operations.items():
        for answer in operation["responses"].values():
            for link in answer.get("links", {}).values():
                target = operations[link["operationId"]]
                assert [one["name"] for one in target["parameters"] if one["in"] == "path"] == ["id"]
                place = link["parameters"]["id"].removeprefix("$response.body#/").split("/")
                assert member(answer["content"]["application/json"]["schema"], place)["type"] == "string", (
                    name
                )


def member(schema: Json, place: list[str]) -> Json:
    """The schema of what stands at a place of an answer."""
    while "$ref" in schema or "anyOf" in schema:
        given = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
        schema = given[0] if given else DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if not place:
        return schema
    return member(schema["items"] if place[0] == "0" else schema["properties"][place[0]], place[1:])


def test_words_of_the_vocabulary_are_enumerated() -> None:
    """A client can read from the document which relations, statuses and orders there are."""
    parameters = {one["name"]: one["schema"] for one in DOCUMENT["paths"]["/v1/facts"]["get"]["parameters"]}
    assert "FINED" in orjson.dumps(parameters["relation"]).decode()
    assert "remitted" in orjson.dumps(parameters["status"]).decode()
    assert "amount_eur:desc" in orjson.dumps(parameters["sort"]).decode()


@pytest.mark.parametrize("path", sorted(path for path in ASKED if "{" not in path))
async def test_answers_of_plain_routes_hold(api: httpx.AsyncClient, path: str) -> None:
    """Every page of every list, and every single answer without an id, fits its model."""
    limit = "?limit=200" if "next" in str(declared_properties(path)) else ""
    asked = f"{path}{limit}" if limit else ASKED[path]
    hold(path, good(await api.get(asked if path != "/v1/search" else "/v1/search?q=clearview&limit=50")))


def declared_properties(path: str) -> Json:
    """Names of an answer's members."""
    name = declared(path)["$ref"].rpartition("/")[2]
    return DOCUMENT["components"]["schemas"][name]["properties"]


@pytest.mark.parametrize("kind", ["facts", "entities", "documents", "cases"])
async def test_answers_for_one_thing_hold(api: httpx.AsyncClient, kind: str) -> None:
    """Any fact, claim, entity with its facts and neighbours, document or case fits its model."""
    items = await walk(api, f"/v1/{kind}", limit=500)
    for item in RANDOM.sample(items, EACH):
        hold(f"/v1/{kind}/{{id}}", good(await api.get(f"/v1/{kind}/{item['id']}")))
        if kind == "entities":
            for part in ("facts", "neighbours"):
                hold(f"/v1/entities/{{id}}/{part}", good(await api.get(f"/v1/entities/{item['id']}/{part}")))
        for claim in item.get("evidence", ())[:1]:
            hold("/v1/claims/{id}", good(await api.get(f"/v1/claims/{claim['claim']}")))


async def test_problems_hold(api: httpx.AsyncClient) -> None:
    """Problem documents fit their model too."""
    schema = validator(declared("/v1/facts", "422", "application/problem+json"))
    for path, status in (
        ("/v1/facts?limit=0", 422),
        ("/v1/facts/none", 404),
        ("/v1/facts?subject=none", 422),
    ):
        schema.validate(refused(await api.get(path), status))
