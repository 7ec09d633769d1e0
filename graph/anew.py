"""The schema of a graph that holds nothing yet: what all migrations come to, made at once.

A new graph would otherwise get each index that was ever thought of, and lose those that later went, one transaction
each. What a migration does to nodes is nothing where there are none.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, LiteralString, cast

from graph.statement import FOLDER, Nothing, statement
from graph.store import Store

_MADE: Final = re.compile(r"CREATE (?:FULLTEXT )?(?:INDEX|CONSTRAINT) (\w+) IF NOT EXISTS\b")
_GONE: Final = re.compile(r"DROP (?:INDEX|CONSTRAINT) (\w+) IF EXISTS\Z")
_NAMED: Final = re.compile(r"CALL (db\.create(?:Property|Label|RelationshipType))\('(\w+)'\)\Z")
_OF_NODES: Final = re.compile(r"MATCH (?P<found>\(.*?)(?=\b(?:WHERE|CALL|SET|WITH)\b)", re.DOTALL)
_THE_GRAPH: Final = "MERGE (g:Graph {id: 'graph'})"
_GRAPH: Final = FOLDER / "schema" / "before" / "the_graph.cypher"


@dataclass(frozen=True, slots=True)
class Nodes:
    """Whether there is any node but those of the graph itself."""

    some: bool


SOME_NODES: Final = statement("graph/some_nodes", Nothing, Nodes)


@dataclass(frozen=True, slots=True)
class Whole:
    """Commands that make the schema, and names that are made known, by the procedure that does it."""

    schema: Sequence[str]
    names: Mapping[str, Sequence[str]]


def whole(commands: Iterable[str]) -> Whole | None:
    """What commands of migrations, in order, come to in an empty graph; ``None`` where one of them does more."""
    schema: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for command in commands:
        if made := _MADE.match(command):
            schema.setdefault(made[1], command)
        elif gone := _GONE.match(command):
            schema.pop(gone[1], None)
        elif named := _NAMED.match(command):
            names.setdefault(named[1], []).append(named[2])
        # That node has another label now; it is made last.
        elif not command.startswith(_THE_GRAPH) and not _finds_nothing(command):
            return None
    return Whole(tuple(schema.values()), names)


def _finds_nothing(command: str) -> bool:
    """Whether a command begins with nodes or relationships that an empty graph does not have."""
    begun = _OF_NODES.match(command)
    return begun is not None and ":" in begun["found"] and ":_Graph" not in begun["found"]


async def make(store: Store, commands: Iterable[str]) -> bool:
    """Make the schema of an empty graph; ``False``, and nothing is done, where it is not empty or that cannot be.

    What was cut off is made again: nothing of it is made twice.
    """
    found = whole(commands)
    if found is None or (await store.read(SOME_NODES, Nothing()))[0].some:
        return False
    # The commands come from files of the project, never from a caller.
    await store.scripts([cast("LiteralString", command) for command in found.schema])
    for procedure, names in found.names.items():
        many = f"UNWIND {sorted(set(names))} AS name CALL {procedure}(name) RETURN count(*) AS names"
        await store.script(cast("LiteralString", many))
    await store.script(cast("LiteralString", _GRAPH.read_text(encoding="utf-8")))
    return True
