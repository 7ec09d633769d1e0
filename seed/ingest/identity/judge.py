"""A person's word on who is who: two entities are the same or differ, or some mentions of one mean another.

The log only grows, and everything else follows from it: which entity goes by which id, what each claim means, and the
facts that come of it. Taking a judgement back is another judgement, after which all is as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from graph.errors import Conflict, InvalidInput, NotFound
from graph.model import EntityRow, Plan
from graph.store import Store, Transaction
from graph.writes import statements as w
from graph.writes.apply import advance, apply_in, derive, lock, timestamp
from graph.writes.statements import Ids, Rows
from seed.extract.text.tokens import slug
from seed.ingest import statements as s
from seed.ingest.facts.rebuild import settle
from seed.ingest.identity import statements as i
from seed.ingest.identity.assign import known_in, place, read_log, registered
from seed.ingest.identity.candidates import compared
from seed.resolve.identity import Judgement, identity, members, objection

VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says of two entities, or of what some claims and documents say of ``left``.

    Without ``right``, a new entity called ``name`` is meant by these mentions.
    """

    left: str
    right: str | None
    verdict: str
    why: str
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judgement changed: ids and the ids by which they go now (null: their own), claims that moved, facts."""

    id: str
    left: str
    right: str
    verdict: str
    merged: dict[str, str | None]
    claims: int
    facts: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Effect:
    merged: dict[str, str | None]
    claims: int
    facts: tuple[str, ...]
    gone: tuple[str, ...]


async def judge(store: Store, word: Word, who: str) -> Judged:
    """Add a judgement to the log and let the graph follow.

    Raises ``NotFound`` for what does not exist, ``Conflict`` where curated records or other judgements stand against
    it, ``InvalidInput`` for a word that says nothing.
    """
    _checked(word)
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        log = await read_log(tx)
        known = await known_in(tx, log, *(id_ for id_ in (word.left, word.right) if id_))
        new = await _line(tx, log, known, word)
        against = objection(log, new, registered(known.values()))
        if against is not None:
            raise Conflict(against, where="right")
        await _append(tx, new, word.why.strip(), who, now)
        tx.reason = word.why.strip()
        effect = await reapply(tx, [*log, new], now)
        await advance(tx, now)
    return Judged(
        _id(new), new.left, new.right, new.verdict, effect.merged, effect.claims, effect.facts, effect.gone
    )


def _checked(word: Word) -> None:
    splits = bool(word.claims or word.documents)
    if word.verdict not in VERDICTS or (splits and word.verdict == "unsure"):
        raise InvalidInput(
            f"{word.verdict!r} is no verdict here", where="verdict", remedy="same or different"
        )
    if not word.why.strip():
        raise InvalidInput("a judgement needs a reason", where="why", remedy="say what tells you so")
    if word.left == word.right:
        raise InvalidInput("these are one and the same id", where="right", remedy="name two entities")
    if word.right is None and not (splits and word.name and word.name.strip() and word.verdict == "same"):
        raise InvalidInput(
            "who is it then?", where="right", remedy="give `right`, or for claims and documents a new `name`"
        )


async def _line(
    tx: Transaction, log: Sequence[Judgement], known: dict[str, s.KnownEntity], word: Word
) -> Judgement:
    """The line of the log that a word becomes."""
    right = word.right or f"{word.left}~{slug(word.name or '')}"
    for where, id_ in (("left", word.left), ("right", word.right)):
        if id_ is not None and id_ not in known:
            raise NotFound(f"no entity {id_!r}", where=where, remedy="look it up with /v1/search?q=")
    number = max((line.number for line in log), default=0) + 1
    if not (word.claims or word.documents):
        return Judgement(number, word.left, right, word.verdict)
    found = identity(log, registered(known.values()))
    if found.of(word.left) == found.of(right):
        raise Conflict(f"{right!r} and {word.left!r} were judged to be the same", where="right")
    of = tuple(id_ for id_ in members(found, word.left) if id_ != right)
    await _mentioned(tx, word, of)
    name = None if word.right else (word.name or "").strip()
    return Judgement(
        number, word.left, right, word.verdict, tuple(sorted(set(word.claims))), tuple(sorted(set(word.documents))),
        of, name,
    )  # fmt: skip


async def _mentioned(tx: Transaction, word: Word, of: Sequence[str]) -> None:
    """Raise unless each claim and document has something of a machine to say of the entity."""
    mentions = await tx.run(i.MENTIONS, i.Concerned([], list(word.claims), list(word.documents)))
    for where, wanted, found in (
        ("claims", word.claims, {one.claim for one in mentions if _speaks(one, of)}),
        ("documents", word.documents, {one.documents[0] for one in mentions if _speaks(one, of)}),
    ):
        missing = sorted(set(wanted) - found)
        if missing:
            raise NotFound(
                f"no claim of a machine speaks of {word.left!r} there: {', '.join(missing)}",
                where=where,
                remedy="give ids of claims or documents; curated records are changed in their files",
            )


def _speaks(one: i.Mention, of: Sequence[str]) -> bool:
    return bool({one.subject, one.object, *(role.split("=", 1)[1] for role in one.roles or ())} & set(of))


def _id(line: Judgement) -> str:
    return f"j-{line.number:06d}"


async def _append(tx: Transaction, new: Judgement, why: str, who: str, now: str) -> None:
    comparison = None if new.splits else await compared(tx, new.left, new.right)
    properties = {
        "number": new.number,
        "left": new.left,
        "right": new.right,
        "verdict": new.verdict,
        "claims": list(new.claims) or None,
        "documents": list(new.documents) or None,
        "of": list(new.of) or None,
        "name": new.name,
        "score": comparison.score if comparison else None,
        "features": orjson.dumps(comparison.features).decode() if comparison else None,
        "who": who,
        "why": why,
        "recorded": now,
    }
    await tx.run(i.APPEND, i.NewLine(_id(new), properties))


async def follow_records(store: Store) -> None:
    """Let the graph follow the judgements again after a load of records: who is registered is kept before others."""
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        log = await read_log(tx)
        effect = await reapply(tx, log, now) if log else None
        if effect and (effect.merged or effect.claims):
            await advance(tx, now)


async def reapply(tx: Transaction, log: Sequence[Judgement], now: str) -> _Effect:
    """Let the graph follow from the whole log: only what differs is written."""
    known = await known_in(tx, log)
    known |= await _made(tx, log, known, now)
    found = identity(log, registered(known.values()))
    into = {id_: found.canonical.get(id_) for id_ in known}
    merged = {id_: into[id_] for id_, row in known.items() if row.merged_into != into[id_]}
    if merged:
        await tx.run(i.MERGE, Rows([{"id": id_, "into": into} for id_, into in merged.items()]))
    moved = await place(tx, await _concerned(tx, log, merged), found)
    resolved = await settle(tx, moved.groups, now)
    facts = sorted({link.fact for one in resolved for link in one.links if link.fact})
    gone = sorted({id_ for one in resolved for id_ in one.obsolete})
    await tx.run(i.DATE_FACTS, i.Dated(facts, now))
    await _renamed(tx, known, merged, moved.facts)
    unmade = sorted({line.right for line in log if line.name} - found.targets)
    await tx.run(i.UNMAKE, Ids(unmade))
    return _Effect(merged, moved.claims, tuple(facts), tuple(gone))


async def _made(
    tx: Transaction, log: Sequence[Judgement], known: dict[str, s.KnownEntity], now: str
) -> dict[str, s.KnownEntity]:
    """Entities that mentions are assigned to and that only a judgement knows."""
    targets = identity(log, ()).targets
    names = {
        line.right: line for line in log if line.name and line.right in targets and line.right not in known
    }
    rows = tuple(
        EntityRow(id_, known[line.left].kind, line.name or id_, unregistered=True)
        for id_, line in names.items()
    )
    if rows:
        await apply_in(tx, Plan("entities of judgements", entities=rows), now)
        await tx.run(i.MAKE, Ids(sorted(names)))
    return {row.id: s.KnownEntity(row.id, row.kind, row.name, [], None, True, None) for row in rows}


async def _concerned(
    tx: Transaction, log: Sequence[Judgement], merged: dict[str, str | None]
) -> list[i.Mention]:
    """Mentions that may mean something else now: of entities that changed, and all of which a judgement speaks."""
    claims = sorted({claim for line in log for claim in line.claims})
    first = sorted({document for line in log for document in line.documents})
    documents = [row.id for row in await tx.run(i.NEWER, Ids(first))] if first else []
    if not (merged or claims or documents):
        return []
    return await tx.run(i.MENTIONS, i.Concerned(sorted(merged), claims, documents))


async def _renamed(
    tx: Transaction, known: dict[str, s.KnownEntity], merged: dict[str, str | None], left: frozenset[str]
) -> None:
    """Names under which entities and their facts are found, and the counts of facts that lost a claim."""
    shown = {
        *merged,
        *(known[id_].merged_into or id_ for id_ in merged),
        *(into for into in merged.values() if into),
    }
    facts = set(left)
    if shown:
        await tx.run(w.NAMES, Ids(sorted(shown)))
        facts |= {row.id for row in await tx.run(w.FACTS_OF, Ids(sorted(shown)))}
    await derive(tx, facts)
