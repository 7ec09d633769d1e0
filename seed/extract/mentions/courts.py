"""Courts by description: "the administrative court of Cologne", "Court of Appeal", "the Council of State"."""

import re
from typing import Final

from seed.extract.lexicon.places import place_at
from seed.extract.mentions.mention import Reading
from seed.extract.text.tokens import fold, slug

_HEADS: Final = frozenset({"court", "tribunal"})
_SORTS: Final = frozenset(
    "regional district administrative high higher supreme federal appeals appeal appellate market circuit labour labor "
    "commercial constitutional local county state city municipal civil national provincial superior central general "
    "upper lower data".split()
)
_LEVELS: Final = frozenset("appeal appeals justice cassation review".split())
_AT: Final = frozenset({"of", "in", "at"})
_SMALL: Final = frozenset({"of", "the", "first"})
_ABOUT: Final = frozenset({"of"})
_LONGEST: Final = 6
_NAMES: Final = re.compile(
    r"\b(?:rechtbank|gerechtshof|juzgado|tribunale)\b"
    r"|\b(?:council of state|conseil d'?etat|raad van state|consiglio di stato|cour|corte|audiencia|curia|cassation)\b"
    r"|gericht(?:shof|s)?\b|tingrett\b|domstolen?\b|retten\b|oikeus\b",
)


def is_court(name: str) -> bool:
    """Whether a name is one that courts have, also in the languages of the continent."""
    return _NAMES.search(fold(name).replace("’", "'")) is not None


def add_courts(reading: Reading) -> None:
    """Add the courts that a sentence describes by what they are and where, and that no record has."""
    for at, word in enumerate(reading.lower):
        if word not in _HEADS or reading.at(at) is not None:
            continue
        proper = reading.tokens[at].text[:1].isupper()
        first = _first(reading, at, proper=proper)
        last = _last(reading, at, proper=proper)
        seat = _seat_before(reading, at) if last == first == at else None
        first = first if seat is None else seat
        if (last == at and seat is None) or not (proper or first < at):
            continue
        mention = reading.make("entity", first, last)
        mention.name = _named(mention.text)
        mention.id, mention.kinds, mention.known = slug(mention.name), frozenset({"court"}), False
        mention.place = _seat(reading, at, last)
        _ = reading.add(mention)


def _named(text: str) -> str:
    """The name that a description stands for: "Administrative Court of Cologne"."""
    words = text.replace(" in ", " of ").replace(" at ", " of ").split()
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def _seat(reading: Reading, at: int, last: int) -> str | None:
    """The place after the noun, so that it tells of whose country the text speaks."""
    folded = [fold(token.text) for token in reading.tokens[: last + 1]]
    found = (place_at(folded, index) for index in (*range(at + 1, last + 1), *range(max(at - 2, 0), at)))
    return next((place[0] for place in found if place is not None), None)


def _seat_before(reading: Reading, at: int) -> int | None:
    """Where "a Madrid court" starts: at the name of the place before it."""
    folded = [fold(token.text) for token in reading.tokens[:at]]
    for size in (2, 1):
        first = at - size
        if first >= 0 and reading.tokens[first].text[:1].isupper() and reading.at(first) is None:
            found = place_at(folded, first)
            if found is not None and found[1] == size and found[2] != "adjective":
                return first
    return None


def _first(reading: Reading, at: int, *, proper: bool) -> int:
    """The first word of the sort of court: "regional administrative", and of a name with capitals "Athens High"."""
    first = at
    while first and at - first < _LONGEST and reading.at(first - 1) is None:
        text = reading.tokens[first - 1].text
        named = proper and text[:1].isupper() and text.lower() not in {"the", "a", "an", "in", "on", "at"}
        if text.lower() not in _SORTS and not named:
            break
        first -= 1
    return first


def _last(reading: Reading, at: int, *, proper: bool) -> int:
    """The last word of a level or a seat after the noun; the noun itself where there is none."""
    words, last = reading.lower, at
    if words[last + 1 : last + 2] == ["of"] and set(words[last + 2 : last + 3]) & _LEVELS:
        last += 2
    if words[last + 1 : last + 4] == ["of", "first", "instance"]:
        last += 3
    if not set(words[last + 1 : last + 2]) & (_ABOUT if proper else _AT):
        return last
    seat = last + 2 + (words[last + 2 : last + 3] == ["the"])
    end = seat
    while end < len(words) and end - seat < _LONGEST and reading.at(end) is None and _is_name(reading, end):
        end += 1
    return end - 1 if end > seat and _is_name(reading, seat) else last


def _is_name(reading: Reading, at: int) -> bool:
    return reading.tokens[at].text[:1].isupper()
