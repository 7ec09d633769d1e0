"""Pages that explain: method and coverage, and a tour of the API."""

# ruff: noqa: E501 - a table: one row a line, however long

from typing import Final

from fastapi import APIRouter, Request, Response

from app.answers import coverage
from app.http.service import Graph
from app.pages import site
from app.pages.routes import PageRoute

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_TOUR: Final = (
    ("Who fined a firm", "Fines on one firm, with what they add up to and the evidence of each.", "/v1/fines?object=clearview-ai"),
    ("How things stood on a day", "The same on a day in the past: the status is that of the day.", "/v1/fines?object=clearview-ai&valid_on=2023-12-01"),
    ("A question in plain English", "How it was understood, one sentence, and the facts.", "/v1/ask?q=who+fined+Clearview+AI"),
    ("A story", "One proceeding, stage by stage.", "/v1/cases"),
    ("Who is near whom", "Chains of facts between two bodies, each step a sentence with its source.", "/v1/paths?from=clearview-ai&to=oaic-au"),
    ("Figures", "Counts and sums by two dimensions.", "/v1/stats?by=country,year&relation=FINED"),
    ("Everything, to take away", "The whole list as a stream: NDJSON, CSV, GraphML, FollowTheMoney.", "/v1/export?format=csv&relation=FINED"),
)  # fmt: skip


@router.get("/about")
async def about(request: Request, graph: Graph) -> Response:
    """How the graph is made, what it covers, how to cite and to correct it."""
    known = await coverage.coverage(graph)
    return site.render(
        request,
        "about.html",
        counts=known.counts,
        tiers=known.tiers,
        newest=known.newest,
        json_url="/v1/coverage",
    )


@router.get("/developers")
async def developers(request: Request) -> Response:
    """A tour of the API with live examples."""
    base = f"{request.url.scheme}://{request.url.netloc}"
    tour = [{"title": title, "text": text, "address": address} for title, text, address in _TOUR]
    return site.render(request, "developers.html", tour=tour, base=base, json_url="/openapi.json")
