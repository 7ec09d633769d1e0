"""Questions that compare, or that want figures by country or year: they are refused with what does it."""

import itertools
from typing import Final

from app.ask.marked import Marked
from app.ask.understanding import CannotRead, Form

_STATS: Final = "figures by country, year or authority are at /v1/stats?by=country,year"
_MORE: Final = frozenset(
    "more most bigger biggest larger largest higher highest greater greatest heavier less least fewer "
    "smaller smallest lower lowest worse oftener".split()
)
_BY: Final = frozenset(
    "country year month quarter sector industry regulator authority company firm state law article".split()
)
_SHARES: Final = frozenset("percentage percent proportion ratio share fraction percentages".split())


def refuse(marked: Marked, form: Form) -> None:
    """Refuse to compare what no single set of facts answers; raises ``CannotRead``."""
    words = [token.word for token in marked.tokens]
    if _SHARES & set(words) or "%" in marked.text:
        raise CannotRead("it asks for a share", _STATS)
    for at, (one, other) in enumerate(itertools.pairwise(words), 2):
        if other in _BY and (one in {"per", "each", "every"} or (one == "by" and at == len(words))):
            raise CannotRead("it wants figures for each of several", _STATS)
    _refuse_than(marked)
    if form == "verdict" and marked.having("most"):
        raise CannotRead("it compares everybody: ask who has the most")
    if _either(marked):
        raise CannotRead("it asks which of two: ask for the one and for the other", _STATS)


def _either(marked: Marked) -> bool:
    """Whether it asks which of two has more: "Who was fined more, Acme or Bytes?"."""
    explained = {
        at
        for one in marked.marks
        if one.means.keys() & {"amount", "repeated", "time", "except", "together"}
        for at in range(one.start, one.end)
    }
    more = any(token.word in _MORE and at not in explained for at, token in enumerate(marked.tokens))
    ends = {one.end for one in marked.marks if one.means.keys() & {"name", "place"}}
    starts = {one.start for one in marked.marks if one.means.keys() & {"name", "place"}}
    return more and any(
        token.word == "or" and at in ends and ({at + 1, at + 2} & starts)
        for at, token in enumerate(marked.tokens)
    )


def _refuse_than(marked: Marked) -> None:
    """Refuse a "than" that neither bounds a sum nor compares a fine with the one that was proposed."""
    explained = {
        at
        for one in marked.marks
        if one.means.keys() & {"amount", "together", "repeated", "except", "time"}
        for at in range(one.start, one.end)
    }
    loose = any(token.word == "than" and at not in explained for at, token in enumerate(marked.tokens))
    if loose and not marked.having("propose"):
        raise CannotRead("it compares, and only sums and times are compared")
