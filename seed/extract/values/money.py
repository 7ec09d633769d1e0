"""Sums of money in running text, in every usual form: £7.5m, EUR 1.2 billion, one million levs, Rs 213.14 crore, CHF 1’250’000."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from math import prod
from typing import Final

from babel.numbers import get_territory_currencies

from seed.extract.lexicon.places import place_at
from seed.extract.text.tokens import fold

_SYMBOLS: Final = {
    "£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "₹": "INR", "₩": "KRW", "₺": "TRY", "₽": "RUB", "₦": "NGN", "₴": "UAH",
    "₱": "PHP", "₪": "ILS", "₫": "VND", "฿": "THB", "₵": "GHS", "zł": "PLN",
    "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "can$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD",
    "nt$": "TWD", "r$": "BRL", "mx$": "MXN", "rs": "INR", "rs.": "INR", "tl": "TRY", "ksh": "KES", "kshs": "KES", "tsh": "TZS",
    "kč": "CZK", "ft": "HUF", "r": "ZAR", "rp": "IDR", "rm": "MYR", "fr.": "CHF", "sfr.": "CHF", "s/": "PEN", "usd$": "USD", "n": "NGN",
}  # fmt: skip
_CODES: Final = (
    "AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GHS HKD HRK HUF IDR ILS INR ISK JPY KES KRW LTL LVL MAD MUR "
    "MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RMB RON RSD RUB SAR SEK SGD THB TRY TWD TZS UAH UGX USD UYU VND ZAR"
).split()
_WORDS: Final = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "pound": "GBP", "pounds": "GBP", "pounds sterling": "GBP", "sterling": "GBP", "dollar": "USD",
    "dollars": "USD", "us dollars": "USD", "american dollars": "USD", "u.s. dollars": "USD", "australian dollars": "AUD",
    "canadian dollars": "CAD", "singapore dollars": "SGD", "hong kong dollars": "HKD", "new zealand dollars": "NZD",
    "lev": "BGN", "levs": "BGN", "leva": "BGN", "zloty": "PLN", "zlotys": "PLN", "zlotych": "PLN", "złoty": "PLN", "złotys": "PLN",
    "pln": "PLN", "lei": "RON", "forint": "HUF", "forints": "HUF", "koruna": "CZK", "korunas": "CZK", "yen": "JPY", "yuan": "CNY",
    "won": "KRW", "rupees": "INR", "reais": "BRL", "real": "BRL", "rand": "ZAR", "lira": "TRY", "liras": "TRY", "naira": "NGN",
    "swiss francs": "CHF", "francs": "CHF", "kuna": "HRK", "kunas": "HRK", "dinars": "RSD", "hryvnias": "UAH", "rubles": "RUB",
    "roubles": "RUB", "pesos": "MXN", "shekels": "ILS", "ringgit": "MYR", "baht": "THB", "dirhams": "AED",
    "swedish crowns": "SEK", "norwegian crowns": "NOK", "danish crowns": "DKK", "czech crowns": "CZK", "krónur": "ISK", "cedis": "GHS",
    "swedish kronor": "SEK", "kronor": "SEK", "swedish krona": "SEK", "danish kroner": "DKK", "norwegian kroner": "NOK",
    "norwegian krone": "NOK", "danish krone": "DKK", "icelandic kronur": "ISK", "swedish crown": "SEK", "norwegian crown": "NOK", "danish crown": "DKK",
    "swedish krone": "SEK", "danish krona": "DKK", "norwegian krona": "NOK", "polish zloty": "PLN", "canadian dollar": "CAD", "rmb": "CNY", "renminbi": "CNY",
    "kenyan shillings": "KES", "kenya shillings": "KES",
}  # fmt: skip
_BY_COUNTRY: Final = {
    "kroner": {"NO": "NOK", "DK": "DKK"}, "krone": {"NO": "NOK", "DK": "DKK"}, "crowns": {"CZ": "CZK", "NO": "NOK", "SE": "SEK"},
    "kr": {"NO": "NOK", "DK": "DKK", "SE": "SEK", "IS": "ISK"}, "krona": {"SE": "SEK", "IS": "ISK"},
    "dollars": {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"},
    "$": {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"},
    "pesos": {"MX": "MXN", "AR": "ARS", "CO": "COP", "CL": "CLP", "PH": "PHP", "UY": "UYU"},
    "shillings": {"KE": "KES", "UG": "UGX", "TZ": "TZS"}, "rupees": {"LK": "LKR", "PK": "PKR", "MU": "MUR"},
    "dinars": {"TN": "TND", "BH": "BHD", "KW": "KWD"}, "francs": {"CH": "CHF"}, "¥": {"CN": "CNY"},
}  # fmt: skip
"""Words and signs that several countries share: the country of the authority or of the document decides."""
_SHARED_DEFAULT: Final = {
    "kroner": "DKK",
    "krone": "NOK",
    "crowns": "CZK",
    "kr": "SEK",
    "krona": "SEK",
    "shillings": "KES",
}

_SCALES: Final = {
    "hundred": 100, "k": 1_000, "thousand": 1_000, "lakh": 100_000, "lakhs": 100_000, "m": 10**6, "mn": 10**6, "mln": 10**6,
    "mio": 10**6, "mio.": 10**6, "mil": 10**6, "million": 10**6, "millions": 10**6, "crore": 10**7, "crores": 10**7, "b": 10**9,
    "bn": 10**9, "bln": 10**9, "mrd": 10**9, "billion": 10**9, "billions": 10**9, "tn": 10**12, "trillion": 10**12,
}  # fmt: skip
_UNITS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {
    word: 10 * (n + 2)
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}

_NUMBER: Final = r"(?:\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?|\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?|\.\d+)(?![.,'’]?\d)"
"""A whole number: one that goes on in a way that nobody writes is no number, rather than half of one."""
_IN_WORDS: Final = (
    r"(?:(?:"
    + "|".join(sorted(_UNITS, key=len, reverse=True))
    + r"|hundred|thousand|half|a)(?:[- ]|\sand\s(?:a\s)?)?){1,8}"
)
_SCALE: Final = (
    r"(?:hundred\s+thousand|thousand\s+crores?|lakh\s+crores?|"
    + "|".join(sorted((re.escape(s) for s in _SCALES), key=len, reverse=True))
    + r")(?![^\W\d_])"
)


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


_SIGN: Final = _alternatives([s for s in _SYMBOLS if s not in {"r", "rs", "tl", "ft", "rp", "rm", "n"}])
_NAMES: Final = _alternatives([word for word in (*_WORDS, *_BY_COUNTRY) if word[0].isalpha()])
_LETTERS: Final = r"(?:R|Rs|TL|Rp|RM|KSh|Kshs|TSh|SEK|Kr|kr|N(?=\d))"
_CODE: Final = "(?:" + "|".join((*_CODES, "CDN")) + ")"
_UNIT: Final = rf"(?:(?P<of2>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s)?(?P<cur2>{_CODE}\b|(?i:{_NAMES})\b|[€£$]|zł|kr\b|Kč|Ft\b|TL\b)"
"""A unit after a number, with the country whose it is: "South African rand"."""
_MONEY: Final = re.compile(
    rf"""
      (?<![\w$£€])(?P<cur1>{_CODE}\s?[$€£]|(?i:{_SIGN})|{_LETTERS}\.?|{_CODE})\s?(?P<num1>{_NUMBER})(?:\s?-?(?P<scale1>(?i:{_SCALE})))?
      (?P<after>\s(?:\({_CODE}\)|{_CODE}\b(?!\s?[\d$€£])))?
    | (?<![\w.,$£€])(?P<num2>{_NUMBER})[\s-]?(?:(?P<scale2>(?i:{_SCALE}))[\s-]?)?(?:of\s)?(?:(?!(?:for|in|and|to|at|or|on|by|with|from|of)\s)[a-z]+\s)?{_UNIT}
    | \b(?i:(?P<words>{_IN_WORDS})\s?(?P<scale3>million|billion|thousand|hundred\s+thousand|crore|lakh)?\s(?:and\s(?P<half>a\shalf)\s)?)(?:(?P<of3>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s)?(?P<cur3>(?!{_CODE}\b)(?i:{_NAMES})\b)
    """,
    re.VERBOSE,
)
_ENDS: Final = rf"(?:{_CODE}\s?|(?i:{_SIGN})\s?)?{_NUMBER}(?:\s?-?(?i:{_SCALE}))?(?:\s?{_CODE}\b|\s?[€£$])?"
_RANGE: Final = re.compile(
    rf"(?<![\w.,])(?:(?:(?:{_CODE}\s?[$€£]?|(?i:{_SIGN}))\s?{_NUMBER}(?:\s?-?(?i:{_SCALE}))?\s?[–—-]\s?{_ENDS})"
    rf"|(?:{_NUMBER}\s?[–—-]\s?{_NUMBER}(?:\s?-?(?i:{_SCALE}))?\s?(?:{_CODE}\b|(?i:{_NAMES})\b|[€£$]))"
    rf"|(?:between\s{_ENDS}\sand\s{_ENDS}(?:\s(?i:{_NAMES})\b)?)"
    rf"|(?:(?:{_CODE}\s?[$€£]?|(?i:{_SIGN}))\s?{_NUMBER}\sto\s{_NUMBER}(?:\s?-?(?i:{_SCALE}))?))(?![\w-])"
)
"""Two ends and nothing that says which: "€5–10 million", "between £1m and £2m"."""
_WHOLE: Final = 4
"""Digits after "N" that make it naira rather than a name."""


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum at its place in the view; ``shared`` is the word or sign that needs a country.

    A range is ``vague``: it has a place and a currency, and its amount (the lower end) is nobody's fine.
    """

    start: int
    end: int
    amount: Decimal
    currency: str
    shared: str | None = None
    vague: bool = False

    def read_in(self, country: str | None) -> str:
        """The currency, given the country of the authority or document."""
        return _BY_COUNTRY.get(self.shared or "", {}).get((country or "")[:2], self.currency)


def find(text: str, offset: int = 0) -> list[MoneyMention]:
    """All sums in a sentence; ``offset`` is that of the sentence in the view."""
    ranges = [match.span() for match in _RANGE.finditer(text)]
    found: dict[int, MoneyMention] = {}
    for match in _MONEY.finditer(text):
        amount = _amount(match)
        if amount is None or amount <= 0 or _is_name(match):
            continue
        written = match["after"] or match["cur1"] or match["cur2"] or match["cur3"]
        currency, shared = _currency(
            re.sub(r"\s+", " ", written.strip(" \t\n()")), match["of2"] or match["of3"]
        )
        start, end = next((r for r in ranges if r[0] <= match.start() < r[1]), match.span())
        vague = (start, end) in ranges
        if vague and start in found:
            continue
        found[start] = MoneyMention(start + offset, end + offset, amount, currency, shared, vague)
    return list(found.values())


def _is_name(match: re.Match[str]) -> bool:
    """Whether "N95" only looks like naira: too few digits, and no scale."""
    return match["cur1"] == "N" and not match["scale1"] and len(re.sub(r"\D", "", match["num1"])) < _WHOLE


def _currency(written: str, country: str | None = None) -> tuple[str, str | None]:
    """The currency of a sign, code or word, and the word if countries share it; ``country`` is one named before it."""
    key = written.casefold().rstrip(".") if written not in _SYMBOLS else written
    if country and (code := _of_country(country, key)):
        return code, None
    if match := re.match(_CODE, written):
        return {"RMB": "CNY", "CDN": "CAD"}.get(match[0], match[0]), None
    shared = key if key in _BY_COUNTRY else None
    known = (
        _SYMBOLS.get(key) or _SYMBOLS.get(written.casefold()) or _WORDS.get(key) or _SHARED_DEFAULT.get(key)
    )
    return known or "USD", shared


def _of_country(words: str, unit: str) -> str | None:
    """The currency of a country whose adjective stands before a unit that several countries have."""
    folded = [fold(word) for word in words.split()]
    place = next((p for at in range(len(folded)) if (p := place_at(folded, at))), None)
    if place is None or unit in {"euro", "euros", "€"}:
        return None
    return next(iter(get_territory_currencies(place[0][:2])), None)


def _amount(match: re.Match[str]) -> Decimal | None:
    scale = re.sub(r"\s+", " ", (match["scale1"] or match["scale2"] or match["scale3"] or "").casefold())
    factor = prod(_SCALES[word] for word in scale.split()) if scale else 1
    if words := match["words"]:
        if factor == 1 and words.split() in (["a"], ["A"]):
            return None
        value = number_in_words(words)
        if value is None:
            return None
        return (value + (Decimal("0.5") if match["half"] else 0)) * factor
    written = match["num1"] or match["num2"]
    try:
        return _decimal(written, scaled=factor > 1) * factor
    except InvalidOperation:
        return None


def _decimal(written: str, *, scaled: bool) -> Decimal:
    """A number with either separator: the last one is the decimal sign unless three digits follow it.

    With a scale a comma still groups ("1,200 million"), a point does not ("1.125 million"); "0,125" has no groups.
    """
    digits = re.sub(r"['’\s\u00a0\u202f]", "", written)
    marks = re.findall(r"[.,]", digits)
    if not marks:
        return Decimal(digits)
    last = digits[digits.rindex(marks[-1]) + 1 :]
    alone = len(marks) == 1 and (digits.startswith(("0", marks[0])) or (scaled and marks[0] == "."))
    grouped = len(last) == 3 and len(set(marks)) == 1 and not alone
    if grouped:
        return Decimal(re.sub(r"[.,]", "", digits))
    head = re.sub(r"[.,]", "", digits[: digits.rindex(marks[-1])]) or "0"
    return Decimal(f"{head}.{last}")


def number_in_words(words: str) -> Decimal | None:
    """``two hundred and twenty`` is 220; ``None`` for what is no number."""
    total = current = Decimal(0)
    seen = False
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word in _UNITS:
            current += _UNITS[word]
            seen = True
        elif word == "half":
            current += Decimal("0.5")
            seen = True
        elif word in {"hundred", "thousand"}:
            current = max(current, Decimal(1)) * _SCALES[word]
            if word == "thousand":
                total, current = total + current, Decimal(0)
            seen = True
        elif word == "a":
            seen = True
            continue
    value = total + current
    return (value or Decimal(1)) if seen else None
