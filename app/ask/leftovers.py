"""Words that nothing explains: names that nobody carries, a subject matter, or what is left out and said so."""

import re
from typing import Final, Literal

from app.ask.lexicon import AUXILIARY, BREAKS
from app.ask.marked import Mark, Marked
from app.ask.matters import EMPTY
from app.ask.mentions import Found
from app.ask.relations import Told
from app.ask.topics import DEGREES, before_noun, is_matter
from app.ask.understanding import CannotRead
from graph.vocabulary import RELATIONS

_ABOUT: Final = frozenset(
    "for about over concerning regarding involving because concern concerns concerned involve involves involved "
    "cover covers covered mention mentions mentioning".split()
)
_EST: Final = re.compile(r"[a-z]{3,}est")
_NO_EST: Final = frozenset(
    "interest request conquest test contest protest forest guest harvest invest digest arrest west honest".split()
)
"""Words that only look like superlatives."""
_MATTER_ONLY: Final = _ABOUT - {"for"}
"""What stands before a matter and never before a party: "over Cambridge Analytica" names nobody who was fined."""


def unexplained(
    marked: Marked, told: Told, found: Found, *, compares: bool
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Names that nobody carries, words of a subject matter, and what is left out; raises ``CannotRead``."""
    unknown, topics, ignored = _sorted(marked, told, found)
    _refuse_loose(marked, told, found, unknown)
    _refuse_ignored(told, ignored, compares=compares)
    return unknown, topics, ignored


def _is_adverb(text: str) -> bool:
    """Whether a word only says how: "reportedly"; "early" and "only" say which."""
    return text.endswith("ly") and text.lower() not in {
        "early",
        "only",
        "monthly",
        "yearly",
        "weekly",
        "daily",
    }


def _sorted(
    marked: Marked, told: Told, found: Found
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    unknown: list[str] = []
    topics: list[str] = []
    ignored: list[str] = []
    at = told_to = 0
    marks = marked.marks
    matter = before_noun(marked, told.mark) if told.noun else []
    topics += [marked.word(place) for mark in matter for place in range(mark.start, mark.end)]
    while at < len(marks):
        if marks[at] in matter:
            at += 1
            continue
        if "unknown" not in marks[at]:
            if _about(marked, marks[at], told):
                topics += _matter_of(marked, marks[at].start, marks[at].end)
                told_to = marks[at].end
            elif _post_of(marked, marks[at], told):
                unknown.append(marks[at].text)
            at += 1
            continue
        end = at + 1
        while end < len(marks) and "unknown" in marks[end] and marks[end] not in matter:
            end += 1
        if (odd := _EST.fullmatch(marks[at].text)) and marks[at].text not in _NO_EST:
            raise CannotRead(f"{odd[0]!r} asks for something that facts cannot answer")
        text = marked.text[marked.tokens[marks[at].start].start : marked.tokens[marks[end - 1].end - 1].end]
        kind = _sort(marked, (marks[at], marks[end - 1]), told, found, told_to)
        if kind == "topic":
            topics += _matter_of(marked, marks[at].start, marks[end - 1].end)
            told_to = marks[end - 1].end
        else:
            (unknown if kind == "name" else ignored).append(text)
        at = end
    return tuple(unknown), tuple(dict.fromkeys((*topics, *found.subjects))), tuple(ignored)


def _sort(
    marked: Marked, ends: tuple[Mark, Mark], told: Told, found: Found, told_to: int
) -> Literal["topic", "name", "ignored"]:
    """What words are that nothing explains: of the matter of a fine, a name that nobody carries, or nothing known."""
    first, last = ends
    before = _before(marked, first)
    only = told.mark is not None and before in _MATTER_ONLY and first.start > told.mark.start
    goes_on = told_to > 0 and all(marked.word(n) in {*_BETWEEN, "of"} for n in range(told_to, first.start))
    if _whose(marked, first) and is_matter(marked.word(first.start)) and not first.text[0].isupper():
        return "topic"
    if _behind_name(marked, first) and not first.text[0].isupper():
        return "topic"
    if only or (goes_on and not first.text[0].isupper()):
        return "topic"
    adverb = _is_adverb(last.text)
    if (not adverb and _like_a_name(marked, first, told, found)) or _whose(marked, first):
        return "name"
    words = [marked.word(n) for n in range(first.start, last.end)]
    if all(is_matter(word) or word in EMPTY for word in words) and any(is_matter(word) for word in words):
        return "topic"
    return "topic" if not adverb and (before in _ABOUT or _related(marked, first)) else "ignored"


def _behind_name(marked: Marked, one: Mark) -> bool:
    """Whether a word goes on from a name that says what a fine is about: "because of the Acme pixel"."""
    named = next((mark for mark in marked.having("name") if mark.end == one.start), None)
    return named is not None and _before(marked, named) in _MATTER_ONLY


def _matter_of(marked: Marked, start: int, end: int) -> list[str]:
    """The words from one place to another, and those of a matter right before: "location data", "face recognition"."""
    while start > 0 and is_matter(marked.word(start - 1)):
        start -= 1
    return [marked.word(at) for at in range(start, end)]


def _about(marked: Marked, one: Mark, told: Told) -> bool:
    """Whether a word only says what a fine is about: "about employees", "for a data breach"."""
    if (
        told.mark is None
        or one is told.mark
        or one.start < told.mark.end
        or "sector" in one
        or _before(marked, one) not in _ABOUT
    ):
        return False
    if "verb" in one and one.text.lower().endswith("ing") and is_matter(one.text.lower()):
        return True
    breach = one.text.lower() in {"breach", "breaches", "leak", "leaks"} and marked.word(one.start - 1) in {
        "data",
        "privacy",
        "security",
    }
    other = one.means.keys() & {"noun", "kind"} and not one.means.keys() & {
        "superlative",
        "total",
        "status",
        "propose",
        "ask",
    }
    plain = (
        other and "regulator" not in one.means.get("kind", ()) and "decision" not in one.means.get("kind", ())
    )
    return breach or bool(
        plain
        and marked.word(one.start - 1) in {*_ABOUT, *BREAKS, "the", "its", "their"}
        and "FINED" not in one.means.get("noun", ())
    )


def _post_of(marked: Marked, one: Mark, told: Told) -> bool:
    """Whether it is somebody of the name before, whom the question does not name: "DiDi's chief executive"."""
    return (
        "EMPLOYS" in one.means.get("noun", ())
        and one is not told.mark
        and one.start > 0
        and marked.tokens[one.start - 1].possessive
    )


def _related(marked: Marked, one: Mark) -> bool:
    """Whether "related to", "relating to" or "to do with" stand before."""
    words = [marked.word(at) for at in range(max(0, one.start - 3), one.start)]
    return bool(
        {"related", "relating", "linked", "connected"} & set(words) or words[-3:] == ["to", "do", "with"]
    )


_BETWEEN: Final = BREAKS | frozenset("the a an its their using use data and privacy security".split())
"""What may stand between "for" and what a fine is about."""


def _before(marked: Marked, one: Mark) -> str:
    at = one.start - 1
    while at >= 0 and (marked.word(at) in _BETWEEN or is_matter(marked.word(at))):
        at -= 1
    if (marked.word(at - 1), marked.word(at)) in {
        ("because", "of"),
        ("due", "to"),
        ("account", "of"),
        ("light", "of"),
    }:
        return "because"
    return marked.word(at)


def _like_a_name(marked: Marked, one: Mark, told: Told, found: Found) -> bool:
    token = marked.tokens[one.start]
    if token.capital and (one.start > 0 or token.possessive or told.mark is not None):
        return True
    if token.possessive:
        return not is_matter(token.word) and not _of_many(marked, one)
    near = _before(marked, one)
    if near in {"by", "against", "on"} and not found.mentions:
        return True
    main = told.mark
    if main is None:
        return False
    after = main.end <= one.start and all(marked.word(at) == "the" for at in range(main.end, one.start))
    subject = one.end <= main.start and near in AUXILIARY
    return (after or subject) and not told.noun and told.relations[:1] != ("ORDERED",)


def _of_many(marked: Marked, one: Mark) -> bool:
    """Whether it says whose data a matter is about, in small letters: "for its handling of drivers' data"."""
    token = marked.tokens[one.end - 1]
    return token.possessive and not token.capital and marked.word(one.end) in _BETWEEN


def _whose(marked: Marked, one: Mark) -> bool:
    """Whether the words name something that belongs to the name or place before: "Finland's police board"."""
    before = marked.tokens[one.start - 1] if one.start > 0 else None
    return before is not None and before.possessive and not is_matter(before.word)


def _dated(marked: Marked) -> bool:
    """Whether it asks what happened at a time."""
    words = {token.word for token in marked.tokens}
    return bool(marked.having("time")) and bool(
        words & {"happened", "happen", "decided"} or marked.having("kind")
    )


_COMPARATIVES: Final = frozenset("larger smaller higher lower bigger greater heavier".split())
_LOOSE: Final = frozenset("tech technology digital online internet software".split())
"""Words before "firms" that bound nothing which facts tell; an answer says that it leaves them out."""


def _refuse_ignored(told: Told, ignored: tuple[str, ...], *, compares: bool) -> None:
    """Refuse what cannot be left out without answering another question; what an order was for is no such word."""
    words = [
        text
        for text in ignored
        if not _is_adverb(text) and text.lower() not in (_LOOSE | DEGREES) - _COMPARATIVES
    ]
    if words and not compares and told.relations[:1] != ("ORDERED",):
        raise CannotRead(f"{words[0]!r} is not understood, and without it the question is another one")


def _refuse_loose(marked: Marked, told: Told, found: Found, unknown: tuple[str, ...]) -> None:
    """Refuse what names no relation, or a relation that means nothing without a party."""
    matter = before_noun(marked, told.mark) if told.noun else []
    loose = [one.text for one in marked.marks if "unknown" in one and one not in matter]
    asks = bool(marked.having("ask") or marked.having("kind") or marked.having("filler"))
    if (
        told.mark is None
        and not marked.having("status")
        and not (marked.having("superlative") and told.relations)
    ):
        if loose:
            raise CannotRead(f"it does not say what was done; {loose[0]!r} is not understood")
        if not (
            found.mentions
            or found.laws
            or marked.having("article")
            or _dated(marked)
            or (found.places and marked.having("kind"))
        ):
            raise CannotRead("it names nobody and nothing that was done")
        return
    if not told.relations:
        return
    business = RELATIONS[told.relations[0]].topic in {"business", "contact"} or RELATIONS[
        told.relations[0]
    ].name in {"APPEALED", "UPHELD"}
    if told.relations == ("EMPLOYS",) and found.places:
        raise CannotRead("facts tell for whom somebody works, not where")
    if business and not (found.mentions or unknown):
        raise CannotRead("it names nobody whom the facts know")
    if not asks and len(loose) > 3 and not found.mentions:
        raise CannotRead(f"too many of its words are not understood: {', '.join(loose[:4])}")
