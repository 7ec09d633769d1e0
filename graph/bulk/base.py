"""The graph as it stands, into tables: all but the sums that new facts add to, which are kept in memory."""

from dataclasses import dataclass, field
from typing import Any, Final

from graph.backup import statements as s
from graph.backup.form import Content
from graph.backup.write import everything
from graph.bulk.tables import Tables
from graph.migrations import MIGRATIONS
from graph.statement import Nothing
from graph.store import Store

Json = dict[str, Any]
_PAIR: Final = "_LINKED"


@dataclass(frozen=True, slots=True)
class Named:
    """An entity: its number in the tables, what a caption calls it, and its names."""

    number: int
    caption: str
    names: tuple[str, ...]


@dataclass(slots=True)
class Base:
    """What new facts meet: entities and facts by id, totals, weights of pairs, and the nodes that these stand on."""

    entities: dict[str, Named] = field(default_factory=dict[str, Named])
    facts: dict[str, int] = field(default_factory=dict[str, int])
    totals: dict[str, Json] = field(default_factory=dict[str, Json])
    pairs: dict[tuple[str, str], Json] = field(default_factory=dict[tuple[str, str], Json])
    ends: dict[str, int] = field(default_factory=dict[str, int])

    def take(self, tables: Tables, row: Json) -> None:
        """A node or relationship as ``everything`` gives it."""
        if "labels" not in row:
            if row["type"] == _PAIR:
                self.pairs[row["properties"]["first"], row["properties"]["second"]] = row["properties"]
            else:
                tables.link(row["type"], row["start"], row["end"], row["properties"])
            return
        labels, properties = row["labels"], row["properties"]
        if "_Total" in labels:
            self.totals[properties["id"]] = properties
            return
        if "Entity" in labels:
            name = properties.get("caption") or properties["name"]
            self.entities[properties["id"]] = Named(row["id"], name, tuple(properties["names"]))
        elif "Fact" in labels:
            self.facts[properties["id"]] = row["id"]
        elif "_Node" in labels:
            self.ends[properties["id"]] = row["id"]
        tables.node(labels, properties, row["id"])


async def read_base(store: Store, tables: Tables) -> Base:
    """Put the whole graph into tables, with its migrations and what it keeps of itself."""

    async def nobody(_: int) -> None: ...

    base = Base()
    async for row in everything(store, Content(), nobody):
        base.take(tables, row)
    for kept in await store.read(s.STATE, Nothing()):
        tables.node(["_Graph"], kept.properties)
    for one in await store.read(MIGRATIONS, Nothing()):
        own = {"version": one.version, "name": one.name, "checksum": one.checksum, "applied": one.applied}
        tables.node(["_Migration"], own)
    return base
