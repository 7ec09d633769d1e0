"""A person's word on a claim: accepted or rejected, by whom and why; and what waits for it."""

from dataclasses import dataclass
from typing import Any, Final

from graph.errors import Gone, InvalidInput, NotFound
from graph.reads import listing
from graph.reads.listing import LOWEST, Page, Prepared, Value
from graph.statement import statement
from graph.store import Store
from graph.vocabulary import REVIEWS, UNCOUNTED_KINDS
from graph.writes.apply import advance, derive, lock, timestamp
from graph.writes.statements import Count
from seed.ingest.write import bury, settle

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ClaimId:
    """A claim's id."""

    id: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A claim as a review finds it."""

    relation: str
    subject: str
    object: str
    extractor: str
    review: str
    withdrawn: str | None
    fact: str | None


@dataclass(frozen=True, slots=True)
class NewReview:
    """A verdict on a claim."""

    id: str
    review: str
    who: str
    why: str
    now: str


@dataclass(frozen=True, slots=True)
class PastReview:
    """A verdict that was given."""

    review: str
    who: str
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """``uncounted``: document kinds that are no source; how many at most."""

    uncounted: list[str]
    limit: int


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Claims whose sort key comes after ``low``.

    ``sort`` is ``weight``, ``confidence`` (the least sure first) or ``-confidence``.
    """

    low: str
    limit: int
    uncounted: list[str]
    sort: str


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for a review; ``value`` is how much in all."""

    items: list[Json]
    value: int


CLAIM: Final = statement("review/claim", ClaimId, Reviewed)
RECORD: Final = statement("review/record", NewReview, Count)
HISTORY: Final = statement("review/history", ClaimId, PastReview)
QUEUE: Final = statement("review/queue", QueuePage, Page)
QUEUE_COUNT: Final = statement("review/count", Waiting, Value)


async def review(store: Store, claim: str, verdict: str, who: str, why: str) -> list[str]:
    """Record a verdict; returns the facts that became tombstones because nothing supports them any more.

    Raises ``NotFound``, ``Gone`` for a withdrawn claim, ``InvalidInput`` for a verdict without a reason.
    """
    if verdict not in REVIEWS or verdict == "unreviewed":
        raise InvalidInput(f"{verdict!r} is not a verdict", where="review", remedy="accepted or rejected")
    if not why.strip():
        raise InvalidInput(
            "a verdict needs a reason", where="reason", remedy="say what you compared the claim with"
        )
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        found = await tx.run(CLAIM, ClaimId(claim))
        if not found:
            raise NotFound(f"no claim {claim!r}", where="id")
        row = found[0]
        tx.reason = why.strip()
        if row.withdrawn is not None:
            raise Gone(f"claim {claim!r} was withdrawn", f"withdrawn on {row.withdrawn}", where="id")
        await tx.run(RECORD, NewReview(claim, verdict, who, why.strip(), now))
        buried: list[str] = []
        if row.fact is not None and verdict == "rejected":
            buried = await bury(tx, [row.fact], f"its last claim was rejected: {why.strip()}", now)
        if row.extractor != "curated":
            await settle(tx, {(row.relation, row.subject, row.object)}, now, keep=buried)
        await derive(tx, [row.fact] if row.fact and row.fact not in buried else [])
        await advance(tx, now)
    return buried


async def history(store: Store, claim: str) -> list[PastReview]:
    """Every verdict on a claim, the first one first."""
    return await store.read(HISTORY, ClaimId(claim))


def prepare(sort: str, limit: int, after: str | None = None) -> Prepared:
    """A page of the queue, ready to run."""
    uncounted = list(UNCOUNTED_KINDS)
    return Prepared(
        pages=QUEUE,
        counts=QUEUE_COUNT,
        values={"low": after or LOWEST, "uncounted": uncounted, "sort": sort},
        whole={"uncounted": uncounted},
        limit=limit,
    )


async def queue(store: Store, limit: int, sort: str = "weight") -> Queue:
    """Claims that wait for a person, those first on which most depends, or by confidence."""
    prepared = prepare(sort, limit)
    page = await listing.page(store, prepared)
    return Queue(list(page.items[:limit]), await listing.count(store, prepared))
