"""From the entries of a list to the rows of the graph. Pure, and the same for the same list."""

import hashlib
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model import ClaimRow, DocumentRow, EntityRow, FactRow, Plan, StageRow
from graph.text import slug
from seed.import_.batch import VERSION, Batch
from seed.import_.entry import Entry
from seed.import_.linking import Link
from seed.import_.parties import Target

EXTRACTOR: Final = "list"
"""What the claims of lists say of where they come from."""

_OPENING: Final = {
    "FINED": "imposed", "ORDERED": "imposed", "REPRIMANDED": "imposed", "FOUND_BREACH": "imposed",
    "SETTLED_WITH": "settled", "PROPOSED_FINE": "proposed",
}  # fmt: skip
_LEAVES: Final = {"imposed": "unknown", "settled": "settled", "proposed": "proposed"}
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with its target, and the fact of the graph that it tells of, if any."""

    entry: Entry
    target: Target
    link: Link | None
    more: tuple[EntityRow, ...] = ()
    """Who else the graph lacks: the authority, and owners before what is theirs."""

    @property
    def makes_fact(self) -> bool:
        """Whether the row becomes a fact of its own."""
        return self.link is None or self.link.verdict == "look"


def plans(batch: Batch, placed: Sequence[Placed], size: int) -> Iterator[Plan]:
    """Plans of ``size`` rows each."""
    keys = keys_of(placed)
    for start in range(0, len(placed), size):
        end = start + size
        yield plan_of(batch, placed[start:end], keys[start:end])


def plan_of(batch: Batch, placed: Sequence[Placed], keys: Sequence[str]) -> Plan:
    """What some rows write, each with its key."""
    entities: dict[str, EntityRow] = {}
    documents: list[DocumentRow] = []
    facts: list[FactRow] = []
    claims: list[ClaimRow] = []
    for one, key in zip(placed, keys, strict=True):
        entities.update((row.id, row) for row in one.more)
        if one.target.row is not None:
            entities[one.target.id] = one.target.row
        document = document_of(batch, one.entry, key)
        documents.append(document)
        fact = None
        if one.makes_fact:
            fact = fact_of(batch, one, key)
            facts.append(fact)
        claims.append(claim_of(one, document, fact))
    return Plan(
        f"{batch.id}, rows {placed[0].entry.number} to {placed[-1].entry.number}",
        tuple(entities.values()), tuple(documents), (), tuple(facts), tuple(claims),
    )  # fmt: skip


def keys_of(placed: Sequence[Placed]) -> list[str]:
    """A key for each row that does not change with its place (``key_of``)."""
    seen: dict[str, int] = {}
    return [key_of(one.entry, seen) for one in placed]


def key_of(entry: Entry, seen: MutableMapping[str, int]) -> str:
    """The key of a row: that of the list, else one of what the row says.

    Where a key comes again (several targets of one row, rows that say the same) it is numbered.
    """
    key = entry.key or _digest(
        entry.authority, entry.target or "", entry.kind, entry.date or "", str(entry.sum), entry.url or ""
    )
    seen[key] = seen.get(key, 0) + 1
    return key if seen[key] == 1 else f"{key}~{seen[key]}"


def action_key(entry: Entry, key: str) -> str:
    """The key of the decision that a row tells of: rows of a shared sum have one."""
    return key.partition("~")[0] if entry.shared else key


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _id(batch: Batch, key: str) -> str:
    return f"{batch.id}-{slug(key, _LONGEST)}-{_digest(key)[:6]}"


def document_of(batch: Batch, entry: Entry, key: str) -> DocumentRow:
    """The document that a row is."""
    columns = batch.columns
    return DocumentRow(
        id=_id(batch, key),
        kind="dataset",
        title=f"{columns.title}, row {entry.number}",
        publisher=columns.publisher,
        publisher_key=slug(columns.publisher),
        url=entry.url or columns.url,
        address=f"list:{batch.id}#{key}",
        seen_as="data set row",
        opened=False,
        batch=batch.id,
    )


def fact_of(batch: Batch, one: Placed, key: str) -> FactRow:
    """The fact that a row tells of; one that may be the same as another says so."""
    entry = one.entry
    relation = entry.relation
    stage = _OPENING.get(relation)
    id_ = _id(batch, key)
    doubt = f"may be the same as {one.link.fact['id']}" if one.link else None
    return FactRow(
        id=id_,
        relation=relation,
        subject=entry.authority,
        object=one.target.id,
        date=entry.date,
        country=entry.country,
        amount_minor=entry.sum.minor if entry.sum else None,
        currency=entry.sum.currency if entry.sum else None,
        amount_counts=relation != "PROPOSED_FINE",
        status=_LEAVES[stage] if stage else "unknown",
        stages=(StageRow(stage, entry.date),) if stage else (),
        amount_shared=entry.shared,
        articles=entry.articles,
        action=_id(batch, action_key(entry, key)),
        action_kind=entry.kind,
        note="; ".join(filter(None, (entry.note, doubt))) or None,
        uncertain=one.link is not None,
        tier=batch.columns.tier,
        batch=batch.id,
    )


def claim_of(one: Placed, document: DocumentRow, fact: FactRow | None) -> ClaimRow:
    """The claim of a row: about its own fact, or without one about that which it is linked to."""
    entry, link = one.entry, one.link
    known = link.fact if link is not None and fact is None else None
    return ClaimRow(
        id=f"c-{_digest('list', document.id)}{_digest(document.id, 'claim')[:8]}",
        document=document.id,
        relation=str(known["relation"]) if known else entry.relation,
        subject=entry.authority,
        object=str(known["object"]) if known else one.target.id,
        fact=str(known["id"]) if known else document.id,
        stance="disputes" if known and link and link.disputes else "supports",
        extractor=EXTRACTOR,
        extractor_version=VERSION,
        subject_text=entry.authority_text,
        object_text=entry.target if one.target.named else None,
        amount_minor=entry.sum.minor if entry.sum else None,
        currency=entry.sum.currency if entry.sum else None,
        amount_text=entry.amount_text,
        date=entry.date,
        articles=entry.articles,
        case_number=entry.case_number,
    )
