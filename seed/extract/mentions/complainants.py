"""People without a name who complain: "a former employee complained", "complaints by three students"."""

import re
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.mention import Reading
from seed.extract.mentions.nominals import call_unnamed

_PERSON: Final = frozenset({"person"})
_OPENS: Final = frozenset(
    "a an the one another two three four five six seven eight nine ten several some many dozens hundreds".split()
)
_BREAKS: Final = frozenset(
    "of to in on by for and or with from at is was that which had has have were are after when over about than".split()
)
_COMPLAINT: Final = frozenset({"complaint", "complaints"})
_LONGEST: Final = 5
_NEAR: Final = 24
_BACK: Final = 9
_ASIDE: Final = re.compile(r", (?:who|which) [^,;.]{1,90} , ")
_DID: Final = re.compile(
    r"(?:(?:in|from|at) (?:the )?[\w-]+ )?(?:, )?(?:who |which )?"
    r"(?:(?:had|has|have|then|also|first|later|already|jointly|each|therefore|subsequently|\w+ly) )*"
    r"(?:complained\b|complains?\b"
    r"|(?:filed|lodged|submitted|made|brought|raised|sent|files|lodges|put in|handed in) (?:[\w-]+ ){0,4}?complaints?\b"
    r"|(?:turned|went|wrote) to (?:the )?(?:\w+ ){0,4}?(?:regulator|authority|commissioner|watchdog)\b)"
)
"""What whoever complains does, right behind the noun."""
_FROM: Final = re.compile(
    r"\bcomplaints? (?:(?:that |which )?(?:was |were |had been )?"
    r"(?:made|filed|lodged|submitted|received|brought|sent|raised) )?"
    r"(?:in \d{4} |in \w+ \d{4} )?(?:by|from|of) $"
)
"""What stands before whoever has complained."""


def add_complainants(reading: Reading) -> None:
    """Add everybody of a sentence who only is described, and complains, as a party of this text alone."""
    if not any(word.startswith("complain") for word in reading.lower) and "turned" not in reading.lower:
        return
    for at, word in enumerate(reading.lower):
        plural = word.removesuffix("s") in word_classes.PEOPLE and word.endswith("s")
        if not (plural or word in word_classes.PEOPLE or word in word_classes.PEOPLES):
            continue
        if at and reading.tokens[at].text[:1].isupper():
            continue
        if reading.lower[at + 1 : at + 2] in (["'"], ["’"], ["'s"], ["’s"]):
            continue
        last = at + 3 if reading.lower[at + 1 : at + 4] == ["of", "the", "public"] else at
        first = _first(reading, at, alone=plural or word in word_classes.PEOPLES)
        if first is not None and _complains(reading, first, last):
            _add(reading, first, last)


def _first(reading: Reading, at: int, *, alone: bool) -> int | None:
    """Where the noun phrase that ends at a token begins; without an article only where it means ``several``."""
    first = at
    for index in range(at - 1, max(at - _LONGEST, -1), -1):
        word, mention = reading.lower[index], reading.at(index)
        if mention is not None and mention.sort != "place":
            break
        if word in _OPENS or word.isdigit():
            return index
        if word in _BREAKS or not word[:1].isalpha():
            break
        if mention is None and reading.tokens[index].text[:1].isupper() and index:
            break
        first = index
    return first if alone else None


def _complains(reading: Reading, first: int, last: int) -> bool:
    behind = " ".join(reading.lower[last + 1 : last + 1 + _NEAR])
    before = " ".join(reading.lower[max(0, first - _BACK) : first]) + " "
    aside = _ASIDE.match(behind)
    return (
        _DID.match(behind) is not None
        or (aside is not None and _DID.match(behind[aside.end() :]) is not None)
        or _FROM.search(before) is not None
    )


def _add(reading: Reading, first: int, last: int) -> None:
    inside = [m for m in reading.mentions if first <= m.first <= last]
    if any(m.sort == "entity" or (m.sort == "nominal" and m.last > last) for m in inside):
        return
    for mention in inside:
        reading.drop(mention)
    mention = reading.make("nominal", first, last)
    mention.kinds, mention.heads = _PERSON, frozenset(reading.lower[first : last + 1])
    call_unnamed(mention)
    reading.add(mention)
