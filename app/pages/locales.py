"""Numbers, money and dates as a reader writes them: the locale comes from ``Accept-Language``."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final, cast

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_currency, format_currency, format_decimal

from graph import dates
from graph.money import exponent

_DEFAULT: Final = "en_GB"
_COMPACT_FROM: Final = 1_000_000
_WHOLE_FROM: Final = 1_000
_SKELETONS: Final = {"month": "yMMM", "year": "y"}
_LONG_SKELETONS: Final = {"month": "yMMMM", "year": "y"}
_NEWSROOM: Final = {"K": "k", "M": "m", "B": "bn", "T": "tn"}
"""How English newspapers write what the locale data write with a capital: "£7.6m", "$5bn"."""
_LONGEST_HEADER: Final = 200
_REMEMBERED: Final = 4096
"""Numbers and days whose form is kept: working it out takes longer than a cell of a table should."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How one reader writes numbers; the words of the pages are English for all."""

    locale: Locale

    def number(self, value: float) -> str:
        """A number with the reader's group and decimal signs."""
        return format_decimal(value, locale=self.locale)

    def money(self, value: float, currency: str) -> str:
        """A sum in full: "£7,552,800"; decimals only where there are any."""
        return _money(self.locale, value, currency)

    def short(self, value: float, currency: str) -> str:
        """A sum in short: "£7.6m" from a million on, without pence from a thousand on, in full below."""
        return _short(self.locale, value, currency)

    def day(self, value: str | None, *, long: bool = False) -> str:
        """A date of any precision: "18 May 2022", "May 2022", "2022"; empty for none."""
        return _day(self.locale, value, long=long) if value else ""


_ENGLISH: Final = Locale("en", "GB")
_COUNTRIES: Final = cast("dict[str, str]", _ENGLISH.territories)
_LANGUAGES: Final = cast("dict[str, str]", _ENGLISH.languages)


def country(code: str) -> str:
    """The name of a country or of the European Union, in the language of the pages; the code where it is none."""
    return _COUNTRIES.get(code.upper(), code)


def language(code: str) -> str:
    """The name of a language, in the language of the pages; the code where it is none."""
    return _LANGUAGES.get(code.partition("-")[0].lower(), code)


@lru_cache(maxsize=_REMEMBERED)
def _money(locale: Locale, value: float, currency: str) -> str:
    whole = float(value).is_integer()
    return _currency(value, currency, locale, 0 if whole else exponent(currency))


@lru_cache(maxsize=_REMEMBERED)
def _short(locale: Locale, value: float, currency: str) -> str:
    if abs(value) < _COMPACT_FROM:
        return _money(locale, round(value) if abs(value) >= _WHOLE_FROM else value, currency)
    text: str = cast("Any", format_compact_currency)(value, currency, locale=locale, fraction_digits=1)
    if locale.language == "en" and text[-1:] in _NEWSROOM:
        return text[:-1] + _NEWSROOM[text[-1]]
    return text


@lru_cache(maxsize=_REMEMBERED)
def _day(locale: Locale, value: str, *, long: bool) -> str:
    first, precision = date.fromisoformat(dates.first_day(value[:10])), dates.precision(value[:10])
    if precision == "day":
        return format_date(first, "long" if long else "medium", locale=locale)
    return format_skeleton((_LONG_SKELETONS if long else _SKELETONS)[precision], first, locale=locale)


def _currency(value: float, currency: str, locale: Locale, decimals: int) -> str:
    pattern = locale.currency_formats["standard"]
    return format_currency(value, currency, _with_decimals(str(pattern.pattern), decimals), locale=locale,
                           currency_digits=False)  # fmt: skip


@lru_cache(maxsize=256)
def _with_decimals(pattern: str, decimals: int) -> str:
    """A currency pattern of the locale with exactly so many decimal places."""
    return pattern.replace("0.00", "0." + "0" * decimals if decimals else "0")


@lru_cache(maxsize=1024)
def reader(accept_language: str | None) -> Reader:
    """The reader whose browser sends this header; British English where it names no known locale."""
    for tag in _ranked((accept_language or "")[:_LONGEST_HEADER]):
        name = _DEFAULT if tag == "en" else tag.replace("-", "_")
        try:
            return Reader(Locale.parse(name))
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return Reader(Locale.parse(_DEFAULT))


def _ranked(header: str) -> list[str]:
    weighted: list[tuple[float, str]] = []
    for part in header.split(","):
        tag, _, weight = part.partition(";q=")
        try:
            weighted.append((float(weight or 1), tag.strip()))
        except ValueError:
            continue
    return [
        tag
        for weight, tag in sorted(weighted, key=lambda pair: -pair[0])
        if weight > 0 and tag not in {"", "*"}
    ]
