"""Dates with a precision: a year, a year and month, or a day, as text (``2022``, ``2022-05``, ``2022-05-18``).

Text in this form sorts in order of time, which the graph's sort keys rely on.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from graph.errors import InvalidInput

_FORM: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_PRECISION: Final = {1: "year", 2: "month", 3: "day"}


def _parts(text: str) -> list[int]:
    match = _FORM.fullmatch(text)
    parts = [int(part) for part in match.groups() if part] if match else []
    try:
        date(*[*parts, 1, 1][:3])
    except (ValueError, TypeError):
        raise InvalidInput(
            what=f"{text!r} is not a date",
            where="date",
            remedy="give YYYY, YYYY-MM or YYYY-MM-DD, for example 2022-05-18",
        ) from None
    return parts


def precision(text: str) -> str:
    """``day``, ``month`` or ``year``; raises ``InvalidInput`` for anything that is no date."""
    return _PRECISION[len(_parts(text))]


def valid(text: str) -> str:
    """The same text; raises ``InvalidInput`` where it is no date."""
    _parts(text)
    return text


def first_day(text: str) -> str:
    """The earliest day that the date may mean, ``YYYY-MM-DD``."""
    return date(*[*_parts(text), 1, 1][:3]).isoformat()


def last_day(text: str) -> str:
    """The latest day that the date may mean, ``YYYY-MM-DD``."""
    parts = _parts(text)
    year, month = [*parts, 12][:2]
    day = parts[2] if len(parts) > 2 else monthrange(year, month)[1]
    return date(year, month, day).isoformat()


def overlap(one: str, other: str) -> bool:
    """Whether two dates of any precision may mean the same day."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)
