"""Writes what appeals and rulings do to the facts that they are about, in the transaction that brought or took one.

What is written follows from the claims that there are, not from what was there before: which document came first makes
no difference, and one that goes takes its stages with it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.model import FactRow, StageRow
from graph.money import Money
from graph.store import Transaction
from graph.vocabulary import DECISIONS, LATER, RULINGS
from graph.writes import properties as node_properties
from graph.writes.statements import DatedRows, Ids, Rows
from seed.ingest import statements as s
from seed.ingest.rulings.match import Decision, Later, aim
from seed.ingest.rulings.timeline import Added, Life, Standing, live

Json = Mapping[str, Any]


async def follow(
    tx: Transaction, groups: Sequence[s.GroupRow], facts: Sequence[FactRow], now: str
) -> set[str]:
    """Let later facts change others after these groups were made anew; returns those that found nothing to change.

    ``groups`` are as they were before, ``facts`` what stands in them now.
    """
    concerns = {f"{g.subject}|{g.object}" for g in groups if g.relation in DECISIONS}
    ids: set[str] = set()
    freed: set[str] = set()
    for group in groups:
        if group.relation in LATER:
            before = [row for row in group.facts if row["derived"]]
            ids |= {row["id"] for row in before}
            freed |= {id_ for row in before for id_ in row["changes"]}
            concerns |= {_own(group.subject, row["concerns"]) for row in before if row["concerns"]}
    for fact in facts:
        if fact.relation in LATER:
            ids.add(fact.id)
            concerns |= {_own(fact.subject, fact.concerns)} if fact.concerns else set()
    if not (ids or concerns):
        return set()
    found = await tx.run(s.LATER, s.Concerning(sorted(ids), sorted(concerns), list(DECISIONS), list(RULINGS)))
    aims = {
        row.id: aim(_later(row), [_decision(one) for one in row.candidates]) if row.claims else ()
        for row in found
    }
    if aims:
        await tx.run(s.AIM, Rows([{"id": id_, "changed": list(to)} for id_, to in sorted(aims.items())]))
    changed = {id_ for row in found for id_ in (*row.aimed, *aims[row.id])} | freed
    if changed:
        await _live(tx, changed | set(aims), now)
    return {row.id for row in found if row.claims and not aims[row.id]}


def _own(body: str, concerns: str) -> str:
    """What rulings on this ruling concern: its body in place of the one that it is about."""
    return f"{body}|{concerns.partition('|')[2]}"


async def _live(tx: Transaction, ids: set[str], now: str) -> None:
    """Bring stages and status of facts up to date, then of what hangs on them: facts below, and appeals."""
    done: set[str] = set()
    waiting = ids
    while waiting:
        found = await tx.run(s.LIVES, Ids(sorted(waiting)))
        done |= waiting
        wanted = [(row, live(_standing(row))) for row in found]
        changed = [(row, life) for row, life in wanted if _differs(row, life)]
        if changed:
            await tx.run(s.LIVE, DatedRows([_row(row, life) for row, life in changed], now))
            tx.touched |= {row.id for row, _ in changed}
        # An appeal is read again after the decision that it attacks has its stages.
        again = {id_ for row, _ in changed for id_ in row.appeals}
        waiting = again | ({id_ for row, _ in changed for id_ in row.below} - done)


def _later(row: s.LaterRow) -> Later:
    return Later(
        row.id,
        row.relation,
        row.by,
        row.date,
        min((claim["published"] for claim in row.claims if claim["published"]), default=None),
        any(claim["accepted"] for claim in row.claims),
        tuple(sorted(claim["quote"] for claim in row.claims if claim["quote"])),
        frozenset(id_ for claim in row.claims for id_ in claim["told"]),
    )


def _decision(row: Json) -> Decision:
    sum_ = Money(row["amount_minor"], row["currency"]) if row["amount_minor"] and row["currency"] else None
    stages = tuple(StageRow(one["stage"], one["date"], one["by_id"]) for one in row["stages"])
    return Decision(row["id"], row["relation"], row["date"], sum_, not row["derived"], stages)


def _standing(row: s.LifeRow) -> Standing:
    later = tuple(_read(one) for one in row.later)
    undone = tuple((one["id"], _read(upper)) for one in row.later for upper in one["undone"])
    own = tuple(_stage(one) for one in row.stages if one["ruling"] is None)
    attacked = tuple(
        Added(
            one["ruling"],
            StageRow(one["stage"], one["date"], one["by_id"], note=one["note"], until=one["until"]),
        )
        for one in row.attacked or ()
    )
    return Standing(row.id, row.relation, row.date, row.status, own, later, undone, attacked, row.until)


def _read(row: Json) -> Later:
    return Later(row["id"], row["relation"], row["by"], row["date"], row["published"])


def _stage(row: Json) -> StageRow:
    return StageRow(
        row["stage"], row["date"], row["by_id"], row["amount_minor"], row["currency"], row["note"],
        unsourced=row["unsourced"], until=row["until"],
    )  # fmt: skip


def _differs(row: s.LifeRow, life: Life) -> bool:
    """Whether the graph has other added stages than it should, or at other places, or told by others."""
    told = sorted(
        ((id_, _stage(one)) for one in row.stages for id_ in one["told_by"] or ()), key=lambda one: one[0]
    )
    stages = [(one["ruling"], _stage(one)) for one in row.stages]
    return stages != list(life.stages) or told != list(life.told)


def _row(row: s.LifeRow, life: Life) -> dict[str, Any]:
    own = iter(one["id"] for one in row.stages if one["ruling"] is None)
    places: list[dict[str, Any]] = []
    added: list[dict[str, Any]] = []
    for position, (ruling, stage) in enumerate(life.stages):
        if ruling is None:
            told = [id_ for id_, one in life.told if one == stage] or None
            places.append({"id": next(own), "position": position, "told_by": told})
        else:
            properties = node_properties.stage(stage, position) | {"ruling": ruling}
            id_ = f"{row.id}:{ruling}:{stage.stage}"
            added.append({"id": id_, "by": stage.by, "properties": properties})
    return {
        "id": row.id,
        "subject": row.subject,
        "object": row.object,
        "properties": _properties(life),
        "own": places,
        "added": added,
    }


def _properties(life: Life) -> dict[str, Any]:
    return {"status": life.status, **node_properties.life(life.timeline)}
