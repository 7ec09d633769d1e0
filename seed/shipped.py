"""Whether a graph holds all that comes with this version: records, notes and compiled lists.

To compare thousands of rows with the graph takes seconds. So a graph keeps the mark of what it was filled from, and
a start that finds its own mark compares nothing. `whofined seed` always compares.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from graph.patience import persistently
from graph.statement import Nothing, statement
from graph.store import Store

_PROJECT: Final = Path(__file__).resolve().parent.parent
_MADE_OF: Final = ("seed", "graph", "cypher")
"""What is written depends on the files that are read, and on the code and statements that read and write them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """SHA-256 in hex of all files that what is written depends on."""

    mark: str


SHIPPED: Final = statement("graph/shipped", Nothing, Mark)
KEEP: Final = statement("graph/keep_shipped", Mark, Mark)


async def holds_shipped(store: Store) -> bool:
    """Whether the graph was filled whole from these very files."""
    return await store.read(SHIPPED, Nothing()) == [_mark()]


async def keep_shipped(store: Store, *, whole: bool) -> None:
    """Let the graph say that it was, or, before something else is written over it, that it may not be."""

    async def keep() -> None:
        async with store.transaction(audited=False) as tx:
            await tx.run(KEEP, _mark() if whole else Mark(""))

    await persistently(store, keep)


@cache
def _mark() -> Mark:
    digest = hashlib.sha256()
    for path in _files():
        content = path.read_bytes()
        digest.update(f"{path.relative_to(_PROJECT).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return Mark(digest.hexdigest())


def _files() -> Iterator[Path]:
    for folder in _MADE_OF:
        for path in sorted((_PROJECT / folder).rglob("*")):
            if path.is_file() and path.suffix not in (".pyc", ".pyo"):
                yield path
