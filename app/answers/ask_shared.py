"""A name that several authorities share: whoever has to do with the others that a question names is meant."""

from collections.abc import Sequence
from dataclasses import replace

from app.answers.ask_rows import Found
from app.ask.checking import everybody
from app.ask.understanding import Named, Understanding


async def settled(found: Found, asked: Understanding) -> Understanding:
    """The same question with shared names narrowed to those that have a fact with the other parties."""
    named = [*asked.subjects, *asked.objects, *asked.parties]
    shared = [one for one in named if _shared(one, found)]
    if not shared or len(named) < 2:
        return asked
    for one in shared:
        others = [other for other in named if other is not one]
        met = await _met(found, asked, others)
        kept = tuple(id_ for id_ in one.ids if id_ in met)
        if kept and len(kept) < len(one.ids):
            asked = _narrowed(asked, one, kept)
    return asked


def _shared(one: Named, found: Found) -> bool:
    """Whether a name has several carriers that act of their own, and are no group of firms."""
    kinds = {found.index.by_id[id_].kind for id_ in one.ids}
    return len(one.carriers) > 1 and len(one.ids) > 1 and kinds <= {"regulator", "court"}


async def _met(found: Found, asked: Understanding, others: Sequence[Named]) -> set[str]:
    """Everybody who is in a fact with all the others."""
    bare = Understanding(question=asked.question, form="facts", parties=tuple(others))
    return {id_ for row in await found.rows(bare) for id_ in everybody(row)}


def _narrowed(asked: Understanding, one: Named, kept: tuple[str, ...]) -> Understanding:
    lean = replace(one, ids=kept, carriers=kept)
    return replace(
        asked,
        subjects=tuple(lean if other is one else other for other in asked.subjects),
        objects=tuple(lean if other is one else other for other in asked.objects),
        parties=tuple(lean if other is one else other for other in asked.parties),
    )
