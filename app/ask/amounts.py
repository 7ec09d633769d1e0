"""Bounds on sums in questions: over €10 million, between 5 and 10 million euros, a billion or more."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from app.ask.tokens import fold
from graph.money import exponent

_SCALES: Final = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mln": 6, "mio": 6, "mil": 6, "million": 6, "millions": 6, "b": 9, "bn": 9, "bln": 9,
    "billion": 9, "billions": 9, "tn": 12, "trillion": 12,
}  # fmt: skip
_CURRENCIES: Final = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR", "£": "GBP", "pound": "GBP", "pounds": "GBP", "gbp": "GBP", "sterling": "GBP",
    "pounds sterling": "GBP", "$": "USD", "us$": "USD", "dollar": "USD", "dollars": "USD", "us dollars": "USD", "usd": "USD",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "kronor": "SEK", "kroner": "NOK", "pln": "PLN", "zloty": "PLN", "zlotys": "PLN",
    "czk": "CZK", "huf": "HUF", "forints": "HUF", "isk": "ISK", "aud": "AUD", "a$": "AUD", "australian dollars": "AUD", "cad": "CAD",
    "canadian dollars": "CAD", "sgd": "SGD", "s$": "SGD", "singapore dollars": "SGD", "brl": "BRL", "reais": "BRL", "inr": "INR",
    "rupees": "INR", "₹": "INR", "krw": "KRW", "won": "KRW", "₩": "KRW", "cny": "CNY", "yuan": "CNY", "rmb": "CNY", "try": "TRY",
    "lira": "TRY", "chf": "CHF", "jpy": "JPY", "yen": "JPY",
}  # fmt: skip
_SIGN: Final = "|".join(re.escape(word) for word in sorted(_CURRENCIES, key=len, reverse=True))
_SCALE: Final = "|".join(sorted(_SCALES, key=len, reverse=True))
_DIGITS: Final = r"\d{1,3}(?:[,.' ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?"
_WORDS: Final = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "five": 5,
    "ten": 10,
    "twenty": 20,
    "fifty": 50,
    "hundred": 100,
    "half a": Decimal("0.5"),
    "a hundred": 100,
    "one hundred": 100,
}
_WORD: Final = "|".join(sorted(_WORDS, key=len, reverse=True))


def _sum(n: int) -> str:
    return (
        rf"(?:(?P<s{n}>{_SIGN})\s?)?(?:(?P<d{n}>{_DIGITS})|(?P<w{n}>{_WORD})(?=\s+(?:{_SCALE})\b))"
        rf"\s?-?(?:(?P<x{n}>{_SCALE})\b)?(?:\s?-?(?P<t{n}>{_SIGN})(?![^\W\d_]))?"
    )


_WANTED: Final = re.compile(
    rf"\b(?:in|into|how many)\s+(?:american\s+)?(?P<sign>{_SIGN})(?![^\W_])", re.IGNORECASE
)


def named(text: str) -> list[tuple[int, int]]:
    """Where a text names the currency in which a sum is asked for."""
    return [match.span("sign") for match in _WANTED.finditer(text) if fold(match[0]).startswith("in")]


def wanted(text: str) -> str | None:
    """The currency in which a sum is asked for: "in dollars", "how many pounds"."""
    found = _WANTED.search(text)
    return _CURRENCIES[fold(found["sign"])] if found else None


_OVER: Final = r"over|above|more than|exceeding|exceeded|exceeds?|in excess of|topping|topped|tops|larger than|greater than|bigger than|higher than|north of|surpassing|beyond|worth more than|upwards of|>(?!=)"
_LEAST: Final = r"at least|no less than|not less than|minimum of|a minimum of|starting at|>=|≥"
_UNDER: Final = r"under|below|less than|smaller than|lower than|fewer than|short of|<(?!=)"
_MOST: Final = r"up to|at most|no more than|not more than|maximum of|a maximum of|not exceeding|<=|≤"
_EXACTLY: Final = r"exactly|precisely|="
_PATTERN: Final = re.compile(
    rf"(?:(?:worth|of|by|with|for)\s+)?(?:(?P<between>between|from)\s+{_sum(1)}\s*(?:and|to|-|–)\s*{_sum(2)}"
    rf"|(?:(?P<over>{_OVER})|(?P<least>{_LEAST})|(?P<under>{_UNDER})|(?P<most>{_MOST})|(?P<exactly>{_EXACTLY}))?\s*{_sum(3)}"
    rf"(?P<up>\s*(?:or more|and more|or above|and above|or higher|upwards|and up|plus|\+))?(?P<down>\s*(?:or less|and less|or below|or under|or lower))?)",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bound:
    """Least and most minor units of ``currency`` (``None``: euro cents), both taken in; ``text`` says it.

    ``own``: of a sum without a currency, "the 57 million fine", the decision's own currency may be meant.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    currency: str | None
    text: str
    own: bool = False


