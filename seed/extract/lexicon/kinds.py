"""Kinds of party that stand on one side of a relation."""

from typing import Final

AUTHORITY: Final = frozenset({"regulator"})
TARGET: Final = frozenset({"company", "platform", "public_body", "person", "ngo", "media"})
PARTY: Final = TARGET | {"regulator", "court"}
KINDS: Final = PARTY | {"country", "group"}
SETS: Final = {"authority": AUTHORITY, "target": TARGET, "party": PARTY}
"""Kinds that rows of tables name together."""


def of(names: str) -> frozenset[str]:
    """The kinds that a row names: "party -court group" is every party but courts, and groups."""
    found: set[str] = set()
    for name in names.split():
        if name.startswith("-"):
            found.discard(name[1:])
        else:
            found |= SETS.get(name, frozenset({name}))
    return frozenset(found)
