"""What is weak: how many facts and entities lack a source, rest on one, wait, or may be there twice."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from app.answers import identity
from app.answers.entities import entities
from app.answers.facts import facts
from app.answers.service import Service
from graph.reads.entities import EntityQuery
from graph.reads.facts import FactQuery, Filters
from graph.reads.quality import ENTITY_FLAGS, FACT_FLAGS
from graph.reads.revision import revision

Json = dict[str, Any]

DUPLICATES: Final = "likely_duplicate"
MEASURES: Final = (*FACT_FLAGS, *ENTITY_FLAGS, DUPLICATES)


@dataclass(frozen=True, slots=True)
class Measure:
    """A weakness: its rows are at the address ``rows``; ``share`` is that of all facts or entities, ``of`` of them."""

    name: str
    what: str
    count: int
    of: int
    share: float
    rows: str


@dataclass(frozen=True, slots=True)
class Quality:
    """All measures, at one revision of the graph."""

    measures: list[Measure]
    revision: int

    def as_json(self) -> Json:
        """``{"items"}``."""
        return {"items": [asdict(one) for one in self.measures]}


async def quality(service: Service) -> Quality:
    """What is weak in the graph now; counted once a revision."""
    now = await revision(service.store)
    every = (await facts(service, FactQuery(limit=1, evidence="none"))).total.value
    known = (await entities(service, EntityQuery(limit=1))).total.value
    measures: list[Measure] = []
    for name, what in FACT_FLAGS.items():
        page = await facts(service, FactQuery(Filters(flags=[name]), limit=1, evidence="none"))
        measures.append(_measure(name, what, page.total.value, every, f"/v1/facts?quality={name}"))
    for name, what in ENTITY_FLAGS.items():
        found = await entities(service, EntityQuery(flags=[name], limit=1))
        measures.append(_measure(name, what, found.total.value, known, f"/v1/entities?quality={name}"))
    pairs = (await identity.candidates(service, limit=1)).total.value
    what = "two entities that may be one, on which nobody has decided"
    measures.append(_measure(DUPLICATES, what, pairs, known, "/v1/identity/candidates"))
    return Quality(measures, now)


def _measure(name: str, what: str, count: int, of: int, rows: str) -> Measure:
    return Measure(name, what, count, of, round(count / of, 4) if of else 0.0, rows)
