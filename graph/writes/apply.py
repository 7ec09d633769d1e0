"""Applies a plan: one transaction, only what changed, and everything that is derived from it.

The order is fixed: take the graph's lock, compare content hashes, write what is new or changed, refuse references to
nothing, then count sources and rebuild the direct relationships of the facts that were touched.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from graph.errors import InvalidInput
from graph.model import ClaimRow, EntityRow, FactRow, Plan, Written
from graph.redaction import in_force
from graph.statement import Statement
from graph.store import Store, Transaction
from graph.vocabulary import KINDS, UNCOUNTED_KINDS
from graph.writes import properties
from graph.writes import statements as w
from graph.writes import validate as plans
from graph.writes.captions import FORMS, VERBS
from graph.writes.changes import note
from graph.writes.deltas import Delta, Deltas, Row, compared
from graph.writes.editions import mark, show_anew
from graph.writes.totals import keep

T = TypeVar("T", bound=Row)


async def apply(store: Store, plan: Plan, *, arrival: str | None = None) -> Written:
    """Write a plan in one transaction; applying it again changes nothing.

    ``arrival`` names the source where it comes for the first time: all that it brings is one change, not many.

    Raises ``InvalidInput`` where the plan breaks the vocabulary or names what does not exist: then nothing is written.
    """
    now = timestamp()
    async with store.transaction() as tx:
        tx.arrival = arrival
        revision = await lock(tx, now)
        written = await apply_in(tx, (await in_force(tx)).plan(plan), now)
        if written.changes:
            revision = await advance(tx, now)
    return replace(written, revision=revision)


def timestamp() -> str:
    """The time of writing: UTC, ISO 8601 with microseconds, as all recording times are written."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


async def lock(tx: Transaction, now: str) -> int:
    """Wait until no other writer is at work, and return the graph's revision. Comes first in every transaction."""
    return (await tx.run(w.LOCK, w.Now(now)))[0].revision


async def advance(tx: Transaction, now: str) -> int:
    """Count one more change of the graph, and return its new revision. Comes last in a transaction that wrote.

    What it changed of facts is kept with it: in their editions, in totals and in the log of changes.
    """
    await mark(tx, now)
    await keep(tx)
    await note(tx, now)
    return (await tx.run(w.ADVANCE, w.Now(now)))[0].revision


async def apply_in(tx: Transaction, plan: Plan, now: str) -> Written:
    """Write a plan into a transaction that holds the lock; ``revision`` of what it returns is 0."""
    plans.check(plan)
    deltas = await compared(tx.run, plan)
    written = deltas.written()
    if written.changes:
        await _Writer(tx, plan.name, now).write(deltas)
    return written


