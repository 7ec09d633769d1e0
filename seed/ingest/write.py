"""Writes what documents say, and withdraws it: each whole or not at all, and the same graph in any order.

Several documents may share a transaction (decision 7); what each of them brings is then told as if they had come one
after the other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.errors import NotFound
from graph.model import ClaimRow, DocumentRow, EntityRow, Plan
from graph.redaction import Redactions, in_force
from graph.store import Store, Transaction
from graph.vocabulary import UNCOUNTED_KINDS
from graph.write import advance, apply_in, derive, lock, timestamp
from graph.write_statements import Ids, Rows
from seed.extract.types import Extraction, Party
from seed.ingest import rows
from seed.ingest import statements as s
from seed.ingest.candidates import similar
from seed.ingest.fingerprint import bands
from seed.ingest.outcome import Ingested, summary
from seed.ingest.placing import GroupKey, group_key, place_documents
from seed.ingest.rows import Source
from seed.ingest.rulings import concerned
from seed.ingest.settling import bury, settle
from seed.ingest.twins import link_twins
from seed.resolve.parties import settled

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """A document and what an extractor found in it."""

    source: Source
    extraction: Extraction

    @property
    def key(self) -> str:
        """What no two documents of one transaction share: the address, or the text where there is none."""
        return self.source.place or rows.document_id(self.source)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A document as it will be written."""

    document: DocumentRow
    claims: tuple[ClaimRow, ...]
    parties: Mapping[str, list[Party]]
    extractor: str
    version: str

    @property
    def mark(self) -> str:
        return rows.mark(self.extractor, self.version)


async def ingest(
    store: Store,
    source: Source,
    extraction: Extraction,
    registry: Mapping[str, EntityRow],
    *,
    review: str = "unreviewed",
) -> Ingested:
    """Write a document, its claims, and the facts that follow, in one transaction.

    The same text from the same address changes nothing, unless another extractor has read it, or a newer version of the
    same: its claims are added, those of the older version withdrawn. What is no source (a case note of our own) only
    confirms: it brings neither facts nor entities. Another text from the same address supersedes the older one.
    """
    (done,) = await _ingest(store, [Told(source, extraction)], registry, review)
    return replace(done, similar=await similar(store, done.entities))


async def ingest_all(
    store: Store, told: Sequence[Told], registry: Mapping[str, EntityRow], *, review: str = "unreviewed"
) -> list[Ingested]:
    """The same for several documents, together in as few transactions as their addresses allow.

    Who new entities may be is not looked up: that is asked once, after all of them.
    """
    done: list[Ingested] = []
    for group in apart(told, lambda one: one.key):
        done += await _ingest(store, group, registry, review)
    return done


def apart(told: Iterable[T], key: Callable[[T], str]) -> Iterator[list[T]]:
    """Groups, in order, in which no key stands twice: a text supersedes what is there before it."""
    group: dict[str, T] = {}
    for one in told:
        if key(one) in group:
            yield list(group.values())
            group = {}
        group[key(one)] = one
    if group:
        yield list(group.values())


async def _ingest(
    store: Store, told: Sequence[Told], registry: Mapping[str, EntityRow], review: str
) -> list[Ingested]:
    """What each document brought, but for what its new entities may be."""
    now = timestamp()
    extractions = [_settled(one, registry) for one in told]
    async with store.transaction() as tx:
        await lock(tx, now)
        guard = await in_force(tx)
        ready = [
            _ready(one.source, extraction, guard, review)
            for one, extraction in zip(told, extractions, strict=True)
        ]
        known = await _known(tx, ready)
        fresh = [one for one in ready if not known[one.document.id].holds(one.mark)]
        if not fresh:
            return [_unchanged(one) for one in ready]
        parties = _together(one.parties for one in fresh)
        found = {row.id: row for row in await tx.run(s.KNOWN_ENTITIES, Ids(sorted(parties)))}
        entities = guard.plan(Plan("entities", tuple(_entities(found, parties, registry)))).entities
        claims = tuple(claim for one in fresh for claim in one.claims)
        name = f"document {fresh[0].document.id}" + (" and others" if fresh[1:] else "")
        await apply_in(tx, Plan(name, entities, tuple(one.document for one in fresh), claims=claims), now)
        groups = {_key(claim) for claim in claims if claim.modality == "asserted"}
        groups |= await _follow_older(tx, fresh, known, now)
        groups |= await place_documents(tx, _judged(fresh, known, found))
        twins = await link_twins(tx, {one.document.id: bands(one.document.text or "") for one in fresh})
        resolved = await settle(tx, groups, now)
        await derive(tx, twins)
        await advance(tx, now)
    brought = {row.id for row in entities if row.unregistered} - found.keys()
    done: list[Ingested] = []
    for position, one in enumerate(ready):
        later = {claim.id for other in ready[position + 1 :] for claim in other.claims}
        if one in fresh:
            done.append(summary(one.document.id, one.claims, resolved, later, brought & one.parties.keys()))
            brought -= one.parties.keys()
        else:
            done.append(_unchanged(one))
    return done


