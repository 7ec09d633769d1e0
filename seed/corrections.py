"""Corrections of the records themselves: kept in a table beside them, and brought into the public log with a load."""

from dataclasses import dataclass
from typing import Any, Final

import orjson

from graph.statement import statement
from graph.store import Store
from graph.writes.apply import advance, lock, timestamp
from graph.writes.statements import Count
from seed.curated.check import Checked
from seed.curated.records import Correction


@dataclass(frozen=True, slots=True)
class Folder:
    """Corrections of a folder of records, as properties."""

    folder: str
    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Known:
    """A digest of the corrections that a folder had when it was loaded last."""

    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class OneFolder:
    """The name of a folder of records."""

    folder: str


KEEP: Final = statement("corrections/keep_records", Folder, Count)
OF_RECORDS: Final = statement("corrections/of_records", OneFolder, Known)


async def keep_corrections(store: Store, checked: Checked, folder: str) -> int:
    """Bring the corrections of a folder into the graph; again changes nothing. Returns how many were written."""
    rows = [_row(record) for _, record in checked.index.all(Correction)]
    known = (await store.read(OF_RECORDS, OneFolder(folder)))[0].rows
    if sorted(known, key=_id) == sorted(rows, key=_id):
        return 0
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        await tx.run(KEEP, Folder(folder, rows))
        await advance(tx, now)
    return len(rows)


def _id(row: dict[str, Any]) -> str:
    return row["id"]


def _row(record: Correction) -> dict[str, Any]:
    return {
        "id": f"r-{record.id}",
        "record": record.record,
        "at": f"{record.date}T00:00:00.000000Z",
        "before": orjson.dumps({record.field: record.was}).decode(),
        "right": orjson.dumps({record.field: record.now}).decode(),
        "why": record.why,
        "sources": list(record.sources),
    }
