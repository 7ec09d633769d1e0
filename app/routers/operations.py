"""Whether the service lives, whether it is ready, and a page that says what is here."""

from typing import Annotated, Any

import structlog
from fastapi import APIRouter, Query, Response
from jinja2 import Environment, PackageLoader, select_autoescape

from app.context import Graph
from app.documented import answers
from app.lists import respond_one
from app.parameters import NoParameters
from app.problems import of_error, problem
from app.schemas.operations import Alive, Ready
from graph import browser, schema
from graph.errors import WhofinedError
from graph.reads import evidence, facts
from graph.reads.facts import Filters, Question
from graph.vocabulary import RELATIONS

log = structlog.get_logger()
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


@router.get("/healthz", tags=["operations"], responses=answers("/healthz", Alive))
async def healthz(_: Annotated[NoParameters, Query()]) -> Response:
    """The process lives; says nothing of the graph."""
    return respond_one({"status": "ok"})


@router.get("/readyz", tags=["operations"], responses=answers("/readyz", Ready))
async def readyz(graph: Graph, _: Annotated[NoParameters, Query()]) -> Response:
    """The graph answers and has the schema that the service needs; else 503."""
    try:
        await graph.revisions.current()
        await schema.require(graph.store)
        counts = await evidence.counts(graph.store)
    except WhofinedError as error:
        # Why is for the log: the reason names addresses and settings.
        log.warning("not ready", error=str(error))
        answer = of_error(error)
        return answer if answer.status_code == 503 else problem(503, "not ready; the log says why")
    return respond_one(
        {"status": "ready", "revision": counts.revision, "changed": counts.changed, "counts": counts.counts}
    )


@router.get("/docs", include_in_schema=False)
async def documentation() -> Response:
    """The documentation of the API, all of it from here: no other host is asked for anything."""
    # Swagger UI sets styles of elements and draws its icons from data: addresses.
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return _page("docs.html", policy)


@router.get("/", include_in_schema=False)
async def home(graph: Graph) -> Response:
    """What is here, with links and three live answers; parameters that others append to links do no harm."""
    await graph.revisions.current()  # an outage is told at once
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
    policy = (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    return _page("home.html", policy, counts=counts, live=live, browser=link, verbs=RELATIONS)


def _page(template: str, policy: str, **values: object) -> Response:
    headers = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
    }
    return Response(_pages.get_template(template).render(values), media_type="text/html", headers=headers)
