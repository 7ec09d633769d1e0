"""Cells as values: sums, days, articles. What a cell does not say is ``None``; what cannot be read is refused."""

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from graph import dates
from graph.errors import InvalidInput
from graph.money import Money, money
from seed.import_.mapping import Mapping, Property
from seed.import_.table import Row

_UNKNOWN: Final = re.compile(
    r"^(?:unknown|not (?:available|known|disclosed|applicable)|n/?a|none|tbd|undisclosed|-|–|"
    r"(?:one|two|three|four|five|six|seven|eight|nine)[- ]digit amount.*|.*\b(?:intention|intends?) to\b.*)$",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"\d\s*(?:-|–|to|and|bis)\s*\d", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^>]*>")
_HREF: Final = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


def cell(row: Row, wanted: Property | None, mapping: Mapping) -> str | None:
    """The text of a part of a row, without tags and as the mapping replaces it; ``None`` where it is missing."""
    if wanted is None:
        return None
    if wanted.literal is not None:
        return wanted.literal
    for head in wanted.heads:
        if head not in row.values:
            raise InvalidInput(
                "no such column", where=f"column {head!r}", remedy="check the mapping and the delimiter"
            )
    text = wanted.join.join(filter(None, (row.values[head].strip() for head in wanted.heads)))
    plain = re.sub(r"\s+", " ", _TAG.sub(" ", text)).strip()
    if plain in wanted.missing or plain in mapping.table.missing or not plain:
        if wanted.required:
            raise InvalidInput("is empty", where=f"column {wanted.heads[0]!r}", remedy="fill it in")
        return None
    return wanted.values.get(plain, plain)


def address(row: Row, wanted: Property | None) -> str | None:
    """The first web address of a part of a row, also where it stands in a link."""
    if wanted is None:
        return None
    text = " ".join(row.values.get(head, "") for head in wanted.heads)
    linked = _HREF.search(text)
    found = re.search(r"https?://[^\s<>\"'|]+", linked[1] if linked else text)
    return found[0].rstrip(".,;)") if found else None


def day(text: str | None, wanted: Property | None, precision: str | None) -> str | None:
    """A date as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, read by the format of the mapping or as ISO 8601."""
    if text is None or wanted is None or _UNKNOWN.match(text):
        return None
    found = text
    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text):
        form = wanted.format
        if form is None:
            raise InvalidInput(
                f"{text!r} is not a date", where="date", remedy="set format, for example '%d.%m.%Y'"
            )
        try:
            found = datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - a day has no zone
        except ValueError as error:
            raise InvalidInput(
                f"{text!r} is not a date of the form {form}", where="date", remedy="mend the cell"
            ) from error
    size = {"year": 4, "month": 7}.get(precision or "", 10)
    return dates.valid(found[:size])


def amount(text: str | None, currency: str | None, mapping: Mapping) -> Money | None:
    """A sum in minor units; ``None`` where the list gives none: unknown, a range, or zero."""
    if text is None or _UNKNOWN.match(text) or _RANGE.search(text):
        return None
    table = mapping.table
    plain = re.sub(r"[^\d,.' -]", "", text).replace(" ", "").replace("'", "")
    plain = plain.replace(table.group, "") if table.group else plain
    plain = plain.replace(table.decimal, ".")
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise InvalidInput(
            f"{text!r} is not a sum", where="amount", remedy="check decimalChar and groupChar"
        ) from error
    if number <= 0:
        return None
    if currency is None:
        raise InvalidInput(
            f"{text!r} has no currency", where="currency", remedy="map currency, or give a literal"
        )
    try:
        return money(round(number, 2), currency)
    except InvalidInput:
        return money(round(number), currency)


def articles(text: str | None, wanted: Property | None) -> tuple[str, ...]:
    """Articles as ``GDPR Art. 5(1)(a)`` where a cell names the regulation, else as written, each once."""
    if text is None or wanted is None:
        return ()
    parts = text.split(wanted.split) if wanted.split else re.split(r"[|;]", text)
    return tuple(dict.fromkeys(filter(None, (_article(part) for part in parts))))[:40]


def _article(text: str) -> str:
    plain = re.sub(r"\s+", " ", text).strip(" ,.")
    match = re.match(
        r"^(?:Art(?:icle)?\.?\s*)(\d+)((?:\s*\(?\w{1,2}\)){0,3})\s*(?:of (?:the )?)?GDPR$",
        plain,
        re.IGNORECASE,
    )
    if match is None:
        return plain[:120]
    parts = "".join(f"({part})" for part in re.findall(r"\w+", match[2]))
    return f"GDPR Art. {match[1]}{parts}"
