"""Figures: fines by year, authority, country, law and status, each bar with its rows and its table."""

from typing import Any, Final

from fastapi import APIRouter, Request, Response

from app.answers import stats
from app.http.service import Graph
from app.pages import site
from app.pages.facts import lists, named
from app.pages.routes import PageRoute
from app.parameters.fact_query import fact_query
from app.parameters.fields import AllFactParameters
from graph.errors import InvalidInput
from graph.reads.stats import DIMENSIONS, Dimension

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_LABELS: Final[dict[Dimension, str]] = {
    "year": "year", "regulator": "authority", "country": "country", "region": "region", "law": "law",
    "article": "article", "target": "target", "target_country": "country of the target", "status": "status",
    "relation": "what happened", "month": "month", "tier": "where it comes from",
}  # fmt: skip
_ROWS: Final = 60


@router.get("/stats")
async def figures(request: Request, graph: Graph) -> Response:
    """Fines, or what was asked for, by one dimension."""
    given = site.given(request)
    by = given.pop("by", "year")
    if by not in DIMENSIONS:
        raise InvalidInput(f"{by!r} is not a dimension", where="by", remedy=", ".join(DIMENSIONS))
    dimension: Dimension = by
    filters = given if "relation" in given or by == "relation" else {"relation": "FINED", **given}
    asked = AllFactParameters.model_validate(lists(filters))
    found = await stats.table(graph, fact_query(asked), [dimension])
    cells = [_cell(cell, filters, dimension) for cell in found.cells]
    if dimension in {"year", "month"}:
        cells.sort(key=lambda cell: cell["label"], reverse=True)
    return site.render(
        request,
        "stats.html",
        heading=f"{'Fines' if filters.get('relation') == 'FINED' else 'Actions'} by {_LABELS[dimension]}",
        dimensions=list(_LABELS.items()),
        dimension_label=_LABELS[dimension].capitalize(),
        by=by,
        chosen={name: lists(given).get(name, "") for name in ("country", "date_from", "date_to")},
        cells=cells[:_ROWS],
        includes=found.includes,
        shown=min(len(cells), _ROWS),
        all_cells=len(cells),
        csv_url=site.address("/v1/stats", {**filters, "by": by, "format": "csv"}),
        json_url=site.address("/v1/stats", {**filters, "by": by}),
    )


def _cell(cell: stats.Counted, filters: dict[str, Any], dimension: Dimension) -> dict[str, Any]:
    return {
        "label": named(dimension, cell.label),
        "count": cell.decisions,
        "eur": cell.eur,
        "url": site.address("/facts", {**filters, **cell.filters}),
    }
