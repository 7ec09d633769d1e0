"""Writes what documents say, and withdraws it: each whole or not at all, and the same graph in any order.

Several documents may share a transaction (decision 7); what each of them brings is then told as if they had come one
after the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from graph.errors import Gone, NotFound
from graph.legal_forms import form_of
from graph.model import ClaimRow, DocumentRow, EntityRow, Plan
from graph.redaction import Redactions, in_force
from graph.store import Store, Transaction
from graph.vocabulary import UNCOUNTED_KINDS
from graph.writes.apply import advance, apply_in, derive, lock, timestamp
from graph.writes.statements import Ids
from seed.extract.types import Extraction, Party
from seed.ingest import rows
from seed.ingest import statements as s
from seed.ingest.correct import reapply
from seed.ingest.duplicates.fingerprint import bands
from seed.ingest.duplicates.groups import link_twins
from seed.ingest.facts.rebuild import bury, settle
from seed.ingest.follow import Reading, follow, said
from seed.ingest.identity.assign import GroupKey, group_key, place_documents
from seed.ingest.identity.candidates import similar
from seed.ingest.known import Standing, standings
from seed.ingest.result import Ingested, summary, together
from seed.ingest.rows import Source
from seed.ingest.rulings.match import concerned
from seed.ingest.told import MOST, Told, apart, bounded, parts
from seed.ingest.ways import also_by, mark_of
from seed.resolve.parties import renamed, settled, without_form

T = TypeVar("T")
_LOOKED_UP: Final = 200
"""New entities of a document for which it is said who they may be; the list of candidates has all."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A document as it will be written; ``fresh`` where it is read, or read again."""

    standing: Standing
    document: DocumentRow
    claims: tuple[ClaimRow, ...]
    parties: Mapping[str, list[Party]]
    reading: Reading | None
    fresh: bool

    @property
    def first(self) -> bool:
        """Whether it is whole, or the first of its parts."""
        return self.reading is None or len(self.reading.claims) == len(self.claims)


async def ingest(
    store: Store,
    source: Source,
    extraction: Extraction | None,
    registry: Mapping[str, EntityRow],
    *,
    review: str = "unreviewed",
    read_as: Source | None = None,
) -> Ingested:
    """Write a document, its claims, and the facts that follow, in one transaction.

    The same text changes nothing, unless another extractor has read it, or a newer version of the same: its claims are
    added, those of the older version withdrawn. By another way it stays one document, whose row tells of both. What is
    no source (a case note of our own) only confirms: it brings neither facts nor entities. Another text from the same
    address supersedes the older one. ``read_as`` is the text with all that the extractor was told of it.
    """
    (done,) = await _bounded(store, [Told(source, extraction, read_as)], registry, review)
    return replace(done, similar=await similar(store, done.entities[:_LOOKED_UP]))


async def ingest_all(
    store: Store, told: Sequence[Told], registry: Mapping[str, EntityRow], *, review: str = "unreviewed"
) -> list[Ingested]:
    """The same for several documents, together in as few transactions as their addresses allow.

    Who new entities may be is not looked up: that is asked once, after all of them.
    """
    done: list[Ingested] = []
    for group in apart(told, lambda one: one.keys):
        done += await _bounded(store, group, registry, review)
    return done


async def _bounded(
    store: Store, told: Sequence[Told], registry: Mapping[str, EntityRow], review: str
) -> list[Ingested]:
    """What each document brought, written in as many transactions as their claims ask for."""
    done: list[Ingested] = []
    for group in bounded(told, MOST):
        if group[1:]:
            done += await _ingest(store, group, registry, review)
            continue
        whole = [(await _ingest(store, [part], registry, review))[0] for part in parts(group[0], MOST)]
        done.append(together(whole))
    return done


