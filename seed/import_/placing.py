"""Where a list belongs in the graph: the target of each row, and the fact that it tells of."""

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Final

from graph.model import EntityRow
from graph.store import Store
from graph.writes.statements import Ids
from seed.import_ import statements as s
from seed.import_.entry import Entry
from seed.import_.linking import Link, links
from seed.import_.parties import Parties, Target
from seed.import_.planning import Placed
from seed.ingest import statements as ingest
from seed.ingest.registry import registry

_CANDIDATES_SECONDS: Final = 120.0
"""How long the facts of one authority may take: a large one has ten thousands, each with its documents."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Where rows are compared with facts: an executor (``None``: a thread), and how many authorities at once."""

    executor: Executor | None = None
    count: int = 1


ALONE: Final = Spread()


async def place(store: Store, batch: str, entries: Sequence[Entry], spread: Spread = ALONE) -> list[Placed]:
    """Give each entry its target and the fact of the graph that it tells of; nothing is written."""
    entities = registry()
    parties = Parties.of(entities.values())
    targets = [parties.target(one.target, one.country, {}) for one in entries]
    ids = sorted(set(parties.added) | {target.id for target in targets})
    there = {row.id: row for row in await store.read(ingest.KNOWN_ENTITIES, Ids(ids))}
    found = await _linked(store, batch, list(zip(entries, targets, strict=True)), spread)
    return [
        Placed(one, _row(target, there.keys(), entities, batch), found.get(at))
        for at, (one, target) in enumerate(zip(entries, targets, strict=True))
    ]


async def _linked(
    store: Store, batch: str, said: Sequence[tuple[Entry, Target]], spread: Spread
) -> dict[int, Link]:
    """By the place of an entry the fact that it tells of; the facts of a few authorities are in memory at a time.

    Rows of two authorities that tell of one joint fact do not both take it: those of the first do.
    """
    by_authority: dict[str, list[int]] = {}
    for at, (one, _) in enumerate(said):
        by_authority.setdefault(one.authority, []).append(at)
    found, taken = dict[int, Link](), set[str]()
    waiting: deque[tuple[list[int], asyncio.Task[dict[int, Link]]]] = deque()

    async def take() -> None:
        places, task = waiting.popleft()
        for at, one in (await task).items():
            known, same = str(one.fact["id"]), one.verdict == "same"
            if not (same and known in taken):
                found[places[at]] = one
            if same:
                taken.add(known)

    try:
        for authority, places in sorted(by_authority.items()):
            named = [(said[at][0], said[at][1].id, said[at][1].named) for at in places]
            task = asyncio.create_task(_of_authority(store, batch, authority, named, spread.executor))
            waiting.append((places, task))
            if len(waiting) >= spread.count:
                await take()
        while waiting:
            await take()
    finally:
        for _, task in waiting:
            task.cancel()
        await asyncio.gather(*(task for _, task in waiting), return_exceptions=True)
    return found


async def _of_authority(
    store: Store,
    batch: str,
    authority: str,
    named: Sequence[tuple[Entry, str, bool]],
    executor: Executor | None,
) -> dict[int, Link]:
    rows = await store.read(s.CANDIDATES, s.Subjects([authority], batch), seconds=_CANDIDATES_SECONDS)
    facts = [{name: getattr(row, name) for name in s.Candidate.__slots__} for row in rows]
    # Other requests go on meanwhile, and so does the lease.
    return await asyncio.get_running_loop().run_in_executor(executor, links, named, facts)


def _row(target: Target, there: object, entities: Mapping[str, EntityRow], batch: str) -> Target:
    """The target with the row that has to be written: none where the graph has the entity from elsewhere."""
    row = target.row or entities.get(target.id)
    if row is None or target.id in there:  # type: ignore[operator]
        return replace(target, row=None)
    return replace(target, row=replace(row, batch=batch) if target.row is not None else row)
