"""From a text and what was extracted from it to rows of the graph. Pure."""

import hashlib
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from graph.errors import InvalidInput
from graph.model import ClaimRow, DocumentRow, EntityRow
from graph.money import Money, money
from graph.vocabulary import RELATIONS, allows
from seed.extract.types import Claim, Document, Extraction, Party

_SLUG: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG: Final = 48


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was read, with what is known of its origin. ``kind`` is a document kind of the vocabulary.

    ``address`` is where a newer text is looked for, if that is not the ``url``: it follows this one.
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

    @property
    def place(self) -> str | None:
        """Where a newer version of this text would come from."""
        return self.address or self.url


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    whole = _SLUG.sub("-", plain).strip("-")
    return whole if len(whole) <= _LONGEST_SLUG else whole[:_LONGEST_SLUG].rsplit("-", 1)[0]


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


def document_id(source: Source) -> str:
    """The same text from the same address has the same id, whoever reads it."""
    digest = hashlib.sha256(f"{source.place or ''}\n{source.text}".encode()).hexdigest()[:12]
    name = slug(source.title or source.publisher or "")
    return f"{name}-{digest}" if name else f"text-{digest}"


def document(source: Source) -> DocumentRow:
    """The document's row; without a publisher the site stands for it, and without a site the document itself."""
    id_ = document_id(source)
    site = re.sub(r"^https?://(www\.)?([^/]+).*", r"\2", source.url) if source.url else None
    publisher = source.publisher or site or "unknown publisher"
    return DocumentRow(
        id=id_,
        kind=source.kind,
        title=source.title or source.text.strip().partition("\n")[0][:120] or "untitled",
        publisher=publisher,
        publisher_key=slug(publisher) if source.publisher or site else id_,
        url=source.url,
        address=source.place,
        language=source.language,
        published=source.published,
        retrieved=source.retrieved,
        text=source.text,
        text_sha256=hashlib.sha256(source.text.encode()).hexdigest(),
    )


def claims(source: Source, extraction: Extraction, review: str) -> list[ClaimRow]:
    """The claims that the vocabulary allows, each once. A fine that is only proposed is a proposal of that fine."""
    id_ = document_id(source)
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
    if relation == "FINED" and modality == "proposed" and total is not None:
        relation, modality = "PROPOSED_FINE", "asserted"
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
        id="c-" + hashlib.sha256("\x1f".join(content).encode()).hexdigest()[:20],
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
