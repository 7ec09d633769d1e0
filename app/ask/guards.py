"""Words that bound an answer and that nothing took up: with one of them left out the question would be another one."""

import itertools
from typing import Final

from app.ask.marked import Mark, Marked
from app.ask.names import Index
from app.ask.understanding import CannotRead, Form, Understanding

_TIMES: Final = frozenset("before after since until till following".split())
"""What a time stands behind; before anything else they bound by what the facts do not date."""
_TAKEN: Final = frozenset({"repeated", "superlative", "most", "article", "amount", "time"})
_ALL: Final = frozenset("every each all".split())
_SMALL: Final = frozenset("the a an of its their any".split())
_OWNED: Final = frozenset({"company", "ngo", "party", "platform"})
_CHANGED: Final = frozenset({"reduced", "increased"})
_POINTED: Final = frozenset("which what the these those both between".split())
_CHAINED: Final = frozenset("also too likewise".split())


def refuse(marked: Marked, form: Form, index: Index) -> None:
    """Refuse a question whose words would bound the answer, and do not; raises ``CannotRead``."""
    _refuse_times(marked, index)
    _refuse_numbers(marked)
    _refuse_whose(marked, index)
    _refuse_laws(marked, index)
    _refuse_words(marked)
    if form == "verdict":
        _refuse_everywhere(marked)
    _refuse_orders(marked)
    if form == "count" and any("court" in one.means.get("kind", ()) for one in marked.marks[:3]):
        raise CannotRead("rulings of courts are not counted: ask what courts decided")


def chained(marked: Marked) -> bool:
    """Whether it wants those to whom two things were done: "fined by the one that were also fined by the other"."""
    told = [one for one in marked.marks if "verb" in one or "noun" in one]
    relations = {meaning for one in told for meaning in one.means.get("verb", one.means.get("noun", ()))}
    return len(told) > 1 and len(relations) == 1 and bool(_CHAINED & {token.word for token in marked.tokens})


def _refuse_times(marked: Marked, index: Index) -> None:
    """Refuse "before", "after" or "since" of what is no time: of another decision, a law, an event."""
    for at, one in enumerate(marked.marks):
        if "function" not in one or one.text.lower() not in _TIMES or not _bounds(marked, at, index):
            continue
        raise CannotRead(f"{one.text!r} stands before what is no time: give a year or a day")


def _bounds(marked: Marked, at: int, index: Index) -> bool:
    following = next((m for m in marked.marks[at + 1 :] if m.text.lower() not in _SMALL), None)
    if following is None or "time" in following:
        return False
    if "court" in following.means.get("kind", ()) or "regulator" in following.means.get("kind", ()):
        return False
    kinds = {index.by_id[id_].kind for id_ in following.means.get("name", ())}
    return not (marked.marks[at].text.lower() == "before" and kinds & {"court", "regulator"})


def _refuse_whose(marked: Marked, index: Index) -> None:
    """Refuse "somebody's firm": whom a person works for is not looked up on the way."""
    for one, other in itertools.pairwise(marked.marks):
        kinds = {index.by_id[id_].kind for id_ in one.means.get("name", ())}
        if (
            kinds == {"person"}
            and marked.tokens[one.end - 1].possessive
            and _OWNED & set(other.means.get("kind", ()))
        ):
            raise CannotRead(f"{other.text!r} of a person is not looked up: name it")


def _refuse_laws(marked: Marked, index: Index) -> None:
    """Refuse two laws that nothing joins: one of them is no law that something was decided under."""
    laws = [
        one
        for one in marked.having("name")
        if {index.by_id[id_].kind for id_ in one.means["name"]} == {"law"}
    ]
    for one, other in itertools.pairwise(laws):
        gap = marked.text[marked.tokens[one.end - 1].end : marked.tokens[other.start].start]
        if not {"and", "or", "nor", "plus"} & set(gap.lower().split()) and not set(",/&") & set(gap):
            raise CannotRead(
                f"it does not say what {one.text!r} and {other.text!r} have to do with each other"
            )


def refuse_two_targets(marked: Marked, whole: Understanding) -> None:
    """Refuse a kind of party of a place beside a target that is named: it is rather somebody who acts."""
    if not (whole.objects and whole.target_places):
        return
    ends = {one.end for one in marked.having("kind")}
    if not any(one.start in ends for one in marked.having("name")):
        raise CannotRead(
            f"it does not say whether {whole.target_places[0].text!r} is of who acts: name whoever does"
        )


def _refuse_numbers(marked: Marked) -> None:
    """Refuse a number that no order, sum, article or repetition took up; "which two" only says how many there are."""
    if marked.having("superlative") or marked.having("most"):
        return
    for at, one in enumerate(marked.marks):
        if "number" in one and not (at > 0 and marked.marks[at - 1].text.lower() in _POINTED):
            raise CannotRead(f"{one.text!r} is a number of nothing that can be counted here")


def _refuse_words(marked: Marked) -> None:
    """Refuse what compares or excludes in one word: "the same day", "the only firm"."""
    for at, token in enumerate(marked.tokens):
        before = marked.word(at - 1)
        if token.word == "same" and not marked.having("together"):
            raise CannotRead("it asks for what is the same: ask for the one and for the other")
        own = any("function" in one and one.start == at for one in marked.marks)
        if token.word == "only" and own and before in {"the", "was", "is", "were", "are"}:
            raise CannotRead("it asks whether there is no other: ask for all")


def _refuse_everywhere(marked: Marked) -> None:
    """Refuse to say whether something happened in each of many places, or by each of many."""
    for one, other in itertools.pairwise(_plain(marked)):
        if one.text.lower() in _ALL and other.means.keys() & {"kind", "place"}:
            raise CannotRead("it asks about each of many: ask how many there are")


def _plain(marked: Marked) -> list[Mark]:
    """The marks without places before a noun: "every EU country" is every country."""
    return [one for one in marked.marks if one.text.lower() not in _SMALL]


def _refuse_orders(marked: Marked) -> None:
    """Refuse two orders at once, and the most of a change: neither is an order of facts."""
    orders = [one for one in marked.having("superlative") if one.text.lower() not in {"ever", "record"}]
    kinds = {one.means["superlative"][0] for one in orders}
    ranged = any(marked.word(one.start - 1) in {"from", "to"} for one in orders)
    if len(kinds) > 1 and not ranged:
        raise CannotRead("it asks for two orders at once: ask for the one and for the other")
    ends = {one.start for one in marked.having("most")} | {one.start - 1 for one in marked.having("most")}
    if any(_CHANGED & set(one.means["status"]) and one.end in ends for one in marked.having("status")):
        raise CannotRead("it asks how much was changed, which is no order of facts")
