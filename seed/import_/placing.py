"""Where a list belongs in the graph: the target of each row, and the fact that it tells of."""

import asyncio
from collections import deque
from collections.abc import Container, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Final

from graph.model import EntityRow
from graph.store import Store
from graph.writes.statements import Ids
from seed.import_ import statements as s
from seed.import_.authorities import body_of
from seed.import_.entry import Entry
from seed.import_.linking import Link, links, neighbours, take
from seed.import_.parties import Parties, Target
from seed.import_.planning import Placed
from seed.ingest import statements as ingest
from seed.ingest.registry import registry

_CANDIDATES_SECONDS: Final = 120.0
"""How long the facts of one authority may take: a large one has ten thousands."""


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
    ids = set(parties.added) | {target.id for target in targets} | {one.authority for one in entries}
    ids |= {owner for id_ in ids for owner in owners(id_, entities)}
    there = {row.id for row in await store.read(ingest.KNOWN_ENTITIES, Ids(sorted(ids)))}
    found = await _linked(store, batch, list(zip(entries, targets, strict=True)), spread)
    lacking = Lacking(there, batch)
    return [
        lacking.placed(one, target, found.get(at))
        for at, (one, target) in enumerate(zip(entries, targets, strict=True))
    ]


def owners(id_: str, entities: Mapping[str, EntityRow]) -> Iterator[str]:
    """The owners of an entity of the records, those of an owner before it."""
    row = entities.get(id_)
    for owner in (row.parent, row.operator) if row else ():
        if owner is not None:
            yield from owners(owner, entities)
            yield owner


class Lacking:
    """What rows need that the graph lacks; ``there`` are the ids that it has.

    Who comes with a batch goes with it. A load of records makes those that it knows its own.
    """

    def __init__(self, there: Container[str], batch: str) -> None:
        """Rows are of a batch."""
        self._there, self._batch, self._entities = there, batch, registry()
        self._bodies: dict[str, tuple[EntityRow, ...]] = {}

    def placed(self, one: Entry, target: Target, link: Link | None) -> Placed:
        """A row with the entities that have to be written for it."""
        body = one.authority
        if body not in self._bodies:
            self._bodies[body] = (*self._owners(body), *self._row(self._entities.get(body) or body_of(body)))
        known = self._entities.get(target.id)
        row = target.row or known
        row = None if row is None or target.id in self._there else replace(row, batch=self._batch)
        more = self._bodies[body] + (
            self._owners(target.id) if row is not None and target.row is None else ()
        )
        return Placed(one, replace(target, row=row), link, more)

    def _owners(self, id_: str) -> tuple[EntityRow, ...]:
        rows = (self._entities[owner] for owner in owners(id_, self._entities))
        return tuple(replace(row, batch=self._batch) for row in rows if row.id not in self._there)

    def _row(self, row: EntityRow | None) -> tuple[EntityRow, ...]:
        """An authority that the graph lacks."""
        if row is None or row.id in self._there:
            return ()
        return (replace(row, batch=self._batch),)


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

    async def taken_in() -> None:
        places, task = waiting.popleft()
        take(found, taken, {places[at]: one for at, one in (await task).items()})

    try:
        for authority, places in sorted(by_authority.items()):
            named = [(said[at][0], said[at][1].id, said[at][1].named) for at in places]
            task = asyncio.create_task(_of_authority(store, batch, authority, named, spread.executor))
            waiting.append((places, task))
            if len(waiting) >= spread.count:
                await taken_in()
        while waiting:
            await taken_in()
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
    loop = asyncio.get_running_loop()
    one = s.Subject(authority, batch)
    objects = [(row.id, row.names) for row in await store.read(s.OBJECTS, one, seconds=_CANDIDATES_SECONDS)]
    if not objects:
        return {}
    numbered: list[tuple[str, str]] = []
    if any(entry.case_number for entry, _, _ in named):
        found = await store.read(s.NUMBERED, one, seconds=_CANDIDATES_SECONDS)
        numbered = [(row.id, row.number) for row in found]
    near, same = await loop.run_in_executor(executor, neighbours, named, objects, numbered)
    if not near and not same:
        return {}
    wanted = s.Subjects([authority], batch, near, same)
    rows = await store.read(s.CANDIDATES, wanted, seconds=_CANDIDATES_SECONDS)
    facts = [{name: getattr(row, name) for name in s.Candidate.__slots__} for row in rows]
    # Other requests go on meanwhile, and so does the lease.
    return await loop.run_in_executor(executor, links, named, facts)
