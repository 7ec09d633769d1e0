"""Yes or no: whether there is what a question asks for, and what there is instead."""

from collections.abc import Sequence
from dataclasses import replace

from app.answers.ask_firsts import first
from app.answers.ask_rows import Found, Result, Row, Verdict, empty
from app.ask import figures, places, query, sentence
from app.ask.names import Index
from app.ask.scope import scope
from app.ask.topics import told_by
from app.ask.understanding import CannotRead, Named, Understanding


async def verdict(found: Found, asked: Understanding) -> Result:
    """Whether there is such a fact, or has the status that is asked for; asked for "never", whether there is none."""
    result = await _verdict(found, asked)
    if not asked.never or result.verdict is None:
        return result
    turned: Verdict = "no" if result.verdict == "yes" else "yes"
    rest = result.sentence.partition(":")[2]
    return replace(result, sentence=f"{turned.capitalize()}:{rest}", verdict=turned)


async def _verdict(found: Found, asked: Understanding) -> Result:
    if asked.first_of:
        return await _is_first(found, asked)
    rows = await found.rows(asked, status=False)
    if not rows:
        return await _no(found, asked)
    if asked.every and not _everybody(asked, rows, found.index):
        told = sentence.facts(rows, found.index)
        return Result(f"No, not all of it. There is: {told}.", rows, verdict="no")
    if asked.repeated:
        verdict_: Verdict = "yes" if figures.decisions(rows) >= asked.repeated else "no"
        return Result(
            f"{verdict_.capitalize()}: {sentence.listed(rows, asked.relations, found.index, valid_on=asked.valid_on)}",
            rows,
            verdict=verdict_,
        )
    if not asked.status:
        return Result(
            f"Yes: {sentence.facts(rows, found.index, valid_on=asked.valid_on)}.", rows, verdict="yes"
        )
    return await _state(found, asked, rows)


async def _state(found: Found, asked: Understanding, rows: Sequence[Row]) -> Result:
    """Whether what there is has the status that is asked for."""
    ids = {row["id"] for row in await found.rows(asked)}
    met = [row for row in rows if row["id"] in ids]
    told = sentence.facts(rows, found.index, valid_on=asked.valid_on)
    if asked.status[0] == "won" and any(one["stage"] == "reinstated" for row in met for one in row["stages"]):
        return Result(f"At first, but that was undone: {told}.", rows)
    if met and len(met) < len(rows) and asked.status[0] in {"stands", "final"}:
        return Result(f"Some do, some do not ({len(met):,} of {len(rows):,}): {told}.", rows)
    if not met and not (asked.objects or asked.parties or asked.bound):
        return Result(f"No: {_lowered(empty(found, asked).sentence)}", (), verdict="no")
    if met:
        return Result(
            f"Yes: {sentence.facts(met, found.index, valid_on=asked.valid_on)}.", met, verdict="yes"
        )
    return Result(f"No: {told}.", rows, verdict="no")


async def _no(found: Found, asked: Understanding) -> Result:
    """Nothing of what was asked for: what there is instead between the two."""
    wider = replace(
        asked,
        relations=query.INSTEAD,
        times=(),
        bound=None,
        laws=(),
        article=None,
        status=(),
        topics=(),
        form="facts",
    )
    named = asked.subjects or asked.objects or asked.parties
    rows = await found.rows(wider) if named else []
    head = f"No: the facts have no {scope(asked, found.index)}"
    if rows and not told_by(asked.topics):
        # A summary that does not use the word does not say that it was about something else.
        head = f"The facts do not say: they have no {scope(asked, found.index)}"
        return Result(f"{head}. There is: {sentence.facts(rows, found.index)}.", rows)
    if rows:
        return Result(f"{head}. There is instead: {sentence.facts(rows, found.index)}.", rows, verdict="no")
    two = len([*asked.subjects, *asked.objects, *asked.parties]) > 1
    what = "other action between them" if two else "other such action"
    return Result(f"{head}. {sentence.nothing(found.coverage, what)}", (), verdict="no")


def _lowered(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


async def _is_first(found: Found, asked: Understanding) -> Result:
    """Whether what it names is the largest, the smallest, the first or the latest of all that its other words bound."""
    own = await found.rows(replace(asked, first_of=None), status=False)
    wide = replace(
        asked, objects=(), parties=(), bound=None, status=(), target_kinds=(), form="top", top=asked.first_of
    )
    if not (asked.objects or asked.parties or asked.bound):
        raise CannotRead("it does not say whose fine is to be the first: ask which it is")
    if not own:
        return await _no(found, replace(asked, first_of=None))
    best = await first(found, wide)
    hit = {row["action"] for row in own} & {row["action"] for row in best.rows}
    said: Verdict = "yes" if hit else "no"
    return replace(best, sentence=f"{said.capitalize()}: {_lowered(best.sentence)}", value=None, verdict=said)


def _members(asked: Understanding) -> list[Named]:
    return [Named("", ids, ids) for one in asked.parties for ids in one.members]


def _everybody(asked: Understanding, rows: Sequence[Row], index: Index) -> bool:
    """Whether each name and each place that was joined by "and" is in some fact."""
    everywhere = all(
        any(
            places.within(index.by_id[row["subject"]].country, place.codes)
            for row in rows
            if row["subject"] in index.by_id
        )
        for place in asked.places
        if not place.outside
    )
    return everywhere and all(
        any(set(one.ids) & {row["subject"], row["object"]} for row in rows)
        for one in (*asked.subjects, *asked.objects, *_members(asked))
    )


async def compare(found: Found, asked: Understanding) -> Result:
    """Whether a proposed fine was larger (or smaller) than the one that was imposed."""
    proposed = await found.rows(replace(asked, relations=("PROPOSED_FINE",)))
    imposed = await found.rows(replace(asked, relations=("FINED",)))
    one, other = figures.money(proposed), figures.money(imposed)
    rows = [*proposed, *imposed]
    if one is None or other is None or one.currency != other.currency:
        return Result(
            f"There is nothing to compare. {sentence.facts(rows, found.index)}."
            if rows
            else empty(found, asked).sentence,
            rows,
        )
    larger = one.minor > other.minor if asked.larger else one.minor < other.minor
    said: Verdict = "yes" if larger else "no"
    return Result(f"{said.capitalize()}: {sentence.facts(rows, found.index)}.", rows, verdict=said)
