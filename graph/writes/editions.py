"""Editions: a number that a fact has until anything that is shown of it changes.

It stands for all that a list shows of a fact: its own properties, its parties, its case, and its claims with their
documents. Whoever reads lists may keep what was made of an edition (``graph.reads.kept``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from graph.statement import statement
from graph.store import Transaction
from graph.writes import statements as w

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Marked:
    """Ids of facts, and their edition."""

    ids: list[str]
    edition: int


MARK: Final = statement("write/mark_facts", Marked, w.Count)


def edition(now: str) -> int:
    """The edition of what is written at a time: microseconds since 1970, so that no two ever have the same."""
    return (datetime.fromisoformat(now) - _EPOCH) // timedelta(microseconds=1)


async def mark(tx: Transaction, now: str) -> None:
    """Give a new edition to the facts that a transaction wrote, and to those that look different for it."""
    ids = sorted(tx.touched | tx.shown)
    tx.shown.clear()
    for part in w.parts(ids):
        await tx.run(MARK, Marked(part, edition(now)))


_SHOWN: Final = {
    "Entity": w.FACTS_OF,
    "Document": w.FACTS_OF_DOCUMENTS,
    "Claim": w.FACTS_OF_CLAIMS,
    "Case": w.FACTS_OF_CASES,
}
"""How facts are found that show a node, by its label."""


async def show_anew(tx: Transaction, nodes: Iterable[tuple[str, str]]) -> None:
    """Note that facts which show one of these nodes, each a label and an id, look different now."""
    ids: dict[str, set[str]] = {}
    for label, id_ in nodes:
        ids.setdefault(label, set()).add(id_)
    for label, statement_ in _SHOWN.items():
        if wanted := sorted(ids.get(label, ())):
            tx.shown |= {row.id for row in await tx.run(statement_, w.Ids(wanted))}
