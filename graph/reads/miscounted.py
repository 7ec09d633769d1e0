"""Whether the kept totals say what the facts add up to: every fact is read, so this is a check and no answer."""

from dataclasses import dataclass
from typing import Final

from graph.statement import Nothing, statement
from graph.store import Store

_SECONDS: Final = 1800.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a total should say, and how many of its facts are marked as counted elsewhere; ``None``: the loose ones."""

    id: str | None
    astray: int
    figures: list[int]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a total says."""

    id: str
    figures: list[int]


WANTED: Final = statement("totals/wanted", Nothing, Wanted)
KEPT: Final = statement("totals/kept", Nothing, Kept)


async def miscounted(store: Store) -> list[str]:
    """What is wrong with the totals, one line each; nothing where all is well and nobody writes meanwhile."""
    wanted = await store.read(WANTED, Nothing(), seconds=_SECONDS)
    kept = {row.id: row.figures for row in await store.read(KEPT, Nothing(), seconds=_SECONDS)}
    wrong = [
        f"{row.astray:,} facts of {row.id or 'those that stand in no total'} are marked otherwise"
        for row in wanted
        if row.astray
    ]
    sums = {row.id: row.figures for row in wanted if row.id is not None}
    return wrong + [
        f"{id_}: kept {kept.get(id_)}, and facts give {sums.get(id_)}"
        for id_ in sorted({*kept, *sums})
        if kept.get(id_) != sums.get(id_)
    ]
