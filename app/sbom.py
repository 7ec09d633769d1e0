"""``python -m app.sbom VERSION``: the jars of one Neo4j as CycloneDX, from the lock file that they are checked by.

The Python side is made of ``uv.lock`` by cyclonedx-py; ``make sbom`` writes both into ``dist/``.
"""

import sys
import uuid
from importlib.metadata import version
from typing import Any, Final
from urllib.parse import quote

import orjson

from app.settings import Settings
from graph.server.lock import Artifact, read_lock

Json = dict[str, Any]

_SPACE: Final = uuid.UUID("8f2d5c1e-6a0b-4f43-9c1d-3d1c6f8f5b11")
"""The same lock gives the same document, byte for byte."""


def bill(neo4j: str) -> Json:
    """What the local server of this version is made of."""
    lock = read_lock(neo4j)
    digest = "".join(one.sha256 for one in lock.artifacts)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, digest)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "whofined",
                "name": "whofined",
                "version": version("whofined"),
                "description": f"its local Neo4j {neo4j}, fetched by whoever runs it",
            }
        },
        "components": [_component(one) for one in lock.artifacts],
        "dependencies": [{"ref": "whofined", "dependsOn": [_address(one) for one in lock.artifacts]}],
    }


def _component(one: Artifact) -> Json:
    group, name, number, *_ = one.coordinates.split(":")
    return {
        "type": "library",
        "bom-ref": _address(one),
        "group": group,
        "name": name,
        "version": number,
        "purl": _address(one),
        "hashes": [{"alg": "SHA-256", "content": one.sha256}],
    }


def _address(one: Artifact) -> str:
    group, name, number, *classifier = (quote(part, safe="") for part in one.coordinates.split(":"))
    kind = f"classifier={classifier[0]}&type=jar" if classifier else "type=jar"
    return f"pkg:maven/{group}/{name}@{number}?{kind}"


def main() -> None:
    """Write it to standard output."""
    neo4j = sys.argv[1] if len(sys.argv) > 1 else str(Settings.model_fields["neo4j_version"].default)
    sys.stdout.buffer.write(orjson.dumps(bill(neo4j), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    main()
