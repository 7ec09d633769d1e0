"""A person's correction of what a machine read: it counts instead while it stands, and what was read is kept beside it.

A correction is an entry of its own and is never changed; taking it back is another entry, after which all is as it was.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson

from graph.errors import Conflict, Gone, InvalidInput, NotFound
from graph.money import units
from graph.statement import statement
from graph.store import Store, Transaction
from graph.vocabulary import MODALITIES, RELATIONS
from graph.vocabulary.relations import allows
from graph.writes.apply import advance, derive, lock, timestamp
from graph.writes.statements import Count, Id, Ids
from seed.ingest import statements as s
from seed.ingest.facts.rebuild import bury, settle
from seed.ingest.identity.assign import GroupKey, group_key, place_documents

Json = dict[str, Any]

FIELDS: Final = ("relation", "subject", "object", "modality", "amount_minor", "currency", "date")
"""What of a claim can be corrected; a sum and its currency go together."""


@dataclass(frozen=True, slots=True)
class OneId:
    """An id."""

    id: str


@dataclass(frozen=True, slots=True)
class Found:
    """A claim as a correction finds it; ``says`` are its values now, ``verdict`` is the last review of it."""

    says: Json
    as_read: str | None
    roles: list[str]
    extractor: str
    withdrawn: str | None
    document: str
    fact: str | None
    corrections: list[Json]
    verdict: str | None


@dataclass(frozen=True, slots=True)
class FoundCorrection:
    """A correction: its claim, what it takes back, and what takes it back."""

    claim: str | None
    takes_back: str | None
    taken_back_by: str | None


@dataclass(frozen=True, slots=True)
class NewCorrection:
    """An entry to be added."""

    id: str
    claim: str
    properties: Json
    now: str


@dataclass(frozen=True, slots=True)
class Says:
    """What a claim says from now on, and what was read where that is something else."""

    claim: str
    says: Json
    as_read: str | None
    read_as: str | None
    review: str


@dataclass(frozen=True, slots=True)
class Meant:
    """The group of a claim."""

    relation: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did: its id, facts that are held no more, and those in which the claim has a part now."""

    id: str
    claim: str
    gone: tuple[str, ...]
    facts: tuple[str, ...]


CLAIM: Final = statement("corrections/claim", OneId, Found)
OF_CLAIMS: Final = statement("corrections/of_claims", Ids, Id)
FIND: Final = statement("corrections/find", OneId, FoundCorrection)
RECORD: Final = statement("corrections/record", NewCorrection, Count)
APPLY: Final = statement("corrections/apply", Says, Count)
MEANT: Final = statement("corrections/meant", OneId, Meant)


async def correct(store: Store, claim: str, right: Mapping[str, Any], who: str, why: str) -> Corrected:
    """Correct a claim; ``right`` has the fields (``FIELDS``) that were read wrongly, as they should be.

    Raises ``NotFound``, ``Gone`` for a withdrawn claim, ``Conflict`` for one of the records, ``InvalidInput`` for what
    changes nothing, for a relation that the vocabulary does not allow, and without a reason.
    """
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        found = await claim_of(tx, claim)
        entry = _entry(right, found.says, who, why)
        done = await _follow(tx, claim, found, entry, now)
        await advance(tx, now)
    return done


async def take_back(store: Store, correction: str, who: str, why: str) -> Corrected:
    """Take a correction back: what it corrected is again as it was read, or as the other corrections have it.

    Raises ``NotFound``, ``Conflict`` for one that was taken back, ``InvalidInput`` without a reason.
    """
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        known = await tx.run(FIND, OneId(correction))
        if not known or known[0].claim is None:
            raise NotFound(
                f"no correction {correction!r}", where="id", remedy="look it up with /v1/corrections"
            )
        if known[0].takes_back or known[0].taken_back_by:
            raise Conflict(
                "it was taken back, or takes another one back",
                where="id",
                remedy="correct the claim once more",
            )
        found = await claim_of(tx, known[0].claim)
        entry = _reasoned(who, why) | {"takes_back": correction, "before": _dumped(_values(found.says))}
        done = await _follow(tx, known[0].claim, found, entry, now)
        await advance(tx, now)
    return done


async def reapply(tx: Transaction, claims: Iterable[str]) -> set[GroupKey]:
    """Let corrections stand where their claims were written again; returns the groups that they concern."""
    ids = sorted(claims)
    groups: set[GroupKey] = set()
    for row in await tx.run(OF_CLAIMS, Ids(ids)) if ids else ():
        found = await claim_of(tx, row.id)
        groups.add(await group_of(tx, row.id))
        await apply(tx, row.id, found, found.corrections)
        groups.add(await group_of(tx, row.id))
    return groups


async def claim_of(tx: Transaction, id_: str) -> Found:
    """A claim as a correction finds it; raises ``NotFound``, ``Gone`` and ``Conflict``."""
    found = await tx.run(CLAIM, OneId(id_))
    if not found:
        raise NotFound(f"no claim {id_!r}", where="id", remedy="documents list their claims")
    row = found[0]
    if row.withdrawn is not None:
        raise Gone(f"claim {id_!r} was withdrawn", f"withdrawn on {row.withdrawn}", where="id")
    if row.extractor in {"curated", "list"}:
        raise Conflict(
            "this claim is of the records or of a list",
            where="id",
            remedy="correct it in its file, and load that",
        )
    return row


