"""What there is instead of nothing: a fine that was only proposed, what befell whoever operates a platform."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.answers.ask_rows import Found, Result
from app.ask import sentence
from app.ask.names import Index
from app.ask.scope import scope
from app.ask.understanding import Named, Understanding

_FORMS: Final = frozenset({"facts", "verdict", "amount", "date", "why"})
"""Forms whose answer is facts; a number stays the number of what was asked for."""


async def instead(found: Found, asked: Understanding, result: Result) -> Result:
    """The answer itself where it has facts; else the first of what comes near, said to be something else.

    A sum that was asked for comes nearer than what else there is between the two.
    """
    near = result.verdict == "no" and asked.bound is not None
    if asked.status and not (asked.objects or asked.parties or asked.bound):
        return result
    if (result.rows and not near) or asked.form not in _FORMS or asked.never or asked.unlike:
        return result
    others = _others(asked, found.index)
    for other, what in itertools.islice(others, 1) if result.rows else others:
        if rows := await found.rows(other):
            listed = sentence.listed(rows, other.relations, found.index, valid_on=other.valid_on)
            text = f"the facts have no {scope(asked, found.index)}; {what}: {listed}"
            text = f"No: {text}" if result.verdict == "no" else f"T{text[1:]}"
            return replace(result, sentence=text, rows=rows)
    return result


def _others(asked: Understanding, index: Index) -> Iterator[tuple[Understanding, str]]:
    """Questions that come near, each with what sets its facts apart."""
    if asked.relations[:1] == ("FINED",):
        yield replace(asked, relations=("PROPOSED_FINE",), status=()), "but one was proposed"
    operated = replace(
        asked,
        objects=tuple(_operated(one, index) for one in asked.objects),
        parties=tuple(_operated(one, index) for one in asked.parties),
    )
    if operated != asked:
        yield operated, "but of whoever operates it"


def _operated(named: Named, index: Index) -> Named:
    """Whoever operates a platform, with its group; anybody else stays."""
    operators = tuple(dict.fromkeys(one for id_ in named.carriers for one in _operators(id_, index)))
    if not operators:
        return named
    return replace(
        named,
        carriers=operators,
        ids=tuple(dict.fromkeys(member for id_ in operators for member in index.group(id_))),
        members=(),
    )


def _operators(id_: str, index: Index) -> tuple[str, ...]:
    entity = index.by_id[id_]
    return entity.operators if entity.kind == "platform" else ()
