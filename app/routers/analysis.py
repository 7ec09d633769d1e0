"""Figures, connections, comparisons; what is covered and where sources disagree."""

from dataclasses import asdict, replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from app.answers import compare as comparisons
from app.answers import coverage as covered
from app.answers import facts
from app.answers import paths as chains
from app.answers import quality as weak
from app.answers import stats as figures
from app.http import openapi
from app.http.repeated import Once
from app.http.responses import respond, respond_one
from app.http.service import Graph
from app.parameters.analysis import CompareParameters, ConflictParameters, PathParameters, StatsParameters
from app.parameters.fact_query import end_of, fact_query
from app.parameters.fields import NoParameters
from app.schemas.analysis import ComparisonAnswer, Conflicts, CoverageAnswer, PathList, QualityAnswer, Stats
from graph.reads.facts import Filters
from graph.reads.paths import Clocks

router = APIRouter(prefix="/v1", tags=["analysis"])


@router.get("/stats", responses=openapi.answers("/v1/stats", Stats, 406, table=True), dependencies=[Once])
async def get_stats(request: Request, graph: Graph, asked: Annotated[StatsParameters, Query()]) -> Response:
    """Counts and sums by one or two dimensions, with all filters of /v1/facts."""
    by = asked.dimensions
    page = await figures.page(graph, fact_query(asked), by, limit=asked.limit, cursor=asked.cursor)
    return respond(request, asked, page)


@router.get("/quality", responses=openapi.answers("/v1/quality", QualityAnswer))
async def get_quality(graph: Graph, _: Annotated[NoParameters, Query()]) -> Response:
    """What is weak: how many facts and entities lack a source, rest on one, wait, or may be there twice.

    Each number leads to its rows.
    """
    return respond_one((await weak.quality(graph)).as_json())


@router.get("/paths", responses=openapi.answers("/v1/paths", PathList))
async def get_paths(graph: Graph, asked: Annotated[PathParameters, Query()]) -> Response:
    """How two entities are connected: chains of facts, the short and telling ones first."""
    found = await chains.paths(
        graph,
        asked.start,
        asked.end,
        max_hops=asked.max_hops,
        limit=asked.limit,
        on=Clocks(asked.valid_on, end_of(asked.known_on)),
    )
    return respond_one(
        {
            "start": found.start,
            "end": found.end,
            "paths": [asdict(path) for path in found.paths],
            "complete": found.complete,
            "max_hops": found.max_hops,
            "cypher": found.statement.as_json(),
        }
    )


@router.get("/compare", responses=openapi.answers("/v1/compare", ComparisonAnswer))
async def get_comparison(graph: Graph, asked: Annotated[CompareParameters, Query()]) -> Response:
    """Two authorities or two firms beside each other."""
    on = Filters(valid_on=asked.valid_on, known_on=end_of(asked.known_on))
    found = await comparisons.compare(graph, asked.a, asked.b, on)
    return respond_one(
        {"a": _side(found.a), "b": _side(found.b), "shared": found.shared, "shared_cases": found.shared_cases}
    )


@router.get("/coverage", responses=openapi.answers("/v1/coverage", CoverageAnswer))
async def get_coverage(graph: Graph, _: Annotated[NoParameters, Query()]) -> Response:
    """What the graph holds of which authorities, countries and years: how to read an empty answer."""
    found = asdict(await covered.coverage(graph))
    return respond_one({name: value for name, value in found.items() if name != "revision"})


@router.get(
    "/conflicts", responses=openapi.answers("/v1/conflicts", Conflicts, 406, table=True), dependencies=[Once]
)
async def list_conflicts(
    request: Request, graph: Graph, asked: Annotated[ConflictParameters, Query()]
) -> Response:
    """Facts on which sources disagree, with both sides."""
    query = fact_query(asked)
    disputed = replace(query, filters=replace(query.filters, flags=["disputed"]))
    return respond(request, asked, await facts.facts(graph, disputed, cursor=asked.cursor))


def _side(side: comparisons.Side) -> dict[str, Any]:
    return {
        **asdict(side),
        "years": [{"year": year, "fines": count} for year, count in side.years],
        "laws": [{"law": law, "facts": count} for law, count in side.laws],
    }
