"""What courts decided about somebody: recorded rulings, or what became of a decision by a court."""

from dataclasses import replace
from typing import Final

from app.answers.ask_rows import Found, Result, Row, empty
from app.ask import sentence
from app.ask.checking import everybody
from app.ask.names import Index
from app.ask.relations import ACTED
from app.ask.understanding import Understanding

_OF_COURTS: Final = frozenset({"annulled", "upheld", "reduced", "increased", "remitted", "reinstated"})
"""Stages that only a court brings about, also where a record does not name it."""


async def rulings(found: Found, asked: Understanding) -> Result:
    """Rulings that concern everybody named; where none is recorded, the decisions that a court changed."""
    parties = [set(one.ids) for one in asked.parties]
    rows = [
        row
        for row in await found.rows(replace(asked, parties=()))
        if all(ids & {*everybody(row), *row["about"]} for ids in parties)
    ]
    if rows:
        return Result(sentence.listed(rows, asked.relations, found.index, valid_on=asked.valid_on), rows)
    if not parties:
        return empty(found, asked)
    courts = {id_ for one in asked.subjects for id_ in one.ids}
    changed = [
        (row, stages)
        for row in await found.rows(replace(asked, relations=ACTED, subjects=(), objects=()))
        if (stages := [stage for stage in row["stages"] if _by(stage, courts, found.index)])
    ]
    if not changed:
        return empty(found, asked)
    told = "; ".join(
        f"{sentence.fact(row, found.index)}: {', '.join(sentence.stage(one, found.index) for one in stages)}"
        for row, stages in changed[:5]
    )
    return Result(f"{told}.", [row for row, _ in changed])


def _by(stage: Row, courts: set[str], index: Index) -> bool:
    """Whether one of these courts, or where none is named any court, is behind a stage that is a ruling."""
    if not stage["by"]:
        return not courts and stage["stage"] in _OF_COURTS
    court = index.by_id.get(stage["by"])
    return (
        court is not None
        and court.kind == "court"
        and (not courts or court.id in courts)
        and stage["stage"] != "appealed"
    )
