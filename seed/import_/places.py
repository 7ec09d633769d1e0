"""Countries and regions as lists write them, as ISO codes."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from functools import cache
from typing import Any, Final

import babel
import pycountry

from graph.text import fold

_ALSO: Final = {
    "czech republic": "CZ", "czechia": "CZ", "the netherlands": "NL", "holland": "NL", "uk": "GB", "great britain": "GB",
    "england": "GB", "usa": "US", "united states of america": "US", "us": "US", "island": "IS", "turkey": "TR", "eu": "EU",
    "european union": "EU", "south korea": "KR", "korea": "KR", "macedonia": "MK", "russia": "RU", "isle of man": "IM",
    "bosnia": "BA", "slovak republic": "SK", "republic of slovenia": "SI", "hellenic": "GR", "romanian": "RO",
}  # fmt: skip
"""Names in use beside the English one of the Unicode tables, folded."""

_REGIONS: Final = {
    "DE-BW": "baden-wurttemberg baden-wuerttemberg", "DE-BY": "bavaria bavarian bayern", "DE-BE": "berlin",
    "DE-BB": "brandenburg", "DE-HB": "bremen", "DE-HE": "hesse hessen hessian", "DE-HH": "hamburg",
    "DE-MV": "mecklenburg-vorpommern mecklenburg-western_pomerania", "DE-NI": "niedersachsen lower_saxony",
    "DE-NW": "nordrhein-westfalen north_rhine-westphalia nrw", "DE-RP": "rheinland-pfalz rhineland-palatinate",
    "DE-SL": "saarland", "DE-SN": "saxony sachsen", "DE-ST": "sachsen-anhalt saxony-anhalt",
    "DE-SH": "schleswig-holstein", "DE-TH": "thuringen thueringen thuringia",
    "ES-CT": "catalonia catalan catalunya cataluna", "ES-PV": "basque basque_country pais_vasco euskadi",
    "ES-AN": "andalusia andalucia andalusian", "CA-QC": "quebec", "CA-BC": "british_columbia", "CA-AB": "alberta",
}  # fmt: skip
"""Regions that have an authority of their own, in English and in their own words, folded; the longest name wins."""


@cache
def _countries() -> dict[str, str]:
    names: Any = babel.Locale("en").territories
    codes: Any = pycountry.countries
    found = {fold(names[country.alpha_2]): str(country.alpha_2) for country in codes}
    return found | _ALSO


@cache
def _regions() -> tuple[tuple[str, str], ...]:
    found: Any = pycountry.subdivisions
    states: Any = found.get(country_code="US")
    named = [(fold(str(state.name)), str(state.code)) for state in states]
    named += [(name.replace("_", " "), code) for code, names in _REGIONS.items() for name in names.split()]
    return tuple(sorted(named, key=lambda pair: -len(pair[0])))


def country_code(label: str | None) -> str | None:
    """The ISO 3166-1 code of a country's name or code; ``None`` where it is none."""
    if not label or not label.strip():
        return None
    text = label.strip()
    known = _countries()
    if re.fullmatch(r"[A-Za-z]{2}", text) and text.upper() in {*known.values(), "EU"}:
        return "EU" if text.upper() == "EU" else text.upper()
    folded = fold(text).strip(" .")
    return known.get(folded) or known.get(folded.removeprefix("the "))


def region_in(text: str, country: str | None) -> str | None:
    """The ISO 3166-2 code of the region that a text names, within a country where one is given."""
    folded = re.sub(r"\s+", " ", fold(text))
    for name, code in _regions():
        if (country is None or code.startswith(country)) and re.search(
            rf"(?<![\w-]){re.escape(name)}(?![\w-])", folded
        ):
            return code
    return None
