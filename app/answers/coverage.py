"""What is covered: how much of what, of which places and years, until when."""

from dataclasses import dataclass
from typing import Any, Final

from app.answers import stats
from app.answers.service import Service
from app.answers.stats import Counted
from graph.reads import batches, covered
from graph.reads import revision as reads
from graph.reads.facts import FactQuery
from graph.vocabulary import TIERS

Json = dict[str, Any]

_TOP: Final = 300


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts by level, then facts by authority, country, year, relation and tier; ``newest`` is the latest year."""

    counts: Json
    changed: str | None
    newest: str | None
    regulators: list[Json]
    countries: list[Json]
    years: list[Json]
    relations: list[Json]
    tiers: list[Json]
    revision: int


async def coverage(service: Service) -> Coverage:
    """What the graph holds now; computed once a revision."""
    known = await counts(service)
    found = await stats.facets(service, FactQuery(), ["regulator", "country", "year", "relation"])
    lists = {name: [_line(cell) for cell in cells[:_TOP]] for name, cells in found.items()}
    years = sorted(str(one["value"]) for one in lists["year"] if one["value"])
    return Coverage(
        counts=known.counts,
        changed=known.changed,
        newest=years[-1] if years else None,
        regulators=lists["regulator"],
        countries=lists["country"],
        years=sorted(lists["year"], key=lambda one: str(one["value"])),
        relations=lists["relation"],
        tiers=await tiers(service),
        revision=known.revision,
    )


async def tiers(service: Service) -> list[Json]:
    """Facts and actions by where they come from, the surest first, each with its lists; counted once a revision."""
    revision = await reads.revision(service.store)
    return await service.totals.get(revision, "tiers", lambda: _tiers(service))


async def _tiers(service: Service) -> list[Json]:
    counted = {row.tier: row for row in await covered.tiers(service.store)}
    lists: dict[str, list[Json]] = {}
    for one in await batches.batches(service.store):
        if one.private:
            continue
        line = {
            "id": one.id,
            "title": one.title,
            "until": one.until,
            "licence": one.licence,
            "facts": one.facts,
        }
        lists.setdefault(one.tier, []).append(line)
    return [
        {
            "tier": name,
            "facts": counted[name].facts,
            "actions": counted[name].actions,
            "newest": counted[name].newest,
            "lists": lists.get(name, []),
        }
        for name in TIERS
        if name in counted
    ]


def _line(cell: Counted) -> Json:
    return {"value": next(iter(cell.values.values())), "label": cell.label, "facts": cell.facts}


async def counts(service: Service) -> reads.Counts:
    """How much of each level the graph holds; counted once a revision."""
    revision = await reads.revision(service.store)
    return await service.totals.get(revision, "counts", lambda: reads.counts(service.store))


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of how much there is: ``whole`` says whether it is of the revision that was asked for."""

    counts: Json
    changed: str | None
    tiers: list[Json]
    whole: bool


async def known(service: Service) -> Known:
    """Counts and tiers without waiting for them in a large graph: then they may be those of an earlier revision."""
    revision = await reads.revision(service.store)
    counted = await service.counts.get(revision, lambda: reads.counts(service.store))
    by_tier = await service.tiers.get(revision, lambda: _tiers(service))
    return Known(
        counts=counted[1].counts if counted else {},
        changed=counted[1].changed if counted else None,
        tiers=by_tier[1] if by_tier else [],
        whole=all(one is not None and one[0] == revision for one in (counted, by_tier)),
    )
