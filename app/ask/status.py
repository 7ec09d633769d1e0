"""What a question asks of the status: whether a fine stands, was paid, is under appeal."""

from typing import Final

from app.ask.lexicon import AUXILIARY
from app.ask.marked import Mark, Marked
from app.ask.relations import Told

_PAY: Final = frozenset({"pay", "paid", "payed"})
_DEFINITE: Final = frozenset("the its their his her that this these those all".split())
_BY_COURT: Final = frozenset(
    {"reduced", "increased", "annulled", "upheld", "remitted", "reinstated", "suspended"}
)


def status_of(marked: Marked, told: Told) -> tuple[tuple[str, ...], bool]:
    """The conditions of ``lexicon.STATUSES`` that are asked, and whether what is left is."""
    found: list[str] = []
    left = False
    for one in marked.having("status"):
        meanings = one.means["status"]
        if meanings == ("paid",) and not _was_paid(marked, one):
            continue
        if one is told.mark or "left" in meanings:
            left = left or ("left" in meanings and one is not told.mark)
            continue
        found += [meaning for meaning in meanings if meaning not in found]
    if not found and _pays_it(marked):
        found = ["paid"]
    if "not" in {token.word for token in marked.tokens} and found == ["paid"]:
        found = ["unpaid"]
    if set(found) & _BY_COURT:
        # "Lowered on appeal" tells how, not that an appeal is open.
        found = [meaning for meaning in found if meaning not in {"under_appeal", "appealed"}]
    return tuple(found), left


def _pays_it(marked: Marked) -> bool:
    """Whether a question asks if somebody paid a fine that there is: "did Google pay the fine?", not "pay a fine"."""
    return marked.word(0) in AUXILIARY and any(
        one.text.lower().split()[-1] in _PAY and marked.word(one.end) in _DEFINITE
        for one in marked.having("get")
    )


def _was_paid(marked: Marked, one: Mark) -> bool:
    """Whether "paid" asks what became of a fine; "who paid the largest fine" does not."""
    before = {marked.word(at) for at in range(one.start)}
    return bool(before & {"been", "was", "were", "is", "are"}) or marked.word(0) in AUXILIARY
