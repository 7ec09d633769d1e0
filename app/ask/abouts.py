"""Names that are no party of their own: what a fine is about, "Acme over its Chatter app", and the part of a group."""

from typing import Final

from app.ask import roles
from app.ask.guards import chained
from app.ask.marked import Mark, Marked
from app.ask.mentions import Found
from app.ask.names import Index
from app.ask.relations import Told
from app.ask.roles import Part
from app.ask.understanding import CannotRead, Named

_ABOUT: Final = frozenset("over about concerning regarding involving using use because".split())
_ON: Final = frozenset("against on about over concerning".split())
_BETWEEN: Final = frozenset(
    "the a an its their of with data app tool case affair scandal for and or in".split()
)
_JOINS: Final = frozenset("and or nor the both either versus vs v with plus incl including".split())
_TARGETS: Final = frozenset({"company", "public_body", "person", "platform", "ngo", "party"})
_DECIDED: Final = frozenset(
    {"FINED", "ORDERED", "REPRIMANDED", "FOUND_BREACH", "SETTLED_WITH", "PROPOSED_FINE", "SUED"}
)


def sort(marked: Marked, told: Told, found: Found, index: Index) -> tuple[list[Part], tuple[Named, ...]]:
    """The parties with their roles, and the names that only say what it is about; raises ``CannotRead``."""
    mentions = found.mentions
    parts = roles.parts(marked, told, mentions, index)
    if told.relations == ("APPEALED",):
        _refuse_appealed(marked, told, found)
    if not told.relations or not set(told.relations) <= _DECIDED or len(parts) != len(mentions):
        return parts, ()
    spans = [mark for mark, _ in mentions]
    about: list[int] = []
    dropped: list[int] = []
    for at, part in enumerate(parts):
        others = [n for n, other in enumerate(parts) if n != at and other.role == "object" and n not in about]
        if part.role == "object" and _behind(marked, spans[at]) and (others or _target(marked, spans[at])):
            about.append(at)
    for at in range(1, len(parts)):
        one, other = parts[at - 1], parts[at]
        if {at - 1, at} & {*about, *dropped} or one.role != other.role or one.role == "either":
            continue
        if _joined(marked, spans[at - 1], spans[at]):
            continue
        wide, narrow = set(one.named.ids), set(other.named.ids)
        if narrow & wide:
            dropped.append(at - 1 if len(narrow) < len(wide) else at)
        elif spans[at].start > spans[at - 1].end and told.at is not None and not chained(marked):
            first, second = spans[at - 1].text, spans[at].text
            raise CannotRead(f"it does not say what {first!r} and {second!r} have to do with each other")
    kept = [part for at, part in enumerate(parts) if at not in about and at not in dropped]
    return kept, tuple(parts[at].named for at in about)


def _refuse_appealed(marked: Marked, told: Told, found: Found) -> None:
    """Refuse "which decisions on the one did the other appeal": an appeal says of whose decision it is, not on whom."""
    case = any("decision" in mark.means.get("kind", ()) for mark in marked.marks)
    on = any(
        told.at is not None and mark.end <= told.at and marked.word(mark.start - 1) in _ON
        for mark, _ in found.mentions
    )
    if case and on and len(found.mentions) > 1:
        raise CannotRead("an appeal does not say on whom the decision was: ask what somebody appealed")


def _behind(marked: Marked, mark: Mark) -> bool:
    """Whether "over", "about", "for using" stands before a name."""
    at = mark.start - 1
    while at >= 0 and marked.word(at) in _BETWEEN:
        at -= 1
    return marked.word(at) in _ABOUT


def _target(marked: Marked, mark: Mark) -> bool:
    """Whether a kind of party or a branch before says whom it was decided against."""
    return any(
        one.end <= mark.start and ("sector" in one or bool(_TARGETS & set(one.means.get("kind", ()))))
        for one in marked.marks
    )


def _joined(marked: Marked, one: Mark, other: Mark) -> bool:
    """Whether two names are put beside each other by "and", "or" or a comma."""
    words = [marked.word(at) for at in range(one.end, other.start)]
    gap = marked.text[marked.tokens[one.end - 1].end : marked.tokens[other.start].start]
    return (
        bool(_JOINS & set(words) - {"the"})
        or ("," in gap and set(words) <= _BETWEEN)
        or "/" in gap
        or "&" in gap
    )