def _reasoned(who: str, why: str) -> Json:
    if not why.strip():
        raise InvalidInput(
            "a correction needs a reason", where="reason", remedy="say what you compared the claim with"
        )
    return {"who": who, "why": why.strip(), "origin": "review"}


def _entry(right: Mapping[str, Any], says: Json, who: str, why: str) -> Json:
    entry = _reasoned(who, why)
    wrong = {name: value for name, value in right.items() if value != says.get(name)}
    if not wrong:
        raise InvalidInput(
            "that is what the claim says already",
            where="correction",
            remedy=f"give one of {', '.join(FIELDS)}".replace("amount_minor", "amount"),
        )
    before = {name: says.get(name) for name in wrong}
    if "amount_minor" in wrong or "currency" in wrong:
        for name in ("amount_minor", "currency"):
            wrong[name], before[name] = right.get(name, says.get(name)), says.get(name)
    return entry | {"right": _dumped(wrong), "before": _dumped(before)}


def _values(says: Json) -> Json:
    return {name: says.get(name) for name in FIELDS}


def _dumped(values: Mapping[str, Any]) -> str:
    return orjson.dumps(dict(values), option=orjson.OPT_SORT_KEYS).decode()


async def _follow(tx: Transaction, claim: str, found: Found, entry: Json, now: str) -> Corrected:
    """Add an entry and let the graph follow from all that stand."""
    why = tx.reason = entry["why"]
    id_ = f"k-{uuid.uuid4().hex[:20]}"
    await tx.run(RECORD, NewCorrection(id_, claim, entry, now))
    before = await group_of(tx, claim)
    added = {"id": id_, "right": entry.get("right"), "takes_back": entry.get("takes_back")}
    await apply(tx, claim, found, [*found.corrections, added])
    await place_documents(tx, [found.document])
    gone = await bury(tx, [found.fact] if found.fact else [], f"corrected: {why}", now)
    resolved = await settle(tx, {before, await group_of(tx, claim)}, now, keep=gone)
    held = sorted({one.fact for part in resolved for one in part.links if one.claim == claim and one.fact})
    await derive(tx, [found.fact] if found.fact and found.fact not in gone else [])
    return Corrected(id_, claim, tuple(one for one in gone if one not in held), tuple(held))


async def group_of(tx: Transaction, claim: str) -> GroupKey:
    """The group of a claim, by what it says now."""
    row = (await tx.run(MEANT, OneId(claim)))[0]
    return group_key(row.relation, row.subject, row.object)


async def apply(tx: Transaction, claim: str, found: Found, entries: Sequence[Json]) -> None:
    """Write what the claim says by all entries that stand; raises ``InvalidInput`` where that is not allowed."""
    read = orjson.loads(found.as_read) if found.as_read else _values(found.says)
    taken = {one["takes_back"] for one in entries if one["takes_back"]}
    standing = [one for one in entries if one["right"] and one["id"] not in taken]
    says = dict(read)
    for one in standing:
        says |= orjson.loads(one["right"])
    if not RELATIONS[says["relation"]].money:
        says |= {"amount_minor": None, "currency": None}
    if standing:
        await _allowed(tx, says)
    kept = _dumped(read) if standing else None
    review = "accepted" if standing else found.verdict or "unreviewed"
    await tx.run(APPLY, Says(claim, says, kept, read_as(read, says) if standing else None, review))


async def _allowed(tx: Transaction, says: Json) -> None:
    ends = {row.id: row for row in await tx.run(s.KNOWN_ENTITIES, Ids([says["subject"], says["object"]]))}
    for where in ("subject", "object"):
        if says[where] not in ends:
            raise InvalidInput(
                f"no entity {says[where]!r}", where=where, remedy="look it up with /v1/search?q="
            )
    relation, subject, object_ = says["relation"], ends[says["subject"]], ends[says["object"]]
    if says["subject"] == says["object"] or not allows(relation, subject.kind, object_.kind):
        raise InvalidInput(
            f"a {subject.kind} and a {object_.kind} cannot stand in {relation}",
            where="relation",
            remedy="/v1/vocabulary says which kinds can",
        )
    if says["modality"] not in MODALITIES:
        raise InvalidInput(
            f"{says['modality']!r} is no modality", where="modality", remedy=", ".join(MODALITIES)
        )
    if (says["amount_minor"] is None) != (says["currency"] is None):
        raise InvalidInput("a sum needs its currency", where="currency", remedy="give both, or neither")


def read_as(read: Mapping[str, Any], says: Mapping[str, Any]) -> str:
    """What was read where it is corrected, in words: ``sum GBP 750; date 2022-05``."""
    parts = [
        f"{name} {read[name] or 'none'}"
        for name in ("relation", "subject", "object", "modality", "date")
        if read[name] != says[name]
    ]
    if (read["amount_minor"], read["currency"]) != (says["amount_minor"], says["currency"]):
        minor, currency = read["amount_minor"], read["currency"]
        parts.append("sum none" if minor is None else f"sum {currency} {units(minor, currency):,.2f}")
    return "; ".join(parts)
