"""Several parties by one word: "both" and "the companies" go back to those that a sentence names together."""

from typing import Final

from seed.extract.coreference.actor import Actor
from seed.extract.coreference.discourse import Discourse
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.nominals import singular
from seed.extract.syntax.tree import Word

_TWO: Final = frozenset({"both", "two"})
_DEFINITE: Final = frozenset({"the", "these", "those", "both"})
_REACH: Final = 3
_MOST: Final = 6
_PERSON: Final = frozenset({"person"})
_BETWEEN: Final = 12
"""Words at most between two parties that a sentence names together."""


def several(discourse: Discourse, word: Word, kinds: frozenset[str], sentence: int) -> list[Actor]:
    """The parties that a plural goes back to, or none where it means one or nobody."""
    mention = word.mention
    if mention is None:
        if word.lower != "both" or word.child("prep"):
            return []
        two = True
    elif mention.sort == "nominal":
        words = mention.text.lower().split()
        if words[0] not in _DEFINITE or singular(words[-1]) == words[-1]:
            return []
        two = bool(_TWO & set(words))
    else:
        return []
    for index in range(sentence - 1, max(sentence - _REACH, 0) - 1, -1):
        found = _together(discourse.text.readings[index], kinds)
        if len(found) > 1:
            fits = len(found) == len(_TWO) if two else len(found) <= _MOST
            return [discourse.actor(m, index, explicit=False) for m in found] if fits else []
    return []


def _together(reading: Reading, kinds: frozenset[str]) -> list[Mention]:
    """The different parties of a sentence that stand near each other, as in a list."""
    found: list[Mention] = []
    for mention in reading.mentions:
        if (
            mention.sort != "entity"
            or not mention.id
            or not mention.may_be(kinds)
            or mention.kinds == _PERSON
        ):
            continue
        if any(m.id == mention.id for m in found):
            continue
        between = reading.lower[found[-1].last + 1 : mention.first] if found else []
        if found and (len(between) > _BETWEEN or not {"and", ",", "&"} & set(between)):
            return []
        found.append(mention)
    return found
