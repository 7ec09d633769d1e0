"""Bodies whose names are words of the language: "the Federal Press Office", "the Vienna Chamber of Labour"."""

from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.unknown_names import add_name, title_case
from seed.extract.text.pipeline import is_common

_HEADS: Final = (
    word_classes.PUBLIC_WORDS | word_classes.NGO_WORDS | word_classes.INSTITUTIONS
) - word_classes.NO_INSTITUTIONS
"""Words that the name of a body ends in, or that stand before its "of"."""
_FIELDED: Final = frozenset({"chamber"})
"""Heads that only name a body with their field: "Chamber of Labour"; the "Litigation Chamber" is a part of one."""
_TOWNS: Final = frozenset({"municipality", "county", "council", "prefecture"})
_OF: Final = frozenset({"of", "for"})
_GENERAL: Final = (
    word_classes.GENERIC_AUTHORITY
    | word_classes.AUTHORITY_HEADS
    | word_classes.WEAK_AUTHORITY_HEADS
    | word_classes.AUTHORITY_QUALIFIERS.keys()
    | word_classes.PLAIN_BODIES
    | _HEADS
    | _OF
)
"""Words that name no body by themselves, however many: "the Supervisory Board", "the Data Protection Office"."""
_LONGEST: Final = 7


def add_institutions(reading: Reading, gazetteer: Gazetteer) -> None:
    """Add bodies of several words with capitals that end in such a word, or widen the part that is read as a name."""
    if title_case(reading):
        return
    for at in range(1, len(reading.tokens)):
        _add_town(reading, at, gazetteer)
        if not _is_capital(reading, at) or reading.lower[at] not in _HEADS:
            continue
        last = _last(reading, at)
        if (last == at and reading.lower[at] in _FIELDED) or _is_longer(reading, last):
            continue
        first = at
        while first > 0 and at - first < _LONGEST and _goes_on(reading, first - 1):
            first -= 1
        inside = _inside(reading, first, last)
        if first == last or any(m.known and m.sort == "entity" and not _is_plain(m) for m in inside):
            continue
        if any(m.sort == "entity" and (m.first < first or m.last > last) for m in inside):
            continue
        covered = any(m.first <= first and m.last >= last and m.sort == "entity" for m in inside)
        if covered or not _is_specific(reading, first, last):
            continue
        for mention in inside:
            reading.drop(mention)
        add_name(reading, first, last, gazetteer)


def _add_town(reading: Reading, at: int, gazetteer: Gazetteer) -> None:
    """Add "Norrmark municipality" whose noun is written small."""
    before = reading.at(at - 1)
    named = before is not None and (
        (before.sort == "place" and before.name == "name") or (before.sort == "entity" and not before.known)
    )
    if named and before is not None and reading.tokens[at].text in _TOWNS and reading.at(at) is None:
        reading.drop(before)
        add_name(reading, before.first, at, gazetteer)


def _is_capital(reading: Reading, at: int) -> bool:
    text, mention = reading.tokens[at].text, reading.at(at)
    return (
        text[:1].isupper() and text.isalpha() and (mention is None or mention.sort not in {"money", "date"})
    )


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a word before a head belongs to the name: a capital, no title, month or name of another party."""
    mention = reading.at(at)
    if mention is not None and mention.sort != "place":
        return (
            mention.sort == "entity"
            and (not mention.known or _is_plain(mention))
            and mention.kinds != frozenset({"person"})
        )
    return (
        _is_capital(reading, at) and reading.lower[at] not in word_classes.TITLES | word_classes.BREAK_NAMES
    )


def _is_plain(known: Mention) -> bool:
    """Whether a known name is a word of the language, and may be a part of a longer one: "the Royal Free"."""
    return known.text.isalpha() and is_common(known.text.lower())


def _last(reading: Reading, at: int) -> int:
    """The end of a name after its head: "Chamber of Labour", "Institute for Statistics"."""
    end = at
    if reading.lower[at + 1 : at + 2] and reading.lower[at + 1] in _OF:
        while end + 2 - (end > at) < len(reading.tokens) and _is_capital(reading, end + 1 + (end == at)):
            end += 1 + (end == at)
    return end


def _is_longer(reading: Reading, last: int) -> bool:
    """Whether another word with a capital follows, so that the head is not the end: "District Court"."""
    beyond = last + 1
    return beyond < len(reading.tokens) and _is_capital(reading, beyond)


def _inside(reading: Reading, first: int, last: int) -> list[Mention]:
    return list({id(m): m for i in range(first, last + 1) if (m := reading.at(i)) is not None}.values())


def _is_specific(reading: Reading, first: int, last: int) -> bool:
    """Whether the words name one body: more than the title that any authority has."""
    words = set(reading.lower[first : last + 1])
    return not words <= _GENERAL
