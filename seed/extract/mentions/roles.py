"""Parts that a text gives its parties in brackets: "Acme SL (hereinafter, the claimed party)", "(the "Company")"."""

import re
from typing import Final

from seed.extract.mentions.mention import Mention, Reading

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
