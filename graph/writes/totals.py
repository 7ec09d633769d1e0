"""What facts add up to, kept in the transaction that changes them: lists and figures need not read them all.

Whoever writes facts needs no more than ``tx.touched``, as for the log of changes (``graph.writes.changes``).
"""

from collections.abc import Iterable
from typing import Final

from graph.statement import Nothing, statement
from graph.store import Transaction
from graph.writes import statements as w

UNCOUNT: Final = statement("write/uncount_facts", w.Ids, w.Count)
COUNT: Final = statement("write/count_facts", w.Ids, w.Count)
DROP: Final = statement("write/drop_totals", Nothing, w.Count)


async def keep(tx: Transaction) -> None:
    """Bring the totals up to date with the facts that a transaction touched; comes before these are forgotten."""
    ids = sorted(tx.touched)
    if not ids:
        return
    await uncount(tx, ids)
    for part in w.parts(ids):
        await tx.run(COUNT, w.Ids(part))


async def uncount(tx: Transaction, ids: Iterable[str]) -> None:
    """Take facts, and those that share an action with them, out of the totals; they are counted again at the end."""
    for part in w.parts(sorted(ids)):
        await tx.run(UNCOUNT, w.Ids(part))
    await tx.run(DROP, Nothing())
