"""What is left to do once tables are a graph: lists that no table holds, then the schema over what is there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, LiteralString, cast

from graph import migrations
from graph.migrations import AWAIT_INDEXES, Seconds
from graph.statement import statement
from graph.store import Store
from graph.writes.statements import Count

_TOGETHER: Final = 2_000
"""Nodes that share a transaction: ten thousand want more memory than a heap of 512 MB lends one."""
_INDEX_SECONDS: Final = 7200
_AT_ONCE: Final = 8
"""Indexes that are filled side by side."""
_INDEX: Final = re.compile(r"(?P<do>CREATE|DROP) (?:FULLTEXT )?(?:INDEX|CONSTRAINT) (?P<name>\w+) ")
_NAMING: Final = re.compile(r"\w+ db\.create(?:Label|Property|RelationshipType)\b")


@dataclass(frozen=True, slots=True)
class Lists:
    """``lists`` by the number that nodes carry; how many nodes at once."""

    lists: list[dict[str, Any]]
    most: int


FILL: Final = statement("bulk/fill_lists", Lists, Count)


async def fill_lists(store: Store, lists: list[dict[str, list[str]]]) -> None:
    """Give nodes the lists that no table holds."""
    left = bool(lists)
    while left:
        async with store.transaction(audited=False) as tx:
            left = bool((await tx.run(FILL, Lists(list(lists), _TOGETHER)))[0].written)


def schema() -> tuple[str, list[str]]:
    """The schema as all migrations leave it: what names things, as one command, and what makes constraints and indexes.

    What a later migration drops again is not made.
    """
    names: dict[str, None] = {}
    made: dict[str, str] = {}
    for migration in migrations.migrations():
        for command in migration.commands:
            found = _INDEX.match(command)
            if found is not None and found["do"] == "DROP":
                made.pop(found["name"], None)
            elif found is not None:
                made[found["name"]] = command
            elif _NAMING.match(command):
                names[command] = None
    return "\n".join(names), list(made.values())


async def make_schema(store: Store, on_progress: Callable[[int, int], None]) -> None:
    """Make constraints and indexes over what is there; the migrations themselves are on record already."""
    names, commands = schema()
    # The commands come from files of the project, never from a caller.
    await store.script(cast("LiteralString", names))
    for done, command in enumerate(commands, 1):
        await store.script(cast("LiteralString", command))
        if done % _AT_ONCE == 0 or done == len(commands):
            await store.read(AWAIT_INDEXES, Seconds(_INDEX_SECONDS), seconds=_INDEX_SECONDS)
            on_progress(done, len(commands))
