"""The facts that meet a question, and what an answer comes to before it is put into any form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from app.ask import checking, query, sentence
from app.ask.figures import Value
from app.ask.names import Index
from app.ask.query import Bounds
from app.ask.scope import scope
from app.ask.understanding import Understanding
from graph.reads import ask as reads
from graph.reads.ask import Coverage
from graph.reads.facts import Sum
from graph.store import Store

Row = Mapping[str, Any]
Verdict = Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a question comes to; ``rows`` are the facts that show it, best first."""

    sentence: str
    rows: Sequence[Row]
    value: Value | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Where answers come from: the graph, its names, what it covers, and the caller's bounds.

    ``cut`` says, once rows were read, that there were more than are read for one question.
    """

    store: Store
    index: Index
    coverage: Coverage
    bounds: Bounds
    _cut: set[bool] = field(default_factory=set[bool])

    @property
    def cut(self) -> bool:
        """Whether some reading had more rows than one question may have."""
        return bool(self._cut)

    async def rows(self, asked: Understanding, *, status: bool = True) -> list[Row]:
        """The facts that meet a question."""
        if asked.unlike and status:
            like = {row["id"] for row in await self.rows(replace(asked, unlike=False))}
            return [row for row in await self.rows(asked, status=False) if row["id"] not in like]
        made = query.query(asked, self.index, self.bounds, status=status)
        found = await reads.rows(
            self.store, made.wanted, parties=made.parties, key=made.key, order=made.order
        )
        if len(found.items) > reads.ROWS_LIMIT:
            self._cut.add(True)
        return checking.checked(asked, found.items[: reads.ROWS_LIMIT], self.index, self.bounds)

    async def sums(self, asked: Understanding) -> list[Sum]:
        """What all facts add up to that meet the conditions which the graph itself can check."""
        made = query.query(asked, self.index, self.bounds)
        return await reads.sums(self.store, made.wanted, parties=made.parties)


def empty(found: Found, asked: Understanding) -> Result:
    """No facts: what there is none of, and how far the facts reach."""
    return Result(sentence.nothing(found.coverage, scope(asked, found.index)), rows=())
