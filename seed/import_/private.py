"""Private batches: what their rows say stands beside the graph, with the facts that it meets, for holders of a key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson

from graph.money import units
from graph.statement import statement
from graph.store import Store
from graph.writes.apply import lock, timestamp
from graph.writes.statements import Count, Rows
from seed.import_.planning import Placed

Json = dict[str, Any]

_WIDTH: Final = 8
_TOGETHER: Final = 2_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A batch, and the ids of the rows that it has now."""

    batch: str
    ids: list[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a batch after one of them, at most ``limit``."""

    batch: str
    after: str
    limit: int


@dataclass(frozen=True, slots=True)
class PrivateRow:
    """A row: what it says, as JSON."""

    id: str
    said: str


KEEP_PRIVATE: Final = statement("import/keep_private", Rows, Count)
DROP_PRIVATE: Final = statement("import/drop_private", Kept, Count)
PRIVATE_ROWS: Final = statement("import/private_rows", Part, PrivateRow)


async def keep_rows(store: Store, batch: str, placed: Sequence[Placed]) -> None:
    """Keep the rows of a private batch, and those only; the revision of the graph stays, for no answer changes."""
    rows = [
        {
            "id": f"{batch}-{at:0{_WIDTH}}",
            "batch": batch,
            "number": one.entry.number,
            "said": orjson.dumps(said(one)).decode(),
        }
        for at, one in enumerate(placed, 1)
    ]
    for start in range(0, len(rows), _TOGETHER):
        async with store.transaction() as tx:
            await lock(tx, timestamp())
            await tx.run(KEEP_PRIVATE, Rows(rows[start : start + _TOGETHER]))
    async with store.transaction() as tx:
        await tx.run(DROP_PRIVATE, Kept(batch, [str(row["id"]) for row in rows]))


async def private_rows(store: Store, batch: str, after: str = "", limit: int = 500) -> list[Json]:
    """Rows of a private batch in order, each with its ``id``; ``after`` is the id of the last one before."""
    found = await store.read(PRIVATE_ROWS, Part(batch, after, limit))
    return [{"id": row.id, **orjson.loads(row.said)} for row in found]


def said(one: Placed) -> Json:
    """What a row says, and the fact of the graph that it tells of. Of a party that is not named nothing is kept."""
    entry, link = one.entry, one.link
    return {
        "row": entry.number,
        "authority": entry.authority,
        "relation": entry.relation,
        "target": {"id": one.target.id, "name": entry.target if one.target.named else None},
        "date": entry.date,
        "amount": units(entry.sum.minor, entry.sum.currency) if entry.sum else None,
        "currency": entry.sum.currency if entry.sum else None,
        "country": entry.country,
        "articles": list(entry.articles),
        "url": entry.url,
        "case_number": entry.case_number,
        "note": entry.note,
        "meets": {"fact": str(link.fact["id"]), "verdict": link.verdict, "disputes": link.disputes}
        if link
        else None,
    }
