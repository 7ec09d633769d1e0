"""Sums that only repeat another one in a second currency."""

from bisect import bisect_left

from seed.extract.mentions.mention import Mention, Reading


def is_conversion(reading: Reading, money: Mention) -> bool:
    """Whether a sum only repeats the one before it in another currency: in brackets, or after "about"."""
    at = bisect_left(reading.mentions, money.first, key=lambda m: m.first)
    previous = next((m for m in reversed(reading.mentions[:at]) if m.sort == "money"), None)
    if previous is None or previous.money is None or money.money is None:
        return False
    between = reading.lower[previous.last + 1 : money.first]
    other = previous.money.currency != money.money.currency or previous.money.amount == money.money.amount
    return (
        other
        and len(between) <= 5
        and bool(
            {"(", "about", "roughly", "around", "approximately", "or", "equivalent", "some", "approx", "="}
            & set(between)
        )
    ) or (between in (["("], ["/"]) and other)
