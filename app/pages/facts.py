"""The page of facts: filters that live in the address, sums that say what they take in, one row a decision."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final, cast

from fastapi import APIRouter, Request, Response

from app.answers import facts as answers
from app.answers import names, stats
from app.answers.stats import Counted
from app.http.service import Graph
from app.pages import rows, site
from app.pages.locales import country
from app.pages.routes import PageRoute
from app.parameters.fact_query import fact_query
from app.parameters.fields import AllFactParameters
from graph.reads.stats import Dimension
from graph.vocabulary import RELATIONS

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_SHOWN: Final = ("relation", "country", "date_from", "date_to", "amount_min", "status", "q")
"""Filters that have a field of their own in the form; the others are kept as they are."""
_NOT_FILTERS: Final = frozenset({"sort", "limit", "cursor", "format", "evidence", "fields", "cypher"})
_FACETS: Final[tuple[tuple[Dimension, str], ...]] = (
    ("country", "Country"),
    ("year", "Year"),
    ("regulator", "Authority"),
    ("status", "Status"),
)
_DOWNLOADS: Final = (("csv", "CSV"), ("xlsx", "Excel"), ("ndjson", "NDJSON"))
_BOM: Final = {"csv": {"bom": "true"}}


@router.get("/facts")
async def facts(request: Request, graph: Graph) -> Response:
    """Who did what to whom."""
    given = site.given(request)
    asked = AllFactParameters.model_validate(lists(given))
    query = fact_query(asked)
    fines = query.filters.relations == ["FINED"]
    page = await answers.facts(graph, query, cursor=asked.cursor, sums=fines, about_group=True)
    filters = {name: value for name, value in given.items() if name not in _NOT_FILTERS}
    known = await names.entities(graph, filtered_ids(filters))
    labels = names.short(known)
    counts = await stats.facets(graph, query, [name for name, _ in _FACETS])
    return site.render(
        request,
        "facts.html",
        heading=_heading(filters, labels),
        chips=list(chips("/facts", given, filters, labels)),
        chosen=_chosen(filters),
        kept=kept(filters, _SHOWN),
        relations=RELATIONS.values(),
        rows=rows.rows(page.items),
        total=page.total.as_json(),
        sums=page.sums,
        group=page.linked(lambda more: site.address("/facts", {**given, "cursor": None, **more})).group,
        sort=asked.sort,
        sort_url=partial(_sorted, filters),
        limit=asked.limit,
        next_url=site.address("/facts", {**given, "cursor": page.next}) if page.next else None,
        first_url=site.address("/facts", {**given, "cursor": None}) if asked.cursor else None,
        downloads=_downloads(filters),
        feed_url=site.address("/feeds/facts.atom", filters),
        changes_url=site.address("/changes", filters),
        facets=_facets(filters, counts),
        countries=[cell.label for cell in counts["country"]],
        cypher=page.statement.as_json(),
        q=asked.q or "",
        json_url=site.address("/v1/facts", given),
        robots=site.about(known.values()),
    )


def lists(given: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters as the list of facts takes them: what may be repeated is a list, commas part countries."""
    found = dict(given)
    for name in (
        "relation",
        "status",
        "country",
        "subject",
        "object",
        "party",
        "law",
        "currency",
        "review",
        "tier",
        "kind",
        "quality",
    ):
        if name in found:
            many = [part.strip() for one in values(found[name]) for part in one.split(",")]
            found[name] = [one for one in many if one]
    return found


def values(value: Any) -> Sequence[str]:
    """The values of a parameter, of which there may be one."""
    return cast("list[str]", value) if isinstance(value, list) else [str(value)]


def _sorted(filters: Mapping[str, Any], sort: str) -> str:
    return site.address("/facts", {**filters, "sort": sort})


def _chosen(filters: Mapping[str, Any]) -> dict[str, Any]:
    single = {name: filters.get(name, "") for name in _SHOWN}
    many = {
        name: list(values(filters[name])) if name in filters else []
        for name in ("relation", "country", "status")
    }
    return single | many


def filtered_ids(filters: Mapping[str, Any]) -> list[str]:
    """Entities that filters name."""
    return [one for name in ("subject", "object", "party", "law") for one in values(filters.get(name, []))]


def label(name: str, value: str, labels: Mapping[str, str]) -> str:
    """A filter as a reader understands it: "by CNIL", "from 2020"."""
    words = {
        "relation": lambda: RELATIONS[value.upper()].forward if value.upper() in RELATIONS else value,
        "subject": lambda: f"by {labels.get(value, value)}",
        "object": lambda: f"against {labels.get(value, value)}",
        "party": lambda: f"involving {labels.get(value, value)}",
        "law": lambda: f"under {labels.get(value, value)}",
        "country": lambda: f"in {country(value)}",
        "date_from": lambda: f"from {value}",
        "date_to": lambda: f"to {value}",
        "amount_min": lambda: f"at least {value}",
        "amount_max": lambda: f"at most {value}",
        "status": lambda: rows.word(value),
        "valid_on": lambda: f"as of {value}",
        "known_on": lambda: f"known on {value}",
        "group": lambda: "with the whole group",
        "q": lambda: f"“{value}”",
    }
    return words[name]() if name in words else f"{name.replace('_', ' ')}: {value}"


def named(dimension: Dimension, label: str) -> str:
    """The label of a counted value as a reader says it: countries and statuses by their names."""
    if dimension in {"country", "target_country"}:
        return country(label)
    return rows.word(label) if dimension == "status" else label


def kept(filters: Mapping[str, Any], shown: Sequence[str]) -> list[tuple[str, str]]:
    """Filters that have no field of their own in a form."""
    return [(name, one) for name, value in filters.items() if name not in shown for one in values(value)]


def chips(
    path: str, given: Mapping[str, Any], filters: Mapping[str, Any], labels: Mapping[str, str]
) -> Iterable[dict[str, str]]:
    """Each filter in words, with the address of the page without it."""
    for name, value in filters.items():
        for one in values(value):
            rest = [other for other in values(value) if other != one]
            without = {**given, name: rest, "cursor": None}
            yield {"label": label(name, one, labels), "without": site.address(path, without)}


def _heading(filters: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    relation = values(filters.get("relation", []))
    what = "Fines" if [one.upper() for one in relation] == ["FINED"] else "Actions"
    order = ("subject", "object", "party", "country", "law", "date_from", "date_to", "status")
    said = [label(name, one, labels) for name in order for one in values(filters.get(name, []))]
    return " ".join([what, *said]) if said else f"{what}: who did what to whom" if what == "Actions" else what


def _downloads(filters: Mapping[str, Any]) -> list[dict[str, str]]:
    forms = [
        {
            "label": label,
            "url": site.address(
                "/v1/export", {**filters, "format": form, **({"bom": "true"} if form == "csv" else {})}
            ),
        }
        for form, label in _DOWNLOADS
    ]
    return [*forms, {"label": "Evidence pack", "url": site.address("/v1/pack", filters)}]


def _facets(
    filters: Mapping[str, Any], counts: Mapping[Dimension, Sequence[Counted]]
) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "cells": [
                {
                    "label": named(name, cell.label),
                    "count": cell.facts,
                    "url": site.address("/facts", {**filters, **cell.filters}),
                }
                for cell in counts[name][:12]
            ],
        }
        for name, label in _FACETS
    ]
