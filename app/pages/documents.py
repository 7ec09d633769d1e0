"""A document with its text and what each passage of it says; the queue of reviewers."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response

from app.answers import documents as answers
from app.answers import names
from app.http.service import Graph
from app.pages import site
from app.pages.routes import PageRoute
from graph.vocabulary import DOCUMENT_KINDS, MODALITIES

_ENDS = ("subject", "object")
"""Where a claim names somebody."""

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/documents/{id}")
async def document(request: Request, graph: Graph, id: Annotated[str, Path(max_length=200)]) -> Response:
    """One document: its claims, and its text with each claim marked where it stands."""
    doc = await answers.document(graph, id)
    text = doc.get("text")
    known = await names.entities(graph, {claim[end] for claim in doc["claims"] for end in _ENDS})
    claims = [
        {**claim, **{end: known.get(claim[end]) or _unnamed(claim[end]) for end in _ENDS}}
        for claim in doc["claims"]
    ]
    return site.render(
        request,
        "document.html",
        doc=doc,
        claims=claims,
        kinds=DOCUMENT_KINDS,
        modalities=MODALITIES,
        reviewable=any(claim["rule"] for claim in claims),
        parts_of_text=pieces(text, doc["claims"]) if text else None,
        json_url=f"/v1/documents/{quote(id, safe='')}",
        robots="noindex",
    )


@router.get("/review")
async def review(request: Request) -> Response:
    """The queue; what it shows needs a key, which the page asks for."""
    return site.render(
        request, "review.html", modalities=MODALITIES, json_url="/v1/review-queue", robots="noindex"
    )


def _unnamed(id_: str) -> dict[str, Any]:
    """Whoever has no row of its own any more goes by its id."""
    return {"id": id_, "name": id_, "caption": None}


def pieces(text: str, claims: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A text in pieces: passages that a claim quotes, and what stands between; of two that overlap the first."""
    found: list[dict[str, Any]] = []
    at = 0
    quoted = [claim for claim in claims if claim["start"] is not None and claim["end"] is not None]
    for claim in sorted(quoted, key=lambda one: (one["start"], -one["end"])):
        start, end = claim["start"], claim["end"]
        if start < at or end > len(text):
            continue
        found.append({"text": text[at:start], "claim": None, "rejected": False})
        found.append(
            {"text": text[start:end], "claim": claim["id"], "rejected": claim["review"] == "rejected"}
        )
        at = end
    found.append({"text": text[at:], "claim": None, "rejected": False})
    return [piece for piece in found if piece["text"]]
