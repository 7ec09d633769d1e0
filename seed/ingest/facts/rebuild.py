"""Makes the facts of groups (one relation between two parties) anew from all their current claims.

Nothing here depends on which claim came first: that is what makes the graph independent of the order of documents.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from graph.model import Plan
from graph.store import Transaction
from graph.vocabulary import RELATIONS, UNCOUNTED_KINDS
from graph.writes.apply import apply_in, derive, link
from graph.writes.apply import remove as unlink
from graph.writes.statements import Endpoints, Ids, Rows
from seed.ingest import statements as s
from seed.ingest.facts.derive import Group, Link, Resolved, resolve
from seed.ingest.identity.assign import GroupKey
from seed.ingest.rulings.apply import follow

_NO_CLAIM: Final = "no claim gives this fact any more"


async def bury(tx: Transaction, facts: list[str], reason: str, now: str) -> list[str]:
    """Make tombstones of those facts that no claim supports any more, and count the sources of the others."""
    if not facts:
        return []
    buried = await tx.run(s.BURY_FACTS, s.Reason(facts, now, reason))
    await unlink(tx, buried)
    gone = {row.id for row in buried}
    await derive(tx, [id_ for id_ in facts if id_ not in gone])
    return sorted(gone)


async def settle(
    tx: Transaction, keys: Iterable[GroupKey], now: str, *, keep: Sequence[str] = ()
) -> list[Resolved]:
    """Make the facts of these groups anew from all their current claims. Facts in ``keep`` stay as tombstones."""
    wanted = sorted(set(keys))
    if not wanted:
        return []
    maps = [
        {"relation": r, "subject": a, "object": b, "symmetric": RELATIONS[r].symmetric} for r, a, b in wanted
    ]
    groups = await tx.run(s.GROUPS, s.GroupsOf(maps, list(UNCOUNTED_KINDS)))
    countries = {
        row.id: row.country
        for row in await tx.run(s.KNOWN_ENTITIES, Ids(sorted({g.subject for g in groups})))
    }
    resolved = [resolve(_group(g), countries.get(g.subject)) for g in groups]
    obsolete = [id_ for one in resolved for id_ in one.obsolete if id_ not in keep]
    ends = [
        Endpoints(id_, g.subject, g.object)
        for g, one in zip(groups, resolved, strict=True)
        for id_ in one.obsolete
    ]
    if obsolete:
        await unlink(tx, [end for end in ends if end.id in set(obsolete)])
        await tx.run(s.REMOVE_FACTS, s.Reason(obsolete, now, tx.reason or _NO_CLAIM))
    facts = tuple(fact for one in resolved for fact in one.facts)
    await apply_in(tx, Plan("facts of a document", facts=facts), now)
    await _link(tx, [place for one in resolved for place in one.links])
    lost = await follow(tx, groups, facts, now)
    return [one.losing(lost) for one in resolved] if lost else resolved


def _group(row: s.GroupRow) -> Group:
    # Two ends that were judged to be the same have no facts between them.
    claims = row.claims if row.subject != row.object else ()
    return Group(row.relation, row.subject, row.object, claims, row.facts)


async def _link(tx: Transaction, links: Sequence[Link]) -> None:
    if not links:
        return
    maps = [
        {"claim": one.claim, "fact": one.fact, "stance": one.stance, "unsure": one.unsure} for one in links
    ]
    await tx.run(s.LINK_CLAIMS, Rows(maps))
    stood = sorted({one.fact for one in links if one.fact})
    await link(tx, await tx.run(s.UNBURY_FACTS, Ids(stood)))
    await derive(tx, stood)