async def _ingest(
    store: Store, told: Sequence[Told], registry: Mapping[str, EntityRow], review: str
) -> list[Ingested]:
    """What each document brought, but for what its new entities may be."""
    now = timestamp()
    extractions = [_settled(one, registry) for one in told]
    async with store.transaction() as tx:
        await lock(tx, now)
        guard = await in_force(tx)
        extractions = await _as_known(tx, extractions)
        places = await standings(tx, [one.source for one in told], guard, now)
        ready = [
            _ready(one, extraction, place, guard, review)
            for one, extraction, place in zip(told, extractions, places, strict=True)
        ]
        changed = [one for one in ready if one.fresh or one.standing.moved]
        if not changed:
            return [_unchanged(one) for one in ready]
        fresh = [one for one in changed if one.fresh]
        parties = _parties(one.parties for one in fresh)
        found = {row.id: row for row in await tx.run(s.KNOWN_ENTITIES, Ids(sorted(parties)))}
        entities = guard.plan(Plan("entities", tuple(_entities(found, parties, registry)))).entities
        claims = tuple(claim for one in fresh for claim in one.claims)
        name = f"document {changed[0].document.id}" + (" and others" if changed[1:] else "")
        documents = tuple(one.document for one in changed)
        written = await apply_in(tx, Plan(name, entities, documents, claims=claims), now)
        groups = {_key(claim) for claim in claims if claim.modality == "asserted"}
        groups |= await reapply(tx, [claim.id for claim in claims])
        readings = [one.reading for one in fresh if one.reading]
        groups |= await follow(tx, [one.standing for one in changed], readings, now, guard)
        if written.changed["documents"]:
            groups |= await said(tx, [one.document.id for one in changed])
        groups |= await place_documents(tx, _judged(fresh, found))
        twins = await link_twins(
            tx, {one.document.id: bands(one.document.text or "") for one in fresh if one.first}
        )
        resolved = await settle(tx, groups, now)
        await derive(tx, twins)
        await advance(tx, now)
    brought = {row.id for row in entities if row.unregistered} - found.keys()
    done: list[Ingested] = []
    for position, one in enumerate(ready):
        if not one.fresh:
            done.append(_unchanged(one))
            continue
        later = {claim.id for other in ready[position + 1 :] if other.fresh for claim in other.claims}
        told_of = summary(one.document.id, one.claims, resolved, later, brought & one.parties.keys())
        done.append(replace(told_of, **_place(one)))
        brought -= one.parties.keys()
    return done


def _judged(fresh: Sequence[_Ready], found: Mapping[str, s.KnownEntity]) -> list[str]:
    """Documents of which a judgement may speak: of an entity, of this very text, or of one that it follows."""
    merged = any(row.merged_into for row in found.values())
    known = [(one.document.id, one.standing.known) for one in fresh]
    return [id_ for id_, place in known if merged or place.id or place.older]


def _unchanged(one: _Ready) -> Ingested:
    return Ingested(one.document.id, unchanged=True, claims=0, **_place(one))


def _place(one: _Ready) -> dict[str, Any]:
    """What is told of the text beside its claims."""
    place = one.standing
    return {"unread": one.document.unread, "ways": place.labels, "new_way": place.new_way}


def _settled(told: Told, registry: Mapping[str, EntityRow]) -> Extraction | None:
    if told.extraction is None:
        return None
    extraction = concerned(settled(told.extraction, registry))
    return rows.known_only(extraction, registry) if told.source.kind in UNCOUNTED_KINDS else extraction


async def _as_known(tx: Transaction, extractions: Sequence[Extraction | None]) -> list[Extraction | None]:
    """The extractions with the ids that an older version gave to firms of the very same name."""
    ids = {id_: bare for one in extractions if one for id_, bare in without_form(one).items()}
    wanted = sorted({bare for bare, _ in ids.values()})
    rows = await tx.run(s.KNOWN_ENTITIES, Ids(wanted)) if wanted else []
    forms = {row.id: form_of(row.name) for row in rows if row.unregistered}
    older = {id_: bare for id_, (bare, form) in ids.items() if forms.get(bare) == form}
    return [renamed(one, older) if one else None for one in extractions]


def _ready(
    told: Told, extraction: Extraction | None, place: Standing, guard: Redactions, review: str
) -> _Ready:
    known, id_ = place.known, place.document
    published = place.row.published or (extraction.published if extraction else known.published)
    source = replace(place.row, published=published)
    also = also_by(source, place.ways.values())
    if extraction is None:
        row = replace(rows.document(source, id_, None, also), unread=known.unread)
        row = guard.plan(Plan("document", (), (row,))).documents[0]
        return _Ready(place, row, (), {}, None, fresh=False)
    row = rows.document(source, id_, extraction.unread, also)
    claims = tuple(rows.claims(id_, extraction, review))
    plan = guard.plan(Plan("document", (), (row,), claims=claims))
    told_of = mark_of(told.read_as or told.source)
    told.said.extend(one.id for one in plan.claims)
    reading = Reading(id_, extraction.extractor, extraction.version, told_of, list(told.said), told.last)
    parties = rows.parties(extraction)
    return _Ready(place, plan.documents[0], plan.claims, parties, reading, fresh=not place.read(reading.mark))


def _parties(parties: Iterable[Mapping[str, list[Party]]]) -> dict[str, list[Party]]:
    found: dict[str, list[Party]] = {}
    for one in parties:
        for id_, named in one.items():
            found.setdefault(id_, []).extend(named)
    return found


async def withdraw(store: Store, document: str, reason: str) -> list[str]:
    """Withdraw a document and its claims; returns the facts that stood on them alone and are tombstones now.

    Raises ``NotFound``, and ``Gone`` for one that was withdrawn before. What is withdrawn stays in the graph with the
    reason.
    """
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        found = await tx.run(s.WITHDRAW_DOCUMENT, s.OneReason(document, now, reason))
        if not found:
            raise NotFound(f"no document {document!r}", where="id", remedy="look it up with /v1/documents")
        if since := found[0].withdrawn:
            what = f"document {document!r} was withdrawn before"
            raise Gone(what, str(found[0].reason), day=since[:10], where="id")
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
