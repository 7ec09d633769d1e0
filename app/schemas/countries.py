"""Countries as people write them: ISO 3166 codes, codes of everyday use, and Europe as one or the other whole."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

import pycountry

from app.schemas.near import hint, wrong

_EVERYDAY: Final[Mapping[str, str]] = {"UK": "GB", "EL": "GR"}
"""The United Kingdom and Greece as the European Union and most people write them."""
_UNION: Final = tuple(
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split()
)
_REST: Final = tuple(
    "AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM TR UA VA XK".split()
)
WHOLES: Final[Mapping[str, tuple[str, ...]]] = {
    "EU": ("EU", *_UNION),
    "EEA": ("EU", *_UNION, "IS", "LI", "NO"),
    "EUROPE": ("EU", *_UNION, *_REST),
}
"""What stands for several; the union's own bodies have the code EU."""


@cache
def _known() -> Mapping[str, str]:
    """Codes of countries with their names."""
    names = {country.alpha_2: country.name for country in pycountry.countries}
    return names | {"XK": "Kosovo", "EU": "European Union", "UK": "United Kingdom"}


def country(value: str) -> str:
    """A code in upper case; raises an error that says which one is near."""
    code = value.strip().upper()
    code = _EVERYDAY.get(code, code)
    if code in WHOLES or code in _known() or (code[:2] in _known() and _is_region(code)):
        return code
    shown = (f"{code} ({name})" for code, name in _known().items())
    problem = f"{value!r} is not a country{hint(value, shown)}"
    raise wrong(problem, "a code of ISO 3166 (GB, US-NY), UK, EU, EEA or Europe")


def _is_region(code: str) -> bool:
    return pycountry.subdivisions.get(code=code) is not None  # pyright: ignore[reportUnknownMemberType] - untyped library


def codes(values: Iterable[str] | None) -> list[str] | None:
    """The codes that these stand for, each once."""
    if values is None:
        return None
    return list(dict.fromkeys(code for value in values for code in WHOLES.get(value, (value,))))
