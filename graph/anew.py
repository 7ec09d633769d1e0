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

_NAMES: Final = FOLDER / "schema" / "before" / "names.cypher"
_GRAPH: Final = FOLDER / "schema" / "before" / "the_graph.cypher"
_NAMED: Final = re.compile(r"(db\.create(?:Property|Label|RelationshipType))\('(\w+)'\)")
_FOUND: Final = re.compile(r"(\(.*?)\s(?:WHERE|CALL|SET|WITH)\b", re.DOTALL)


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
        match [word for word in command.split() if word != "FULLTEXT"]:
            case ["CREATE", "INDEX" | "CONSTRAINT", name, "IF", "NOT", "EXISTS", *_]:
                schema.setdefault(name, command)
            case ["DROP", "INDEX" | "CONSTRAINT", name, "IF", "EXISTS"]:
                schema.pop(name, None)
            case ["CALL", call] if named := _NAMED.fullmatch(call):
                names.setdefault(named[1], []).append(named[2])
            case ["MERGE", "(g:Graph", *_]:
                pass  # that node has another label now; it is made last
            case ["MATCH", *_] if _finds_nothing(command):
                pass
            case _:
                return None
    return Whole(tuple(schema.values()), names)


def _finds_nothing(command: str) -> bool:
    """Whether a command begins with nodes or relationships that an empty graph does not have."""
    begun = _FOUND.search(command)
    return begun is not None and ":" in begun[1] and ":_Graph" not in begun[1]


async def make(store: Store, commands: Iterable[str]) -> bool:
    """Make the schema of an empty graph; ``False``, and nothing is done, where it is not empty or that cannot be.

    What was cut off is made again: nothing of it is made twice.
    """
    found = whole(commands)
    if found is None or (await store.read(SOME_NODES, Nothing()))[0].some:
        return False
    # The commands come from files of the project, never from a caller.
    await store.scripts([cast("LiteralString", command) for command in found.schema])
    known = _NAMES.read_text(encoding="utf-8")
    for procedure, names in found.names.items():
        many = known.replace("__procedure__", procedure).replace("__names__", str(sorted(set(names))))
        await store.script(cast("LiteralString", many))
    await store.script(cast("LiteralString", _GRAPH.read_text(encoding="utf-8")))
    return True
