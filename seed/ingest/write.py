"""Writes what a document says, and withdraws it: one transaction each, and the same graph in whatever order they come.

The facts of a group (one relation between two parties) are made anew from *all* its current claims whenever one of
them comes or goes. That is what makes the result independent of the order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.errors import NotFound
from graph.model import ClaimRow, EntityRow, Plan
from graph.store import Store, Transaction
from graph.vocabulary import RELATIONS, UNCOUNTED_KINDS
from graph.write import advance, apply_in, derive, link, lock, timestamp
from graph.write import remove as unlink
from graph.write_statements import Endpoints, Ids, Rows
from seed.extract.types import Extraction, Party
from seed.ingest import rows
from seed.ingest import statements as s
from seed.ingest.candidates import Similar, similar
from seed.ingest.facts import Group, Link, Resolved, resolve
from seed.ingest.fingerprint import bands
from seed.ingest.following import follow
from seed.ingest.placing import GroupKey, group_key, place_document
from seed.ingest.rows import Source
from seed.ingest.rulings import concerned
from seed.resolve.parties import settled


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a document brought.

    ``new`` and ``confirmed`` are ids of facts; ``disputed`` are facts that it contradicts; ``unsure`` are claims that a
    person has to place; ``unchanged`` is true where the very same text was there already. ``similar`` are entities that
    it brought and that may be others.
    """

    document: str
    unchanged: bool
    claims: int
    new: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    similar: tuple[Similar, ...] = ()


async def ingest(
    store: Store,
    source: Source,
    extraction: Extraction,
    registry: Mapping[str, EntityRow],
    *,
    review: str = "unreviewed",
) -> Ingested:
    """Write a document, its claims, and the facts that follow, in one transaction.

    The same text from the same address changes nothing. What is no source (a case note of our own) only confirms: it
    brings neither facts nor entities. Another text from the same address supersedes the older one.
    """
    id_ = rows.document_id(source)
    now = timestamp()
    extraction = concerned(settled(extraction, registry))
    if source.kind in UNCOUNTED_KINDS:
        extraction = rows.known_only(extraction, registry)
    async with store.transaction() as tx:
        await lock(tx, now)
        known = (await tx.run(s.KNOWN_TEXT, s.Text(id_, source.url)))[0]
        if known.same is not None and known.withdrawn is None:
            return Ingested(id_, unchanged=True, claims=0)
        wanted = rows.claims(source, extraction, review)
        parties = rows.parties(extraction)
        found = {row.id: row for row in await tx.run(s.KNOWN_ENTITIES, Ids(sorted(parties)))}
        entities = _entities(found, parties, registry)
        plan = Plan(f"document {id_}", tuple(entities), (rows.document(source),), claims=tuple(wanted))
        await apply_in(tx, plan, now)
        if known.withdrawn is not None:
            await tx.run(s.RESTORE_CLAIMS, Ids([id_]))
        groups = {_key(claim) for claim in wanted if claim.modality == "asserted"}
        # Judgements speak of what was there before: of an entity, of this very text, or of one that it follows.
        judged = known.same or known.older or any(row.merged_into for row in found.values())
        if known.older:
            groups |= await _supersede(tx, known.older, id_, now)
        if judged:
            groups |= await place_document(tx, id_)
        fingerprint = bands(source.text)
        twins = [row.id for row in await tx.run(s.BANDS, s.Bands(id_, fingerprint))] if fingerprint else []
        resolved = await settle(tx, groups, now)
        await derive(tx, twins)
        await advance(tx, now)
    brought = [row.id for row in entities if row.unregistered and row.id not in found]
    return replace(_summary(id_, wanted, resolved), similar=await similar(store, brought))


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


async def bury(tx: Transaction, facts: list[str], reason: str, now: str) -> list[str]:
    """Make tombstones of those facts that no claim supports any more, and count the sources of the others."""
    if not facts:
        return []
    buried = await tx.run(s.BURY_FACTS, s.Reason(facts, now, reason))
    await unlink(tx, buried)
    gone = {row.id for row in buried}
    await derive(tx, [id_ for id_ in facts if id_ not in gone])
    return sorted(gone)


