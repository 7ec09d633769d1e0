"""The sides of a suit as its caption writes them: "Okafor v. Gable Markets, Inc.", "In re Acme Privacy Litigation"."""

from collections.abc import Iterator
from typing import Final

from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.lexicon.word_classes import AUTHORITY_HEADS, COMPANY_SUFFIXES, GENERIC_AUTHORITY, NOT_NAMES
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.name_kinds import UNKNOWN
from seed.extract.text.pipeline import is_common
from seed.extract.text.tokens import slug

VERSUS: Final = frozenset({"v", "v.", "vs", "vs.", "versus"})
_OF_A_SUIT: Final = frozenset(
    "data privacy security breach customer customers consumer consumers biometric internet litigation litig cases "
    "user users information patient patients website pixel tracking securities".split()
)
"""Words that end the name in "In re Acme Data Breach Litigation"."""
NOBODY: Final = frozenset({"doe", "roe", "does"})
"""What a caption calls whoever sues without a name."""
_LONGEST: Final = 5


def add_sides(reading: Reading) -> None:
    """Add the names beside a "v." that nothing else has found, and the firm of "In re"."""
    words = reading.lower
    for at, word in enumerate(words):
        if word in VERSUS:
            _left(reading, at - 1)
            _right(reading, at + 1 + (words[at + 1 : at + 2] == ["."]))
        elif word == "in" and words[at + 1 : at + 2] == ["re"] and reading.tokens[at].text == "In":
            _in_re(reading, at + 2 + (words[at + 2 : at + 3] == [":"]))


def _is_word(reading: Reading, at: int) -> bool:
    return (
        0 <= at < len(reading.tokens)
        and reading.tokens[at].text[:1].isupper()
        and reading.lower[at] not in NOT_NAMES | VERSUS
        and reading.at(at) is None
        and (reading.lower[at] in NOBODY or not is_common(reading.lower[at]))
    )


def _is_surname(reading: Reading, at: int) -> bool:
    """Whether a word with a capital stands right before "v."."""
    if not 0 <= at < len(reading.tokens) or reading.at(at) is not None:
        return False
    return reading.tokens[at].text.istitle() and reading.lower[at] not in NOT_NAMES | VERSUS


def _left(reading: Reading, last: int) -> None:
    first = last - _is_surname(reading, last)
    while _is_word(reading, first) and last - first < _LONGEST:
        first -= 1
    if first < last:
        _add(reading, first + 1, last)


def _right(reading: Reading, first: int) -> None:
    first += reading.lower[first : first + 1] == ["the"]
    if (title := _title(reading, first)) is not None:
        _ = reading.add(title)
        return
    last = first
    while _is_word(reading, last) and last - first < _LONGEST:
        last += 1
    if last > first:
        _add(reading, first, last - 1)


def _title(reading: Reading, first: int) -> Mention | None:
    """An authority by its title alone: "v Information Commissioner" is the one of the text's country."""
    last = first
    while last < len(reading.tokens) and _is_title_word(reading, last):
        last += 1
    if last - first < 2 or reading.lower[last - 1] not in AUTHORITY_HEADS:
        return None
    mention = reading.make("nominal", first, last - 1)
    mention.kinds = AUTHORITY
    return mention


def _is_title_word(reading: Reading, at: int) -> bool:
    capital = reading.tokens[at].text[:1].isupper()
    return capital and reading.lower[at] in GENERIC_AUTHORITY and reading.at(at) is None


def _in_re(reading: Reading, first: int) -> None:
    """The name that a suit is called by, up to the word that says what kind of suit it is."""
    ends = list(_names(reading, first))
    if not ends or not _OF_A_SUIT & set(reading.lower[ends[-1] + 1 : ends[-1] + 4]):
        return
    for inside in {id(m): m for at in range(first, ends[-1] + 1) if (m := reading.at(at))}.values():
        if inside.known or inside.sort != "entity":
            return
        reading.drop(inside)
    _add(reading, first, ends[-1])


def _names(reading: Reading, first: int) -> Iterator[int]:
    for at in range(first, min(first + _LONGEST, len(reading.tokens))):
        word = reading.lower[at]
        form = word.strip(".") in COMPANY_SUFFIXES or word in {",", "&"}
        if word in _OF_A_SUIT or not (form or reading.tokens[at].text[:1].isupper()):
            return
        if word != ",":
            yield at


def _add(reading: Reading, first: int, last: int) -> Mention:
    mention = reading.make("entity", first, last)
    mention.name, mention.id = mention.text, slug(mention.text)
    mention.kinds = UNKNOWN if last > first else frozenset({"person"})
    mention.known = False
    _ = reading.add(mention)
    return mention
