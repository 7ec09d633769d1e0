"""Two names typed by a person: how they are connected, and how they compare."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from app.answers import compare as comparisons
from app.answers import paths as chains
from app.answers import search
from app.http.service import Graph, Service
from app.pages import rows, site
from app.pages.locales import Reader
from app.pages.routes import PageRoute
from graph.errors import InvalidInput, NotFound
from graph.reads import entities

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/paths")
async def paths(request: Request, graph: Graph) -> Response:
    """Chains between two entities, in sentences."""
    given = site.given(request)
    asked = [str(given.get(name, "")) for name in ("from", "to")]
    ends, message = await _meant(graph, asked)
    found = await chains.paths(graph, *ends, max_hops=4) if len(ends) == 2 and ends[0] != ends[1] else None
    told = [{"hops": path.hops, "rows": _told(path)} for path in found.paths] if found else []
    return site.render(
        request,
        "paths.html",
        asked_from=site.name(found.start) if found else asked[0],
        asked_to=site.name(found.end) if found else asked[1],
        start=found.start if found else None,
        end=found.end if found else None,
        paths=told,
        max_hops=found.max_hops if found else 4,
        cypher=found.statement.as_json() if found else None,
        message=message or ("Both names mean the same." if len(ends) == 2 and not found else None),
        json_url=site.address("/v1/paths", {"from": ends[0], "to": ends[1]}) if found else None,
        robots=site.about([found.start, found.end]) if found else None,
    )


def _told(path: chains.Path) -> list[rows.Row]:
    return rows.rows([fact for hop in path.hops for fact in hop.facts[:1]])


@router.get("/compare")
async def compare(request: Request, graph: Graph) -> Response:
    """Two authorities or two firms beside each other."""
    given = site.given(request)
    asked = [str(given.get(name, "")) for name in ("a", "b")]
    ends, message = await _meant(graph, asked)
    found = (
        await comparisons.compare(graph, ends[0], ends[1]) if len(ends) == 2 and ends[0] != ends[1] else None
    )
    reader = site.reader(request.headers.get("accept-language"))
    return site.render(
        request,
        "compare.html",
        asked_a=site.name(found.a.entity) if found else asked[0],
        asked_b=site.name(found.b.entity) if found else asked[1],
        a=found.a.entity if found else None,
        b=found.b.entity if found else None,
        lines=_lines(found, reader) if found else [],
        shared=rows.rows(found.shared) if found else [],
        message=message or ("Both names mean the same." if len(ends) == 2 and not found else None),
        json_url=site.address("/v1/compare", {"a": ends[0], "b": ends[1]}) if found else None,
        robots=site.about([found.a.entity, found.b.entity]) if found else None,
    )


async def _meant(service: Service, asked: list[str]) -> tuple[list[str], str | None]:
    """The ids that two names mean, and what to tell where one means nobody."""
    ids: list[str] = []
    for text in asked:
        if not text:
            return [], None
        id_ = await _id(service, text)
        if id_ is None:
            return (
                [],
                f"Nobody in the graph is called “{text}”. Try a short name, or the suggestions of the search.",
            )
        ids.append(id_)
    return ids, None


async def _id(service: Service, text: str) -> str | None:
    try:
        return await entities.canonical(service.store, text, "q")
    except (NotFound, InvalidInput):
        found = await search.search(service, text, 1)
        return found["entities"][0]["id"] if found["entities"] else None


def _lines(found: comparisons.Comparison, reader: Reader) -> list[dict[str, str]]:
    def largest(side: comparisons.Side) -> str:
        sum_ = side.largest["amount"] if side.largest else None
        return reader.short(sum_["value"], sum_["currency"]) if sum_ else "none"

    def years(side: comparisons.Side) -> str:
        return f"{side.years[0][0]} to {side.years[-1][0]}" if side.years else "none"

    def laws(side: comparisons.Side) -> str:
        return ", ".join(label for label, _ in side.laws[:3]) or "none recorded"

    measures: tuple[tuple[str, Callable[[comparisons.Side], str]], ...] = (
        ("Facts in which it " + found.a.role, lambda side: reader.number(side.facts)),
        ("Fines, decisions", lambda side: reader.number(side.fines)),
        ("Fines, sum in euro", lambda side: reader.short(side.eur, "EUR")),
        ("Fines that no longer stand", lambda side: reader.number(side.fallen)),
        ("Largest fine", largest),
        ("Years with fines", years),
        ("Laws applied most", laws),
    )
    return [{"label": label, "a": tell(found.a), "b": tell(found.b)} for label, tell in measures]
