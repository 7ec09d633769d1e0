"""Sentences of a clean text, each with the kind of line that it stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["body", "heading", "item"]

_PARAGRAPH: Final = re.compile(r"\n[^\S\n]*\n\s*")
_LINE: Final = re.compile(r"[^\n]+")
_BULLET: Final = re.compile(r"\s*(?:[-*•–—+▪]|\(?\d{1,2}[.)]|\([a-z]\))\s+(?=\S)")
_HEADING: Final = re.compile(r"\s*#{1,6}\s+")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|Arts|Sec|vs|v|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep"
    r"|Oct|Nov|Dec|Messrs|Hon|Pte|Pty|para|cf|e\.g|i\.e)|\b[A-Z](?:\.[A-Z])*|\bS\.p\.A|\bS\.à r\.l"
    r"|\b[Ss]p\. z o\.o|\bd\.o\.o|\bs\.r\.o|\bS\.r\.l)\.$"
)
_NUMBERED: Final = re.compile(r"\b(?:nos?|nrs?|arts?|secs?|paras?|pp?|figs?|refs?)\.$")
"""Abbreviations before a number, written small: "(no. 107/2024)"."""
_STARTERS: Final = frozenset(
    "The A An It He She They In On This That These Those But And Its His Her Their However Under After "
    "As At No For When".split()
)
_FORMAL: Final = re.compile(r"\b(?:Inc|Ltd|Co|Corp)\.\s+$")
_OPENING: Final = re.compile(
    r"[A-Z][a-z]+\s(?!(?:and|or|of|de|du|for|in|was|were|is|are|has|had|have|said|says|will|would|must|agreed)\b)"
    r"[a-z]{2,}\b"
)
"""How a sentence begins after a legal form: a word with a capital, and one without that carries on no name."""
_END: Final = re.compile(
    r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]{0,2}[^\W_a-z])"
    # No space after the stop: "£1m.The CNIL", but neither "Booking.com" nor "U.S.Bank".
    r"|(?<=[a-z\d][a-z\d)])[.!?](?=(?:[A-Z][a-z]+|[A-Z]{2,6}|An?)\s)(?!(?:Com|Net|Org|Co)\b)"
)
_MARKED: Final = re.compile(r"\b[A-Z][\w&-]*[!?]$")
_SUFFIXED: Final = re.compile(
    r"\s?(?:[A-Z][\w&.-]*\s){0,3}(?:Ltd|Limited|Inc|LLC|plc|PLC|GmbH|AG|Corp|S\.?A|B\.?V|Group|Holdings|Brands|Media|Pty)\b"
)
"""A mark that belongs to a name, and what shows that the name goes on after it."""
_TERMINAL: Final = re.compile(r"[.!?:;…,][\"”’')\]*_]{0,3}\s*$")
_STOPS: Final = re.compile(r"[.!?:;…|][\"”’')\]*_]{0,3}\s*$")
_SMALL: Final = frozenset(
    "a an the of to in on at by for from with and or de des la le du van "
    "mr mr. mrs mrs. ms ms. messrs messrs. dr dr.".split()
)
"""Words that end no line of their own."""
_FORMS: Final = frozenset("ltd limited inc llc plc gmbh ag sa s.a corp co".split())
_LONGEST: Final = 1500
"""Longer stretches without an end are cut at a space: a parser's time and a reader's patience are bounded."""
_HEADING_WORDS: Final = 22
_GLIMPSE: Final = 200
_OPERATIVE: Final = 3
_TO_WHOM: Final = re.compile(r"\s*(?:to|on|that|against|the)\s(?:the\s|same\s|company\s)*\S")
"""How what an authority "ORDERS" goes on below that word."""
_BROKEN: Final = 45
"""Characters from which a line may have been broken by the width of its page."""
_TITLE_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the view.

    ``paragraph`` numbers the blocks between blank lines, ``line`` the lines (several sentences may share one), and
    ``section`` the headings with a mark of their own above it, 0 before the first.
    """

    index: int
    paragraph: int
    kind: Kind
    start: int
    end: int
    text: str
    line: int = 0
    section: int = 0


