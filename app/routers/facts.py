"""Facts, fines, claims."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from app import lists, shapes
from app.context import Context, Graph
from app.documented import answers
from app.parameters import AllFactParameters, ClockParameters, FactParameters, NoParameters
from app.questions import checked, question
from app.schemas.facts import ClaimAnswer, FactList, FineList, WholeFact
from graph.money import units
from graph.reads import evidence, facts
from graph.reads.facts import Question, Sum

router = APIRouter(prefix="/v1", tags=["facts"])

Id = Annotated[str, Path(max_length=200)]


@router.get("/facts", responses=answers("/v1/facts", FactList, 406, table=True))
async def list_facts(
    request: Request, graph: Graph, asked: Annotated[AllFactParameters, Query()]
) -> Response:
    """Facts: one relation each, with status and evidence. The core list."""
    return await _list(request, graph, asked, asked.relation, "facts")


@router.get("/fines", responses=answers("/v1/fines", FineList, 406, table=True))
async def list_fines(request: Request, graph: Graph, asked: Annotated[FactParameters, Query()]) -> Response:
    """Fines that an authority imposed, whatever became of them, and what they add up to."""
    return await _list(request, graph, asked, ["FINED"], "fines")


@router.get("/facts/{id}", responses=answers("/v1/facts/{id}", WholeFact, 404, 410))
async def get_fact(graph: Graph, id: Id, clocks: Annotated[ClockParameters, Query()]) -> Response:
    """One fact with its life cycle and all its evidence."""
    found = await facts.one(graph.store, id, valid_on=clocks.valid_on, known_on=end_of(clocks.known_on))
    return lists.respond_one(shapes.whole_fact(found.items[0]))


@router.get("/claims/{id}", responses=answers("/v1/claims/{id}", ClaimAnswer, 404))
async def get_claim(graph: Graph, id: Id, _: Annotated[NoParameters, Query()]) -> Response:
    """One claim: what one document says, in its words where we may quote them."""
    found = await evidence.claim(graph.store, id)
    return lists.respond_one(shapes.claim(found.claim or {}))


async def _list(
    request: Request, graph: Context, asked: FactParameters, relations: list[str] | None, name: str
) -> Response:
    digest, after = lists.place(asked, name, "")
    wanted = question(asked, relations, after or None)
    page = await facts.page(graph.store, wanted)
    if not page.items:
        wanted = await checked(graph.store, wanted)
        page = await facts.page(graph.store, wanted)
    items = [shapes.fact(item) for item in page.items]
    total = await graph.totals.get(page.revision, f"{digest} count", lambda: facts.count(graph.store, wanted))
    more = {"sums": await _sums(graph, page.revision, digest, wanted)} if name == "fines" else {}
    told = facts.described(wanted)
    answer = lists.Answer(digest, items, page.keys, total, told, "facts", shapes.FACT_COLUMNS, more=more)
    return lists.respond(request, graph, asked, answer)


async def _sums(graph: Context, revision: int, digest: str, wanted: Question) -> dict[str, Any]:
    rows = await graph.totals.get(revision, f"{digest} sums", lambda: facts.sums(graph.store, wanted))
    return sums_answer(rows, wanted.filters.valid_on)


def sums_answer(rows: list[Sum], valid_on: str | None = None) -> dict[str, Any]:
    """What fines add up to, and in words what that takes in."""
    decisions, fallen = sum(row.decisions for row in rows), sum(row.fallen for row in rows)
    without = sum(row.without_eur for row in rows)
    fell = f"did not stand on {valid_on}" if valid_on else "no longer stand"
    missing = f"; {without} sums have no euro rate and are left out of the euro figure" if without else ""
    return {
        "by_currency": [
            {
                "currency": row.currency,
                "value": units(row.minor, row.currency),
                "eur": units(row.eur_minor, "EUR"),
                "decisions": row.decisions,
                "without_eur": row.without_eur,
            }
            for row in rows
            if row.currency
        ],
        "eur": units(sum(row.eur_minor for row in rows), "EUR"),
        "decisions": decisions,
        "fallen": fallen,
        "includes": (
            f"all {decisions} decisions with the sum first imposed, each counted once, whatever became of it; "
            f"{fallen} of them {fell}{missing}"
        ),
    }


def end_of(day: str | None) -> str | None:
    """The last moment of a day, as recording times are written."""
    return f"{day}T23:59:59.999999Z" if day else None
