"""Takes a batch out of the graph again."""

from graph.errors import NotFound
from graph.store import Store
from graph.writes.apply import advance, derive, lock, timestamp
from graph.writes.apply import remove as unlink
from graph.writes.changes import departed
from graph.writes.statements import Ids
from seed.import_ import statements as s
from seed.import_.turn import turn
from seed.ingest import statements as ingest
from seed.ingest.facts.rebuild import settle
from seed.ingest.facts.records import read_groups
from seed.ingest.identity.assign import group_key


async def undo(store: Store, id_: str) -> int:
    """Take a batch out whole, as if it had never come; how many facts went. Raises ``NotFound``."""
    async with turn(store):
        return await _undo(store, id_)


async def _undo(store: Store, id_: str) -> int:
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        held = (await tx.run(s.ROWS_OF, s.OneBatch(id_)))[0]
        if not held.known and not held.documents:
            raise NotFound(f"no batch {id_!r}", where="batch", remedy="whofined import --list names them")
        own = [fact["id"] for fact in held.facts]
        lives = await tx.run(ingest.LIVES, Ids(sorted({*own, *held.touched})))
        await tx.run(s.REMOVE_CLAIMS, Ids(held.claims))
        # A fact of a list that was taken out earlier stayed for the rows of this one.
        gone = await tx.run(s.REMOVE_FACTS, Ids([*own, *held.others]))
        await unlink(tx, gone)
        kept = {*own, *held.touched} - {row.id for row in gone}
        # What machines read of a fact that went is a fact by itself again.
        keys = {group_key(row.relation, row.subject, row.object) for row in lives}
        await settle(tx, await read_groups(tx, keys), now)
        await derive(tx, kept)
        await departed(tx, f"list:{id_}", len(gone), now)
        while (await tx.run(s.REMOVE_ENTITIES, s.OneBatch(id_)))[0].written:
            pass
        await tx.run(s.FORGET, s.OneBatch(id_))
        await advance(tx, now)
    return len(gone)
