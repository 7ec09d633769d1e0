"""Whom a question can name: of a small graph everybody, kept by its revision; of a large one whoever has its words."""

import asyncio
from dataclasses import dataclass, field
from typing import Final
from weakref import WeakKeyDictionary

from app.ask import layers, names
from app.ask.names import Index
from graph.reads import ask as reads
from graph.reads import covered, named
from graph.reads.ask import Coverage
from graph.store import Store

WHOLE: Final = 5_000
"""Entities of a graph whose names are all kept; reading those of a larger one takes seconds after each write."""


@dataclass(slots=True)
class _Kept:
    """The names and the coverage of one graph as they were read last; ``whole`` where the names are all there are."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    index: Index | None = None
    coverage: Coverage | None = None
    whole: bool = True


_KEPT: Final[WeakKeyDictionary[Store, _Kept]] = WeakKeyDictionary()


async def known(store: Store, question: str) -> tuple[Index, Coverage]:
    """The alias index and the coverage at the graph's revision; what is kept is read again when that has changed."""
    kept = _KEPT.setdefault(store, _Kept())
    now = await reads.revision(store)
    if kept.index is None or kept.coverage is None or kept.index.revision != now:
        async with kept.lock:
            if kept.index is None or kept.coverage is None or kept.index.revision != now:
                kept.whole = await named.entities(store) <= WHOLE
                rows = await (named.names(store) if kept.whole else named.of_kinds(store, layers.KINDS))
                kept.index = await asyncio.to_thread(names.build, rows.items, rows.revision)
                kept.coverage = await covered.coverage(store)
    if kept.whole:
        return kept.index, kept.coverage
    return await of_question(store, kept.index, question), kept.coverage


async def of_question(store: Store, kept: Index, question: str) -> Index:
    """The kept names, and over them those that have words of the question, with their groups."""
    texts = layers.queries(question)
    found = await named.like(store, texts) if texts else None
    return layers.layered(kept, found.items if found else [])
