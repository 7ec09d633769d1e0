"""Counts and sums of more facts than are read for one question."""

from dataclasses import replace

from app.answers.ask_rows import Found, Result
from app.ask import figures, sentence
from app.ask.figures import Value
from app.ask.understanding import Understanding


async def by_graph(found: Found, asked: Understanding, result: Result) -> Result:
    """Count and add up in the graph what is too much to read; the items are the first of them."""
    sums = await found.sums(asked)
    decisions = sum(one.decisions for one in sums)
    told = sentence.noun(asked.relations, decisions)
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
