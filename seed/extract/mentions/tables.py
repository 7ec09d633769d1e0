"""Tables in a text: rows of cells under a header, whose columns say who is fined, by whom, how much and when.

Only mentions are added here, where a cell holds a name or a bare number that running text would not show as one;
``rows`` turns them into claims.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.mention import Reading
from seed.extract.mentions.name_kinds import UNKNOWN, kind_of
from seed.extract.text.tokens import slug
from seed.extract.values import money

_CELLS: Final = re.compile(r"[^|;\t]+")
_SEPARATORS: Final = ("|", "\t", ";")
_LEAST: Final = 2
_HEADS: Final = (
    ("sum", re.compile(r"\b(?:fine|amount|penalty|sum|sanction|eur|gbp|usd|settlement|fined)\b|[€£$]", re.IGNORECASE)),
    ("authority", re.compile(r"\b(?:authority|regulator|dpa|imposed by|issued by|supervisor|watchdog|decided by)\b", re.IGNORECASE)),
    ("date", re.compile(r"\b(?:date|year|month|when|decided|day|decision)\b", re.IGNORECASE)),
    ("firm", re.compile(r"\b(?:company|organi[sz]ation|controller|entity|name|recipient|firm|business|party|respondent|processor|who|body|addressee|target)\b", re.IGNORECASE)),
)  # fmt: skip
_FIRM, _SUM = _HEADS[3][1], re.compile(r"\b(?:fine|fines|amount|penalty|sum)\b|[€£$]", re.IGNORECASE)
_CAPTION: Final = 2
"""Lines above a table that may say what its sums are in."""
_UNIT_ABOVE: Final = re.compile(
    r"(?:\(|\bin |, )(?:thousands? of |millions? of )?(?:[A-Z]{3}|euros?|pounds?|dollars?|kronor|kroner|zloty|francs|[€£$])"
    r"(?: (?:million|thousand|m|bn|k)|[ ']000)?\b",
    re.IGNORECASE,
)
_THOUSANDS: Final = re.compile(r"['’,]000\b|\b000s?\b")
_SCALE: Final = re.compile(r"\b(millions?|billions?|thousands?|mn|bn|m|k)\b|['’ ](000)s?\b", re.IGNORECASE)
_SCALES: Final = {
    "millions": "million",
    "billions": "billion",
    "thousands": "thousand",
    "mn": "million",
    "000": "thousand",
}
_NUMBER: Final = re.compile(r"\d[\d.,'’ \u00a0]*(?:\s?(?:million|m|bn|billion|k|thousand))?")
_BARE: Final = re.compile(r"(?:the\s+)?(?P<name>.*?)(?:\s*\([^()]*\))?\s*", re.IGNORECASE | re.DOTALL)
"""A cell without its article and without what brackets say of the firm: "The Municipality of Bergen (Norway)"."""
_LETTERED: Final = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Table:
    """The readings of a table: its header, the sort of each column, and the currency of its sums, if the header says."""

    header: int
    rows: range
    sorts: tuple[str | None, ...]
    currency: str | None
    scale: str = ""


def tables(readings: list[Reading]) -> Iterator[Table]:
    """Every table of a text: a line that names two columns, and two lines of as many cells below it.

    One is enough below a header that is drawn between bars and names its sums and whom they are for.
    """
    at = 0
    while at < len(readings):
        sorts = _header(readings[at])
        end = at + 1
        if sorts is not None:
            while end < len(readings) and len(_spans(readings[end])) == len(sorts):
                end += 1
        if sorts is not None and end - at > (1 if is_drawn(readings[at]) else _LEAST):
            above = " ".join(r.sentence.text for r in readings[max(0, at - _CAPTION) : at])
            currency, scale = _unit(readings[at], sorts, above)
            yield Table(at, range(at + 1, end), sorts, currency, scale)
            at = end
        else:
            at += 1


def is_drawn(reading: Reading) -> bool:
    """Whether a line is the header of a table with bars, of sums and parties: then even one line below it is a row."""
    sorts = _header(reading)
    return (
        sorts is not None
        and {"sum", "firm"} <= set(sorts)
        and reading.sentence.text.count("|") >= len(sorts) - 1
    )


def _spans(reading: Reading) -> list[tuple[int, int]]:
    """The cells of a line, as spans of its text without surrounding space; none where it has no separator twice."""
    text = reading.sentence.text
    if not any(text.count(separator) >= _LEAST for separator in _SEPARATORS):
        return []
    found: list[tuple[int, int]] = []
    for match in _CELLS.finditer(text):
        cell = match.group()
        if cell.strip():
            start = match.start() + len(cell) - len(cell.lstrip())
            found.append((start, start + len(cell.strip())))
    return found


def _header(reading: Reading) -> tuple[str | None, ...] | None:
    text = reading.sentence.text
    cells = [text[start:end] for start, end in _spans(reading)]
    if not cells or any(len(cell) > 40 or re.search(r"\d{3}", _THOUSANDS.sub("", cell)) for cell in cells):
        return None
    sorts = tuple(map(_sort, cells))
    return sorts if len({s for s in sorts if s}) > 1 else None


def _sort(cell: str) -> str | None:
    """What a column holds; a "fined company" is a firm."""
    if _FIRM.search(cell) and not _SUM.search(cell):
        return "firm"
    return next((sort for sort, words in _HEADS if words.search(cell)), None)


def _unit(reading: Reading, sorts: tuple[str | None, ...], above: str) -> tuple[str | None, str]:
    """The currency and the scale of the sums: of their header ("Fine (EUR million)"), else of the line above ("in euros")."""
    spans = _spans(reading)
    heads = [
        reading.sentence.text[slice(*span)] for span, sort in zip(spans, sorts, strict=True) if sort == "sum"
    ]
    for text in (*heads, *(m.group() for m in _UNIT_ABOVE.finditer(above))):
        if (currency := _currency(text)) is not None:
            scaled = _SCALE.search(text)
            return currency, "" if scaled is None else _SCALES.get(
                told := (scaled[1] or scaled[2]).lower(), told
            )
    return None, ""


def _currency(text: str) -> str | None:
    """The first currency that a text names by its code, its sign or its name."""
    for word in re.findall(r"[A-Za-z]{2,}|[€£$]", text):
        found = money.find(f"{word} 1") or money.find(f"1 {word}")
        if found:
            return found[0].currency
    return None


def add_cells(readings: list[Reading], gazetteer: Gazetteer) -> frozenset[int]:
    """Add the names and bare sums of all tables; gives the headers, which name nobody."""
    headers: set[int] = set()
    for table in tables(readings):
        headers.add(table.header)
        for index in table.rows:
            reading = readings[index]
            for span, sort in zip(_spans(reading), table.sorts, strict=True):
                if sort == "firm":
                    _add_firm(reading, span, gazetteer)
                elif sort == "sum" and table.currency:
                    _add_sum(reading, span, table)
    return frozenset(headers)


def _add_firm(reading: Reading, span: tuple[int, int], gazetteer: Gazetteer) -> None:
    base = reading.sentence.start
    if (bare := _BARE.fullmatch(reading.sentence.text, *span)) and bare["name"]:
        span = bare.span("name")
    tokens = reading.span_tokens(base + span[0], base + span[1])
    text = reading.sentence.text[slice(*span)]
    if tokens is None or not _LETTERED.search(text):
        return
    inside = {id(m): m for i in range(tokens[0], tokens[1] + 1) if (m := reading.at(i)) is not None}
    if any(m.sort == "entity" and m.last - m.first >= tokens[1] - tokens[0] - 1 for m in inside.values()):
        return
    for mention in inside.values():
        reading.drop(mention)
    mention = reading.make("entity", *tokens)
    mention.kinds = kind_of(text) or UNKNOWN
    mention.name, mention.known = re.sub(r"\s+", " ", text), False
    identifier = slug(mention.name)
    mention.id = f"{identifier}-new" if identifier in gazetteer.entries else identifier
    reading.add(mention)


def _add_sum(reading: Reading, span: tuple[int, int], table: Table) -> None:
    base, currency = reading.sentence.start, table.currency or ""
    text = reading.sentence.text[slice(*span)]
    tokens = reading.span_tokens(base + span[0], base + span[1])
    scaled = text if text[-1:].isalpha() else f"{text} {table.scale}".strip()
    found = money.find(f"{currency} {scaled}") if _NUMBER.fullmatch(text) else []
    if tokens is None or not found or any(m.sort == "money" for m in reading.mentions):
        return
    for mention in {id(m): m for i in range(tokens[0], tokens[1] + 1) if (m := reading.at(i))}.values():
        reading.drop(mention)
    mention = reading.make("money", *tokens)
    mention.money = money.MoneyMention(mention.start, mention.end, found[0].amount, currency)
    reading.add(mention)
