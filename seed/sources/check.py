"""The check of sources: visit what is due, one page after the other, and keep what was found of each at once.

What was kept stays, so that a check that was stopped goes on where it was: what was never checked comes first.
"""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from graph.model import ClaimRow, Plan, claim_id
from graph.store import Store
from graph.writes.apply import advance, apply_in, lock, timestamp
from graph.writes.editions import show_anew
from graph.writes.statements import Id, Ids
from seed.addresses import names_address
from seed.extract.types import Claim
from seed.ingest.rows import Source, to_read
from seed.sources import statements as s
from seed.sources.page import Page, Visitor
from seed.sources.support import Claimed, Support, support

EXTRACTOR: Final = "check"
"""What claims say that a check has made: a page that says otherwise."""
_VERSION: Final = "1"
_ALL: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Options:
    """One fact or all; ``stale`` days after which a page is visited again; at most ``limit`` documents."""

    fact: str | None = None
    stale: int | None = None
    limit: int | None = None


@dataclass
class Summary:
    """How many documents were visited, by state, and what their pages say of the facts."""

    visited: int = 0
    states: Counter[str] = field(default_factory=Counter[str])
    found: Counter[str] = field(default_factory=Counter[str])


def _ignore(*_: object) -> None:
    pass


async def check(
    store: Store,
    visitor: Visitor,
    options: Options,
    on_progress: Callable[[int, int, s.Due, Page], None] = _ignore,
    *,
    summary: Summary | None = None,
    today: date | None = None,
) -> Summary:
    """Visit what is due and keep what was found; ``on_progress`` hears of each document when that is kept.

    Never checked documents are due, and those whose last check is ``stale`` days old; of one fact all are.
    """
    now = today or datetime.now(UTC).date()
    due = await store.read(s.DUE, s.Wanted(options.fact, _before(options, now), options.limit or _ALL))
    summary = summary or Summary()
    for number, one in enumerate(_mixed(due), 1):
        page = await asyncio.to_thread(
            visitor.visit, one.url, etag=one.etag, last_modified=one.last_modified, sha256=one.page_sha256
        )
        found = await _keep(store, one, page, now.isoformat())
        summary.visited += 1
        summary.states[page.standing.state] += 1
        summary.found.update(found)
        on_progress(number, len(due), one, page)
    return summary


def _before(options: Options, today: date) -> str | None:
    if options.stale is not None:
        return (today - timedelta(days=options.stale)).isoformat()
    return None if options.fact else "0001"


def _mixed(due: Sequence[s.Due]) -> list[s.Due]:
    """The documents with those of one host spread out, so that the pause at one is the visit to another."""
    seen: Counter[str] = Counter()
    placed: list[tuple[int, int, s.Due]] = []
    for at, one in enumerate(due):
        host = one.url.split("/")[2]
        placed.append((seen[host], at, one))
        seen[host] += 1
    return [one for _, _, one in sorted(placed, key=lambda row: row[:2])]


async def _keep(store: Store, one: s.Due, page: Page, today: str) -> list[str]:
    """Record a visit in one transaction; what the page says of each claim, where it could be read."""
    claims = await store.read(s.CLAIMS, Id(one.id))
    read = await asyncio.to_thread(_read, page.source, claims) if page.source else ()
    supports = {row.id: _support(page.source, row, read) for row in claims} if page.source else {}
    properties = _properties(one, page, today)
    rows = [{"id": row.id, "properties": _of_claim(row, supports, page, today)} for row in claims]
    disputes = [_dispute(one, row, supports[row.id]) for row in claims if row.id in supports]
    plan = Plan(f"check of {one.id}", claims=tuple(filter(None, disputes)))
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        await tx.run(s.RECORD, s.Record(one.id, properties, [row for row in rows if row["properties"]]))
        await apply_in(tx, plan, now)
        await tx.run(s.FACTS, Ids(sorted({row.fact for row in claims})))
        await show_anew(tx, [("Document", one.id)])
        await advance(tx, now)
    return [found.found for found in supports.values()]


def _read(source: Source, claims: Sequence[s.ClaimOf]) -> Sequence[Claim]:
    """What the rules read of a page; only where some fact has a sum that the page could contradict."""
    if not any(row.amount_minor is not None for row in claims):
        return ()
    from seed.extract.engine import extract  # a check of pages that cannot be read starts without it

    return extract(to_read(source, "-")).claims


def _support(source: Source | None, row: s.ClaimOf, read: Sequence[Claim]) -> Support:
    claimed = Claimed(
        row.relation,
        row.subject,
        row.object,
        tuple(row.authority),
        tuple(row.target),
        row.amount_minor,
        row.currency,
        row.date,
    )
    return support(source.text if source else "", claimed, read)


def _properties(one: s.Due, page: Page, today: str) -> dict[str, Any]:
    """What is kept of a document: a title made from its address gives way to that of the page."""
    found: dict[str, Any] = {
        "checked_on": today,
        "check_state": page.standing.state,
        "check_reason": page.standing.reason,
        "moved_to": page.url if page.standing.state == "moved" else None,
    }
    if page.archived:
        found["archived"] = page.archived
    if page.source is None:
        return found
    source = page.source
    found |= {
        "page_sha256": page.sha256 or hashlib.sha256(source.text.encode()).hexdigest(),
        "etag": page.etag,
        "last_modified": page.last_modified,
        "page_title": source.title,
        "page_publisher": source.publisher,
        "published": one.published or source.published,
        "language": one.language or source.language,
    }
    if source.title and names_address(one.title, one.url):
        found |= {"title": source.title, "title_from_address": False}
    return found


def _of_claim(row: s.ClaimOf, supports: dict[str, Support], page: Page, today: str) -> dict[str, Any]:
    """What is kept of a claim; nothing but the day where the page is as it was."""
    if page.unchanged:
        return {"checked_on": today}
    found = supports.get(row.id)
    if found is None:
        return {}
    said = found.found == "says_so"
    return {
        "checked_on": today,
        "found": found.found,
        "quote": found.quote if said else None,
        "start": found.start if said else None,
        "end": found.end if said else None,
    }


def _dispute(one: s.Due, row: s.ClaimOf, found: Support) -> ClaimRow | None:
    """The claim of a page that gives another sum for the fact that it is cited for."""
    if found.found != "says_otherwise":
        return None
    return ClaimRow(
        id=claim_id(f"{row.fact} {one.id} {found.amount_minor} {found.quote}"),
        document=one.id,
        relation=row.relation,
        subject=row.subject,
        object=row.object,
        fact=row.fact,
        stance="disputes",
        review="unreviewed",
        extractor=EXTRACTOR,
        extractor_version=_VERSION,
        quote=found.quote,
        start=found.start,
        end=found.end,
        amount_minor=found.amount_minor,
        currency=row.currency,
        date=row.date,
    )
