"""A correction outlives the reading that it mended: read again by a newer version, the claim in its place keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from graph.errors import InvalidInput
from graph.statement import statement
from graph.store import Transaction
from graph.writes.statements import Count
from seed.ingest import correct
from seed.ingest import statements as s
from seed.ingest.identity.assign import GroupKey

Json = dict[str, Any]

_SAME: Final = ("subject", "object", "modality", "date", "amount_minor", "currency")
"""What makes one claim rather than another at the same place the one that was corrected."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A corrected claim of an older reading, what was read then, and a claim of the newer one at the same place."""

    old: str
    as_read: str
    new: str
    says: Json


@dataclass(frozen=True, slots=True)
class Move:
    """From which claim to which corrections move."""

    old: str
    new: str


OF_OLDER: Final = statement("corrections/of_older", s.Rows, Pair)
CARRY: Final = statement("corrections/carry", Move, Count)


async def carry(tx: Transaction, readings: list[Json]) -> set[GroupKey]:
    """Let corrections of older readings count in the newer ones; returns the groups that they concern.

    The claim in its place has the same quote, or stands where it stood, and tells the same relation. A correction that
    the newer reading makes needless stays with the older one, and so does one that it no longer allows.
    """
    groups: set[GroupKey] = set()
    taken: set[str] = set()
    by_old: dict[str, list[Pair]] = {}
    for pair in await tx.run(OF_OLDER, s.Rows(readings)):
        by_old.setdefault(pair.old, []).append(pair)
    for old, pairs in by_old.items():
        read = orjson.loads(pairs[0].as_read)
        free = [pair for pair in pairs if pair.new not in taken and pair.says["relation"] == read["relation"]]
        if not free:
            continue
        best = max(free, key=lambda pair: _alike(read, pair.says))
        found = await correct.claim_of(tx, old)
        if not _needed(found.says, best.says):
            continue
        before = await correct.group_of(tx, best.new)
        try:
            await correct.apply(tx, best.new, await correct.claim_of(tx, best.new), found.corrections)
        except InvalidInput:
            continue
        await tx.run(CARRY, Move(old, best.new))
        taken.add(best.new)
        groups |= {before, await correct.group_of(tx, best.new)}
    return groups


def _alike(read: Mapping[str, Any], says: Mapping[str, Any]) -> int:
    return sum(read.get(name) == says.get(name) for name in _SAME)


def _needed(right: Mapping[str, Any], says: Mapping[str, Any]) -> bool:
    """Whether the newer reading still says something else than the corrected claim."""
    return any(right.get(name) != says.get(name) for name in correct.FIELDS)
