"""Claims as JSON objects, one a line: the exchange format of ``whofined extract``."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from seed.extract.types import Claim, Document, Extraction, Party


def rows(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """One object a claim: parties with name and id, sum in units, date, quote with offsets in code points."""
    for claim in extraction.claims:
        yield {
            "document": extraction.document,
            "subject": _party(claim.subject),
            "relation": claim.relation,
            "object": _party(claim.object),
            "modality": claim.modality,
            "confidence": claim.confidence,
            "amount": _number(claim.sum.amount) if claim.sum else None,
            "currency": claim.sum.currency if claim.sum else None,
            "date": claim.when.date if claim.when else None,
            "quote": claim.quote,
            "start": claim.start,
            "end": claim.end,
            **_details(claim),
            "extractor": f"{extraction.extractor}/{extraction.version}",
        }


def _details(claim: Claim) -> dict[str, Any]:
    return {
        "amount_text": claim.sum.text if claim.sum else None,
        "date_text": claim.when.text or None if claim.when else None,
        "articles": list(claim.articles),
        **{role: _party(party) for role, party in claim.roles},
        **({"stage": claim.stage} if claim.stage else {}),
        "rule": claim.rule,
    }


def _party(party: Party) -> dict[str, Any]:
    shown: dict[str, Any] = {"name": party.name, "id": party.id, "kind": party.kind, "text": party.text}
    if party.unnamed:
        # The noun that the text has in the place of a name.
        return {**shown, "name": party.name.removeprefix("unnamed "), "unregistered": True, "unnamed": True}
    return shown if party.registered else {**shown, "unregistered": True}


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def document(name: str, content: str) -> Document:
    """A document from a file's content: a first line ``URL: …`` is its address, and offsets count after it."""
    head, line, rest = content.partition("\n")
    if line and (match := re.fullmatch(r"URL:\s*(.*?)\s*", head)):
        return Document(rest, id=name, url=match[1] or None)
    return Document(content, id=name)
