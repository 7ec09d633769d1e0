"""What facts tell in another way than the question: an appeal or a ruling as a step of a decision, a group of firms."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.answers.ask_rows import Found, Result
from app.ask.understanding import Named, Understanding
from graph.vocabulary import RULINGS

_APPEALED: Final = ("FINED", "ORDERED", "FOUND_BREACH")
"""Decisions whose steps say that they were appealed, where no fact of its own does."""
_FORMS: Final = frozenset({"facts", "date", "verdict", "count"})
_STEPS: Final = {"ANNULLED": "annulled", "REVERSED": "annulled", "UPHELD": "upheld"}


def told_otherwise(asked: Understanding) -> Iterator[Understanding]:
    """The same question about the steps of decisions."""
    if (
        asked.relations == ("PROPOSED_FINE",)
        and asked.form in {"facts", "amount", "top"}
        and not asked.status
    ):
        yield replace(asked, relations=("FINED",), status=("proposed",), form="facts", what=False)
    if asked.relations == ("APPEALED",) and not asked.status:
        yield _of_decisions(asked, ("appealed",), subjects=asked.objects, objects=asked.subjects)
    if asked.relations and set(asked.relations) <= set(RULINGS) and asked.form in _FORMS:
        steps = tuple(dict.fromkeys(_STEPS[name] for name in asked.relations if name in _STEPS))
        yield _of_decisions(
            asked,
            steps[:1],
            courts=asked.subjects,
            subjects=(),
            objects=(),
            parties=(*asked.objects, *asked.parties),
        )


def _of_decisions(
    asked: Understanding, status: tuple[str, ...], **parties: tuple[Named, ...]
) -> Understanding:
    return replace(
        asked,
        relations=_APPEALED,
        status=status,
        asked="decision",
        asked_kinds=(),
        target_kinds=(),
        **parties,
    )


def owns(found: Found, asked: Understanding) -> Result | None:
    """Yes, where the group of a firm says that it owns another and no fact of its own does."""
    if (
        asked.relations != ("ACQUIRED_OR_OWNS",)
        or asked.form != "verdict"
        or not (asked.subjects and asked.objects)
    ):
        return None
    for owner in (id_ for one in asked.subjects for id_ in one.carriers):
        group = set(found.index.group(owner)) - {owner}
        owned = [id_ for one in asked.objects for id_ in one.ids if id_ in group]
        if owned:
            names = " and ".join(found.index.by_id[id_].caption for id_ in owned[:3])
            whole = found.index.by_id[owner].caption
            told = f"{names} {'is' if len(owned) == 1 else 'are'} recorded as part of {whole}"
            return Result(f"Yes: {told}.", (), verdict="yes")
    return None
