"""Who is who: pairs that wait for a person, the log of judgements, and a new one."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request, Response

from app import lists, shapes
from app.authorization import Writer
from app.context import Graph
from app.documented import answers
from app.parameters import Listing, NoParameters
from app.schemas.identity import CandidateList, Judged, JudgementItem, JudgementList, NewJudgement
from graph.vocabulary.kinds import BODIES
from seed.ingest import candidates
from seed.ingest import identity_statements as statements
from seed.ingest.identity import Word, judge
from seed.resolve.score import Named

router = APIRouter(prefix="/v1", tags=["identity"])

_HIGHEST = 2**53


@router.get(
    "/identity/candidates", responses=answers("/v1/identity/candidates", CandidateList, 406, table=True)
)
async def list_candidates(request: Request, graph: Graph, asked: Annotated[Listing, Query()]) -> Response:
    """Pairs of entities that may be one and on which nobody has decided, with what speaks for it and against."""
    digest, after = lists.place(asked, "candidates", "")
    revision = await graph.revisions.current()
    every = await graph.totals.get(revision, digest, lambda: candidates.waiting(graph.store))
    page = [pair for pair in every if pair.key > after][: asked.limit + 1]
    items = [_candidate(pair) for pair in page]
    ids = [id_ for item in items[: asked.limit] for id_ in (item["left"]["id"], item["right"]["id"])]
    told = (candidates.EVERYONE.text, {"kinds": list(BODIES)})
    keys = [pair.key for pair in page]
    answer = lists.Answer(digest, items, keys, len(every), told, "entities", shapes.CANDIDATE_COLUMNS, ids)
    return lists.respond(request, graph, asked, answer)


def _candidate(pair: candidates.Candidate) -> dict[str, Any]:
    return {
        "left": _ref(pair.left),
        "right": _ref(pair.right),
        "outcome": pair.comparison.outcome,
        "score": pair.comparison.score,
        "features": [asdict(one) for one in pair.comparison.features],
    }


def _ref(one: Named) -> dict[str, Any]:
    return {"id": one.id, "name": one.names[0], "kind": one.kind, "country": one.country}


@router.get("/judgements", responses=answers("/v1/judgements", JudgementList, 406, table=True))
async def list_judgements(request: Request, graph: Graph, asked: Annotated[Listing, Query()]) -> Response:
    """Every judgement that was made, the last one first. None is ever changed: a later one counts instead."""
    digest, key = lists.place(asked, "judgements", "")
    below = int(key) if key.isdecimal() else _HIGHEST
    wanted = statements.LogPage(below, asked.limit + 1)
    page = (await graph.store.read(statements.PAGE, wanted))[0]
    items = [_judgement(row) for row in page.items]
    total = (await graph.store.read(statements.COUNT, statements.Nothing()))[0].value
    ids = [id_ for item in items[: asked.limit] for id_ in (item["left"], item["right"])]
    told = (statements.PAGE.text, asdict(wanted))
    answer = lists.Answer(digest, items, page.keys, total, told, "entities", shapes.JUDGEMENT_COLUMNS, ids)
    return lists.respond(request, graph, asked, answer)


def _judgement(row: Mapping[str, Any]) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "claims": row["claims"] or [],
        "documents": row["documents"] or [],
        "features": orjson.loads(row["features"]) if row["features"] else [],
    }
    return {name: parts.get(name, row.get(name)) for name in JudgementItem.model_fields}


@router.post("/judgements", responses=answers("POST /v1/judgements", Judged, 401, 404, 409))
async def add_judgement(
    graph: Graph, who: Writer, asked: NewJudgement, _: Annotated[NoParameters, Query()]
) -> Response:
    """Judge two entities to be the same, different, or not to be told; or whom some claims and documents mean.

    Merged ids redirect (308). Facts are put together anew; taking a judgement back restores what was before.
    """
    word = Word(
        asked.left,
        asked.right,
        asked.verdict,
        asked.why,
        tuple(asked.claims),
        tuple(asked.documents),
        asked.name,
    )
    return lists.respond_one(asdict(await judge(graph.store, word, who)))
