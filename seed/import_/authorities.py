"""Which authority a list means: by a name that is known, by the region, or as the one body of its kind; never a guess."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from graph.model import EntityRow
from graph.text import fold
from seed.curated.index import country_name
from seed.extract.mentions.gazetteer import Entry, read
from seed.import_.places import country_code, region_in

_NATIONAL: Final = "data protection authority"
_SORTS: Final = (_NATIONAL, "state data protection authority", "regional data protection authority")
_DESCRIPTION: Final = frozenset(
    "a an the of for and on in to personal data protection privacy information integrity freedom access processing supervisory "
    "supervision national authority agency office commission commissioner inspectorate inspection ombudsman ombudsperson board "
    "deputy president state body supervisor dpa sa regulator registrar republic".split()
)
"""Words of which the description of a data protection authority is made."""
_KIND: Final = frozenset(
    "authority agency office commission commissioner inspectorate ombudsman ombudsperson board dpa sa regulator "
    "supervisor".split()
)
_ABOUT: Final = frozenset("data privacy information integrity supervisory dpa sa".split())
_STEM: Final = 3
_ADJECTIVES: Final = ("ish", "an", "ese", "ic", "ak", "ch", "ene")
_COURT: Final = re.compile(
    r"^Court\s*:|\b(?:court|cour|tribunal|tribunale|gericht|\w+gericht(?:shof)?|O?VG|O?LG|BVerwG|BGH|[BV]fGH|CJEU|EuGH|"
    r"rechtbank|raad van state|conseil d.[ée]tat|consiglio di stato|audiencia nacional|cassazione)\b",
    re.IGNORECASE,
)
"""What names a court; a region in its name does not make it the authority of that region."""
_ATTORNEY: Final = re.compile(r"\battorney(?:s)? general\b")


@dataclass(frozen=True, slots=True)
class Resolution:
    """The authority that a name means, or why none was taken."""

    id: str | None
    reason: str


@dataclass(slots=True)
class Authorities:
    """All known regulators by the forms of their names and by where they sit."""

    by_form: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_place: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    places: dict[str, str | None] = field(default_factory=dict[str, str | None])
    """By id where it sits: a country or region, as ISO code."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Authorities":
        """An index over entries; what is no regulator is left out."""
        found = cls()
        for entry in entries:
            if entry.kind != "regulator":
                continue
            found.places[entry.id] = entry.country
            found.by_place[entry.country or ""].append(entry)
            for form in {_form(name) for name in (entry.name, *entry.aliases)} - {""}:
                found.by_form[form].append(entry)
        return found

    def resolve(self, name: str, country: str | None) -> Resolution:
        """The authority of a name as a list writes it; ``country`` is a code or a name, as the list gives it."""
        written = re.sub(r"\s+", " ", name).strip()
        if written in self.places:
            return Resolution(written, "id")
        code = country_code(country)
        if country and code is None:
            return Resolution(None, f"{country!r} is no known country")
        court = _COURT.search(written)
        for form in [_form(written)] if court else _variants(written):
            if code is None and " " in form and _DESCRIPTION.issuperset(form.split()):
                continue  # a title that any country may have
            found = [entry for entry in self.by_form.get(form, ()) if _within(entry.country, code)]
            if len({entry.id for entry in found}) == 1 and not _elsewhere(written, found[0], code):
                return Resolution(found[0].id, "known name")
        if court:
            return Resolution(None, "it is a court, and a ruling is no act of an authority")
        return self._by_place(written, code)

    def _by_place(self, name: str, code: str | None) -> Resolution:
        region = region_in(name, code)
        if _ATTORNEY.search(fold(name)) and region:
            return _only(
                self.by_place.get(region, ()),
                ("state attorney general",),
                f"the attorney general of {region}",
            )
        if region:
            return _only(self.by_place.get(region, ()), _SORTS, f"the authority of {region}")
        if not _describes(name, code):
            return Resolution(None, "the name is not known")
        code = code or _place_in(name)
        if code is None:
            return Resolution(None, "the country is not known")
        below = any(
            place.startswith(f"{code}-") for place in self.by_place if _has_state(self.by_place[place])
        )
        if below and not re.search(r"\bfederal\b", fold(name)):
            return Resolution(None, f"{code} has authorities of states beside the federal one")
        return _only(self.by_place.get(code, ()), (_NATIONAL,), f"the one authority of {code}")


