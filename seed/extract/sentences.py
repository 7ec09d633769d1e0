"""Sentences of a clean text, each with the kind of line that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["body", "heading", "item"]

_PARAGRAPH: Final = re.compile(r"\n[^\S\n]*\n\s*")
_LINE: Final = re.compile(r"[^\n]+")
_BULLET: Final = re.compile(r"\s*(?:[-*•–—+▪]|\(?\d{1,2}[.)]|\([a-z]\))\s+(?=\S)")
_HEADING: Final = re.compile(r"\s*#{1,6}\s+")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|Arts|Sec|vs|v|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep"
    r"|Oct|Nov|Dec|Messrs|Hon|Pte|Pty|para|cf|e\.g|i\.e)|\b[A-Z](?:\.[A-Z])*|\bS\.p\.A|\bS\.à r\.l)\.$"
)
_STARTERS: Final = frozenset(
    "The A An It He She They In On This That These Those But And Its His Her Their However Under After "
    "As At No For When".split()
)
_END: Final = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]{0,2}[^\W_a-z])")
_TERMINAL: Final = re.compile(r"[.!?:;…,][\"”’')\]*_]{0,3}\s*$")
_LONGEST: Final = 1500
"""Longer stretches without an end are cut at a space: a parser's time and a reader's patience are bounded."""
_HEADING_WORDS: Final = 22


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the view; ``paragraph`` numbers the blocks between blank lines."""

    index: int
    paragraph: int
    kind: Kind
    start: int
    end: int
    text: str


def split(text: str) -> list[Sentence]:
    """All sentences of a text, in order; every one has at least one letter or digit."""
    found: list[Sentence] = []
    start = 0
    for number, block in enumerate(_blocks(text)):
        start, stop = block
        for kind, first, last in _lines(text, start, stop):
            for one, two in _cut(text, first, last):
                piece = text[one:two]
                if any(map(str.isalnum, piece)):
                    found.append(Sentence(len(found), number, kind, one, two, piece))
    return found


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph broken at a fixed width."""
    body = lines[:-1]
    return (
        bool(body)
        and all(50 <= len(line.rstrip()) <= 125 for line in body)
        and any(line.lstrip()[:1].islower() for line in lines[1:])
        and not any(_BULLET.match(line) or _HEADING.match(line) for line in lines)
    )


def _lines(text: str, start: int, end: int) -> Iterator[tuple[Kind, int, int]]:
    spans = [(m.start() + start, m.end() + start) for m in _LINE.finditer(text[start:end])]
    lines = [text[a:b] for a, b in spans]
    if _wrapped(lines):
        yield "body", spans[0][0], spans[-1][1]
        return
    for (first, last), line in zip(spans, lines, strict=True):
        if bullet := _BULLET.match(line):
            yield "item", first + bullet.end(), last
        elif mark := _HEADING.match(line):
            yield "heading", first + mark.end(), last
        else:
            yield ("body" if _is_prose(line) else "heading"), first, last


def _is_prose(line: str) -> bool:
    return bool(_TERMINAL.search(line)) or len(line.split()) > _HEADING_WORDS or bool(_END.search(line))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text, max(first, match.start() - 12), match.start() + 1) and not _restarts(
            text, match.end()
        ):
            continue
        yield from _bounded(text, first, match.end())
        first = match.end()
    yield from _bounded(text, first, end)


def _restarts(text: str, at: int) -> bool:
    word = re.compile(r"\w+").match(text, at)
    return bool(word) and word.group() in _STARTERS


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        stop = space if space > start else start + _LONGEST
        yield start, stop
        start = stop
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
