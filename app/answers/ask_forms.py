"""One function for each form of question: from the rows that meet it to a value, a verdict and a sentence."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from app.answers import ask_days, ask_firsts, ask_otherwise, ask_rulings, ask_totals, ask_verdicts
from app.answers.ask_rows import Found, Result, Row, empty
from app.ask import figures, places, query, sentence
from app.ask.figures import Value
from app.ask.names import Index
from app.ask.understanding import Form, Understanding
from graph.money import units
from graph.reads import ask as reads


async def answer(found: Found, asked: Understanding) -> Result:
    """Answer a question in its form."""
    adds_up = asked.form in {"count", "sum", "amount"} and asked.asked == "decision"
    listed = asked.form == "facts" and not asked.every
    if (adds_up or listed) and (many := await ask_totals.of_many(found, asked)):
        return many
    result = await _FORMS[asked.form](found, asked)
    if not result.rows:
        result = await _otherwise(found, asked, result)
    if not found.cut:
        return result
    if adds_up and query.by_graph(asked, found.bounds):
        return await ask_totals.by_graph(found, asked, result)
    number = asked.form in {"count", "sum", "amount", "average", "median", "most"}
    return replace(
        result,
        sentence=f"{result.sentence} Only {reads.ROWS_LIMIT:,} of the facts were looked at: ask for less.",
        value=None if number else result.value,
    )


async def _otherwise(found: Found, asked: Understanding, result: Result) -> Result:
    """What the question comes to where facts tell it in another way; else the result itself."""
    if (owns := ask_otherwise.owns(found, asked)) is not None:
        return owns
    for other in ask_otherwise.told_otherwise(asked):
        told = await _FORMS[other.form](found, other)
        if told.rows:
            return told
    return result


async def _facts(found: Found, asked: Understanding) -> Result:
    rows = await found.rows(asked)
    if not rows:
        return empty(found, asked)
    stages = (
        query.stages_of(asked.status) if asked.status != ("final",) and not asked.unlike else frozenset[str]()
    )
    told = sentence.listed(rows, asked.relations, found.index, valid_on=asked.valid_on, stages=stages)
    return Result(told, rows, _only_sum(rows) if asked.what else None)


def _only_sum(rows: Sequence[Row]) -> Value | None:
    """The sum where "what was the fine" means a single one."""
    shares, money = figures.shares(rows), figures.money(rows)
    return figures.in_units(money, "amount") if money and len(shares) == 1 else None


async def _amount(found: Found, asked: Understanding) -> Result:
    rows = await found.rows(asked)
    money = figures.money(rows)
    if money is None:
        if not rows:
            return empty(found, asked)
        told = sentence.listed(rows, asked.relations, found.index, valid_on=asked.valid_on)
        return Result(f"The sum is not known. {told}", rows)
    shares = [row for row in figures.shares(rows) if row["minor"] is not None]
    if len(shares) == 1:
        told = sentence.facts(shares, found.index, valid_on=asked.valid_on)
        return Result(f"{told}.", rows, figures.in_units(money, "amount"))
    return Result(
        _with_facts(sentence.added(money, asked.relations), rows, found), rows, figures.in_units(money, "sum")
    )


async def _sum(found: Found, asked: Understanding) -> Result:
    rows = await found.rows(asked)
    money = figures.money(rows)
    if money is None:
        return empty(found, asked) if not rows else Result("No sum is known.", rows)
    return Result(
        _with_facts(sentence.added(money, asked.relations), rows, found), rows, figures.in_units(money, "sum")
    )


async def _middle(found: Found, asked: Understanding) -> Result:
    rows = await found.rows(asked)
    kind: Literal["average", "median"] = "median" if asked.form == "median" else "average"
    money = figures.middle(rows, kind=kind)
    if money is None:
        return empty(found, asked) if not rows else Result("No sum is known.", rows)
    return Result(
        sentence.added(money, asked.relations, average=kind), rows, figures.in_units(money, "amount")
    )


async def _left(found: Found, asked: Understanding) -> Result:
    rows = await found.rows(asked)
    shares = [row for row in figures.shares(rows) if row["minor"] is not None and row["currency"]]
    if not shares:
        return empty(found, asked)
    currencies = {row["currency"] for row in shares}
    if len(currencies) > 1:
        return Result(f"The sums are in several currencies. {sentence.facts(rows, found.index)}.", rows)
    minor = sum(figures.remaining(row) or 0 for row in shares)
    currency = currencies.pop()
    value = Value("amount" if len(shares) == 1 else "sum", units(minor, currency), currency)
    text = f"{sentence.amount(minor, currency)} is left now. First: {sentence.facts(rows, found.index)}."
    return Result(text, rows, value)


async def _count(found: Found, asked: Understanding) -> Result:
    rows = await found.rows(asked)
    if asked.asked == "object":
        number, what = (
            len({row["object"] for row in rows}),
            "party" if len({row["object"] for row in rows}) == 1 else "parties",
        )
    elif asked.asked == "subject":
        number, what = (
            len({row["subject"] for row in rows}),
            "acting party" if len({row["subject"] for row in rows}) == 1 else "acting parties",
        )
    elif asked.asked == "country":
        number = len({_country(row, found.index) for row in rows} - {None})
        what = "country" if number == 1 else "countries"
    else:
        number, what = figures.decisions(rows), ""
    value = Value("count", number)
    if not rows:
        return replace(empty(found, asked), value=value)
    told = sentence.noun(asked.relations, figures.decisions(rows))
    head = f"{number:,} {what}, in {told}" if what else told
    fallen = figures.decisions(row for row in rows if row["standing"] == 0)
    note = (
        f", whatever became of them ({fallen:,} no longer stand{'s' if fallen == 1 else ''})"
        if fallen and not asked.status
        else ""
    )
    return Result(f"{head}{note}: {sentence.facts(rows, found.index, valid_on=asked.valid_on)}.", rows, value)


def _country(row: Row, index: Index) -> str | None:
    entity = index.by_id.get(row["subject"])
    return (entity.country or "")[:2] or None if entity else None


async def _most(found: Found, asked: Understanding) -> Result:
    """Who has the most decisions, or the largest sum of them; several where they are equal."""
    rows = await found.rows(asked)
    groups: dict[str, list[Row]] = {}
    for row in rows:
        name = _group(row, asked, found.index)
        if name is not None:
            groups.setdefault(name, []).append(row)
    if not groups:
        return empty(found, asked)
    sizes = {name: _size(group, by_sum=asked.by_sum) for name, group in groups.items()}
    largest = sorted(sizes.values(), reverse=True)[: asked.limit or 1]
    names = sorted((name for name in sizes if sizes[name] >= largest[-1]), key=lambda name: -sizes[name])
    best = [row for name in names for row in groups[name]]
    number = figures.decisions(groups[names[0]])
    value = Value("sum", units(largest[0], "EUR"), "EUR") if asked.by_sum else Value("count", number)
    if len(largest) > 1:
        each = "; ".join(_measured(name, groups[name], asked, found.index) for name in names)
        return Result(f"{each}. {sentence.facts(best, found.index)}.", best)
    who = " and ".join(_called(name, found.index) for name in names)
    head = f"{who}: {_measure(groups[names[0]], asked)}"
    return Result(f"{head}. {sentence.facts(best, found.index)}.", best, value)


def _measured(name: str, rows: Sequence[Row], asked: Understanding, index: Index) -> str:
    return f"{_called(name, index)}: {_measure(rows, asked)}"


def _measure(rows: Sequence[Row], asked: Understanding) -> str:
    """How many decisions, and where that is asked for their sum."""
    told = sentence.noun(asked.relations, figures.decisions(rows))
    amount = sentence.amount(_size(rows, by_sum=True), "EUR") if asked.by_sum else ""
    return f"{told}, {amount} at the rates of the day" if amount else told


def _group(row: Row, asked: Understanding, index: Index) -> str | None:
    if asked.asked == "year":
        return (row["date"] or "")[:4] or None
    if asked.asked == "country":
        return _country(row, index)
    return row["object"] if asked.asked == "object" else row["subject"]


def _size(rows: Sequence[Row], *, by_sum: bool) -> int:
    if by_sum:
        return sum(row["eur_minor"] or 0 for row in figures.shares(rows))
    return figures.decisions(rows)


def _called(name: str, index: Index) -> str:
    entity = index.by_id.get(name)
    if entity is not None:
        return entity.caption
    return places.called(name) if name.isalpha() else name


async def _why(found: Found, asked: Understanding) -> Result:
    rows = await found.rows(asked)
    if not rows:
        return empty(found, asked)
    reasons = [_reason(row) for row in rows[:5]]
    told = "; ".join(
        f"{sentence.fact(row, found.index)}: {reason}" for row, reason in zip(rows, reasons, strict=False)
    )
    return Result(f"{told.rstrip('.')}.", rows)


def _reason(row: Row) -> str:
    articles = f" (under {', '.join(row['articles'])})" if row["articles"] else ""
    return f"{(row['summary'] or 'no reason is recorded').rstrip('.')}{articles}"


def _with_facts(head: str, rows: Sequence[Row], found: Found) -> str:
    return f"{head[:-1]}: {sentence.facts(rows, found.index)}."


_FORMS: Final[Mapping[Form, Callable[[Found, Understanding], Awaitable[Result]]]] = {
    "facts": _facts,
    "verdict": ask_verdicts.verdict,
    "amount": _amount,
    "date": ask_days.day,
    "count": _count,
    "sum": _sum,
    "average": _middle,
    "median": _middle,
    "why": _why,
    "articles": _why,
    "top": ask_firsts.first,
    "most": _most,
    "left": _left,
    "compare": ask_verdicts.compare,
    "rulings": ask_rulings.rulings,
}
