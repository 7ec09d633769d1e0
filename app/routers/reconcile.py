"""Reconciliation for OpenRefine and the like, version 0.2: one address for queries and columns, as GET or as a form.

Described by its own manifest and by the specification (https://reconciliation-api.github.io/specs/0.2/), so it is left
out of OpenAPI.
"""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from jinja2 import Environment, PackageLoader, select_autoescape

from app.answers import reconcile as answers
from app.answers.reconcile_properties import PROPERTIES
from app.http.reconcile import Scope, at_each, home, model, read, respond
from app.http.service import Graph
from app.parameters.reconcile import Extension, OldBatch, kind, only_these, property_
from app.schemas import reconcile as shown
from graph.errors import InvalidInput, NotFound
from graph.reads import reconcile as reads
from graph.text import fold
from graph.vocabulary import KINDS

router = APIRouter(include_in_schema=False)

What = Literal["entity", "property", "type"]
Prefix = Annotated[str, Query(max_length=300)]
Skip = Annotated[int, Query(ge=0, le=100_000)]
_SUGGESTED = 20
Many = Annotated[int, Query(ge=1, le=1000)]


async def _page(cursor: Skip = 0, offset: Skip = 0, limit: Many = _SUGGESTED) -> slice:
    return slice(cursor or offset, (cursor or offset) + limit)


Page = Annotated[slice, Depends(_page)]
"""Which suggestions: after `cursor`, which the draft calls `offset`, at most `limit`."""
_KNOWN = ("queries", "query", "extend", "callback")
_pages = Environment(
    loader=PackageLoader("app"), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
)
_FRAMED = {
    # It is made to be shown within another page, and runs nothing.
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'",
    "Vary": "Accept-Language",
}


def _root(request: Request, scope: str) -> str:
    return f"{home(request)}/reconcile" + ("" if scope == "all" else f"/{scope}")


async def get_reconcile(request: Request, graph: Graph, scope: Scope) -> Response:
    """The manifest, which is open to all; with `queries` the candidates, with `extend` the columns."""
    only_these(request.query_params, *_KNOWN)
    if not any(name in request.query_params for name in ("queries", "query", "extend")):
        keyed = graph.settings.reads == "keyed"
        body = shown.manifest(scope, answers.kinds(scope), home(request), _root(request, scope), keyed=keyed)
        return respond(request, body)
    await read(request, graph)
    return respond(request, await _answer(graph, scope, dict(request.query_params)))


