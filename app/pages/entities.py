"""The profile of an entity: what it did, what was done to it, its group, who stands around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse

from app.answers import entities as answers
from app.answers import facts, stats
from app.answers.entities import Merged
from app.http.service import Graph, Service
from app.pages import pictures, rows, site
from app.pages.routes import PageRoute
from graph.reads.facts import FactQuery, Filters
from graph.vocabulary import RELATIONS

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_SHOWN: Final = 25


@router.get("/entities/{id}")
async def entity(request: Request, graph: Graph, id: Annotated[str, Path(max_length=200)]) -> Response:
    """One entity; a merged one redirects to what took its place."""
    one = await answers.entity(graph, id)
    if isinstance(one, Merged):
        return RedirectResponse(f"/entities/{quote(one.into, safe='')}", status_code=308)
    around = await answers.neighbours(graph, id, limit=24)
    sections = [await _section(graph, kind) for kind in _sections(one)]
    years = await stats.by_year(graph, FactQuery(Filters(relations=["FINED"]), parties=[id]))
    cases = {
        fact["case"]["id"]: fact["case"] for section in sections for fact in section["facts"] if fact["case"]
    }
    return site.render(
        request,
        "entity.html",
        one=one,
        group=one.get("group_totals"),
        group_url=site.address("/facts", party=id, group="true"),
        sections=sections,
        years=pictures.years(years) if len(years) > 1 else None,
        years_label=f"Fines by year: {', '.join(f'{year}: {count}' for year, count in years)}",
        cases=list(cases.values())[:20],
        neighbours=[] if isinstance(around, Merged) else around.items,
        json_url=f"/v1/entities/{quote(id, safe='')}",
        robots=site.about([one]),
    )


@dataclass(frozen=True, slots=True)
class _Kind:
    """A table of a profile: which facts it has, and the words of the link to all of them."""

    id: str
    title: str
    filters: Mapping[str, Any]
    shown: Mapping[str, Any]
    all: str = "All of them, to filter and to download"


def _sections(one: Mapping[str, Any]) -> list[_Kind]:
    id_ = one["id"]
    others = [name for name in RELATIONS if name != "FINED"]
    imposed = {"relation": ["FINED"], "subject": [id_]}
    received = {"relation": ["FINED"], "object": [id_]}
    return [
        _Kind("fined", "Fines imposed", imposed, imposed),
        _Kind("was-fined", "Fines received", received, received),
        _Kind(
            "other",
            "Other actions",
            {"relation": others, "party": [id_]},
            {"party": [id_]},
            "All actions with a part in them, to filter and to download",
        ),
    ]


async def _section(service: Service, kind: _Kind) -> dict[str, Any]:
    """A table of one kind of facts, the latest first."""
    wanted = kind.filters
    query = FactQuery(
        Filters(
            relations=wanted.get("relation"), subjects=wanted.get("subject"), objects=wanted.get("object")
        ),
        parties=wanted.get("party"),
        limit=_SHOWN,
    )
    page = await facts.facts(service, query, sums=kind.id != "other")
    shown = rows.rows(page.items)
    return {
        "id": kind.id,
        "title": kind.title,
        "facts": page.items,
        "rows": shown,
        "sums": page.sums,
        "shown": len(shown),
        "total": page.total.value,
        "more": page.next is not None,
        "url": site.address("/facts", kind.shown),
        "all": kind.all,
    }
