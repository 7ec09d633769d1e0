"""What changed of facts, kept as it happens: in the transaction that changed them, and never by a read.

A transaction remembers which facts it touched; at its end they are compared with what was noted of them last. Whoever
writes facts needs no more than ``tx.touched``, so that no way of changing one is forgotten.
"""

from dataclasses import dataclass
from typing import Final

from graph.statement import statement
from graph.store import Transaction
from graph.writes.statements import Count, parts


@dataclass(frozen=True, slots=True)
class Touched:
    """Ids of facts; ``arrival`` is the source that comes for the first time, ``reason`` why something changes."""

    ids: list[str]
    now: str
    arrival: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A source that came or went as a whole, and how many facts it brought or took."""

    arrival: str
    facts: int
    now: str


NOTE: Final = statement("write/note_changes", Touched, Count)
ARRIVAL: Final = statement("write/note_arrival", Arrival, Count)
DEPARTURE: Final = statement("write/note_departure", Arrival, Count)


async def note(tx: Transaction, now: str) -> None:
    """Keep what a transaction changed of facts; comes last in it."""
    ids = sorted(tx.touched)
    tx.touched.clear()
    brought = 0
    for part in parts(ids):
        brought += (await tx.run(NOTE, Touched(part, now, tx.arrival, tx.reason)))[0].written
    if tx.arrival is not None and brought:
        await tx.run(ARRIVAL, Arrival(tx.arrival, brought, now))


async def departed(tx: Transaction, source: str, facts: int, now: str) -> None:
    """Keep that a source was taken out whole."""
    if facts:
        await tx.run(DEPARTURE, Arrival(source, facts, now))
