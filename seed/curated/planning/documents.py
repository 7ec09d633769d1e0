"""Rows of documents and claims: what was published, and that it says so."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from graph.model import ClaimRow, DocumentRow, FactRow, claim_id
from graph.money import money
from seed.addresses import canonical, names_address
from seed.curated.index import Index
from seed.curated.records import Action, Cited, Relation, Source

MEMORY: Final = DocumentRow(
    id="curated-memory",
    kind="memory",
    title="Curated record without a source seen",
    publisher="whofined",
    publisher_key="whofined",
    independence_key="whofined",
    opened=False,
)
"""The document of every fact for which no source was seen."""

_SLUG_LENGTH: Final = 56


def key(publisher: str) -> str:
    """The folded publisher by which independent sources are counted."""
    return re.sub(r"\W+", "-", publisher.casefold()).strip("-")


def document_row(source: Source, index: Index) -> DocumentRow:
    """The row of a source. A page that only another source lists is no source beside that one."""
    url = urlsplit(source.url)
    address = canonical(source.url)
    same = index.addresses[address]
    # Of an address that is written in several ways one stands for all: the id is that of the page.
    identity = source.url if len(same) == 1 else f"{min(same)} {source.title}"
    words = re.sub(r"[^a-z0-9]+", "-", f"{url.netloc.removeprefix('www.')}{url.path}".lower()).strip("-")
    return DocumentRow(
        id=f"{words[:_SLUG_LENGTH].strip('-')}-{_digest(identity, 8)}",
        kind=source.kind,
        title=source.title,
        publisher=source.publisher,
        publisher_key=key(source.publisher),
        url=source.url,
        language=source.language,
        published=source.published,
        seen_as=source.seen_as,
        opened=source.opened,
        title_from_address=names_address(source.title, source.url),
        independence_key=key(source.repeats or source.listed_by or source.publisher),
    )


def document_rows(index: Index) -> dict[str, DocumentRow]:
    """The row of each source by the source's id. Sources of one page share the row of the one that was opened."""
    found = {source.id: document_row(source, index) for _, source in index.all(Source)}
    best: dict[str, DocumentRow] = {}
    for row in sorted(found.values(), key=lambda row: (not row.opened, row.url or "")):
        best.setdefault(row.id, row)
    return {source: best[row.id] for source, row in found.items()}


def claim_rows(
    fact: FactRow, records: tuple[Action | Relation, ...], documents: dict[str, DocumentRow]
) -> Iterator[ClaimRow]:
    """One claim for each document of a fact; a document that gives another sum or day disputes it."""
    cited = {documents[one.source].id: one for record in reversed(records) for one in reversed(record.cited)}
    action = next((record for record in records if isinstance(record, Action)), None)
    for one in reversed(cited.values()):
        yield _claim(fact, documents[one.source], one, action)
    if not cited:
        yield _claim(fact, MEMORY, None, action)


def _claim(fact: FactRow, document: DocumentRow, cited: Cited | None, action: Action | None) -> ClaimRow:
    amount = fact.amount_minor
    if cited and cited.amount is not None and fact.currency:
        amount = money(cited.amount, fact.currency).minor
    date = (cited.date if cited else None) or fact.date
    return ClaimRow(
        id=claim_id(f"curated {fact.id} {document.id}"),
        document=document.id,
        relation=fact.relation,
        subject=fact.subject,
        object=fact.object,
        fact=fact.id,
        stance="supports" if (amount, date) == (fact.amount_minor, fact.date) else "disputes",
        subject_text=action.authority_as_written if action else None,
        object_text=action.company_as_written if action else None,
        amount_minor=amount,
        currency=fact.currency,
        date=date,
        articles=fact.articles,
    )


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]