async def post_reconcile(request: Request, graph: Graph, scope: Scope) -> Response:
    """The same as a form, which may be longer."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        raise InvalidInput(
            f"{media or 'no media type'} is not taken",
            where="Content-Type",
            remedy="application/x-www-form-urlencoded; JSON at /reconcile/1.0-draft/match",
        )
    async with request.form(max_files=0, max_fields=10) as form:
        given = {name: value for name, value in form.items() if isinstance(value, str)}
    only_these(given, *_KNOWN)
    return respond(request, await _answer(graph, scope, given))


async def _answer(graph: Graph, scope: str, given: dict[str, str]) -> dict[str, Any]:
    if "extend" in given:
        return await _extended(graph, model(Extension, given["extend"], "extend"))
    if "query" in given and "queries" not in given:
        # A single query, as the first versions had it: JSON, or the name itself.
        text = given["query"]
        one = text if text.lstrip().startswith("{") else _quoted(text)
        batch = model(OldBatch, f'{{"q": {one}}}', "query")
        return (await _candidates(graph, scope, batch))["q"]
    if "queries" not in given:
        raise InvalidInput("neither queries nor extend", where="queries", remedy="a batch of queries as JSON")
    return await _candidates(graph, scope, model(OldBatch, given["queries"], "queries"))


def _quoted(text: str) -> str:
    return OldBatch.model_validate({"q": {"query": text}}).root["q"].model_dump_json(exclude_defaults=True)


async def _candidates(graph: Graph, scope: str, batch: OldBatch) -> dict[str, Any]:
    queries = [one.as_query() for one in batch.root.values()]
    found = await answers.candidates(graph, scope, queries)
    return {
        name: {"result": [shown.candidate(one) for one in rows]}
        for name, rows in zip(batch.root, found, strict=True)
    }


async def _extended(graph: Graph, asked: Extension) -> dict[str, Any]:
    wanted = asked.wanted()
    rows = await answers.extended(graph, asked.ids, wanted)
    return {"meta": [shown.property_(PROPERTIES[name]) for name in wanted], "rows": rows}


async def suggest(
    request: Request, graph: Graph, scope: Scope, what: What, page: Page, prefix: Prefix = ""
) -> Response:
    """Entities, properties or types that begin with, or resemble, what was typed."""
    only_these(request.query_params, "prefix", "cursor", "offset", "limit", "callback")
    return respond(request, {"result": await _suggested(graph, scope, what, page, prefix)})


async def _suggested(graph: Graph, scope: str, what: What, page: slice, prefix: str) -> list[dict[str, Any]]:
    if what == "entity":
        rows = await answers.suggested(graph, scope, prefix, page)
        return [shown.suggestion(row, answers.describe(row)) for row in rows]
    if what == "type":
        found = [shown.described_type(name) for name in answers.kinds(scope)]
    else:
        kinds = answers.kinds(scope)
        found = [
            shown.described_property(one)
            for one in PROPERTIES.values()
            if one.kinds is None or set(one.kinds) & set(kinds)
        ]
    start = fold(prefix.strip())
    matching = [one for one in found if start in fold(one["id"]) or start in fold(one["name"])]
    return matching[page]


async def flyout(
    request: Request, graph: Graph, scope: Scope, what: What, id: Annotated[str, Query(max_length=200)]
) -> Response:
    """A few words of HTML on a suggestion."""
    only_these(request.query_params, "id", "callback")
    del scope
    if what == "entity":
        text = _pages.get_template("reconcile_flyout.html").render(**await _entity(graph, id))
    else:
        about = (
            shown.described_type(kind(id))
            if what == "type"
            else shown.described_property(PROPERTIES[property_(id)])
        )
        text = _pages.get_template("reconcile_flyout.html").render(
            name=about["name"], line=about["description"], values=[], note=None
        )
    return respond(request, {"id": id, "html": text})


async def preview(
    request: Request, graph: Graph, scope: Scope, id: Annotated[str, Query(max_length=200)]
) -> Response:
    """A small page on an entity, to be shown in a frame."""
    only_these(request.query_params, "id")
    del scope
    page = _pages.get_template("reconcile_preview.html").render(
        address=f"{home(request)}/entities/{id}", **await _entity(graph, id)
    )
    return Response(page, media_type="text/html", headers=_FRAMED)


async def _entity(graph: Graph, id_: str) -> dict[str, Any]:
    """What a preview says of an entity; raises ``NotFound``."""
    wanted = [
        "country",
        "aliases",
        "owner",
        "website",
        "facts",
        "fines_received",
        "fined_eur",
        "fines_imposed",
    ]
    known = (await reads.values(graph.store, [id_])).get(id_)
    if known is None:
        raise NotFound(f"no entity {id_!r}", where="id", remedy="an id that was suggested")
    cells = (await answers.extended(graph, [id_], wanted))[id_]
    values = [
        (PROPERTIES[name].name, ", ".join(_cell(one) for one in found))
        for name, found in cells.items()
        if found and _cell(found[0]) not in {"0", "0.0"}
    ]
    entity = known.properties
    return {
        "name": entity["name"],
        "line": KINDS[entity["kind"]].description,
        "values": values,
        "note": entity.get("note"),
    }


def _cell(cell: dict[str, Any]) -> str:
    value = cell.get("name", next(iter(cell.values())))
    return f"{value:,.0f}" if isinstance(value, float) and value else str(value)


async def propose(
    request: Request,
    scope: Scope,
    type: str | None = None,
    limit: Annotated[int | None, Query(ge=1, le=1000)] = None,
) -> Response:
    """Properties that entities of a type can have."""
    only_these(request.query_params, "type", "limit", "callback")
    del scope
    found = answers.properties(kind(type) if type else None, limit)
    body: dict[str, Any] = {"properties": [shown.property_(one) for one in found]}
    if type:
        body["type"] = type
    if limit:
        body["limit"] = limit
    return respond(request, body)


_BOTH = (
    ("/suggest/{what}", "GET", suggest, True),
    ("/preview", "GET", preview, True),
    ("/extend/propose", "GET", propose, True),
)
_OWN = (
    ("", "GET", get_reconcile, False),
    ("", "POST", post_reconcile, True),
    ("/flyout/{what}", "GET", flyout, True),
)
at_each("/reconcile", router, (*_OWN, *_BOTH))
at_each("/reconcile/1.0-draft", router, _BOTH)
