"""From a text and what was extracted from it to rows of the graph. Pure."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from graph.errors import InvalidInput
from graph.model import ClaimRow, DocumentRow, EntityRow, claim_id
from graph.money import Money, money
from graph.text import slug
from graph.vocabulary import RELATIONS, allows
from graph.writes.properties import PUBLISHER_LENGTH
from seed.addresses import canonical
from seed.extract.types import Claim, Document, Extraction, Party

_LONGEST_SLUG: Final = PUBLISHER_LENGTH


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was read, with what is known of its origin. ``kind`` is a document kind of the vocabulary.

    ``address`` is where a newer text is looked for, if that is not the ``url``: it follows this one. ``unread`` says
    what of the file is not in the text, and why; ``file`` is the name of the file that it was read from.
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    retrieved: str | None = None
    kind: str = "press"
    address: str | None = None
    unread: str | None = None
    file: str | None = None

    @property
    def sha256(self) -> str:
        """The hash by which the text is known, whatever way it comes."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def place(self) -> str | None:
        """Where a newer version of this text would come from; a host with and without ``www.`` is one place."""
        return self.address or (canonical(self.url) if self.url else None)


def to_read(source: Source, name: str) -> Document:
    """The text as an extractor reads it, under a name for messages; its address as a person reads it, dates and all.

    A case note tells of old matters: what it leaves undated did not happen on the day on which it was written.
    """
    published = None if source.kind == "note" else source.published
    url = unquote(source.url) if source.url else None
    return Document(source.text, name, source.title, url, source.publisher, published)


def mark(extractor: str, version: str) -> str:
    """An extractor in one version: by this a document knows what has read it."""
    return f"{extractor} {version}"


def site(url: str | None) -> str | None:
    """The host of an address, which stands for a publisher that is not named."""
    return re.sub(r"^https?://(www\.)?([^/]+).*", r"\2", url) if url else None


def first_line(text: str) -> str:
    """What a text without a title goes by."""
    return text.strip().partition("\n")[0][:120]


def document_id(source: Source) -> str:
    """The same text has the same id, whatever way it came and whoever reads it."""
    start = first_line(source.text)
    if len(start) > _LONGEST_SLUG:
        start = start[: _LONGEST_SLUG + 1].rpartition(" ")[0] or start[:_LONGEST_SLUG]
    return f"{slug(start, _LONGEST_SLUG)}-{source.sha256[:12]}"


def document(
    source: Source, id_: str | None = None, unread: str | None = None, also_by: tuple[str, ...] = ()
) -> DocumentRow:
    """The document's row; without a publisher the site stands for it, and without a site the document itself.

    ``unread`` is what an extractor left unread.
    """
    id_ = id_ or document_id(source)
    host = site(source.url)
    publisher = source.publisher or host or "unknown publisher"
    return DocumentRow(
        id=id_,
        kind=source.kind,
        title=source.title or first_line(source.text) or "untitled",
        publisher=publisher,
        publisher_key=slug(publisher, _LONGEST_SLUG) if source.publisher or host else id_,
        url=source.url,
        address=source.place,
        language=source.language,
        published=source.published,
        retrieved=source.retrieved,
        text=source.text,
        text_sha256=source.sha256,
        unread=not_read(source, unread),
        also_by=also_by,
    )


def not_read(source: Source, unread: str | None) -> str | None:
    """All that was not read of a document, by its reader and by an extractor."""
    told = dict.fromkeys(filter(None, (source.unread, unread)))
    return "; ".join(told) or None


def claims(id_: str, extraction: Extraction, review: str) -> list[ClaimRow]:
    """A document's claims that the vocabulary allows, each once. A fine only proposed is a proposal of that fine."""
    rows = [_claim(id_, extraction, claim, review) for claim in extraction.claims if _allowed(claim)]
    return list({row.id: row for row in rows}.values())


def known_only(extraction: Extraction, known: Collection[str]) -> Extraction:
    """The claims of which every party is known."""
    kept = tuple(
        claim
        for claim in extraction.claims
        if all(
            party.id in known for party in (claim.subject, claim.object, *(party for _, party in claim.roles))
        )
    )
    return replace(extraction, claims=kept)


def _allowed(claim: Claim) -> bool:
    return (
        allows(claim.relation, claim.subject.kind, claim.object.kind) and claim.subject.id != claim.object.id
    )


def _claim(document_: str, extraction: Extraction, claim: Claim, review: str) -> ClaimRow:
    relation, modality = claim.relation, claim.modality
    total = _sum(claim)
    proposal = RELATIONS[relation].proposed_as
    if proposal and modality == "proposed" and total is not None:
        relation, modality = proposal, "asserted"
    content = [
        document_,
        relation,
        claim.subject.id,
        claim.object.id,
        str(claim.start),
        str(claim.end),
        claim.rule,
    ]
    content += [str(total), claim.when.date if claim.when else "", extraction.version]
    return ClaimRow(
        id=claim_id("\x1f".join(content)),
        document=document_,
        relation=relation,
        subject=claim.subject.id,
        object=claim.object.id,
        fact=None,
        modality=modality,
        review=review,
        extractor=extraction.extractor,
        extractor_version=extraction.version,
        rule=claim.rule,
        confidence=claim.confidence,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        subject_text=claim.subject.text,
        object_text=claim.object.text,
        amount_minor=total.minor if total else None,
        currency=total.currency if total else None,
        amount_text=claim.sum.text if claim.sum else None,
        date=claim.when.date if claim.when else None,
        date_text=claim.when.text if claim.when else None,
        articles=claim.articles,
        roles=tuple(
            sorted({f"{role}={party.id}" for role, party in claim.roles if role in RELATIONS[relation].roles})
        ),
    )


def _sum(claim: Claim) -> Money | None:
    """A sum in minor units; rounded to them where a text gives more places than the currency has."""
    if claim.sum is None or not RELATIONS[claim.relation].money:
        return None
    try:
        total = money(round(claim.sum.amount, 2), claim.sum.currency)
    except InvalidInput:
        try:
            total = money(round(claim.sum.amount), claim.sum.currency)
        except InvalidInput:
            return None
    return total if total.minor > 0 else None


def parties(extraction: Extraction) -> dict[str, list[Party]]:
    """Every entity that the claims need, by id, with each wording of it."""
    found: dict[str, list[Party]] = {}
    for claim in extraction.claims:
        if not _allowed(claim):
            continue
        for party in (claim.subject, claim.object, *(party for _, party in claim.roles)):
            found.setdefault(party.id, []).append(party)
    return found


def entity(id_: str, named: list[Party], before: EntityRow | None) -> EntityRow:
    """An entity that no record knows. Its name is the longest that any text gave, whichever came first."""
    earlier: set[str] = {before.name, *before.aliases} if before else set()
    names = {party.name for party in named} | earlier
    name = max(names, key=lambda one: (len(one), one))
    kind = before.kind if before else min(party.kind for party in named)
    return EntityRow(
        id=id_, kind=kind, name=name, aliases=tuple(sorted(names - {name})), unregistered=True, country=None
    )