async def _supersede(tx: Transaction, older: list[str], newer: str, now: str) -> set[GroupKey]:
    """Withdraw the claims of older texts of the same address; returns the groups that they touch."""
    await tx.run(s.SUPERSEDE, s.Newer(older, newer))
    gone = await tx.run(s.WITHDRAW_CLAIMS, s.Reason(older, now, f"superseded by {newer}"))
    return {(row.relation, row.subject, row.object) for row in gone}


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


async def settle(
    tx: Transaction, keys: Iterable[GroupKey], now: str, *, keep: Sequence[str] = ()
) -> list[Resolved]:
    """Make the facts of these groups anew from all their current claims. Facts in ``keep`` stay as tombstones."""
    wanted = sorted(set(keys))
    if not wanted:
        return []
    maps = [
        {"relation": r, "subject": a, "object": b, "symmetric": RELATIONS[r].symmetric} for r, a, b in wanted
    ]
    groups = await tx.run(s.GROUPS, s.GroupsOf(maps, list(UNCOUNTED_KINDS)))
    countries = {
        row.id: row.country
        for row in await tx.run(s.KNOWN_ENTITIES, Ids(sorted({g.subject for g in groups})))
    }
    resolved = [resolve(_group(g), countries.get(g.subject)) for g in groups]
    obsolete = [id_ for one in resolved for id_ in one.obsolete if id_ not in keep]
    ends = [
        Endpoints(id_, g.subject, g.object)
        for g, one in zip(groups, resolved, strict=True)
        for id_ in one.obsolete
    ]
    if obsolete:
        await unlink(tx, [end for end in ends if end.id in set(obsolete)])
        await tx.run(s.REMOVE_FACTS, Ids(obsolete))
    facts = tuple(fact for one in resolved for fact in one.facts)
    await apply_in(tx, Plan("facts of a document", facts=facts), now)
    await _link(tx, [place for one in resolved for place in one.links])
    lost = await follow(tx, groups, facts, now)
    return [one.losing(lost) for one in resolved] if lost else resolved


def _group(row: s.GroupRow) -> Group:
    # Two ends that were judged to be the same have no facts between them.
    claims = row.claims if row.subject != row.object else ()
    return Group(row.relation, row.subject, row.object, claims, row.facts)


async def _link(tx: Transaction, links: Sequence[Link]) -> None:
    if not links:
        return
    maps = [
        {"claim": one.claim, "fact": one.fact, "stance": one.stance, "unsure": one.unsure} for one in links
    ]
    await tx.run(s.LINK_CLAIMS, Rows(maps))
    stood = sorted({one.fact for one in links if one.fact})
    await link(tx, await tx.run(s.UNBURY_FACTS, Ids(stood)))
    await derive(tx, stood)


def _summary(id_: str, wanted: Sequence[ClaimRow], resolved: Sequence[Resolved]) -> Ingested:
    own = {claim.id for claim in wanted}
    witnesses: dict[str, set[str]] = {}
    disputed: set[str] = set()
    unsure: list[str] = []
    for place in (place for one in resolved for place in one.links):
        if place.fact is not None:
            witnesses.setdefault(place.fact, set()).add(place.claim)
        if place.claim in own and place.unsure:
            unsure.append(place.claim)
        if place.claim in own and place.stance == "DISPUTES" and place.fact:
            disputed.add(place.fact)
    derived = {fact.id for one in resolved for fact in one.facts}
    told = {fact for fact, claims in witnesses.items() if claims & own} - disputed
    new = {fact for fact in told & derived if witnesses[fact] <= own}
    return Ingested(
        id_,
        unchanged=False,
        claims=len(wanted),
        new=tuple(sorted(new)),
        confirmed=tuple(sorted(told - new)),
        disputed=tuple(sorted(disputed)),
        unsure=tuple(sorted(unsure)),
    )
