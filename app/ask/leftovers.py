"""Words that nothing explains: names that nobody carries, a subject matter, or what is left out and said so."""

from typing import Final

from app.ask.lexicon import AUXILIARY, BREAKS
from app.ask.marked import Mark, Marked
from app.ask.mentions import Found
from app.ask.relations import Told
from app.ask.topics import before_noun, is_matter
from app.ask.understanding import CannotRead
from graph.vocabulary import RELATIONS

_ABOUT: Final = frozenset({"for", "about", "over", "concerning", "regarding", "involving"})


def unexplained(
    marked: Marked, told: Told, found: Found
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Names that nobody carries, words of a subject matter, and what is left out."""
    unknown: list[str] = []
    topics: list[str] = []
    ignored: list[str] = []
    at = 0
    marks = marked.marks
    matter = before_noun(marked, told.mark) if told.noun else []
    topics += [marked.word(place) for mark in matter for place in range(mark.start, mark.end)]
    while at < len(marks):
        if marks[at] in matter:
            at += 1
            continue
        if "unknown" not in marks[at]:
            if _about(marked, marks[at], told):
                topics += [marked.word(place) for place in range(marks[at].start, marks[at].end)]
            elif _post_of(marked, marks[at], told):
                unknown.append(marks[at].text)
            at += 1
            continue
        end = at + 1
        while end < len(marks) and "unknown" in marks[end] and marks[end] not in matter:
            end += 1
        text = marked.text[marked.tokens[marks[at].start].start : marked.tokens[marks[end - 1].end - 1].end]
        if (not text.endswith("ly") and _like_a_name(marked, marks[at], told, found)) or _whose(
            marked, marks[at]
        ):
            unknown.append(text)
        elif text.endswith("ly"):
            ignored.append(text)
        elif _before(marked, marks[at]) in _ABOUT or _related(marked, marks[at]):
            topics += [one.means["unknown"] for one in marks[at:end]]
        else:
            ignored.append(text)
        at = end
    return tuple(unknown), (*topics, *found.subjects), tuple(ignored)


def _about(marked: Marked, one: Mark, told: Told) -> bool:
    """Whether a word only says what a fine is about: "about employees", "for a data breach"."""
    if (
        told.mark is None
        or one is told.mark
        or one.start < told.mark.end
        or _before(marked, one) not in _ABOUT
    ):
        return False
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
    return marked.word(at)


def _like_a_name(marked: Marked, one: Mark, told: Told, found: Found) -> bool:
    token = marked.tokens[one.start]
    if token.capital and (one.start > 0 or token.possessive or told.mark is not None):
        return True
    if token.possessive:
        return not is_matter(token.word)
    near = _before(marked, one)
    if near in {"by", "against", "on"} and not found.mentions:
        return True
    main = told.mark
    if main is None:
        return False
    after = main.end <= one.start and all(marked.word(at) == "the" for at in range(main.end, one.start))
    subject = one.end <= main.start and near in AUXILIARY
    return (after or subject) and not told.noun and told.relations[:1] != ("ORDERED",)


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


def refuse_loose(marked: Marked, told: Told, found: Found, unknown: tuple[str, ...]) -> None:
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
    if business and not (found.mentions or unknown):
        raise CannotRead("it names nobody whom the facts know")
    if not asks and len(loose) > 3 and not found.mentions:
        raise CannotRead(f"too many of its words are not understood: {', '.join(loose[:4])}")
