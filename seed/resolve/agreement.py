"""When two claims may speak of the same event: sums that agree after rounding or conversion, dates that may be one."""

from datetime import date
from typing import Final

from graph import dates
from graph.money import Money, to_euro

_ROUNDING: Final = 0.05
"""A rounded sum is at most this share away from the exact one ("€1.0 million" for 1,049,000)."""

_CONVERSION: Final = 0.08
"""A sum in another currency, at whatever day's rate a journalist took, is at most this share away."""

NEAR: Final = 200
"""Days that may lie between a decision and the day that a document gives for it (its announcement)."""

_FAR: Final = 100_000


def significant(minor: int) -> int:
    """How many digits a sum has before its closing zeros: the more, the less it was rounded."""
    return len(str(minor).rstrip("0"))


def sums_agree(one: Money, other: Money) -> bool:
    """Whether one sum may be the other, rounded or converted."""
    if one.currency == other.currency:
        coarse, fine = sorted((one.minor, other.minor), key=lambda minor: (significant(minor), minor))
        step = 10 ** (len(str(coarse)) - significant(coarse))
        gap = abs(coarse - fine)
        return gap == 0 or (gap < step and gap <= _ROUNDING * max(coarse, fine))
    return False


def sums_convert(one: Money, other: Money, on: str | None) -> bool:
    """Whether two sums in different currencies may be the same, by the rate of that day."""
    if one.currency == other.currency or on is None:
        return False
    left, right = to_euro(one, on).minor, to_euro(other, on).minor
    return left is not None and right is not None and abs(left - right) <= _CONVERSION * max(left, right)


def days_apart(one: str | None, other: str | None) -> int:
    """Days between two dates of any precision: 0 where they may be one, very many where one is missing."""
    if one is None or other is None:
        return _FAR
    if dates.overlap(one, other):
        return 0
    early, late = sorted((one, other), key=dates.first_day)
    return (date.fromisoformat(dates.first_day(late)) - date.fromisoformat(dates.last_day(early))).days


def dates_agree(one: str | None, other: str | None, *, near: int = NEAR) -> bool:
    """Whether two dates may be of one event; a missing date may be any."""
    return one is None or other is None or days_apart(one, other) <= near
