"""What a fine is about: words of a subject matter and of a branch of business, as patterns over summaries and names."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Sequence
from typing import Final

from app.ask.marked import Mark, Marked

_FAMILIES: Final[dict[str, str]] = {
    "face": r"fac(?:e|es|ial)",
    "child": r"(?:child(?:ren)?|kids?|minors?|teenagers?|pupils?|under 1\d)",
    "breach": r"(?:breach(?:es)?|attack(?:ers?|s)?|hack(?:s|ed)?|leak(?:s|ed)?|stolen|theft|ransomware|phishing|lost)",
    "cookie": r"cookies?",
    "advert": r"(?:advert\w*|ads?)",
    "transfer": r"(?:transfer\w*|went to servers)",
    "employee": r"(?:employees?|staff|workers?|riders?)",
    "biometric": r"(?:biometric\w*|fac(?:e|es|ial)|fingerprints?)",
    "telemarketing": r"(?:telemarketing|sales calls)",
    "location": r"location\w*",
    "health": r"(?:health|medical|patients?|therapy)",
}
"""Words that tell the same matter, by the one that stands for them."""
_WORDS: Final[dict[str, str]] = {
    "face": "facial face faces", "child": "child children childrens kid kids minor minors teenager teenagers pupil pupils",
    "breach": "breach breaches leak leaks hack hacks", "cookie": "cookie cookies", "advert": "ad ads advert adverts advertising advertisement advertisements",
    "transfer": "transfer transfers", "employee": "employee employees worker workers staff", "biometric": "biometric biometrics fingerprint fingerprints",
    "telemarketing": "telemarketing telemarketer telemarketers", "location": "location locations geolocation", "health": "health medical patient patients",
}  # fmt: skip
_FAMILY_OF: Final = {word: name for name, words in _WORDS.items() for word in words.split()}
_EMPTY: Final = frozenset(
    "recognition data personal protection privacy information online digital right rights record records details".split()
)
"""Words that say nothing more beside another word of the matter."""

_ACTING: Final = r"(?:^|[.;] )(?:the|a|an|this) (?:\w+ )?{}(?!['’]s)\b(?! (?:account|customer|detail|card|data|transfer|loan)s?\b)"
"""Where a summary speaks of whom the action is against: at the start of a sentence, not as somebody else's bank."""

SECTORS: Final[dict[str, str]] = {
    "bank": r"(?:\w*bank\w*|banc[oa]\w*|bbva|caixa\w*)",
    "hospital": r"(?:hospital\w*|clinics?|medical cent\w+)",
    "council": r"(?:councils?|municipal\w*|city|comune|ayuntamiento|kommun\w*|borough)",
    "ministry": r"(?:minist\w+|department)",
    "police": r"(?:poli[czst]\w+)",
}
"""Branches by the words that names and summaries have."""
_SECTOR_OF: Final = {
    word: name
    for name, words in {
        "bank": "bank banks", "hospital": "hospital hospitals", "council": "council councils", "ministry": "ministry ministries",
        "police": "police",
    }.items()
    for word in words.split()
}  # fmt: skip


def sectors(marked: Marked) -> tuple[str, ...]:
    """The branches that a question bounds its targets to; a word inside a name is none."""
    named = {at for mark in marked.having("name") for at in range(mark.start, mark.end)}
    found = [
        _SECTOR_OF[t.word] for at, t in enumerate(marked.tokens) if t.word in _SECTOR_OF and at not in named
    ]
    return tuple(dict.fromkeys(found))


def unchecked(marked: Marked) -> tuple[str, ...]:
    """Branches that neither names nor summaries tell: they bound nothing, which the answer says."""
    return tuple(token.text for token in marked.tokens if token.word in _UNCHECKED)


def is_matter(word: str) -> bool:
    """Whether a word tells a matter: in "for children's data" nobody is called so."""
    return word in _FAMILY_OF


def is_sector(text: str) -> bool:
    """Whether a word names a branch, whatever kind of body its members are."""
    return text.lower() in _SECTOR_OF


def of_sector(names: Sequence[str], called: str, summary: str) -> bool:
    """Whether the name of a target is of one of these branches, or the summary says that the target is."""
    return any(
        re.search(rf"\b{SECTORS[name]}\b", called, re.IGNORECASE)
        or re.search(_ACTING.format(SECTORS[name]), summary, re.IGNORECASE)
        for name in names
    )


def patterns(topics: Sequence[str]) -> list[str]:
    """For each word of a matter a regular expression that a summary in small letters must meet."""
    words = [topic for topic in topics if topic not in _EMPTY] or list(topics)
    return list(dict.fromkeys(_pattern(word) for word in words))


def _pattern(word: str) -> str:
    family = _FAMILY_OF.get(word)
    inner = rf"{_FAMILIES[family]}\b" if family else re.escape(_stem(word))
    return rf"(?s).*\b{inner}.*"


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s", "ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word


_DEGREES: Final = frozenset(
    "larger smaller higher lower bigger greater heavier big small large huge heavy hefty massive tiny high low major minor significant important "
    "famous notable known well new old recent early late public official joint separate single multiple individual further additional similar "
    "serious severe outstanding possible potential actual real whole entire complete full main key".split()
)
"""Words before a fine that say how large or which it is, not what it is about."""
_UNCHECKED: Final = frozenset(
    "carrier carriers retailer retailers operator operators startup startups multinational multinationals brand brands employer employers".split()
)
_BREACHES: Final = frozenset({"breach", "breaches"})


def before_noun(marked: Marked, noun: Mark | None) -> list[Mark]:
    """Marks of a matter right before the noun: "facial recognition fines", "data breach penalties"."""
    found: list[Mark] = []
    if noun is None:
        return found
    at = marked.marks.index(noun) - 1
    while at >= 0:
        mark = marked.marks[at]
        if mark.text.lower() in _DEGREES:
            break
        if "unknown" not in mark and mark.text.lower() not in {*_BREACHES, *_EMPTY, *_FAMILY_OF}:
            break
        gap = marked.text[marked.tokens[mark.end - 1].end : marked.tokens[mark.end].start]
        if gap.strip(" -") or (marked.tokens[mark.start].capital and mark.start > 0):
            break
        found.insert(0, mark)
        at -= 1
    if all(mark.text.lower() in _EMPTY for mark in found):
        return []
    return found