class _Writer:
    """Writes the deltas of one plan into one transaction."""

    def __init__(self, tx: Transaction, name: str, now: str) -> None:
        self._tx = tx
        self._name = name
        self._now = now

    async def write(self, deltas: Deltas) -> None:
        touched = await self._touched(deltas)
        cases = await self._ids(w.CASES_OF, deltas.facts.changed)
        await self._entities(deltas.entities)
        await self._dated(w.DOCUMENTS, deltas.documents.rows, properties.document)
        await self._dated(w.CASES, deltas.cases.rows, properties.case)
        before = await self._clear(deltas.facts.changed)
        await self._facts(deltas.facts.rows)
        await self._claims(deltas.claims.rows)
        await self._derive(deltas, before, touched)
        await show_anew(self._tx, [("Case", row.id) for row in deltas.cases.changed])
        cases |= {row.case for row in deltas.facts.rows if row.case}
        if cases:
            await self._tx.run(w.DATE_CASES, w.Ids(sorted(cases)))

    async def _ids(self, statement: Statement[w.Ids, w.Id], wanted: Sequence[T]) -> set[str]:
        """What a statement finds for some rows."""
        found = await self._tx.run(statement, w.Ids([row.id for row in wanted])) if wanted else []
        return {row.id for row in found}

    async def _touched(self, deltas: Deltas) -> set[str]:
        """Facts whose sources or text depend on a row that changes, as they stand before it does."""
        return (
            await self._ids(w.FACTS_OF, deltas.entities.changed)
            | await self._ids(w.FACTS_OF_DOCUMENTS, deltas.documents.changed)
            | await self._ids(w.FACTS_OF_CLAIMS, deltas.claims.changed)
        )

    async def _dated(
        self, statement: Statement[w.DatedRows, w.Count], wanted: list[T], make: Callable[[T], Any]
    ) -> None:
        if wanted:
            maps = [{"id": row.id, "properties": make(row)} for row in wanted]
            await self._tx.run(statement, w.DatedRows(maps, self._now))

    async def _refer(
        self, statement: Statement[w.Rows, w.Count], maps: list[dict[str, Any]], what: str
    ) -> None:
        """Write relationships; one that could not be written names something that does not exist."""
        if not maps:
            return
        self._require((await self._tx.run(statement, w.Rows(maps)))[0].written, len(maps), what)

    def _require(self, written: int, wanted: int, what: str) -> None:
        if written != wanted:
            raise InvalidInput(
                f"{wanted - written} of {wanted} {what} name something that is not in the graph",
                where=self._name,
                remedy="nothing of this group was written",
            )

    async def _entities(self, delta: Delta[EntityRow]) -> None:
        if not delta.rows:
            return
        maps = [
            {"id": e.id, "label": KINDS[e.kind].label, "properties": properties.entity(e)} for e in delta.rows
        ]
        await self._tx.run(w.ENTITIES, w.DatedRows(maps, self._now))
        for type_, owner in (("SUBSIDIARY_OF", "parent"), ("OPERATED_BY", "operator")):
            concerned = [e for e in delta.created if getattr(e, owner)] + delta.changed
            owned = [
                {"id": e.id, "owner": getattr(e, owner), "since": e.parent_since, "until": e.parent_until}
                for e in concerned
            ]
            await self._refer(w.OWNERS[type_], owned, f"entities with a {owner}")
        if delta.changed:
            await self._tx.run(w.NAMES, w.Ids([e.id for e in delta.changed]))

    async def _clear(self, changed: list[FactRow]) -> list[w.Endpoints]:
        """Take away the parts of changed facts that are written anew; returns where they stood."""
        if not changed:
            return []
        ids = [row.id for row in changed]
        before = await self._tx.run(w.ENDPOINTS, w.Ids(ids))
        await self._tx.run(w.CLEAR_FACTS, w.Ids(ids))
        return before

    async def _facts(self, wanted: list[FactRow]) -> None:
        await self._dated(w.FACTS, wanted, properties.fact)
        await self._refer(
            w.PARTIES, [party for row in wanted for party in parties_of(row)], "parties of facts"
        )
        stages = [stage for row in wanted for stage in stages_of(row)]
        if stages:
            written = (await self._tx.run(w.STAGES, w.DatedRows(stages, self._now)))[0].written
            self._require(written, len(stages), "stages of facts")
        changes = [{"fact": row.id, "changed": changed} for row in wanted for changed in row.changes]
        await self._refer(w.CHANGES, changes, "changes of facts")
        laws = [{"fact": row.id, "law": law} for row in wanted for law in row.laws]
        await self._refer(w.FACT_LAWS, laws, "laws of facts")
        cases = [{"fact": row.id, "case": row.case} for row in wanted if row.case]
        await self._refer(w.FACT_CASES, cases, "cases of facts")

    async def _claims(self, wanted: list[ClaimRow]) -> None:
        if not wanted:
            return
        maps = [
            {
                "id": row.id,
                "document": row.document,
                "fact": row.fact,
                "stance": row.stance.upper(),
                "properties": properties.claim(row),
            }
            for row in wanted
        ]
        written = (await self._tx.run(w.CLAIMS, w.DatedRows(maps, self._now)))[0].written
        self._require(written, len(wanted), "claims")

    async def _derive(self, deltas: Deltas, before: list[w.Endpoints], touched: set[str]) -> None:
        """Rebuild what follows from the facts that were touched, directly or through a row that they rest on."""
        claimed = {row.fact for row in deltas.claims.rows if row.fact}
        await derive(self._tx, touched | claimed | {row.id for row in deltas.facts.rows})
        await remove(self._tx, before)
        await link(self._tx, [w.Endpoints(row.id, row.subject, row.object) for row in deltas.facts.rows])


async def derive(tx: Transaction, facts: Iterable[str]) -> None:
    """Count the sources of facts anew, and what their text is; to be called when a claim of theirs came or went."""
    ids = sorted(facts)
    tx.shown.update(ids)
    if ids:
        await tx.run(w.COUNT_SOURCES, w.Sources(ids, list(UNCOUNTED_KINDS), VERBS, list(FORMS)))


async def link(tx: Transaction, facts: Sequence[w.Endpoints]) -> None:
    """Give facts their direct relationships, and weigh the pairs that they stand between."""
    if facts:
        tx.touched |= {row.id for row in facts}
        await tx.run(w.LINK_FACTS, w.Ids(sorted(row.id for row in facts)))
        await _link_pairs(tx, facts)


async def remove(tx: Transaction, facts: Sequence[w.Endpoints]) -> None:
    """Take away the direct relationships of facts, and weigh the pairs anew that they stood between."""
    if facts:
        tx.touched |= {row.id for row in facts}
        ends = [{"id": row.id, "subject": row.subject, "object": row.object} for row in facts]
        await tx.run(w.UNLINK_FACTS, w.Rows(ends))
        await _link_pairs(tx, facts)


async def _link_pairs(tx: Transaction, facts: Sequence[w.Endpoints]) -> None:
    pairs = {_pair(row.subject, row.object) for row in facts}
    await tx.run(w.LINK_PAIRS, w.Pairs([list(pair) for pair in sorted(pairs)]))
    await tx.run(w.PRUNE_PAIRS, w.Ids(sorted({id_ for pair in pairs for id_ in pair})))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def parties_of(row: FactRow) -> list[dict[str, Any]]:
    """Subject and object come first, so that they carry the indexed ``entity_id``."""
    seen: set[str] = set()
    parts: list[dict[str, Any]] = []
    others = [(party.entity, party.role) for party in row.parties]
    for entity, role in dict.fromkeys([(row.subject, "subject"), (row.object, "object"), *others]):
        indexed = None if entity in seen else entity
        parts.append({"fact": row.id, "entity": entity, "role": role, "entity_id": indexed})
        seen.add(entity)
    return parts


def stages_of(row: FactRow) -> list[dict[str, Any]]:
    """The stages of a fact in order, each with its id and what its node says."""
    return [
        {"fact": row.id, "id": f"{row.id}:{n}", "by": stage.by, "properties": properties.stage(stage, n)}
        for n, stage in enumerate(row.stages)
    ]
