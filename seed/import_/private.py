"""Private batches: their rows stand beside the graph, as facts would, each with the fact of the graph that it meets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from graph.model import ClaimRow, DocumentRow, FactRow, Plan
from graph.reads import private
from graph.redaction import in_force
from graph.statement import statement
from graph.store import Store
from graph.text import fold
from graph.writes import properties
from graph.writes.apply import lock, timestamp
from graph.writes.statements import Count
from seed.import_.batch import Batch
from seed.import_.planning import Placed, claim_of, document_of, fact_of, keys_of
from seed.ingest.registry import registry

Json = dict[str, Any]

_WIDTH: Final = 8
_SHOWN: Final = ("date", "amount", "currency", "country", "articles", "url", "case_number", "note")
_TOGETHER: Final = 1_000


@dataclass(frozen=True, slots=True)
class NewRows:
    """Rows of a batch to be kept."""

    batch: str
    rows: list[Json]
    now: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A batch, and the ids of the rows that it has now."""

    batch: str
    ids: list[str]


KEEP: Final = statement("private/keep", NewRows, Count)
DROP: Final = statement("private/drop", Kept, Count)


async def keep_rows(store: Store, batch: Batch, placed: Sequence[Placed]) -> None:
    """Keep the rows of a private batch, and those only; the revision of the graph stays, for no answer changes.

    As with everything that is written, nobody who was redacted is named.
    """
    keys, now = keys_of(placed), timestamp()
    ids: list[str] = []
    for start in range(0, len(placed), _TOGETHER):
        part = range(start, min(start + _TOGETHER, len(placed)))
        async with store.transaction() as tx:
            await lock(tx, now)
            guard = await in_force(tx)
            plan = guard.plan(_plan(batch, [placed[at] for at in part], [keys[at] for at in part]))
            rows = [
                _row(at + 1, placed[at], rows_, guard.clean)
                for at, rows_ in zip(
                    part, zip(plan.documents, plan.facts, plan.claims, strict=True), strict=True
                )
            ]
            await tx.run(KEEP, NewRows(batch.id, rows, now))
        ids += [row["id"] for row in rows]
    async with store.transaction() as tx:
        await lock(tx, now)
        await tx.run(DROP, Kept(batch.id, ids))


def _plan(batch: Batch, placed: Sequence[Placed], keys: Sequence[str]) -> Plan:
    """What the rows would be in the graph if each were a fact of its own."""
    documents = [document_of(batch, one.entry, key) for one, key in zip(placed, keys, strict=True)]
    facts = [fact_of(batch, _alone(one), key) for one, key in zip(placed, keys, strict=True)]
    claims = [claim_of(*row) for row in zip(placed, documents, facts, strict=True)]
    return Plan(batch.id, (), tuple(documents), (), tuple(facts), tuple(claims))


def _alone(one: Placed) -> Placed:
    """A row that is surely of a fact of the graph leaves no doubt; what it meets stands beside it."""
    return replace(one, link=None) if one.link is not None and one.link.verdict == "same" else one


def _row(at: int, one: Placed, rows: tuple[DocumentRow, FactRow, ClaimRow], clean: Any) -> Json:
    """A row as it is kept: the properties of its fact, of its document and claim what an answer shows."""
    document, fact, claim = rows
    entry, link, own = one.entry, one.link, one.target.row
    entities = registry()
    body = entities.get(fact.subject)
    subject = body.name if body else entry.authority_text
    target = clean(own.name if own else entry.target or fact.object)
    other = entities.get(fact.object)
    return {
        "id": fact.id,
        "properties": {
            **properties.fact(fact),
            "position": f"{at:0{_WIDTH}}",
            "number": entry.number,
            "named": one.target.named,
            "subject_name": subject,
            "object_name": target,
            "object_kind": own.kind if own else other.kind if other else "company",
            "words": fold(" ".join(filter(None, (entry.authority, subject, fact.object, target, fact.note)))),
            "opening": fact.stages[0].stage if fact.stages else None,
            "document": document.id,
            "title": document.title,
            "url": document.url,
            "publisher": document.publisher,
            "claim": claim.id,
            "modality": claim.modality,
            "review": claim.review,
            "documents": 1,
            "independent": 1,
            "case_number": claim.case_number,
            "meets": str(link.fact["id"]) if link else None,
            "verdict": link.verdict if link else None,
            "disputes": link.disputes if link else None,
        },
    }


async def private_rows(store: Store, batch: str, after: str = "", limit: int = 500) -> list[Json]:
    """Rows of a private batch in order, each with its ``position``; ``after`` is that of the last one before."""
    return [_said(row) for row in await private.rows(store, batch, after, limit)]


def _said(row: Json) -> Json:
    """What a row says, and the fact of the graph that it tells of. Of a party that is not named nothing is kept."""
    return {
        "id": row["id"],
        "position": row["position"],
        "row": row["number"],
        "authority": row["subject_id"],
        "relation": row["relation"],
        "target": {"id": row["object_id"], "name": row["object_name"] if row["named"] else None},
        "meets": {"fact": row["meets"], "verdict": row["verdict"], "disputes": row["disputes"]}
        if row["meets"]
        else None,
        **{name: row[name] for name in _SHOWN},
    }
