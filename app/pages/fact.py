"""One fact: its day, sum and status, what became of it, and who says so."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response

from app.answers import facts as answers
from app.http.service import Graph
from app.pages import rows, site
from app.pages.routes import PageRoute

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/facts/{id}")
async def fact(request: Request, graph: Graph, id: Annotated[str, Path(max_length=200)]) -> Response:
    """One fact with its life cycle and all its evidence."""
    found = await answers.fact(graph, id)
    return site.render(
        request,
        "fact.html",
        fact=found,
        row=rows.rows([found])[0],
        laws=_by_law(found["articles"]),
        json_url=f"/v1/facts/{quote(id, safe='')}",
        robots=site.about([found["subject"], found["object"], *(one["entity"] for one in found["parties"])]),
    )


def _by_law(articles: Sequence[str]) -> list[str]:
    """Articles with the name of their law once: "GDPR Art. 5(1)(a), 6"."""
    found: dict[str, list[str]] = {}
    for article in articles:
        law, sign, rest = article.partition(" Art. ")
        found.setdefault(f"{law}{sign}", []).append(rest)
    return [f"{law}{', '.join(numbers)}" for law, numbers in found.items()]
