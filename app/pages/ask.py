"""A question typed by a person: the answer, how it was understood, the rows."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.answers import names
from app.answers.ask import ask as answer
from app.ask.query import Bounds
from app.http.service import Graph
from app.pages import rows, site
from app.pages.facts import filtered_ids, label, values
from app.pages.routes import PageRoute

router = APIRouter(include_in_schema=False, route_class=PageRoute)


_READ, _SHOWN = 80, 50
"""Facts that are read for a page, several of which may share a row, and its rows; the list has them all."""
_LISTED: Final = 2
"""An answer that lists more things than this has them in the table below: what stands out is how many."""


@router.get("/ask")
async def ask(request: Request, graph: Graph) -> Response:
    """The answer to a question; a bare name leads to its page, an empty box to the first page."""
    given = site.given(request)
    question = str(given.get("q", "")).strip()
    if not question:
        return RedirectResponse("/", status_code=303)
    body = (await answer(graph.store, question, Bounds(), most=_READ)).as_json()
    understood = body["understood"]["filters"]
    filters = {
        name: value for name, value in understood.items() if name != "sort" and value not in (None, [], "")
    }
    labels = await names.captions(graph, filtered_ids(filters))
    answer_, _, rest = body["answer"].partition(": ")
    listed = rest.count("; ") >= _LISTED
    return site.render(
        request,
        "ask.html",
        answer=f"{answer_}." if listed else body["answer"],
        rest=rest if listed else None,
        q=question,
        found=body,
        chips=list(_chips(filters, labels)),
        rows=rows.rows(body["items"])[:_SHOWN],
        total=body["total"],
        list_url=site.address("/facts", filters) if filters else None,
        json_url=site.address("/v1/ask", {"q": question}),
        robots="noindex",  # there are as many questions as readers
    )


def _chips(filters: Mapping[str, Any], labels: Mapping[str, str]) -> Iterable[dict[str, str]]:
    """What was understood; taking one away leads to the list of facts without it."""
    for name, value in filters.items():
        for one in values(value):
            rest = [other for other in values(value) if other != one]
            yield {
                "label": label(name, one, labels),
                "without": site.address("/facts", {**filters, name: rest}),
            }
