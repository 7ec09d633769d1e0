"""A batch is one list in the graph: what it was made from, what came of it, and whether it is there already.

Nothing here reads rows: a graph that holds a list finds that out from the file's hash alone.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import orjson

from graph.errors import Conflict
from graph.store import Store
from graph.text import slug
from graph.writes.apply import lock, timestamp
from seed.import_ import statements as s
from seed.import_.mapping import Mapping as Columns
from seed.import_.source import digest
from seed.ingest.registry import fingerprint

VERSION: Final = "2"
"""Of the rules by which rows become facts; a new one brings every list in anew."""

PRIVATE_LAYOUT: Final = " rows 2"
"""Of the properties of private rows; a new one brings every private list in anew."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One import of one list; the rows of a ``private`` one stand beside the graph."""

    id: str
    columns: Columns
    file: str
    sha256: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the rows of a list; every row is in one of the counts."""

    batch: str
    rows: int = 0
    new: int = 0
    matched: int = 0
    disputed: int = 0
    to_look_at: int = 0
    refused: int = 0
    filtered: int = 0
    unnamed: int = 0
    changes: int = 0
    unchanged: bool = False
    reasons: Mapping[str, list[int]] = field(default_factory=dict[str, list[int]])

    @property
    def accounted(self) -> bool:
        """Whether no row was lost."""
        return self.rows == self.new + self.matched + self.to_look_at + self.refused + self.filtered


def batch_of(path: Path, columns: Columns, name: str | None = None, *, private: bool = False) -> Batch:
    """The batch that a file makes: its rows are not read, only its bytes."""
    return Batch(slug(name or columns.name), columns, path.name, digest(path), private)


async def unchanged(store: Store, batch: Batch) -> Report | None:
    """The report of a batch that the graph holds from the same file, mapping and records, else ``None``.

    Raises ``Conflict`` where a batch of that name is public and this one private, or the other way round.
    """
    kept = (await store.read(s.BATCH, s.OneBatch(batch.id)))[0]
    if kept.private is not None and kept.private != batch.private:
        word = "private" if kept.private else "public"
        raise Conflict(
            f"the batch {batch.id!r} is {word}",
            where="batch",
            remedy="undo it first, or give this one another name",
        )
    if kept.digest != _fingerprint(batch) or not kept.report:
        return None
    return replace(Report(**orjson.loads(kept.report)), changes=0, unchanged=True)


def _fingerprint(batch: Batch) -> str:
    """Changes with all that an outcome follows from: file, mapping, rules, and the records that rows are read by."""
    layout = PRIVATE_LAYOUT if batch.private else ""
    return hashlib.sha256(
        f"{batch.sha256} {batch.columns.digest} {VERSION}{layout} {fingerprint()}".encode()
    ).hexdigest()


async def keep(store: Store, batch: Batch, report: Report | None) -> None:
    """Record a batch: with its report when it is whole, without one while it is written."""
    columns, now = batch.columns, timestamp()
    properties = {
        "digest": _fingerprint(batch) if report else None,
        "report": orjson.dumps(replace(report, changes=0)).decode() if report else None,
        "title": columns.title,
        "file": batch.file,
        "tier": columns.tier,
        "licence": columns.licence,
        "until": columns.until,
        "private": True if batch.private else None,
    }
    async with store.transaction() as tx:
        await lock(tx, now)
        await tx.run(s.KEEP_BATCH, s.Keep(batch.id, properties, now))