def split(text: str, bold: Iterable[tuple[int, int]] = ()) -> list[Sentence]:
    """All sentences of a text, in order; every one has at least one letter or digit.

    ``bold`` are the spans set in bold: one that opens a line is the title of what follows it there.
    """
    found: list[Sentence] = []
    titles = dict(bold)
    line = section = 0
    for number, (start, stop) in enumerate(_blocks(text)):
        for kind, first, last in _lines(text, start, stop):
            line += 1
            section += _HEADING.match(text, text.rfind("\n", 0, first) + 1, first + 1) is not None
            title = _title(text, first, last, titles)
            pieces = [(first, title, True), (title, last, False)] if title else [(first, last, False)]
            for one, two in [c for a, b, whole in pieces for c in ([(a, b)] if whole else _cut(text, a, b))]:
                piece = text[one:two]
                if any(map(str.isalnum, piece)):
                    sort: Kind = "heading" if title and two <= title else kind
                    found.append(Sentence(len(found), number, sort, one, two, piece, line, section))
    return found


def _title(text: str, first: int, last: int, bold: dict[int, int]) -> int:
    """The end of the title in bold that opens a line and is followed by its text, or 0."""
    end = bold.get(first, 0)
    after = text[end:last].lstrip()[:1]
    return (
        end
        if first < end < last
        and len(text[first:end].split()) >= _TITLE_WORDS
        and after in {"(", ":", "-", "–"}
        else 0
    )


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The blocks between blank lines; a blank line inside a sentence, as conversions leave them, ends none."""
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        line = text[max(start, text.rfind("\n", start, gap.start()) + 1) : gap.start()]
        after = text[gap.end() : gap.end() + _GLIMPSE].partition("\n")[0]
        if gap.start() - start < _LONGEST and _is_broken(line, after):
            continue
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _is_broken(before: str, after: str) -> bool:
    """Whether a blank line divides a sentence: the line before is long or ends in a small word, the next goes on."""
    words = before.split()
    if words and len(words) <= _OPERATIVE and before.isupper() and _TO_WHOM.match(after):
        return True
    if not words or not after.strip() or (len(before) < _BROKEN and words[-1].lower() not in _SMALL):
        return False
    return _goes_on(before, after, ends=False)


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
    for first, last in _joined(text, spans):
        line = text[first:last]
        if bullet := _BULLET.match(line):
            yield "item", first + bullet.end(), last
        elif mark := _HEADING.match(line):
            yield "heading", first + mark.end(), last
        else:
            yield ("body" if _is_prose(line) else "heading"), first, last


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of a block, those put together that are one sentence with a break in it."""
    ends = bool(spans) and _STOPS.search(text[spans[-1][0] : spans[-1][1]]) is not None
    first = last = -1
    for start, end in spans:
        if first >= 0 and _goes_on(text[first:last], text[start:end], ends=ends):
            last = end
            continue
        if first >= 0:
            yield first, last
        first, last = start, end
    if first >= 0:
        yield first, last


def _goes_on(before: str, after: str, *, ends: bool) -> bool:
    """Whether a line only carries on the one before; ``ends`` where their block closes as a sentence does."""
    if _STOPS.search(before) or _BULLET.match(after) or _HEADING.match(after) or _HEADING.match(before):
        return False
    opening, last = after.lstrip()[:1], before.split()[-1:]
    if opening.islower() or (last and last[0].lower() in _SMALL):
        return True
    word = re.match(r"\s*[\w.]+", after)
    if word and word[0].strip(" .").lower() in _FORMS:
        return True
    told = any(w.islower() and len(w) > 3 for w in before.split())
    return ends and told and (opening.isdigit() or opening in "£€$¥₹")


def _is_prose(line: str) -> bool:
    return bool(_TERMINAL.search(line)) or len(line.split()) > _HEADING_WORDS or bool(_END.search(line))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text, max(first, match.start() - 12), match.start() + 1) and not _restarts(
            text, match.end()
        ):
            continue
        if text[match.end() : match.end() + 1].isdigit() and _NUMBERED.search(
            text, max(first, match.start() - 8), match.start() + 1
        ):
            continue
        if _MARKED.search(text, max(first, match.start() - 20), match.start() + 1) and _SUFFIXED.match(
            text, match.end()
        ):
            continue
        yield from _bounded(text, first, match.end())
        first = match.end()
    yield from _bounded(text, first, end)


def _restarts(text: str, at: int) -> bool:
    word = re.compile(r"\w+").match(text, at)
    if word is None:
        return False
    formal = _FORMAL.search(text, max(0, at - 8), at) is not None
    return word.group() in _STARTERS or (formal and _OPENING.match(text, at) is not None)


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
