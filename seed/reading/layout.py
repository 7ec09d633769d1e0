"""From the lines of a page to running text: what a layout broke is joined again."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_NUMBER: Final = re.compile(r"(?:page\s*)?[-–—\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_END: Final = re.compile(r"[.!?:;][\"'”’)\]]*$")
_ITEM: Final = re.compile(r"(?:[-•–*▪]|\(?\d{1,3}[.)]|\([a-z]{1,4}\))\s")
_FULL: Final = 0.75
"""The share of the longest usual line from which a line is taken to have been broken by its width."""
_QUITE_FULL: Final = 0.9
"""The same for a line that ends a sentence."""
_GROUPS: Final = re.compile(
    r"(?:[€£$¥₹]\s?\d{1,3}(?:,\d{3})*|(?<![\d,])\d{1,3}(?:,\d{3})+|(?<![\d,])\d{1,3}(?=,$)),$"
)
"""A number that breaks off after a comma, which the next line may carry on."""
_GROUP: Final = re.compile(r"\d{3}(?![\d])")
_SOFT: Final = "\x1f"
_HYPHEN: Final = re.compile(f"[-‐\u00ad]{_SOFT}")


def running(pages: Sequence[str]) -> str:
    """Pages joined into paragraphs, without page numbers and without heads and feet that repeat."""
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    repeated = _repeated(split)
    lines = [line for page in split for line in _body(page, repeated)]
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    text: list[str] = []
    before = ""
    for line in lines:
        text.append(_joint(before, line, usual))
        text.append(line)
        before = line
    return _HYPHEN.sub("", "".join(text)).strip()


def _joint(before: str, line: str, usual: int) -> str:
    """What stands between two lines: nothing but a space where the width of the page alone divided them."""
    if not before or not line or _ITEM.match(line) or len(before) < usual * _FULL:
        return "\n"
    if _END.search(before[-4:]) and line[0].isupper() and len(before) < usual * _QUITE_FULL:
        return "\n"
    if before[-1] == "\u00ad":
        return _SOFT
    if _carries_on(before, line):
        return ""
    if before[-1] in "-‐" and before[-2:-1].isalnum():
        # A small letter goes on with a word that was divided; a capital or a digit, with one that has a hyphen.
        return _SOFT if line[0].islower() and before[-2:-1].isalpha() else ""
    return " "


def _carries_on(before: str, line: str) -> bool:
    """Whether a line goes on with a number that was divided at its comma: "£5,000," and "000 on Monday"."""
    broken, group = _GROUPS.search(before), _GROUP.match(line)
    if broken is None or group is None:
        return False
    return "," in broken.group()[:-1] or not broken.group()[0].isdigit() or group.group() == "000"


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """Lines that stand first or last on at least half of three or more pages."""
    if len(pages) < 3:
        return set()
    edges = Counter(line for page in pages for line in {*_edge(page)})
    return {line for line, count in edges.items() if count * 2 >= len(pages)}


def _edge(page: Sequence[str]) -> list[str]:
    written = [line for line in page if line]
    return written[:2] + written[-2:]


def _body(page: Sequence[str], repeated: set[str]) -> list[str]:
    written = [line for line in page if line]
    first, last = written[:2], written[-2:]
    return [
        line
        for line in page
        if not ((line in first or line in last) and (line in repeated or _NUMBER.fullmatch(line)))
    ]
