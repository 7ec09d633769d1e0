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
from graph.reads import asked as totals
from graph.reads import named
from graph.reads.ask import Coverage
from graph.reads.facts import Sum
from graph.store import Store

Row = Mapping[str, Any]
Verdict = Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a question comes to; ``rows`` are the facts that show it, best first.

    ``total`` says how many there are where rows are only the first of them.
    """

    sentence: str
    rows: Sequence[Row]
    value: Value | None = None
    verdict: Verdict | None = None
    total: int | None = None


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
            whole = replace(asked, unlike=False, status=())
            return [row for row in await self.rows(whole) if row["id"] not in like]
        made = query.query(asked, self.index, self.bounds, status=status)
        number = await self._kept(made) if _of_a_state(made.wanted) else None
        if number == 0:
            return []
        few = number is not None and number <= reads.ROWS_LIMIT
        found = await reads.rows(
            self.store, made.wanted, parties=made.parties, key=made.key, order=made.order, few=few
        )
        if len(found.items) > reads.ROWS_LIMIT:
            self._cut.add(True)
        await self._learn(found.items)
        return checking.checked(asked, found.items[: reads.ROWS_LIMIT], self.index, self.bounds)

    async def first(self, asked: Understanding, most: int) -> list[Row]:
        """The first of more facts than are read for one question; the graph checks all that it asks."""
        made = query.query(asked, self.index, self.bounds)
        found = await reads.rows(self.store, made.wanted, key=made.key, order=made.order, most=most)
        await self._learn(found.items)
        return list(found.items[:most])

    async def _learn(self, rows: Sequence[Row]) -> None:
        """Know whoever is in these facts, where only those are known whom the question can name."""
        if not self.index.partial:
            return
        ids = {id_ for row in rows for id_ in checking.everybody(row)}
        ids |= {stage["by"] for row in rows for stage in row["stages"] if stage["by"]}
        if missing := ids - self.index.by_id.keys():
            self.index.learn((await named.of(self.store, missing)).items)

    async def many(self, asked: Understanding) -> int | None:
        """How many facts there are, where totals know it and it is more than are read for one question."""
        if not query.by_graph(asked, self.bounds):
            return None
        made = query.query(asked, self.index, self.bounds)
        number = await self._kept(made)
        return number if number is not None and number > reads.ROWS_LIMIT else None

    async def _kept(self, made: query.Query) -> int | None:
        """How many facts the graph has of what it is asked; ``None`` where totals do not know it."""
        return None if made.parties is not None else await totals.count(self.store, made.wanted)

    async def sums(self, asked: Understanding) -> list[Sum]:
        """What all facts add up to that meet the conditions which the graph itself can check."""
        made = query.query(asked, self.index, self.bounds)
        return await totals.sums(self.store, made.wanted, parties=made.parties)


def _of_a_state(wanted: reads.Wanted) -> bool:
    """Whether only facts are asked for that have come to something, of which there may be few or none."""
    states = (wanted.asked_stages, wanted.asked_statuses, wanted.asked_standing)
    return any(one is not None for one in states) and wanted.asked_objects is None


def empty(found: Found, asked: Understanding) -> Result:
    """No facts: what there is none of, and how far the facts reach."""
    return Result(sentence.nothing(found.coverage, scope(asked, found.index)), rows=())
