"""The first page: one box, the latest, the largest that stand, what is disputed, what fell."""

from typing import Final

from fastapi import APIRouter, Request, Response

from app.answers import coverage, facts
from app.http.service import Graph
from app.pages import rows, site
from app.pages.routes import PageRoute
from graph.reads import browser_link
from graph.reads.facts import FactQuery, Filters
from graph.vocabulary import FALLEN, STATUSES

router = APIRouter(include_in_schema=False, route_class=PageRoute)

EXAMPLES: Final = (
    "Who fined Clearview AI?",
    "What is the largest fine by the CNIL?",
    "How many fines in 2022?",
    "Which fines were annulled?",
)
_STANDING: Final = [name for name, status in STATUSES.items() if status.stands]
_ACTIONS: Final = ["FINED", "ORDERED", "REPRIMANDED", "SUED", "SETTLED_WITH", "FOUND_BREACH"]


@router.get("/")
async def home(request: Request, graph: Graph) -> Response:
    """What is here and what is new; parameters that others append to links do no harm."""
    standing = Filters(relations=["FINED"], statuses=_STANDING)
    fallen = Filters(relations=["FINED", "ORDERED"], statuses=[*FALLEN, "reduced"])
    latest = await facts.first(graph, FactQuery(Filters(relations=_ACTIONS), limit=16))
    largest = await facts.first(graph, FactQuery(standing, sort="amount_eur", limit=12))
    changed = await facts.first(graph, FactQuery(fallen, limit=8))
    disputed = await facts.first(graph, FactQuery(Filters(flags=["disputed"]), limit=8))
    known = await coverage.known(graph)
    page = site.render(
        request,
        "home.html",
        examples=EXAMPLES,
        latest=rows.rows(latest)[:8],
        largest=rows.rows(largest)[:8],
        largest_url=site.address("/facts", relation="FINED", status=_STANDING, sort="amount_eur:desc"),
        changed=rows.rows(changed)[:6],
        disputed=rows.rows(disputed)[:6],
        counts=known.counts,
        tiers=known.tiers,
        newest=latest[0]["date"] if latest else None,
        browser=browser_link.link(graph.store.connection, "entities", ["clearview-ai"]),
        json_url="/v1/facts",
    )
    if not known.whole:
        # It is to be made again when the count is there.
        page.headers["Cache-Control"] = "no-store"
    return page
