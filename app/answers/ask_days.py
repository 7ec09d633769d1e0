"""The day that a question asks for: of a decision, or of what became of it."""

from collections.abc import Sequence

from app.answers.ask_rows import Found, Result, Row, empty
from app.ask import sentence
from app.ask.figures import Value
from app.ask.query import stages_of
from app.ask.understanding import Understanding


async def day(found: Found, asked: Understanding) -> Result:
    """The day of the latest decision that is asked for; of a status that it has, the day on which it came to it."""
    rows = await found.rows(asked)
    stages = stages_of(asked.status)
    if stages and rows:
        return _of_stage(found, rows, stages)
    dated = [row for row in rows if row["date"]]
    if not dated:
        if not rows:
            return empty(found, asked)
        return Result(f"The day is not known. {sentence.facts(rows, found.index)}.", rows)
    days = {row["date"] for row in dated}
    announced = dated[0]["announced"]
    text = sentence.facts(dated, found.index, valid_on=asked.valid_on)
    if len(days) == 1 and announced and announced != dated[0]["date"]:
        text += f"; announced {sentence.on(announced)}"
    elif len(days) > 1:
        text = f"Most recently {sentence.on(dated[0]['date'])}. {text}"
    return Result(f"{text}.", dated, Value("date", date=dated[0]["date"]))


def _of_stage(found: Found, rows: Sequence[Row], stages: frozenset[str]) -> Result:
    """The day on which the first of the facts came to such a stage, the latest where it did so more than once."""
    days: list[str] = []
    for row in rows:
        met = [one for one in row["stages"] if one["stage"] in stages]
        days += [one["date"] for one in met if one["date"]][-1:]
    head = "" if days else "The day of that is not known. "
    told = sentence.facts(rows, found.index, stages=stages)
    return Result(f"{head}{told}.", rows, Value("date", date=days[0]) if days else None)
