"""Where a person's name begins behind an office with capitals too: "ICO Head of Enforcement Jane Roe"."""

from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.mention import Reading
from seed.extract.text.pipeline import is_common

_OF: Final = frozenset({"of", "for"})
_NAME: Final = 2
"""Words of a person's name."""
_REACH: Final = 3


def after_office(reading: Reading, first: int, last: int) -> int:
    """The first word of the person in a run of capitals that begins with what an office is for; else the run's own.

    Only where a body stands before the office: "Director of Big Brother Watch" is no person's name.
    """
    if last - first < _NAME or reading.lower[last] in _BODIES or not is_common(reading.lower[first]):
        return first
    at = first - 1
    while at > 1 and first - at < _REACH and reading.tokens[at].text[:1].isupper() and reading.at(at) is None:
        at -= 1
    if at < _NAME or reading.lower[at] not in _OF or reading.lower[at - 1] not in _OFFICES:
        return first
    before = reading.at(at - 2)
    own = before is not None and before.sort in {"entity", "place"}
    return last - _NAME + 1 if own or reading.lower[at - 2] in {"its", "their", "'s", "’s"} else first


_BODIES: Final = (
    word_classes.NGO_WORDS
    | word_classes.PUBLIC_WORDS
    | word_classes.COMPANY_WORDS
    | word_classes.REGULATOR_WORDS
    | word_classes.COMPANY_SUFFIXES
    | word_classes.COMPANY_HEADS
)
"""Words that no person's name ends in."""
_OFFICES: Final = word_classes.TITLES | word_classes.ROLE_WORDS
