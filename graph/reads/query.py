"""What a person typed into a search, taken apart: a name, a country, a relation, a sum, a year. Pure."""

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final

import pycountry

from graph.reads.ranking import Query
from graph.text import words
from graph.vocabulary import RELATIONS

_STOP: Final = frozenset(
    "a about against all an and any are at been by did do does for from get got had has have how in into is it its "
    "list many me most much of on or say show tell that the their them there they to up was were what when where which "
    "who whom whose why will with".split()
)
"""Words of questions that name nobody."""

_ALSO: Final = {
    "penalty": "FINED",
    "penalties": "FINED",
    "penalised": "FINED",
    "penalized": "FINED",
    "lawsuit": "SUED",
    "lawsuits": "SUED",
    "suit": "SUED",
    "settlement": "SETTLED_WITH",
    "settlements": "SETTLED_WITH",
    "investigation": "INVESTIGATED",
    "investigations": "INVESTIGATED",
    "inquiry": "INVESTIGATED",
    "probe": "INVESTIGATED",
    "complaint": "COMPLAINED_ABOUT",
    "complaints": "COMPLAINED_ABOUT",
    "annulment": "ANNULLED",
    "acquisition": "ACQUIRED_OR_OWNS",
}
"""Nouns of relations whose verbs say them in another form."""

_SCALES: Final = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6, "b": 9, "bn": 9,
    "billion": 9, "billions": 9,
}  # fmt: skip
_SIGNS: Final = {
    "€": "EUR",
    "£": "GBP",
    "$": None,
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "gbp": "GBP",
    "usd": "USD",
}
_SUM: Final = re.compile(
    r"(?P<sign>[€£$]|\b(?:eur|gbp|usd)\b)?\s*(?P<number>\d[\d.,’' ]*\d|\d)\s*"
    rf"(?P<scale>(?:{'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)?"
    r"\s*(?P<after>€|£|\b(?:euros?|eur|gbp|usd)\b)?",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,’' ]\d{3})+")
_LEAST_BARE: Final = 10_000
"""A bare number is a sum from here on."""
_OWN_CODES: Final = {
    "uk": "GB",
    "usa": "US",
    "us": "US",
    "eu": "EU",
    "uae": "AE",
    "britain": "GB",
    "england": "GB",
    "america": "US",
}
_FEDERAL: Final = frozenset({"US", "CA", "DE", "AU"})
"""Countries whose parts have authorities of their own."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as it was typed: the span of amounts that are called so, in units, and the currency where it is plain."""

    low: float
    high: float
    currency: str | None


@dataclass(frozen=True, slots=True)
class Understood:
    """A query taken apart. ``rest`` are its words without question words, relations, sums and years."""

    query: Query
    rest: tuple[str, ...]
    relations: tuple[str, ...] = ()
    sum: Sum | None = None
    year: str | None = None

    @property
    def of_facts(self) -> bool:
        """Whether more than a name was typed."""
        return bool(self.relations or self.sum or self.year)


def understood(text: str) -> Understood:
    """What a query says."""
    typed = words(text)
    total, left = _sum(text)
    years = _YEAR.findall(left)
    plain = [word for word in words(left) if word not in years]
    relations = tuple(dict.fromkeys(relation for word in plain for relation in _relations().get(word, ())))
    rest = tuple(word for word in plain if word not in _STOP and word not in _relations())
    countries, name = _country(rest or typed)
    return Understood(Query(typed, name, countries), rest, relations, total, years[-1] if years else None)


@cache
def _relations() -> dict[str, tuple[str, ...]]:
    """Words of relations: the verbs of the vocabulary in the forms that people type, and the nouns beside them."""
    found: dict[str, list[str]] = {}
    for kind in RELATIONS.values():
        verb = words(kind.forward)[0]
        if not verb.endswith("ed"):
            continue
        stems = {verb[:-2], verb[:-1]}
        for form in {verb, *(stem + end for stem in stems for end in ("", "s", "es", "ing"))}:
            found.setdefault(form, []).append(kind.name)
    for word, relation in _ALSO.items():
        found.setdefault(word, []).append(relation)
    return {word: tuple(names) for word, names in found.items() if word not in _STOP}


def _sum(text: str) -> tuple[Sum | None, str]:
    """The first sum of a text, and the text without it."""
    for found in _SUM.finditer(text):
        number = found["number"]
        scale = _SCALES.get((found["scale"] or "").lower(), 0)
        sign = found["sign"] or found["after"]
        amount = _number(number)
        if amount is None or not (scale or sign or amount >= _LEAST_BARE):
            continue
        places = scale - (len(number.replace(",", ".").partition(".")[2]) if scale else 0)
        half = Decimal(10) ** places / 2
        value = amount * 10**scale
        low, high = (value - half, value + half) if scale else (value - 1, value + 1)
        currency = _SIGNS.get(sign.lower()) if sign else None
        return Sum(float(low), float(high), currency), text[: found.start()] + " " + text[found.end() :]
    return None, text


def _number(text: str) -> Decimal | None:
    plain = re.sub(r"[’' ]", "", text)
    if _GROUPED.fullmatch(text.strip()):
        return Decimal(re.sub(r"[.,]", "", plain))
    if plain.count(".") + plain.count(",") > 1:
        return Decimal(plain.replace(",", "")) if re.fullmatch(r"[\d,]+\.\d+", plain) else None
    return Decimal(plain.replace(",", "."))


@cache
def _places() -> dict[tuple[str, ...], frozenset[str]]:
    """Names of countries and of their parts to ISO 3166 codes: Georgia is a country and a state."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    subdivisions: Any = pycountry.subdivisions
    for part in subdivisions:
        if part.country_code in _FEDERAL:
            found[words(part.name)].add(part.code)
    countries: Any = pycountry.countries
    for country in countries:
        for key in ("name", "common_name", "official_name"):
            if name := getattr(country, key, None):
                found[words(name.partition(",")[0])].add(country.alpha_2)
    for word, code in _OWN_CODES.items():
        found[(word,)].add(code)
    return {place: frozenset(codes) for place, codes in found.items()}


def _country(typed: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The country or state that stands before or after a name, and the name without it."""
    for size in range(min(4, len(typed) - 1), 0, -1):
        for place, left in ((typed[-size:], typed[:-size]), (typed[:size], typed[size:])):
            if codes := _places().get(place):
                return codes, left
    return frozenset(), typed
