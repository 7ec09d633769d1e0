"""The names of entities by id."""

from dataclasses import dataclass
from typing import Any, Final

from graph.reads.listing import Ids
from graph.statement import statement
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as others mention it."""

    entity: dict[str, Any]


CAPTIONS: Final = statement("entities/captions", Ids, Named)


async def captions(store: Store, ids: list[str]) -> list[dict[str, Any]]:
    """The entities that have one of these ids, as facts mention them."""
    return [row.entity for row in await store.read(CAPTIONS, Ids(ids))]
