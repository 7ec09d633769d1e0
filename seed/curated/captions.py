"""The name of an entity as it is used in a sentence: "CNIL", "Irish DPC", "Clearview AI".

A record's own ``caption`` wins. Else an authority goes by its acronym, and where others share that, by an alias that
ends with it or with its country; a firm by its name without the legal form, unless somebody else is called just that.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import pycountry

from graph.legal_forms import plain_name
from graph.text import words
from seed.curated.index import Index, country_name
from seed.curated.records import AmbiguousName, Entity, Regulator

_OFFICE: Final = "Office of the "
_FIRMS: Final = frozenset({"company", "media", "ngo"})
_LATIN_WORD: Final = re.compile(r"[A-Za-zÀ-ſ]{5,}")
_MOST_WORDS: Final = 3


def captions(index: Index) -> dict[str, str]:
    """Every regulator and entity of the records by id, with its caption."""
    shared = _shared(index)
    found = {record.id: _regulator(record, shared) for _, record in index.all(Regulator)}
    taken = Counter(
        form
        for _, record in index.all(Entity)
        for form in {words(name) for name in (record.name, *record.aliases)}
    )
    found |= {record.id: _entity(record, taken) for _, record in index.all(Entity)}
    return found


def _shared(index: Index) -> frozenset[tuple[str, ...]]:
    """Names that do not tell one body from another: carried by two, or listed as ambiguous."""
    carried = Counter(
        form for _, record in index.all(Regulator) for form in {words(name) for name in record.names}
    )
    listed = {words(record.name) for _, record in index.all(AmbiguousName)}
    return frozenset({form for form, count in carried.items() if count > 1} | listed)


def _regulator(record: Regulator, shared: frozenset[tuple[str, ...]]) -> str:
    if record.caption:
        return record.caption
    for name in _preferred(record):
        if words(name) not in shared:
            return name
    base = record.acronym or record.name_en.removeprefix(_OFFICE)
    return f"{base} ({place(record.country)})"


def _preferred(record: Regulator) -> Iterator[str]:
    """What an authority may go by, the shortest first."""
    if record.acronym:
        yield record.acronym
        for alias in record.aliases:
            if alias.endswith(f" {record.acronym}") and alias.count(" ") < _MOST_WORDS and "'" not in alias:
                yield alias
        return
    if record.name_native and _LATIN_WORD.fullmatch(record.name_native):
        yield record.name_native
    bare = record.name_en.removeprefix(_OFFICE)
    if bare in record.aliases:
        yield bare
    yield record.name_en


def _entity(record: Entity, taken: Counter[tuple[str, ...]]) -> str:
    if record.caption:
        return record.caption
    if record.kind == "law":
        return record.short or record.name
    if record.kind not in _FIRMS:
        return record.name
    plain = without_form(record.name)
    own = {words(name) for name in (record.name, *record.aliases)}
    others = taken[words(plain)] - (words(plain) in own)
    return record.name if others else plain


@cache
def without_form(name: str) -> str:
    """A firm's name without its legal form, written as it is: "Clearview AI" of "Clearview AI, Inc."."""
    parts = name.split()
    plain = words(plain_name(name))
    for size in range(1, len(parts)):
        start = " ".join(parts[:size]).rstrip(" ,.")
        if plain and words(start) == plain:
            return start
    return name


def place(code: str) -> str:
    """The name of a country, or of a part of one, as it stands in brackets after a name."""
    if "-" not in code:
        return country_name(code) or code
    subdivisions: Any = pycountry.subdivisions
    part: Any = subdivisions.get(code=code)
    return str(part.name) if part else code
