"""Countries, states and regions as questions name them."""

from functools import cache
from typing import Final

from rigour.territories import get_territories

from app.ask.tokens import words
from seed.extract.lexicon import places

EU: Final = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)
"""Member states; the European Union itself acts with its code."""

_REGIONS: Final[dict[str, frozenset[str]]] = {
    "the EU": EU | {"EU"},
    "the EEA": EU | {"EU", "IS", "LI", "NO"},
    "the Nordic countries": frozenset("DK FI IS NO SE FO GL".split()),
    "Scandinavia": frozenset("DK NO SE".split()),
    "the Baltic states": frozenset("EE LT LV".split()),
    "Benelux": frozenset("BE LU NL".split()),
    "the Iberian peninsula": frozenset("ES PT AD".split()),
    "North America": frozenset("US CA MX".split()),
}
_WORDS: Final[dict[str, str]] = {
    "the EU": "eu, european union, eu member states, eu countries, member states",
    "the EEA": "eea, european economic area",
    "Europe": "europe, european, continental europe",
    "the Nordic countries": "nordic, nordics, nordic countries",
    "Scandinavia": "scandinavia, scandinavian",
    "the Baltic states": "baltics, baltic, baltic states",
    "Benelux": "benelux",
    "the Iberian peninsula": "iberia, iberian",
    "Asia": "asia, asian",
    "Africa": "africa, african",
    "North America": "north america, north american",
    "Latin America": "latin america, latin american, south america, south american",
    "Oceania": "oceania",
}
_CAPITALS: Final = (
    "paris FR, dublin IE, rome IT, madrid ES, lisbon PT, brussels BE, london GB, athens GR, warsaw PL, prague CZ, "
    "budapest HU, stockholm SE, oslo NO, helsinki FI, copenhagen DK, amsterdam NL, zagreb HR, nicosia CY, "
    "reykjavik IS, ankara TR, seoul KR, beijing CN, tokyo JP, ottawa CA, canberra AU, abuja NG"
)
"""Cities by which people mean a country: "Dublin fined Meta"."""
_MORE: Final[dict[str, str]] = {
    "uk": "GB",
    "gb": "GB",
    "britain": "GB",
    "usa": "US",
    "american": "US",
    "nz": "NZ",
    "bc": "CA-BC",
    **{pair[:-3]: pair[-2:] for pair in _CAPITALS.split(", ")},
}
_NOT_PLACES: Final = frozenset({"georgia"})
"""Names that several places share: the country is meant."""


@cache
def _members(region: str) -> frozenset[str]:
    if region in _REGIONS:
        return _REGIONS[region]
    found: set[str] = set()
    for territory in get_territories():
        where, part = territory.region or "", territory.subregion or ""
        americas = "Latin America" if part in {"South America", "Central America", "Caribbean"} else ""
        if len(territory.code) == 2 and region in {where, americas}:
            found.add(territory.code.upper())
    # Geographers count Cyprus to Asia; a member state is meant by "Europe" and by no other part of the world.
    return frozenset(found | EU | {"EU"} if region == "Europe" else found - EU)


@cache
def _regions() -> dict[tuple[str, ...], str]:
    return {words(form): name for name, forms in _WORDS.items() for form in forms.split(", ")}


@cache
def _countries() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for territory in get_territories():
        if len(territory.code) == 2 and territory.is_country:
            found[words(territory.name)] = territory.code.upper()
    found.update({(word,): code for word, code in _MORE.items()})
    return found


@cache
def _table() -> dict[tuple[str, ...], str]:
    """Names and adjectives of the shared table, folded as questions are."""
    found: dict[tuple[str, ...], str] = {}
    for forms in (places.NAMES, places.ADJECTIVES):
        for form, code in forms.items():
            key = words(" ".join(form))
            if key and key[0] not in _NOT_PLACES:
                found.setdefault(key, code)
    return found


@cache
def single_names() -> frozenset[str]:
    """Names and adjectives of countries and states that are one word."""
    return frozenset(key[0] for key in (*_table(), *_countries()) if len(key) == 1)


LONGEST: Final = 4


def at(found: list[str], start: int) -> tuple[str, frozenset[str], int] | None:
    """The place named by the words from ``start`` on: what to call it, its codes, and how many words name it."""
    for size in range(min(LONGEST, len(found) - start), 0, -1):
        key = tuple(found[start : start + size])
        region = _regions().get(key)
        if region is not None:
            return region, _members(region), size
        code = _table().get(key) or _countries().get(key)
        if code is not None:
            return called(code), frozenset({code}), size
    return None


@cache
def called(code: str) -> str:
    """The name of a country or state."""
    named = {code_: name for name, code_ in ((" ".join(k), v) for k, v in _countries().items())}
    try:
        return places.name_of(code)
    except KeyError:
        return named.get(code, code).title()


def within(code: str | None, codes: frozenset[str]) -> bool:
    """Whether a country or state is one of the places, or lies in one."""
    return code is not None and (code in codes or code[:2] in codes)
