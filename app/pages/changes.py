"""The page of changes: what is new, what is told otherwise, what was withdrawn; with a feed for each filter."""

from fastapi import APIRouter, Request, Response

from app.answers import changes as answers
from app.answers import names
from app.http.service import Graph
from app.pages import site
from app.pages.facts import chips, filtered_ids, kept, lists
from app.pages.routes import PageRoute
from app.parameters.fact_query import fact_query
from app.parameters.fields import ChangeParameters
from graph.reads.changes import KINDS
from graph.vocabulary import RELATIONS

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_SHOWN = ("kind", "relation", "country", "since")


@router.get("/changes")
async def changes(request: Request, graph: Graph) -> Response:
    """What changed, the latest first."""
    given = site.given(request)
    asked = ChangeParameters.model_validate(lists(given))
    query = answers.change_query(fact_query(asked), asked.kind, asked.since, asked.until)
    order = "asc" if asked.sort == "at:asc" else "desc"
    page = await answers.changes(graph, query, order=order, limit=asked.limit, cursor=asked.cursor)
    filters = {
        name: value for name, value in given.items() if name not in {"sort", "limit", "cursor", "format"}
    }
    known = await names.entities(graph, filtered_ids(filters))
    labels = names.short(known)
    following = site.address("/changes", {**given, "cursor": page.next}) if page.next else None
    return site.render(
        request,
        "changes.html",
        changes=page.items,
        total=page.total.as_json(),
        chips=list(chips("/changes", given, filters, labels)),
        kept=kept(filters, _SHOWN),
        chosen={name: filters.get(name, "") for name in _SHOWN},
        kinds=KINDS,
        relations=RELATIONS.values(),
        next_url=following,
        feed_url=site.address("/feeds/facts.atom", {k: v for k, v in filters.items() if k != "until"}),
        csv_url=site.address("/v1/changes", {**filters, "format": "csv", "bom": "true", "limit": 500}),
        json_url=site.address("/v1/changes", given),
        robots=site.about(known.values()),
    )
