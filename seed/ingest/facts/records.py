"""What follows when records change: facts whose record is gone go, and what machines read finds its place anew.

Each folder of records is an origin; the graph remembers which claims it had when it was loaded last, so that records of
your own and the shipped ones do not take each other away.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final

from graph.model import FactRow
from graph.statement import statement
from graph.store import Store, Transaction
from graph.writes.apply import advance, derive, link, lock, timestamp
from graph.writes.apply import remove as unlink
from graph.writes.statements import Count, Endpoints, Id, Ids
from seed.ingest import statements as s
from seed.ingest.facts.derive import GONE
from seed.ingest.facts.rebuild import settle
from seed.ingest.identity.assign import GroupKey, group_key


@dataclass(frozen=True, slots=True)
class Origin:
    """The name of a folder of records."""

    id: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """Ids of claims: of the origin as it was loaded last, and of all other origins."""

    before: list[str]
    elsewhere: list[str]


@dataclass(frozen=True, slots=True)
class Kept:
    """The claims of an origin."""

    id: str
    claims: list[str]


@dataclass(frozen=True, slots=True)
class Why:
    """Ids, and a reason for which something was withdrawn."""

    ids: list[str]
    reason: str


@dataclass(frozen=True, slots=True)
class Groups:
    """``groups``: maps of relation, subject and object."""

    groups: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Key:
    """A group."""

    relation: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Followed:
    """Ids of facts that were withdrawn because their record is gone, and of those that came back with theirs."""

    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()


RECORDS_OF: Final = statement("ingest/records_of", Origin, Remembered)
KEEP_RECORDS: Final = statement("ingest/keep_records", Kept, Count)
DROP_CLAIMS: Final = statement("ingest/drop_claims", s.Reason, Id)
DROP_FACTS: Final = statement("ingest/drop_facts", s.Reason, Endpoints)
RETURN_CLAIMS: Final = statement("ingest/return_claims", Why, Id)
READ_GROUPS: Final = statement("ingest/read_groups", Groups, Key)


def groups_of(facts: Iterable[FactRow]) -> set[GroupKey]:
    """The groups of some facts."""
    return {group_key(fact.relation, fact.subject, fact.object) for fact in facts}


async def knows(store: Store, origin: str) -> bool:
    """Whether the graph has held the records of an origin before."""
    return bool((await store.read(RECORDS_OF, Origin(origin)))[0].before)


async def follow_origin(
    store: Store,
    origin: str,
    claims: Iterable[str],
    groups: AbstractSet[GroupKey],
    *,
    arrival: str | None = None,
) -> Followed:
    """Withdraw what an origin no longer has, bring back what it has again, in one transaction; again changes nothing.

    ``claims`` are all that its records have now, ``groups`` those of facts that may be new or changed;
    ``arrival`` is the origin where this is its first load.
    """
    now = timestamp()
    wanted = sorted(set(claims))
    if not groups and (await store.read(RECORDS_OF, Origin(origin)))[0].before == wanted:
        return Followed()
    async with store.transaction() as tx:
        tx.arrival = arrival
        await lock(tx, now)
        known = (await tx.run(RECORDS_OF, Origin(origin)))[0]
        missing = sorted(set(known.before) - set(wanted) - set(known.elsewhere))
        gone = await _drop(tx, missing, now)
        back = [row.id for row in await tx.run(RETURN_CLAIMS, Why(wanted, GONE))]
        returned = await tx.run(s.UNBURY_FACTS, Ids(back))
        await link(tx, returned)
        await derive(tx, back)
        ends = {row.id: row for row in (*gone, *returned)}
        touched = await _keys(tx, sorted(ends)) | groups
        settled = await settle(tx, await read_groups(tx, touched), now)
        if wanted != known.before:
            await tx.run(KEEP_RECORDS, Kept(origin, wanted))
        if missing or back or settled:
            await advance(tx, now)
    return Followed(tuple(sorted(row.id for row in gone)), tuple(sorted(row.id for row in returned)))


async def _drop(tx: Transaction, claims: list[str], now: str) -> list[Endpoints]:
    facts = [row.id for row in await tx.run(DROP_CLAIMS, s.Reason(claims, now, GONE))]
    gone = await tx.run(DROP_FACTS, s.Reason(facts, now, GONE))
    await unlink(tx, gone)
    await derive(tx, set(facts) - {row.id for row in gone})
    return gone


async def _keys(tx: Transaction, facts: list[str]) -> set[GroupKey]:
    return {group_key(row.relation, row.subject, row.object) for row in await tx.run(s.LIVES, Ids(facts))}


async def read_groups(tx: Transaction, keys: Iterable[GroupKey]) -> list[GroupKey]:
    """The groups among these of which machines have read."""
    maps = [{"relation": r, "subject": a, "object": b} for r, a, b in sorted(keys)]
    return [(row.relation, row.subject, row.object) for row in await tx.run(READ_GROUPS, Groups(maps))]