def _has_state(entries: Iterable[Entry]) -> bool:
    return any(entry.sort == "state data protection authority" for entry in entries)


def _only(entries: Iterable[Entry], sorts: tuple[str, ...], how: str) -> Resolution:
    found = [entry for entry in entries if entry.sort in sorts]
    if len(found) == 1:
        return Resolution(found[0].id, how)
    return Resolution(None, f"{how}: {len(found) or 'none'} known" + (", none named" if found else ""))


def _within(place: str | None, code: str | None) -> bool:
    return code is None or (place or "")[:2] == code


def _elsewhere(name: str, entry: Entry, code: str | None) -> bool:
    """Whether a name has a region that is not the one of the authority: "LfDI (Bremen)" is not that of another state."""
    region = region_in(name, code)
    return region is not None and len(entry.country or "") > 2 and entry.country != region


def _form(name: str) -> str:
    return re.sub(r"\W+", " ", fold(name).replace(".", "")).strip().removeprefix("the ")


def _variants(name: str) -> Iterator[str]:
    """The name, without what stands in brackets, what stands in them, and without a place at the end."""
    bare = re.sub(r"^(?:DPA|Court)\s*:\s*", "", name)
    plain = re.sub(r"\s*\([^)]*\)", "", bare).strip()
    inner = re.findall(r"\(['‘’\"]?([^)'‘’\"]+)['‘’\"]?\)", bare)
    placed = [re.sub(r"\s+of\s+(?:the\s+)?[\w\s]+$", "", plain), *re.split(r"\s*/\s*", plain)]
    for text in (bare, plain, *inner, *placed):
        form = _form(text)
        if form and country_code(text) is None:
            yield form


def _describes(name: str, code: str | None) -> bool:
    """Whether a name says only what the body is: "National Supervisory Authority", "Romanian DPA"."""
    words = [word for word in _form(re.sub(r"\([^)]*\)", "", name)).split() if word != "string"]
    rest = [word for word in words if word not in _DESCRIPTION]
    if not _KIND.intersection(words) or any(not _is_of(word, code) for word in rest):
        return False
    return bool(_ABOUT.intersection(words)) or words[-1:] == ["commissioner"] or "national" in words


def _place_in(name: str) -> str | None:
    return next((code for word in _form(name).split() if (code := _demonym(word))), None)


def _demonym(word: str) -> str | None:
    """The country of a word such as "Slovenia" or "Romanian", by what the two share."""
    return country_code(word) if len(word) > 2 else None


def _is_of(word: str, code: str | None) -> bool:
    """Whether a word is a country or its adjective, and no other than that of the list."""
    named = _demonym(word)
    if named is not None or code is None:
        return named is not None and code in {None, named}
    country = fold(country_name(code) or "")
    return word[:_STEM] == country[:_STEM] and word.endswith(_ADJECTIVES)


@cache
def _bodies() -> dict[str, Entry]:
    """Authorities by id. Reading them takes the better part of a second."""
    return {one.id: one for one in read() if one.kind == "regulator"}


def body_of(id_: str) -> EntityRow | None:
    """An authority that is known without a record, as an entity; ``None`` for one that is not known."""
    found = _bodies().get(id_)
    if found is None:
        return None
    return EntityRow(
        id_, "regulator", found.name, aliases=found.aliases, country=found.country, unregistered=True
    )


@cache
def known() -> Authorities:
    """The authorities of the shipped records."""
    return Authorities.of(read())
