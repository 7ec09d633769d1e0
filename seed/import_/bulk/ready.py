"""The graph and a list become tables; nothing is written to the graph."""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from graph.bulk.base import Base, read_base
from graph.bulk.facts import NewFacts
from graph.bulk.tables import Tables
from graph.errors import Conflict
from graph.redaction import Redactions, in_graph
from graph.statement import statement
from graph.store import Store
from graph.writes.apply import timestamp
from seed.import_ import statements as s
from seed.import_.batch import Batch, Report
from seed.import_.bulk.reading import ROWS, Told, Wanted, read_list
from seed.import_.bulk.spool import Spool
from seed.import_.compiled import LISTS
from seed.import_.entry import Refused
from seed.import_.linking import Known
from seed.import_.parties import Target
from seed.import_.placing import Lacking
from seed.import_.planning import Placed, action_key, plan_of
from seed.import_.run import outcome
from seed.ingest.facts.records import groups_of
from seed.ingest.identity.assign import GroupKey

_TOGETHER: Final = 400
_SECONDS: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Shipped:
    """Ids of the lists that come with the project."""

    shipped: list[str]


@dataclass(frozen=True, slots=True)
class Others:
    """Ids of other lists, and how many documents of the user there are."""

    batches: list[str]
    documents: int


OTHERS: Final = statement("bulk/others", Shipped, Others)


@dataclass(frozen=True, slots=True)
class Ready:
    """Tables that wait to become a graph, and what is to be done with it then.

    ``arguments`` and ``lists`` are those of ``graph.bulk.tables``; ``touched`` are facts that rows speak of, and
    ``groups`` those in which machines may have read.
    """

    batch: Batch
    report: Report
    refused: Spool[Refused]
    folder: Path
    arguments: list[str]
    lists: list[dict[str, list[str]]]
    touched: frozenset[str]
    groups: frozenset[GroupKey]


async def require_first(store: Store) -> None:
    """Raise ``Conflict`` where the graph holds more than what comes with the project."""
    (others,) = await store.read(OTHERS, Shipped(list(LISTS)), seconds=60)
    held = [f"the lists {', '.join(others.batches)}"] if others.batches else []
    held += [f"{others.documents:,} documents of yours"] if others.documents else []
    if held:
        raise Conflict(
            f"the graph holds more than what comes with the project: {' and '.join(held)}",
            where="--bulk",
            remedy="import without --bulk, which takes longer, or name an empty home by WHOFINED_HOME",
        )


@asynccontextmanager
async def tables_of(store: Store, wanted: Wanted) -> AsyncGenerator[Ready]:
    """Put the graph and a list into tables; what else was needed goes with the block.

    Raises as ``require_first`` does, and ``InvalidInput`` where the table as a whole cannot be read.
    """
    await require_first(store)
    (own := wanted.folder / ROWS).mkdir()
    tables = Tables(wanted.folder)
    wanted.on_progress("Reading the graph", 0)
    base = await read_base(store, tables)
    guard = await in_graph(store)
    subjects = s.Subjects(sorted(base.entities), wanted.batch.id)
    rows = await store.read(s.CANDIDATES, subjects, seconds=_SECONDS)
    near = Known({name: getattr(row, name) for name in s.Candidate.__slots__} for row in rows)
    told = await asyncio.to_thread(read_list, wanted, near)
    try:
        new = NewFacts(tables, base, own, timestamp())
        yield await asyncio.to_thread(_ready, wanted, told, new, guard)
    finally:
        told.said.close()
        told.refused.close()
        shutil.rmtree(own)


def _ready(wanted: Wanted, told: Told, new: NewFacts, guard: Redactions) -> Ready:
    """Put the rows that were read into tables."""
    batch, base = wanted.batch, new.base
    groups: set[GroupKey] = set()
    found: Counter[str] = Counter()
    last = 0
    placed = _placed(told, base, batch.id)
    while chunk := list(islice(placed, _TOGETHER)):
        rows, keys = [one for one, _ in chunk], [key for _, key in chunk]
        for one in rows:
            if one.entry.number != last:
                found.update(outcome(one))
            last = one.entry.number
        plan = guard.plan(plan_of(batch, rows, keys))
        new.add(plan, [told.actions[action_key(one.entry, key)] == 1 for one, key in chunk if one.makes_fact])
        groups |= groups_of(row for row in plan.facts if row.object in base.entities)
        wanted.on_progress("Writing tables", last)
    new.end(f"list:{batch.id}")
    told.actions.close()
    counts = {"rows": told.rows, "filtered": told.filtered, "refused": told.refused.size - told.filtered}
    report = replace(Report(batch.id, reasons=told.reasons, changes=new.rows), **counts, **found)
    return Ready(
        batch, report, told.refused, wanted.folder, new.tables.end(), new.tables.lists,
        frozenset(new.touched), frozenset(groups),
    )  # fmt: skip


def _placed(told: Told, base: Base, batch: str) -> Iterator[tuple[Placed, str]]:
    """Each row with its target and fact as an import gives them, and its key."""
    links, added, lacking = told.links(), told.parties.added, Lacking(base.entities, batch)
    for at, (one, target, named, key) in enumerate(told.said):
        yield lacking.placed(one, Target(target, added.get(target), named), links.get(at)), key
