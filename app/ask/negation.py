"""What a question denies: "not final" turns a status, "never fined" a yes or no; other denials are not read."""

from typing import Final

from app.ask.marked import Mark, Marked
from app.ask.names import Index
from app.ask.understanding import CannotRead, Form, Understanding

_DENY: Final = frozenset(
    "not never nt didnt doesnt dont hasnt havent hadnt wasnt isnt arent werent nobody none cannot cant".split()
)
_ALSO: Final = frozenset("yet been be being already ever still the a an under".split())
_NOW: Final = frozenset({"still", "currently", "now", "today", "anymore"})
_WHY: Final = "it asks what did not happen, and the facts tell only what did"


def denied(marked: Marked, form: Form) -> tuple[bool, bool]:
    """Whether a yes or no asks for "never", and whether facts without the status are wanted; raises ``CannotRead``."""
    never = unlike = False
    for at, one in enumerate(marked.marks):
        word = one.text.lower().replace("'", "").replace("’", "")
        _refuse_nothing(marked, at, form)
        if word not in _DENY or one.end - one.start > 1 or marked.having("propose"):
            continue
        if form == "verdict":
            if word == "never":
                never = True
            elif _paid_next(marked, at):
                continue
            elif at > 0 and _status_next(marked, at):
                raise CannotRead("it asks whether something is not so: ask whether it is")
        elif _status_next(marked, at):
            unlike = True
        else:
            raise CannotRead(_WHY)
    return never, unlike


def refuse_until(marked: Marked, whole: Understanding, index: Index) -> None:
    """Refuse to say whether somebody still has a post: facts tell who has or had one; raises ``CannotRead``."""
    named = (*whole.subjects, *whole.objects, *whole.parties)
    person = any(index.by_id[id_].kind == "person" for one in named for id_ in one.ids)
    if person and whole.form == "verdict" and _NOW & {token.word for token in marked.tokens}:
        raise CannotRead("facts tell who has or had a post, not until when")


def _status_next(marked: Marked, at: int) -> bool:
    """Whether what is denied is a status: "not final", "not yet under appeal", "never been annulled"."""
    following = at + 1
    while following < len(marked.marks) and marked.marks[following].text.lower() in _ALSO:
        following += 1
    return following < len(marked.marks) and "status" in marked.marks[following]


def _paid_next(marked: Marked, at: int) -> bool:
    """Whether "not paid" is meant, which is a status of its own."""
    following = {one.text.lower() for one in marked.marks[at + 1 : at + 3]}
    return bool(following & {"paid", "pay", "payed"})


def _refuse_nothing(marked: Marked, at: int, form: Form) -> None:
    """Refuse "no fines" where a list is wanted, and a "without" that names nobody: firms without fines are no facts."""
    one = marked.marks[at]
    following = marked.marks[at + 1 : at + 2]
    if one.text.lower() == "no" and form != "verdict" and following:
        if following[0].means.keys() & {"noun", "kind"}:
            raise CannotRead(_WHY)
        return
    if "except" not in one:
        return
    rest: list[Mark] = marked.marks[at + 1 : at + 4]
    if not any(one.means.keys() & {"name", "place", "unknown", "office"} for one in rest):
        raise CannotRead(f"{marked.marks[at].text!r} leaves out nobody whom it names")
