"""Counts, sums and superlatives of more facts than are read for one question."""

from dataclasses import replace
from typing import Final

from app.answers.ask_rows import Found, Result, Row
from app.ask import figures, sentence
from app.ask.figures import Value
from app.ask.understanding import Understanding

FIRST: Final = 50
"""Facts that are shown of so many."""
_RANKED: Final = 200
"""Facts that are read to find the largest, the latest or the first of so many; some have a sum that is no sanction."""


async def of_many(found: Found, asked: Understanding) -> Result | None:
    """Count and add up by kept totals; ``None`` where there are not so many facts, or totals do not know them."""
    total = await found.many(asked)
    if total is None:
        return None
    first = Result("", await found.first(asked, FIRST), total=total)
    return await by_graph(found, asked, first)


async def ranked(found: Found, asked: Understanding) -> tuple[list[Row], int | None]:
    """Facts among which those are that stand out; how many decisions there are, where these are only the first."""
    wanted = asked.rank + (asked.limit or 1)
    if wanted <= FIRST and await found.many(asked) is not None:
        first = await found.first(asked, _RANKED)
        if (
            figures.decisions(row for row in first if row["minor"] is not None and row["counts"] is not False)
            > wanted
        ):
            return first, sum(one.decisions for one in await found.sums(asked))
    return await found.rows(asked), None


async def by_graph(found: Found, asked: Understanding, result: Result) -> Result:
    """Count and add up in the graph what is too much to read; the items are the first of them."""
    sums = await found.sums(asked)
    decisions = sum(one.decisions for one in sums)
    told = sentence.noun(asked.relations, decisions)
    if asked.form == "facts":
        shown = sentence.facts(result.rows, found.index, valid_on=asked.valid_on, decisions=decisions)
        return replace(result, sentence=f"{told}: {shown}.")
    if asked.form == "count":
        return replace(result, sentence=f"{told}, each counted once.", value=Value("count", decisions))
    known = [one for one in sums if one.currency and one.amounts]
    single = known[0] if len(known) == 1 else None
    money = figures.Money(
        minor=single.minor if single else sum(one.eur_minor for one in known),
        currency=(single.currency if single else None) or "EUR",
        decisions=decisions,
        without=0 if single else sum(one.without_eur for one in known),
        fallen=sum(one.fallen for one in known),
        converted=single is None,
    )
    return replace(
        result, sentence=sentence.added(money, asked.relations), value=figures.in_units(money, "sum")
    )
