"""Reconciliation by the draft of version 1.0, beside version 0.2: JSON bodies, answers in order, fixed paths.

What both have in common (suggestions, previews, proposals) is in `app/routers/reconcile.py`.
"""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.answers import reconcile as answers
from app.answers.reconcile_properties import PROPERTIES
from app.http.reconcile import Scope, at_each, home, model, respond
from app.http.service import Graph
from app.parameters.reconcile import Extension, NewBatch, only_these
from app.schemas import reconcile as shown
from graph.errors import InvalidInput

router = APIRouter(include_in_schema=False)


async def get_manifest(request: Request, graph: Graph, scope: Scope) -> Response:
    """The manifest."""
    only_these(request.query_params)
    keyed = graph.settings.reads == "keyed"
    body = shown.draft_manifest(scope, answers.kinds(scope), home(request), answers.BATCH, keyed=keyed)
    return respond(request, body)


async def post_match(request: Request, graph: Graph, scope: Scope) -> Response:
    """Candidates for a batch of queries, in the same order."""
    asked: NewBatch = model(NewBatch, await _json(request), "body")
    found = await answers.candidates(graph, scope, [one.as_query() for one in asked.queries])
    results = [{"candidates": [shown.draft_candidate(one) for one in rows]} for rows in found]
    return respond(request, {"results": results})


async def post_extend(request: Request, graph: Graph, scope: Scope) -> Response:
    """Columns for entities."""
    del scope
    asked: Extension = model(Extension, await _json(request), "body")
    wanted = asked.wanted()
    found = await answers.extended(graph, asked.ids, wanted)
    rows: list[dict[str, Any]] = [
        {"id": id_, "properties": [{"id": name, "values": found[id_][name]} for name in wanted]}
        for id_ in asked.ids
    ]
    return respond(request, {"meta": [shown.property_(PROPERTIES[name]) for name in wanted], "rows": rows})


async def _json(request: Request) -> bytes:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise InvalidInput(
            f"{media or 'no media type'} is not taken", where="Content-Type", remedy="application/json"
        )
    return await request.body()


at_each(
    "/reconcile/1.0-draft",
    router,
    (
        ("", "GET", get_manifest, False),
        ("/match", "POST", post_match, True),
        # Its name before 2025.
        ("/reconcile", "POST", post_match, True),
        ("/extend", "POST", post_extend, True),
    ),
)
