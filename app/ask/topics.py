"""What a fine is about: words of a subject matter and of a branch of business, as patterns over summaries and names."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Sequence
from typing import Final

from app.ask.branches import CALLED, SECTORS
from app.ask.marked import Mark, Marked
from app.ask.matters import EMPTY, FAMILY

_ACTING: Final = r"(?:^|[.;] )(?:the|a|an|this) (?:\w+ )?{}(?!['’]s)\b(?! (?:account|customer|detail|card|data|transfer|loan)s?\b)"
"""Where a summary speaks of whom the action is against: at the start of a sentence, not as somebody else's bank."""

_THEIRS: Final = frozenset(
    "account accounts details data card cards customer customers transfer transfers loan loans record records".split()
)
"""What belongs to somebody else's bank or hospital: "for leaked bank details" bounds no target."""


def sectors(marked: Marked) -> tuple[str, ...]:
    """The branches that a question bounds its targets to."""
    found = [
        mark.means["sector"][0] for mark in marked.having("sector") if marked.word(mark.end) not in _THEIRS
    ]
    return tuple(dict.fromkeys(found))


def unchecked(marked: Marked) -> tuple[str, ...]:
    """Branches that neither names nor summaries tell: they bound nothing, which the answer says."""
    return tuple(token.text for token in marked.tokens if token.word in _UNCHECKED)


def is_matter(word: str) -> bool:
    """Whether a word tells a matter: in "for children's data" nobody is called so."""
    return word in FAMILY


def of_sector(names: Sequence[str], called: str, summary: str) -> bool:
    """Whether the name of a target is of one of these branches, or the summary says that the target is."""
    return any(
        re.search(rf"\b{CALLED[name]}\b", called, re.IGNORECASE)
        or (name in SECTORS and re.search(_ACTING.format(SECTORS[name]), summary, re.IGNORECASE))
        for name in names
    )


def patterns(topics: Sequence[str]) -> list[str]:
    """For each word of a matter a regular expression that a summary in small letters must meet."""
    words = [topic for topic in topics if topic not in EMPTY] or list(topics)
    return list(dict.fromkeys(_pattern(word) for word in words))


def of_articles(topics: Sequence[str]) -> list[str]:
    """The patterns that articles can meet too, which the graph is not asked for."""
    return [pattern for pattern in patterns(topics) if "~" in pattern]


def is_about(topics: Sequence[str], summary: str, articles: Sequence[str]) -> bool:
    """Whether a summary, or the articles behind it, tells each matter that articles can tell."""
    told = " ~".join((summary.lower(), *(article.lower() for article in articles)))
    return all(re.fullmatch(pattern, told) for pattern in of_articles(topics))


def told_by(topics: Sequence[str]) -> bool:
    """Whether each word is of a known matter, so that facts which do not tell it are about something else."""
    return all(topic in FAMILY or topic in EMPTY for topic in topics)


def _pattern(word: str) -> str:
    inner = FAMILY.get(word) or rf"\b{re.escape(_stem(word))}"
    return rf"(?s).*{inner}.*"


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s", "ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word


DEGREES: Final = frozenset(
    "larger smaller higher lower bigger greater heavier big small large huge heavy hefty massive tiny high low major minor significant important "
    "famous notable known well new old recent public official joint separate single multiple individual further additional similar "
    "serious severe outstanding possible potential actual real whole entire complete full main key".split()
)
"""Words before a fine that say how large or which it is, not what it is about."""
_UNCHECKED: Final = frozenset(
    "carrier carriers operator operators startup startups multinational multinationals brand brands employer employers".split()
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
        if mark.text.lower() in DEGREES:
            break
        if "unknown" not in mark and mark.text.lower() not in {*_BREACHES, *EMPTY, *FAMILY}:
            break
        gap = marked.text[marked.tokens[mark.end - 1].end : marked.tokens[mark.end].start]
        if gap.strip(" -") or (marked.tokens[mark.start].capital and mark.start > 0):
            break
        found.insert(0, mark)
        at -= 1
    if all(mark.text.lower() in EMPTY for mark in found):
        return []
    return found
