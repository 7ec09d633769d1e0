"""Firms called after two people: "Thorn and Barrow Ltd" is one name where the text never names either half alone."""

from itertools import pairwise
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.unknown_names import add_name

_AND: Final = frozenset({"and", "&"})


def join_partners(readings: list[Reading], gazetteer: Gazetteer) -> None:
    """Make one name of two halves that a text only names together, once with a legal form."""
    together: dict[tuple[str, str], list[tuple[Reading, Mention, Mention]]] = {}
    alone: set[str] = set()
    for reading in readings:
        paired: set[int] = set()
        for one, other in pairwise(reading.mentions):
            if _are_halves(reading, one, other):
                key = one.text, other.text.split()[0]
                together.setdefault(key, []).append((reading, one, other))
                paired |= {one.first, other.first}
        alone |= {m.text.split()[0] for m in reading.mentions if m.sort == "entity" and m.first not in paired}
    for (first, second), found in together.items():
        formal = any(_has_form(other) for _, _, other in found)
        if len(found) < len(_AND) or not formal or {first, second} & alone:
            continue
        for reading, one, other in found:
            reading.drop(one)
            reading.drop(other)
            add_name(reading, one.first, other.last, gazetteer)


def _are_halves(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two unknown names of a word each, or the second with its form, stand side by side."""
    beside = other.first == one.last + 2 and reading.lower[one.last + 1] in _AND
    unknown = all(m.sort == "entity" and not m.known and m.id for m in (one, other))
    words = [w for w in other.text.split() if w.lower().rstrip(".") not in word_classes.COMPANY_SUFFIXES]
    return beside and unknown and " " not in one.text and len(words) == 1


def _has_form(mention: Mention) -> bool:
    return (
        mention.text.split()[-1].lower().rstrip(".") in word_classes.COMPANY_SUFFIXES and " " in mention.text
    )
