"""Pairs of entities that may be one, and on which nobody has decided."""

import asyncio
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from graph.reads.lucene import names_like
from graph.statement import Nothing, statement
from graph.store import Store, Transaction
from graph.text import words
from graph.vocabulary.kinds import BODIES
from graph.writes.statements import Ids, Rows
from seed.ingest.identity import statements as i
from seed.resolve.identity import Pair
from seed.resolve.pairs import candidates
from seed.resolve.score import Comparison, Named, compare

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds of entity."""

    kinds: list[str]


@dataclass(frozen=True, slots=True)
class NamedRow:
    """An entity as it is compared."""

    id: str
    kind: str
    names: list[str]
    caption: str
    acronym: str | None
    country: str | None
    unregistered: bool
    around: list[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities that may be one, the likeliness of it and what it rests on."""

    left: Named
    right: Named
    comparison: Comparison

    @property
    def key(self) -> str:
        """The place in the list: the likeliest first, then by id. A space comes before all that an id has."""
        return f"{100 - self.comparison.score:03d} {self.left.id} {self.right.id}"


@dataclass(frozen=True, slots=True)
class Similar:
    """Two entities that may be one, in short; the score is between 0 and 100."""

    left: str
    right: str
    score: int


EVERYONE: Final = statement("identity/everyone", Kinds, NamedRow)
NAMED: Final = statement("identity/named", Ids, NamedRow)
NEAR: Final = statement("identity/near", Rows, NamedRow)

_SECONDS: Final = 60.0


def _named(row: NamedRow) -> Named:
    return Named(
        row.id,
        row.kind,
        tuple(row.names),
        row.country,
        registered=not row.unregistered,
        around=frozenset(row.around),
        caption=row.caption,
        acronym=row.acronym,
    )


async def waiting(store: Store) -> list[Candidate]:
    """All pairs that wait for a person, the likeliest first. Computed from what the graph holds now."""
    rows = [_named(row) for row in await store.read(EVERYONE, Kinds(list(BODIES)), seconds=_SECONDS)]
    decided = await _decided(store)
    found = await asyncio.to_thread(candidates, rows, decided)
    by_id = {one.id: one for one in rows}
    return [Candidate(by_id[a], by_id[b], comparison) for (a, b), comparison in found]


async def similar(store: Store, new: Iterable[str]) -> tuple[Similar, ...]:
    """Who else some new entities may be, the likeliest first."""
    ids = sorted(set(new))
    if not ids:
        return ()
    decided = await _decided(store)
    found: set[tuple[int, Pair]] = set()
    for one in [_named(row) for row in await store.read(NAMED, Ids(ids))]:
        texts = [{"text": names_like(words(name))} for name in one.names]
        for other in [_named(row) for row in await store.read(NEAR, Rows(texts))]:
            pair = (one.id, other.id) if one.id <= other.id else (other.id, one.id)
            if (
                one.id != other.id
                and pair not in decided
                and (comparison := compare(one, other)).outcome != "new"
            ):
                found.add((-comparison.score, pair))
    return tuple(Similar(left, right, -score) for score, (left, right) in sorted(found))


async def compared(tx: Transaction, left: str, right: str) -> Comparison:
    """Two entities compared as they stand."""
    by_id = {row.id: _named(row) for row in await tx.run(NAMED, Ids([left, right]))}
    return compare(by_id[left], by_id[right])


async def _decided(store: Store) -> Collection[Pair]:
    """Pairs on which a person's last word is that they differ, or of which one was taken out of the other."""
    last: dict[Pair, str] = {}
    for line in await store.read(i.LOG, Nothing()):
        pair = (line.left, line.right) if line.left <= line.right else (line.right, line.left)
        last[pair] = "different" if line.claims or line.documents else line.verdict
    return {pair for pair, verdict in last.items() if verdict != "unsure"}
