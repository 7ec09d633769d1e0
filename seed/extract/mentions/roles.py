"""Parts that a text gives its parties in brackets, or on the line below: "Acme SL (hereinafter, the claimed party)"."""

import re
from typing import Final

from seed.extract.mentions.mention import Mention, Reading

_SIDES: Final = frozenset("appellant applicant claimant respondent defendant plaintiff petitioner".split())
"""What a judgment writes on a line of its own under the name of a side."""
_QUOTES: Final = frozenset("“ ” \" ' ‘ ’ « » „".split())
_SAID: Final = frozenset("hereinafter hereafter henceforth referred called known to as also or , :".split())
_OPENS: Final = frozenset({"hereinafter", "hereafter", "henceforth"})
_LONGEST: Final = 4
_BEFORE: Final = 60
"""Tokens back to the name that a bracket explains: an address or a number may stand between."""
_PARTY: Final = frozenset({"company", "platform", "public_body", "ngo", "person", "media", "regulator"})
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")


def defined(readings: list[Reading]) -> dict[str, Mention]:
    """What each such phrase means, in small letters and without its article; the first meaning counts."""
    meanings: dict[str, Mention] = {}
    for reading in readings:
        for at, token in enumerate(reading.tokens):
            if token.text == "(" and (phrase := _phrase(reading, at)) is not None:
                named = _named(reading, at)
                if named is not None:
                    meanings.setdefault(phrase, named)
    for index, reading in enumerate(readings):
        words = [word for word in reading.lower if word.isalpha()]
        if len(words) == 1 and words[0].rstrip("s") in _SIDES and index:
            above = [
                m for m in readings[index - 1].mentions if m.sort == "entity" and m.id and m.kinds & _PARTY
            ]
            if len(above) == 1:
                meanings.setdefault(words[0].rstrip("s"), above[0])
    return meanings


def _phrase(reading: Reading, at: int) -> str | None:
    """The words of a definition that opens at a bracket, or ``None``."""
    words = reading.lower[at + 1 : at + 14]
    if ")" not in words:
        return None
    inside = words[: words.index(")")]
    said = bool(_OPENS & set(inside))
    quoted = any(word in _QUOTES for word in inside)
    rest = [word for word in inside if word not in _QUOTES | _SAID]
    if not rest or rest[0] != "the" or not (said or quoted):
        return None
    phrase = rest[1:]
    if not 0 < len(phrase) <= _LONGEST or not all(_WORD.fullmatch(word) for word in phrase):
        return None
    return " ".join(phrase)


def _named(reading: Reading, at: int) -> Mention | None:
    """The party named last before a bracket."""
    found = [
        m
        for m in reading.mentions
        if m.sort == "entity" and m.id and m.kinds & _PARTY and at - _BEFORE <= m.last < at
    ]
    return found[-1] if found else None
