"""Cases: the list, and one told step by step."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response

from app.answers import cases as answers
from app.http.service import Graph
from app.pages import pictures, rows, site
from app.pages.routes import PageRoute
from app.pages.rows import Row
from app.parameters.fields import Listing
from graph import dates
from graph.reads.cases import CaseQuery
from graph.vocabulary import STAGES, STATUSES

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_DECIDED: Final = frozenset({"FINED", "ORDERED", "ANNULLED", "REVERSED", "UPHELD", "SETTLED_WITH"})
_OPENING: Final = frozenset({"imposed", "proposed", "settled", "appealed"})
"""Stages that are the fact itself when they stand first."""


@router.get("/cases")
async def cases(request: Request, graph: Graph) -> Response:
    """Proceedings, the one with the latest fact first."""
    given = site.given(request)
    asked = Listing.model_validate(given)
    page = await answers.cases(graph, CaseQuery(limit=asked.limit), cursor=asked.cursor)
    following = site.address("/cases", {**given, "cursor": page.next}) if page.next else None
    return site.render(
        request, "cases.html", cases=page.items, total=page.total.as_json(), next_url=following,
        json_url="/v1/cases",
    )  # fmt: skip


@router.get("/cases/{id}")
async def case(request: Request, graph: Graph, id: Annotated[str, Path(max_length=200)]) -> Response:
    """One case: its steps in order of time, its parties, its money then and now."""
    one = await answers.case(graph, id)
    told = rows.rows(one["items"])
    steps = _steps(told)
    return site.render(
        request,
        "case.html",
        case=one,
        steps=steps,
        changed=_CHANGED,
        line=pictures.life([_mark(step) for step in steps]),
        parties=_parties(told),
        money=[entry for row in told if (entry := _money(row))],
        cypher=one.get("cypher"),
        json_url=f"/v1/cases/{quote(id, safe='')}",
    )


_CHANGED: Final = frozenset({"under_appeal", "final", "reduced", "annulled", "remitted", "withdrawn"})
"""Statuses that something came to after its first day: a story says of them that they are those of now."""


def _steps(told: Sequence[Row]) -> list[dict[str, Any]]:
    """Each fact, and each stage of one that no fact of the case tells; what several facts went through at once is one.

    A stage of which nothing is known but its name is no step of a story.
    """
    found: list[dict[str, Any]] = []
    stages: dict[tuple[str, str | None, str | None], dict[str, Any]] = {}
    said = {(row.fact["date"], stage) for row in told for stage in _RULINGS.get(row.fact["relation"], ())}
    for row in told:
        fact = row.fact
        found.append(
            {"row": row, "stage": None, "date": fact["date"], "decided": fact["relation"] in _DECIDED}
        )
        for place, stage in enumerate(fact["stages"]):
            opening = place == 0 and stage["stage"] in _OPENING
            known = stage["date"] or stage["note"] or stage["evidence"]
            if opening or not known or (stage["date"], stage["stage"]) in said:
                continue
            key = (stage["stage"], stage["date"], stage["by"]["id"] if stage["by"] else None)
            step = stages.setdefault(
                key,
                {
                    "row": row,
                    "rows": [],
                    "stage": stage,
                    "date": stage["date"],
                    "decided": False,
                    "id": f"{fact['id']}-{place}",
                },
            )
            step["rows"].append(row)
    return sorted([*found, *stages.values()], key=_when)


def _when(step: Mapping[str, Any]) -> tuple[str, bool]:
    """In order of time. Of a month or year, what answers to something comes last, and all else first."""
    day = step["date"]
    answers = step["stage"] is not None or step["row"].fact["relation"] in _RULINGS
    if not day:
        return "9999", answers
    return (f"{day}-99" if answers and dates.precision(day) != "day" else dates.first_day(day), answers)


_RULINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "APPEALED": ("appealed",),
    "ANNULLED": ("annulled",),
    "REVERSED": ("annulled", "remitted", "reinstated", "reduced"),
    "UPHELD": ("upheld",),
}
"""Facts that answer to another one, and the stages of that one that they tell."""


def _mark(step: Mapping[str, Any]) -> pictures.Mark:
    row: Row = step["row"]
    if step["stage"]:
        left = STAGES[step["stage"]["stage"]].status
        return pictures.Mark(
            step["date"], step["stage"]["stage"].replace("_", " "), STATUSES[left].stands if left else None
        )
    fact = row.fact
    stands = False if fact["relation"] == "ANNULLED" else True if fact["relation"] in _DECIDED else None
    return pictures.Mark(fact["date"], f"{site.name(fact['subject'])} {_DANGLING.sub('', row.verb)}", stands)


_DANGLING: Final = re.compile(r" (?:a decision of|about|against|before|by|for|in|of|on|to|with)$")
"""What a verb ends in where its object does not follow, as in a picture."""


def _parties(told: Sequence[Row]) -> list[tuple[str, list[Any]]]:
    """Who has a part: those who act and are acted on by what they are, third parties by their role; each once."""
    groups: dict[str, dict[str, Any]] = {}
    seen: set[str] = set()
    for row in told:
        ends = [(_PARTS.get(one["kind"], "Others"), one) for one in [*row.subjects, *row.objects]]
        third = [
            (party["role"].replace("_", " ").capitalize(), party["entity"]) for party in row.fact["parties"]
        ]
        for group, entity in [*ends, *third]:
            if entity["id"] not in seen:
                seen.add(entity["id"])
                groups.setdefault(group, {})[entity["id"]] = entity
    return [(group, list(entities.values())) for group, entities in groups.items()]


_PARTS: Final[Mapping[str, str]] = {
    "regulator": "Authorities", "company": "Firms", "platform": "Platforms", "person": "Persons", "court": "Courts",
    "ngo": "Civil society", "public_body": "Public bodies", "media": "Media",
}  # fmt: skip


def _money(row: Row) -> dict[str, Any] | None:
    """What was asked at first, and what is left of it."""
    total = rows.amount(row)
    if total is None or row.fact["relation"] not in {"FINED", "PROPOSED_FINE", "SETTLED_WITH"}:
        return None
    word = {"FINED": "imposed", "PROPOSED_FINE": "proposed, never imposed as such", "SETTLED_WITH": "settled"}
    now = None
    if row.fact["stands"] is False and row.fact["relation"] != "PROPOSED_FINE":
        now = f"it does not stand now ({rows.word(row.fact['status'])})"
    return {
        "first": total["value"],
        "eur": total,
        "currency": total["currency"],
        "word": word[row.fact["relation"]],
        "now": now,
    }
