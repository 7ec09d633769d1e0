"""What every answer needs: the graph, and the totals that were computed for its present revision."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from cachetools import LRUCache

from app.answers.aside import Aside
from app.schemas import serialize
from graph.reads.kept import Kept
from graph.reads.revision import Counts
from graph.store import Store

_KEPT_TOTALS: Final = 10_000
_SMALL: Final = 1_000
"""Facts up to which all there is is counted at once: it takes a few milliseconds."""

T = TypeVar("T")


class Totals:
    """Counts and sums by list and revision: every page of a list needs them, and they change only with the graph.

    Equal ones that are asked for at the same time are computed once.
    """

    def __init__(self) -> None:
        self._kept: LRUCache[tuple[int, str], asyncio.Task[Any]] = LRUCache(_KEPT_TOTALS)

    async def get(self, revision: int, name: str, compute: Callable[[], Awaitable[T]]) -> T:
        """What was computed for this list at this revision, or what ``compute`` gives now."""
        key = (revision, name)
        task = self._kept.get(key)
        if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
            # Named as who asks first: what is counted aside is so to the end.
            asking = asyncio.current_task()
            asker = asking.get_name() if asking else None
            task = self._kept[key] = asyncio.create_task(_awaited(compute()), name=asker)
        # One who leaves does not take the answer away from those who wait for it too.
        return await asyncio.shield(task)


async def _awaited(value: Awaitable[T]) -> T:
    return await value


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The graph and what is kept of it, one for each process; ``Service(store=store)`` is enough for a command."""

    store: Store
    totals: Totals = field(default_factory=Totals)
    counts: Aside[Counts] = field(default_factory=lambda: Aside[Counts](_many_facts))
    tiers: Aside[list[dict[str, Any]]] = field(
        default_factory=lambda: Aside[list[dict[str, Any]]](_many_in_tiers)
    )
    """How much there is, and where it comes from: counted aside in a large graph."""
    facts: Kept = field(default_factory=lambda: Kept(serialize.fact_text))
    """Facts as they are served, by their editions."""

    async def close(self) -> None:
        """End what runs for nobody in particular."""
        await self.counts.close()
        await self.tiers.close()


def _many_facts(found: Counts) -> bool:
    return found.counts.get("facts", 0) > _SMALL


def _many_in_tiers(found: list[dict[str, Any]]) -> bool:
    return sum(one["facts"] for one in found) > _SMALL
