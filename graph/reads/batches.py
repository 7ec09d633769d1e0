"""Lists that were brought in: what each is, until when it reaches, how many facts it has."""

from dataclasses import dataclass
from typing import Final

from graph.statement import statement
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Which:
    """The id of a batch, or ``None`` for all of them."""

    id: str | None = None


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch as it stands in the graph; ``report`` is JSON, ``None`` while it is being written."""

    id: str
    title: str
    file: str
    tier: str
    licence: str | None
    until: str | None
    recorded: str
    report: str | None
    private: bool
    facts: int


BATCHES: Final = statement("import/batches", Which, BatchRow)


async def batches(store: Store, id_: str | None = None) -> list[BatchRow]:
    """All batches by id, or the one of an id."""
    return await store.read(BATCHES, Which(id_))
