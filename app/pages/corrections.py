"""The page of corrections: what was wrong and is mended, with the reason."""

from fastapi import APIRouter, Request, Response

from app.answers import corrections as answers
from app.http.service import Graph, Service
from app.pages import site
from app.pages.facts import lists
from app.pages.routes import PageRoute
from app.parameters.fields import CorrectionParameters
from graph.reads import some
from graph.reads.corrections import CorrectionQuery
from graph.vocabulary import RELATIONS

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/corrections")
async def corrections(request: Request, graph: Graph) -> Response:
    """The log, the last entry first."""
    given = site.given(request)
    asked = CorrectionParameters.model_validate(lists(given))
    page = await answers.corrections(
        graph, CorrectionQuery(origins=asked.origin, limit=asked.limit), cursor=asked.cursor
    )
    return site.render(
        request,
        "corrections.html",
        entries=page.items,
        said=await _said(graph, [entry["fact"]["id"] for entry in page.items if entry["fact"]]),
        total=page.total.as_json(),
        next_url=site.address("/corrections", {**given, "cursor": page.next}) if page.next else None,
        csv_url="/v1/corrections?format=csv&bom=true&limit=500",
        json_url=site.address("/v1/corrections", given),
    )


async def _said(service: Service, ids: list[str]) -> dict[str, str]:
    """Of each fact who did what to whom."""
    facts = (await some.facts(service.store, ids)).items if ids else []
    return {
        fact[
            "id"
        ]: f"{site.name(fact['subject'])} {RELATIONS[fact['relation']].forward} {site.name(fact['object'])}"
        for fact in facts
    }
