"""Brings a list into the graph as a batch.

Each part of a batch is one transaction; what was written stays, and a batch that was cut off is taken up by starting it
again. The same file with the same mapping changes nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from graph.errors import NotFound
from graph.patience import persistently
from graph.store import Store
from graph.writes.apply import advance, apply, derive, link, lock, timestamp
from graph.writes.apply import remove as unlink
from graph.writes.statements import Ids
from seed.import_ import statements as s
from seed.import_.authorities import Authorities, known
from seed.import_.batch import Batch, Report, batch_of, keep, unchanged
from seed.import_.entry import Entry, Refused, entries
from seed.import_.mapping import Mapping as Columns
from seed.import_.placing import ALONE, Spread, place
from seed.import_.planning import Placed, plans
from seed.import_.private import keep_rows
from seed.import_.source import Limits
from seed.import_.table import Row, form_of, rows
from seed.import_.turn import turn
from seed.ingest import statements as ingest
from seed.ingest.facts.rebuild import settle
from seed.ingest.facts.records import DROP_FACTS, follow_origin, groups_of, knows, read_groups
from seed.ingest.identity.assign import GroupKey, group_key

_TOGETHER: Final = 400
"""Rows that share a transaction."""

MOVED: Final = "its row speaks of another fact now"
"""Why a fact of a list is withdrawn whose row was found to tell of a fact that is there."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A list as it was read: what its rows say, and those that were refused."""

    batch: Batch
    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    report: Report


def _ignore(_: int) -> None:
    pass


def prepare(
    path: Path,
    columns: Columns,
    *,
    name: str | None = None,
    private: bool = False,
    limits: Limits | None = None,
    authorities: Authorities | None = None,
) -> Prepared:
    """Read a list without a graph. Raises ``InvalidInput`` where the table as a whole cannot be read."""
    said: list[Entry] = []
    refused: list[Refused] = []
    count = 0
    for found in read(path, columns, limits, authorities):
        count += 1
        if isinstance(found, Refused):
            refused.append(found)
        else:
            said += found
    batch = batch_of(path, columns, name, private=private)
    reasons: dict[str, list[int]] = {}
    for one in refused:
        reasons.setdefault(one.reason, []).append(one.row.number)
    report = Report(
        batch.id,
        rows=count,
        refused=sum(not one.filtered for one in refused),
        filtered=sum(one.filtered for one in refused),
        reasons=reasons,
    )
    return Prepared(batch, tuple(said), tuple(refused), report)


def read(
    path: Path, columns: Columns, limits: Limits | None = None, authorities: Authorities | None = None
) -> Iterator[list[Entry] | Refused]:
    """What each row of a list says, one row at a time. Raises as ``prepare`` does."""
    bodies = authorities or known()
    form = columns.table.format or form_of(path)
    for row in rows(path, columns.table, limits):
        _heads(row, columns, form)
        yield entries(row, columns, bodies)


def _heads(row: Row, columns: Columns, form: str) -> None:
    """Refuse the whole table where its first row lacks a column that the mapping names."""
    if row.number == 1 and form not in {"json", "ndjson"}:
        for part in columns.properties.values():
            missing = [head for head in part.heads if head not in row.values]
            if missing:
                raise NotFound(
                    f"the table has no column {missing[0]!r}", where="head",
                    remedy=f"its columns are {', '.join(row.values)}",
                )  # fmt: skip


async def bring(
    store: Store,
    prepared: Prepared,
    on_progress: Callable[[int], None] = _ignore,
    on_wait: Callable[[], None] = lambda: None,
    spread: Spread = ALONE,
) -> Report:
    """Write a prepared list when it is its turn; ``on_progress`` hears how many rows are done, ``on_wait`` of a wait.

    Rows are compared with facts where ``spread`` says, with the same outcome. The same list again changes nothing.
    What is written of a list that is cut off stays, and the next run takes it up.
    """
    batch = prepared.batch
    async with turn(store, on_wait):
        if (known := await unchanged(store, batch)) is not None:
            on_progress(known.rows)
            return known
        await keep(store, batch, None)
        placed = await place(store, batch.id, prepared.entries, spread)
        if batch.private:
            await keep_rows(store, batch, placed)
            changes = 0
        else:
            changes = await _write(store, batch, placed, on_progress)
        report = replace(counted(prepared.report, placed), changes=changes)
        await keep(store, batch, report)
    return report


async def _write(
    store: Store, batch: Batch, placed: Sequence[Placed], on_progress: Callable[[int], None]
) -> int:
    """Write the rows and withdraw what the list no longer has; how many rows of the graph changed."""
    source = f"list:{batch.id}"
    arrival = None if await knows(store, source) else source
    changed: set[GroupKey] = set()
    claims: list[str] = []
    facts: list[str] = []
    changes = done = 0
    for plan in plans(batch, placed, _TOGETHER):
        written = await persistently(store, partial(apply, store, plan, arrival=arrival))
        changes += written.changes
        claims += [claim.id for claim in plan.claims]
        facts += [fact.id for fact in plan.facts]
        if written.changes:
            changed |= groups_of(plan.facts)
        done += len(plan.documents)
        on_progress(done)
    await follow_origin(store, source, claims, changed, arrival=arrival)
    return changes + await _follow_rows(store, batch, facts)


async def _follow_rows(store: Store, batch: Batch, facts: list[str]) -> int:
    """Withdraw facts of the batch that its rows no longer give, bring back those that they give again; how many."""
    now, rows_now = timestamp(), s.RowsNow(batch.id, facts, MOVED)
    if not await store.read(s.MOVED_FACTS, rows_now):
        return 0
    async with store.transaction() as tx:
        await lock(tx, now)
        moved = await tx.run(s.MOVED_FACTS, rows_now)
        gone = await tx.run(DROP_FACTS, ingest.Reason([row.id for row in moved if not row.back], now, MOVED))
        returned = await tx.run(ingest.UNBURY_FACTS, Ids([row.id for row in moved if row.back]))
        await unlink(tx, gone)
        await link(tx, returned)
        await derive(tx, [row.id for row in returned])
        lives = await tx.run(ingest.LIVES, Ids([row.id for row in moved]))
        keys = {group_key(row.relation, row.subject, row.object) for row in lives}
        await settle(tx, await read_groups(tx, keys), now)
        await advance(tx, now)
    return len(gone) + len(returned)


def counted(report: Report, placed: Sequence[Placed]) -> Report:
    """The report with what became of the rows; of a row with several targets the first counts."""
    found: Counter[str] = Counter()
    for one in {one.entry.number: one for one in reversed(placed)}.values():
        found.update(outcome(one))
    return replace(report, **found)


def outcome(one: Placed) -> dict[str, int]:
    """What became of a row, by the names of the report."""
    same = one.link is not None and one.link.verdict == "same"
    found = {
        "new": one.link is None,
        "matched": same,
        "disputed": bool(same and one.link and one.link.disputes),
        "to_look_at": one.link is not None and not same,
        "unnamed": not one.target.named,
    }
    return {name: int(so) for name, so in found.items()}
