"""What the project is made of, as CycloneDX."""

from typing import Any

import orjson
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from app.sbom import bill
from graph.server.lock import HERE, read_lock

VERSIONS = sorted(
    path.name.removeprefix("neo4j-").removesuffix(".lock.json") for path in HERE.glob("*.lock.json")
)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_jar_is_named_with_its_hash(version: str) -> None:
    """As many as the lock has, each by coordinates that lead to the file that was checked."""
    found: dict[str, Any] = bill(version)
    jars = read_lock(version).artifacts
    assert len(jars) > 100
    assert {one["hashes"][0]["content"] for one in found["components"]} == {jar.sha256 for jar in jars}
    assert len({one["purl"] for one in found["components"]}) == len(jars)
    server = next(one for one in found["components"] if one["name"] == "neo4j")
    assert server["purl"] == f"pkg:maven/org.neo4j/neo4j@{version}?type=jar"
    assert found["dependencies"][0]["dependsOn"] == [one["bom-ref"] for one in found["components"]]


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_cyclonedx_and_the_same_each_time(version: str) -> None:
    """Valid by the specification's own schema; nothing in it depends on the day."""
    text = orjson.dumps(bill(version)).decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert orjson.dumps(bill(version)).decode() == text
    wrong = orjson.dumps(bill(version) | {"specVersion": 7}).decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(wrong) is not None
