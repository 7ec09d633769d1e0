"""Whom a question can name: everybody, or those of some kinds and those whose names it has words of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from graph.reads.listing import Ids, Items
from graph.statement import Nothing, statement
from graph.store import Store

Json = dict[str, Any]

_MEMBERS: Final = 500
"""Members of one group that are read at most."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds of entity."""

    kinds: list[str]


@dataclass(frozen=True, slots=True)
class Like:
    """Full-text queries, maps of ``query`` and ``limit``, and how many members of a group at most."""

    texts: list[Json]
    members: int


@dataclass(frozen=True, slots=True)
class Number:
    """How many there are."""

    number: int


NAMES: Final = statement("ask/names", Nothing, Items)
OF_KINDS: Final = statement("ask/names_of_kinds", Kinds, Items)
OF: Final = statement("ask/names_of", Ids, Items)
LIKE: Final = statement("ask/names_like", Like, Items)
ENTITIES: Final = statement("ask/entities", Nothing, Number)


async def entities(store: Store) -> int:
    """How many entities there are, also those that have no name any more."""
    return (await store.read(ENTITIES, Nothing()))[0].number


async def names(store: Store) -> Items:
    """All live entities with what questions call them."""
    return _first(await store.read(NAMES, Nothing()))


async def of_kinds(store: Store, kinds: Iterable[str]) -> Items:
    """Those of some kinds."""
    return _first(await store.read(OF_KINDS, Kinds(list(kinds))))


async def of(store: Store, ids: Iterable[str]) -> Items:
    """Those with these ids."""
    return _first(await store.read(OF, Ids(list(ids))))


async def like(store: Store, texts: Iterable[tuple[str, int]]) -> Items:
    """Those whose names full-text queries find, each with its limit, and all that belong to one group with them."""
    asked = [{"query": query, "limit": limit} for query, limit in texts]
    return _first(await store.read(LIKE, Like(asked, _MEMBERS)))


def _first(found: list[Items]) -> Items:
    return found[0] if found else Items([], 0)
