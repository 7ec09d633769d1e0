"""Gives the claims of machines the entities that they mean by the judgements so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.statement import Nothing
from graph.store import Transaction
from graph.vocabulary import RELATIONS
from graph.writes.statements import Ids, Rows
from seed.ingest import statements as s
from seed.ingest.identity import statements as i
from seed.resolve.identity import Identity, Judgement, identity

GroupKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Moved:
    """Claims that mean another entity than before: the groups that they left and joined, and the facts they left."""

    claims: int
    groups: frozenset[GroupKey]
    facts: frozenset[str]


def group_key(relation: str, subject: str, object_: str) -> GroupKey:
    """The group of a claim; where the relation has no direction, the smaller id comes first."""
    if RELATIONS[relation].symmetric and subject > object_:
        return relation, object_, subject
    return relation, subject, object_


async def read_log(tx: Transaction) -> list[Judgement]:
    """All judgements, the first one first."""
    return [
        Judgement(
            line.number,
            line.left,
            line.right,
            line.verdict,
            tuple(line.claims or ()),
            tuple(line.documents or ()),
            tuple(line.of or ()),
            line.name,
        )
        for line in await tx.run(i.LOG, Nothing())
    ]


async def known_in(tx: Transaction, log: Iterable[Judgement], *more: str) -> dict[str, s.KnownEntity]:
    """The entities of which a log speaks, and others, as they stand in the graph."""
    ids = {id_ for line in log for id_ in (line.left, line.right, *line.of)} | set(more)
    return {row.id: row for row in await tx.run(s.KNOWN_ENTITIES, Ids(sorted(ids)))} if ids else {}


def registered(known: Iterable[s.KnownEntity]) -> frozenset[str]:
    """Those that the curated records know."""
    return frozenset(row.id for row in known if not row.unregistered)


async def place_documents(tx: Transaction, documents: Sequence[str]) -> frozenset[GroupKey]:
    """Place the claims of documents, as they were just written; returns the groups in which they now stand."""
    log = await read_log(tx) if documents else []
    if not log:
        return frozenset()
    found = identity(log, registered((await known_in(tx, log)).values()))
    mentions = await tx.run(i.MENTIONS_OF_DOCUMENTS, Ids(list(documents)))
    await place(tx, mentions, found)
    stand = ((one.relation, _meant(one, found)) for one in mentions if one.modality == "asserted")
    return frozenset(group_key(relation, row["subject"], row["object"]) for relation, row in stand)


async def place(tx: Transaction, mentions: Sequence[i.Mention], found: Identity) -> Moved:
    """Write what these claims mean where that is not what they mean now; the facts are left to ``settle``."""
    rows: list[i.Json] = []
    groups: set[GroupKey] = set()
    for one in mentions:
        row = _meant(one, found)
        if (row["subject"], row["object"], row["roles"]) == (
            one.subject_id,
            one.object_id,
            one.role_ids or [],
        ):
            continue
        rows.append(row)
        if one.modality == "asserted":
            groups.add(group_key(one.relation, one.subject_id, one.object_id))
            groups.add(group_key(one.relation, row["subject"], row["object"]))
    if rows:
        await tx.run(i.PLACE, Rows(rows))
    moved = {row["claim"] for row in rows}
    facts = frozenset(one.fact for one in mentions if one.fact and one.claim in moved)
    return Moved(len(moved), frozenset(groups), facts)


def _meant(one: i.Mention, found: Identity) -> i.Json:
    def meant(id_: str) -> str:
        return found.meant(id_, one.claim, one.documents)

    roles = (role.split("=", 1) for role in one.roles or ())
    return {
        "claim": one.claim,
        "subject": meant(one.subject),
        "object": meant(one.object),
        "roles": sorted({f"{role}={meant(id_)}" for role, id_ in roles}),
    }
