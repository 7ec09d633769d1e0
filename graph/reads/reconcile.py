"""What is known of many entities at once, for services that match names and fill in columns."""

from dataclasses import dataclass
from typing import Any, Final

from graph.reads.listing import Ids
from graph.statement import statement
from graph.store import Store

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Values:
    """An entity by the id that was asked for: its properties, who owns it, and its number of parts in facts."""

    asked: str
    properties: Json
    owners: list[Json]
    facts: int


VALUES: Final = statement("reconcile/values", Ids, Values)


async def values(store: Store, ids: list[str]) -> dict[str, Values]:
    """What is known of each id that an entity has, or had before it was merged."""
    return {row.asked: row for row in await store.read(VALUES, Ids(ids))} if ids else {}
