"""Takes a batch out of the graph again, part by part: one that is cut off is gone on with by starting it again."""

from typing import Final

from graph.errors import NotFound
from graph.statement import Statement
from graph.store import Store, Transaction
from graph.writes.apply import advance, derive, lock, timestamp
from graph.writes.apply import remove as unlink
from graph.writes.changes import departed
from graph.writes.statements import Count, Ids
from seed.import_ import statements as s
from seed.import_.turn import turn
from seed.ingest import statements as ingest
from seed.ingest.facts.rebuild import settle
from seed.ingest.facts.records import read_groups
from seed.ingest.identity.assign import group_key

_TOGETHER: Final = 400
"""Rows that share a transaction."""


async def undo(store: Store, id_: str) -> int:
    """Take a batch out whole, as if it had never come; how many facts went. Raises ``NotFound``."""
    async with turn(store):
        return await _undo(store, id_)


async def _undo(store: Store, id_: str) -> int:
    gone, after, begun = 0, "", False
    while True:
        now = timestamp()
        async with store.transaction() as tx:
            await lock(tx, now)
            held = (await tx.run(s.ROWS_OF, s.PartOf(id_, _TOGETHER, after)))[0]
            if not begun and not (held.known or held.documents):
                raise NotFound(f"no batch {id_!r}", where="batch", remedy="whofined import --list names them")
            if not (held.documents or held.facts):
                break
            if not begun:
                await tx.run(s.CUT_OFF, s.OneBatch(id_))
            gone += await _take(tx, held, now)
            await advance(tx, now)
        begun = True
        if not held.documents:
            after = held.facts[-1]
    return await _forget(store, id_, gone)


async def _take(tx: Transaction, held: s.RowsOf, now: str) -> int:
    """Take some rows out; how many facts went with them."""
    concerned = {*held.facts, *held.touched}
    lives = await tx.run(ingest.LIVES, Ids(sorted(concerned)))
    await tx.run(s.REMOVE_CLAIMS, Ids(held.claims))
    # A fact of a list that was taken out earlier stayed for the rows of this one.
    gone = await tx.run(s.REMOVE_FACTS, Ids([*held.facts, *held.others]))
    await unlink(tx, gone)
    # What machines read of a fact that went is a fact by itself again.
    keys = {group_key(row.relation, row.subject, row.object) for row in lives}
    await settle(tx, await read_groups(tx, keys), now)
    await derive(tx, concerned - {row.id for row in gone})
    return len(gone)


async def _forget(store: Store, id_: str, gone: int) -> int:
    """What is left of a batch without rows: who came with it, its private rows, and that it was there."""
    await _all(store, s.FORGET_PRIVATE, id_)
    await _all(store, s.REMOVE_ENTITIES, id_)
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        await departed(tx, f"list:{id_}", gone, now)
        await tx.run(s.FORGET, s.OneBatch(id_))
        await advance(tx, now)
    return gone


async def _all(store: Store, statement: Statement[s.OneBatch, Count], id_: str) -> None:
    """Run a statement until it finds nothing more."""
    written = True
    while written:
        now = timestamp()
        async with store.transaction() as tx:
            await lock(tx, now)
            if written := bool((await tx.run(statement, s.OneBatch(id_)))[0].written):
                await advance(tx, now)
