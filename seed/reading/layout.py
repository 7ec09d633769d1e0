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
_SOFT: Final = "\x1f"
_HYPHEN: Final = re.compile(f"-{_SOFT}")


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
    return _SOFT if before[-1] == "-" and before[-2:-1].isalpha() and line[0].islower() else " "


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
