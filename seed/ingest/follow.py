"""What follows from a text that came: its way is held, an address leads to it, older texts and readings give way."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from graph.model import DocumentRow, Plan
from graph.redaction import Redactions
from graph.store import Transaction
from graph.writes.apply import apply_in
from graph.writes.statements import Ids, Rows
from seed.ingest import rows
from seed.ingest import statements as s
from seed.ingest import ways as w
from seed.ingest.carry import carry
from seed.ingest.identity.assign import GroupKey, group_key
from seed.ingest.known import Standing
from seed.ingest.rows import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """That an extractor has read a document, what it was told (``read_with``), and the claims that it made.

    ``last`` is false where more of them are written after these.
    """

    id: str
    extractor: str
    version: str
    read_with: str
    claims: list[str]
    last: bool = True

    @property
    def mark(self) -> str:
        """The extractor with its version."""
        return rows.mark(self.extractor, self.version)

    def row(self) -> dict[str, Any]:
        """As the graph is told of it."""
        return {**asdict(self), "mark": self.mark}


async def follow(
    tx: Transaction, places: Sequence[Standing], readings: Sequence[Reading], now: str, guard: Redactions
) -> set[GroupKey]:
    """Hold the ways; bring back what was withdrawn or superseded, and withdraw what older texts and readings said.

    Corrections of older readings count in the newer ones. Returns the groups of facts that this concerns.
    """
    gone: list[s.Withdrawn] = []
    await tx.run(s.WAYS, Rows([asdict(one.way) for one in places if one.moved]))
    if back := [one.document for one in places if one.known.withdrawn is not None]:
        gone += await tx.run(s.RESTORE_CLAIMS, Ids(back))
    stands = [one for one in places if one.way.superseded_by is None]
    if again := [one.document for one in stands if one.known.superseded_by is not None]:
        gone += await tx.run(s.BRING_BACK, Ids(again))
    # Only a way that is new leads an address to this text: one that was there has been followed since.
    ended = [
        {"way": old["way"], "new": one.document} for one in stands if one.new_way for old in one.known.older
    ]
    if ended:
        gone += await _ended(tx, await tx.run(s.END_WAYS, Rows(ended)), now, guard)
    rows_ = [one.row() for one in readings]
    carried = await carry(tx, rows_) if rows_ else set[GroupKey]()
    if rows_:
        gone += await tx.run(s.READ_BY, s.Readings(rows_, now))
    return _groups(gone) | carried


async def said(tx: Transaction, documents: Sequence[str]) -> set[GroupKey]:
    """The groups of facts of which these documents speak."""
    return _groups(await tx.run(s.SAID_BY, Ids(list(documents))))


def _groups(claims: Sequence[s.Withdrawn]) -> set[GroupKey]:
    return {group_key(row.relation, row.subject, row.object) for row in claims if row.extractor != "curated"}


async def _ended(tx: Transaction, led: Sequence[s.Led], now: str, guard: Redactions) -> list[s.Withdrawn]:
    """Texts to which no way leads any more are superseded; of the others the row tells of the ways that are left."""
    gone: list[s.Withdrawn] = []
    kept: list[DocumentRow] = []
    for one in {row.id: row for row in led}.values():
        ways = [w.of_row(row) for row in one.ways]
        if any(way.superseded_by is None for way in ways):
            kept.append(_row(one.properties, ways))
            continue
        await tx.run(s.SUPERSEDE, s.Newer([one.id], one.new))
        gone += await tx.run(s.WITHDRAW_CLAIMS, s.Reason([one.id], now, f"superseded by {one.new}"))
    if kept:
        await apply_in(tx, guard.plan(Plan("other ways to a text", documents=tuple(kept))), now)
        gone += await tx.run(s.SAID_BY, Ids([row.id for row in kept]))
    return gone


def _row(properties: dict[str, Any], ways: Sequence[w.Way]) -> DocumentRow:
    """A document's row made anew from its ways; the text may have lost a name since it was read."""
    source = w.whole(Source(properties["text"] or "", unread=properties.get("unread")), ways)
    source = replace(source, published=source.published or properties.get("published"))
    row = rows.document(source, properties["id"], None, w.also_by(source, ways))
    kept = {"text": properties.get("text"), "text_sha256": properties["text_sha256"]}
    return replace(row, **kept, redacted=bool(properties.get("redacted")))
