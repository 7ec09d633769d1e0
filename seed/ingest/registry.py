"""Who is known from the curated records: entities that documents name without the graph holding them yet."""

import hashlib
from collections.abc import Mapping
from functools import cache

from graph.model import EntityRow
from seed.curated import RECORDS, examine, plan


@cache
def registry() -> Mapping[str, EntityRow]:
    """Every entity of the shipped records by id, read once in a process."""
    groups = plan(examine(RECORDS))
    return {row.id: row for group in groups for row in group.plan.entities}


@cache
def fingerprint() -> str:
    """The SHA-256 of all files of the shipped records: what names mean follows from them."""
    found = hashlib.sha256()
    for path in sorted(RECORDS.rglob("*.yaml")):
        found.update(f"{path.relative_to(RECORDS)} ".encode() + path.read_bytes())
    return found.hexdigest()