def find(text: str) -> Bound | None:
    """The bound on sums that a question sets; a bare number without scale or currency is none."""
    for match in _PATTERN.finditer(text):
        start = match.end() - len(match.group().lstrip())
        before = text[:start]
        if before and (before[-1].isalnum() or before[-1] in ".(-&"):
            continue
        bound = _bound(match)
        if bound is not None:
            return bound
    return None


def _bound(match: re.Match[str]) -> Bound | None:
    if match["between"]:
        currency = _currency(match, 1) or _currency(match, 2)
        high = _amount(match, 2, None)
        low = _amount(match, 1, match["x2"])
        if low is None or high is None or not (match["x1"] or match["x2"] or currency):
            return None
        return _made(match, low, high, currency, strict=False)
    currency, amount = _currency(match, 3), _amount(match, 3, None)
    if amount is None or not (match["x3"] or currency):
        return None
    if match["over"] or match["least"] or match["up"]:
        return _made(match, amount, None, currency, strict=bool(match["over"]) and not match["up"])
    if match["under"] or match["most"] or match["down"]:
        return _made(match, None, amount, currency, strict=bool(match["under"]) and not match["down"])
    if match["exactly"]:
        return _made(match, amount, amount, currency, strict=False)
    # A sum that only says which fine is meant is rounded in questions.
    made = _made(match, amount * Decimal("0.97"), amount * Decimal("1.03"), currency, strict=False)
    return replace(made, currency=currency, own=currency is None)


def _made(
    match: re.Match[str], low: Decimal | None, high: Decimal | None, currency: str | None, *, strict: bool
) -> Bound:
    scale = Decimal(10) ** exponent(currency or "EUR")
    step = 1 if strict else 0
    return Bound(
        match.end() - len(match.group().lstrip()),
        match.end(),
        None if low is None else int(low * scale) + step,
        None if high is None else int(high * scale) - step,
        None if currency in {None, "EUR"} else currency,
        " ".join(match.group().split()),
    )


def _currency(match: re.Match[str], n: int) -> str | None:
    written = match[f"s{n}"] or match[f"t{n}"]
    return _CURRENCIES.get(fold(written)) if written else None


def _amount(match: re.Match[str], n: int, scale: str | None) -> Decimal | None:
    digits, word = match[f"d{n}"], match[f"w{n}"]
    if word:
        number = Decimal(_WORDS[word.lower()])
    elif digits is None:
        return None
    else:
        grouped = re.fullmatch(r"\d{1,3}(?:[,.' ]\d{3})+(?:\.\d+)?", digits)
        number = Decimal(
            re.sub(r"[,' ]|\.(?=\d{3}(?:\D|$))", "", digits) if grouped else digits.replace(",", ".")
        )
    written = match[f"x{n}"] or scale
    return number * Decimal(10) ** _SCALES[written.lower()] if written else number
