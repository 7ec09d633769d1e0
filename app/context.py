"""What a request needs besides itself: the graph, the settings, and the totals kept."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, TypeVar, cast

from fastapi import Depends, Request

from app.cache import Revisions
from graph.settings import Connection, Settings
from graph.store import Store

_KEPT_TOTALS: Final = 10_000

T = TypeVar("T")


class Totals:
    """Counts and sums by list and revision: every page of a list needs them, and they change only with the graph."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, str], Any] = OrderedDict()

    async def get(self, revision: int, name: str, compute: Callable[[], Awaitable[T]]) -> T:
        """What was computed for this list at this revision, or what ``compute`` gives now."""
        key = (revision, name)
        if key not in self._kept:
            self._kept[key] = await compute()
            if len(self._kept) > _KEPT_TOTALS:
                self._kept.popitem(last=False)
        return cast("T", self._kept[key])


@dataclass(frozen=True, slots=True)
class Context:
    """One for each application."""

    settings: Settings
    connection: Connection
    store: Store
    revisions: Revisions
    totals: Totals = field(default_factory=Totals)


async def _context(request: Request) -> Context:
    # Not a plain function: those are run in a thread, which costs half a millisecond of each request.
    return request.app.state.context


Graph = Annotated[Context, Depends(_context)]
