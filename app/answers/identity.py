"""Entity resolution: candidate pairs that wait for a person, and the log of judgements."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import orjson

from app.answers.lists import ListKind, after, cut, identity, list_page
from app.answers.page import ListPage, Shown, Total
from app.answers.service import Service
from app.schemas import serialize
from app.schemas.identity import Candidate as CandidateItem
from app.schemas.identity import JudgementItem
from graph.reads.listing import Page, Prepared
from graph.reads.revision import revision
from graph.vocabulary.kinds import BODIES
from seed.ingest.identity import candidates as pairs
from seed.ingest.identity import statements
from seed.resolve.score import Named

Json = dict[str, Any]

_HIGHEST: Final = 2**53


@dataclass(frozen=True, slots=True)
class _Everything:
    """A list without filters."""


async def candidates(service: Service, *, limit: int = 50, cursor: str | None = None) -> ListPage:
    """Pairs that may be one and on which nobody has decided, the likeliest first."""
    found = identity("candidates", _Everything())
    start = after(cursor, found) or ""
    now = await revision(service.store)
    every = await service.totals.get(now, found.totals, lambda: pairs.waiting(service.store))
    rows = [pair for pair in every if pair.key > start][: limit + 1]
    page = Page([_candidate(pair) for pair in rows], [pair.key for pair in rows], now)
    items, keys, following = cut(page, limit, found)
    ids = [id_ for item in items for id_ in (item["left"]["id"], item["right"]["id"])]
    asked = {"kinds": list(BODIES)}
    return ListPage(
        name="candidates",
        items=items,
        keys=keys,
        next=following,
        total=Total(len(every)),
        statement=Shown(pairs.EVERYONE.text, asked, service.store.connection, "entities", lambda: ids),
        columns=serialize.CANDIDATE_COLUMNS,
        members=tuple(CandidateItem.model_fields),
        revision=now,
    )


def _candidate(pair: pairs.Candidate) -> Json:
    return {
        "left": _ref(pair.left),
        "right": _ref(pair.right),
        "outcome": pair.comparison.outcome,
        "score": pair.comparison.score,
        "features": [asdict(feature) for feature in pair.comparison.features],
    }


def _ref(entity: Named) -> Json:
    return {
        "id": entity.id,
        "name": entity.names[0],
        "caption": entity.caption or entity.names[0],
        "acronym": entity.acronym,
        "kind": entity.kind,
        "country": entity.country,
    }


def _judgement(row: Mapping[str, Any]) -> Json:
    parts: Json = {
        "claims": row["claims"] or [],
        "documents": row["documents"] or [],
        "features": orjson.loads(row["features"]) if row["features"] else [],
    }
    return {name: parts.get(name, row.get(name)) for name in JudgementItem.model_fields}


JUDGEMENTS: Final = ListKind(
    name="judgements",
    template="entities",
    columns=serialize.JUDGEMENT_COLUMNS,
    members=tuple(JudgementItem.model_fields),
    item=_judgement,
    drawn=lambda item: [item["left"], item["right"]],
)


async def judgements(service: Service, *, limit: int = 50, cursor: str | None = None) -> ListPage:
    """The log, the last judgement first."""
    found = identity("judgements", _Everything())
    start = after(cursor, found)
    prepared = Prepared(
        pages=statements.PAGE,
        counts=statements.COUNT,
        values={"high": _HIGHEST if start is None else int(start)},
        whole={"high": _HIGHEST},
        limit=limit,
    )
    return await list_page(service, JUDGEMENTS, prepared, found)
