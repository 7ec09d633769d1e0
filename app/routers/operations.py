"""Whether the service lives, whether it is ready, and a page that says what is here."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from jinja2 import Environment, PackageLoader, select_autoescape

from app.context import Graph
from app.lists import respond_one
from app.parameters import NoParameters
from app.problems import problem
from graph import browser, schema
from graph.errors import WhofinedError
from graph.reads import evidence, facts
from graph.reads.facts import Filters, Question

router = APIRouter()
_pages = Environment(
    loader=PackageLoader("app"), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
)

_LIVE = (
    ("Who fined Clearview AI?", "/v1/fines?object=clearview-ai"),
    (
        "Who investigated together with the Australian regulator?",
        "/v1/facts?relation=INVESTIGATED_JOINTLY_WITH&party=oaic-au",
    ),
    ("What are the largest fines?", "/v1/fines?sort=amount_eur:desc&limit=10"),
)


@router.get("/healthz", tags=["operations"])
async def healthz() -> Response:
    """The process lives; says nothing of the graph."""
    return respond_one({"status": "ok"})


@router.get("/readyz", tags=["operations"])
async def readyz(graph: Graph) -> Response:
    """The graph answers and has the schema that the service needs; else 503."""
    try:
        await schema.require(graph.store)
        counts = await evidence.counts(graph.store)
    except WhofinedError as error:
        return problem(503, f"not ready: {error.what}", headers={"Retry-After": "2"})
    return respond_one(
        {"status": "ready", "revision": counts.revision, "changed": counts.changed, "counts": counts.counts}
    )


@router.get("/", include_in_schema=False)
async def home(request: Request, graph: Graph, _: Annotated[NoParameters, Query()]) -> Response:
    """What is here, with links and three live answers."""
    counts = await evidence.counts(graph.store)
    questions = (
        Question(Filters(relations=["FINED"], object="clearview-ai"), limit=12),
        Question(Filters(relations=["INVESTIGATED_JOINTLY_WITH"]), party="oaic-au", limit=12),
        Question(Filters(relations=["FINED"]), sort="amount_eur", limit=10),
    )
    live: list[dict[str, Any]] = []
    for (title, address), wanted in zip(_LIVE, questions, strict=True):
        page = await facts.page(graph.store, wanted)
        live.append({"title": title, "address": address, "items": page.items[: wanted.limit]})
    link = browser.link(graph.connection, "entities", ["clearview-ai"])
    html = _pages.get_template("home.html").render(counts=counts, live=live, browser=link)
    policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
    return Response(html, media_type="text/html", headers={"Content-Security-Policy": policy})
