"""Short forms in brackets behind a name, which the parser is not shown: "the Data Protection Authority (DPA) fined"."""

from typing import Final

from seed.extract.mentions.mention import Reading

_LONGEST: Final = 9
_SMALL: Final = frozenset(
    "the hereinafter hereafter referred to as or collectively together also known and of for formerly".split()
)
"""Words of a definition that have no capital."""
_MARKS: Final = frozenset({"“", "”", '"', "‘", "’", "'", ",", ".", ":", "&", "-", "/"})


def asides(reading: Reading) -> frozenset[int]:
    """The tokens of all brackets that only say how a name is written for short; those with sums and days tell more."""
    found: set[int] = set()
    for at, token in enumerate(reading.tokens):
        if token.text == "(" and at and (end := _end(reading, at)) is not None:
            found |= set(range(at, end + 1))
    return frozenset(found)


def _end(reading: Reading, at: int) -> int | None:
    """The closing bracket of a definition behind a name that somebody has been given already."""
    before = reading.at(at - 1)
    if before is None or before.sort != "entity":
        return None
    for index in range(at + 1, min(at + _LONGEST, len(reading.tokens))):
        text, mention = reading.tokens[index].text, reading.at(index)
        if text == ")":
            return index if index > at + 1 else None
        named = mention is not None and mention.sort == "entity"
        if mention is not None and not named:
            return None
        if not (named or text in _MARKS or text.lower() in _SMALL or text[:1].isupper()):
            return None
    return None