def _judged(
    fresh: Sequence[_Ready], known: Mapping[str, s.KnownText], found: Mapping[str, s.KnownEntity]
) -> list[str]:
    """Documents of which a judgement may speak: of an entity, of this very text, or of one that it follows."""
    merged = any(row.merged_into for row in found.values())
    places = ((one.document.id, known[one.document.id]) for one in fresh)
    return [id_ for id_, place in places if merged or place.same or place.older]


def _unchanged(one: _Ready) -> Ingested:
    return Ingested(one.document.id, unchanged=True, claims=0)


def _settled(told: Told, registry: Mapping[str, EntityRow]) -> Extraction:
    extraction = concerned(settled(told.extraction, registry))
    return rows.known_only(extraction, registry) if told.source.kind in UNCOUNTED_KINDS else extraction


def _ready(source: Source, extraction: Extraction, guard: Redactions, review: str) -> _Ready:
    claims = tuple(rows.claims(source, extraction, review))
    plan = guard.plan(Plan("document", (), (rows.document(source),), claims=claims))
    parties = rows.parties(extraction)
    return _Ready(plan.documents[0], plan.claims, parties, extraction.extractor, extraction.version)


def _together(parties: Iterable[Mapping[str, list[Party]]]) -> dict[str, list[Party]]:
    found: dict[str, list[Party]] = {}
    for one in parties:
        for id_, named in one.items():
            found.setdefault(id_, []).extend(named)
    return found


async def _known(tx: Transaction, ready: Sequence[_Ready]) -> dict[str, s.KnownText]:
    places = [{"id": one.document.id, "address": one.document.address} for one in ready]
    return {row.id: row for row in await tx.run(s.KNOWN_TEXTS, Rows(places))}


async def _follow_older(
    tx: Transaction, fresh: Sequence[_Ready], known: Mapping[str, s.KnownText], now: str
) -> set[GroupKey]:
    """Bring back what was withdrawn, and withdraw what older texts and older readings said; returns their groups."""
    gone: list[s.Withdrawn] = []
    back = [one.document.id for one in fresh if known[one.document.id].withdrawn is not None]
    if back:
        gone += await tx.run(s.RESTORE_CLAIMS, Ids(back))
    for one in fresh:
        if older := known[one.document.id].older:
            await tx.run(s.SUPERSEDE, s.Newer(older, one.document.id))
            reason = f"superseded by {one.document.id}"
            gone += await tx.run(s.WITHDRAW_CLAIMS, s.Reason(older, now, reason))
    readings = [
        {"id": one.document.id, "extractor": one.extractor, "version": one.version, "mark": one.mark}
        for one in fresh
    ]
    gone += await tx.run(s.READ_BY, s.Readings(readings, now))
    return {group_key(row.relation, row.subject, row.object) for row in gone if row.extractor != "curated"}


async def withdraw(store: Store, document: str, reason: str) -> list[str]:
    """Withdraw a document and its claims; returns the facts that stood on them alone and are tombstones now.

    Raises ``NotFound``. What is withdrawn stays in the graph with the reason.
    """
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        if not (await tx.run(s.WITHDRAW_DOCUMENT, s.OneReason(document, now, reason)))[0].written:
            raise NotFound(f"no document {document!r}", where="id", remedy="look it up with /v1/documents")
        gone = await tx.run(s.WITHDRAW_CLAIMS, s.Reason([document], now, reason))
        buried = await bury(tx, sorted({row.fact for row in gone if row.fact}), reason, now)
        machine = {(row.relation, row.subject, row.object) for row in gone if row.extractor != "curated"}
        await settle(tx, machine, now, keep=buried)
        await advance(tx, now)
    return buried


def _key(claim: ClaimRow) -> GroupKey:
    return group_key(claim.relation, claim.subject, claim.object)


def _entities(
    found: Mapping[str, s.KnownEntity],
    parties: Mapping[str, list[Party]],
    registry: Mapping[str, EntityRow],
) -> list[EntityRow]:
    """Rows for entities that the graph lacks, and for unregistered ones that a text gives another name."""
    wanted: list[EntityRow] = []
    for id_, named in sorted(parties.items()):
        known = found.get(id_)
        if known is None and id_ in registry:
            wanted += [row for row in _owners(id_, registry) if row.id not in found]
        elif known is None:
            wanted.append(rows.entity(id_, named, None))
        elif known.unregistered:
            before = EntityRow(id_, known.kind, known.name, tuple(known.aliases))
            wanted.append(rows.entity(id_, named, before))
    return list({row.id: row for row in wanted}.values())


def _owners(id_: str, registry: Mapping[str, EntityRow]) -> list[EntityRow]:
    """An entity of the records and those that it belongs to: its row names them."""
    chain: list[EntityRow] = []
    queue = [id_]
    while queue:
        row = registry[queue.pop()]
        if row not in chain:
            chain.append(row)
            queue += [owner for owner in (row.parent, row.operator) if owner]
    return chain


__all__ = ["Ingested", "Told", "apart", "bury", "ingest", "ingest_all", "settle", "withdraw"]
