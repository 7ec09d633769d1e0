"""What is done once the tables of a list are a graph: all that an import does beside writing rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from graph.bulk.finish import fill_lists, make_schema
from graph.statement import statement
from graph.store import Store
from graph.writes.apply import advance, derive, lock, timestamp
from graph.writes.statements import Count
from seed.import_.batch import keep
from seed.import_.bulk.ready import Ready
from seed.ingest.facts.rebuild import settle
from seed.ingest.facts.records import read_groups

_SECONDS: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Origin:
    """A list as an origin of claims, and its batch."""

    id: str
    batch: str


KEEP_CLAIMS: Final = statement("bulk/keep_claims", Origin, Count)


async def finish(store: Store, ready: Ready, on_progress: Callable[[str, int], None]) -> None:
    """Complete the graph that was made of tables: lists, schema, claims of machines, the batch, the revision."""
    on_progress("Completing lists", 0)
    await fill_lists(store, ready.lists)
    await make_schema(store, lambda done, total: on_progress(f"Making {total} indexes", done))
    on_progress("Settling facts", 0)
    now, source = timestamp(), f"list:{ready.batch.id}"
    async with store.transaction(seconds=_SECONDS) as tx:
        tx.arrival = source
        await lock(tx, now)
        await derive(tx, ready.touched)
        await settle(tx, await read_groups(tx, ready.groups), now)
        await tx.run(KEEP_CLAIMS, Origin(source, ready.batch.id))
        await advance(tx, now)
    await keep(store, ready.batch, ready.report)
