"""Four hundred queries made from the records by rule, each with whoever it means.

A query that more than one entity answers by the records alone (a shared acronym, "Data") is not made.
"""

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from graph.text import words
from tests.integration.search.every_name import Name, Names

_LETTERS = "abcdefghijklmnoprstuvwy"


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person types, the rule it comes from, and whom it means."""

    rule: str
    text: str
    wanted: str


def queries(
    index: Names, names: dict[str, list[str]], country_names: dict[str, str], per_rule: int
) -> list[Typed]:
    """``per_rule`` queries by each rule, the same ones each time. ``names`` are those of each entity as written."""
    chance = random.Random(8)
    made: list[Typed] = []
    for rule, make in _RULES.items():
        found = [
            Typed(rule, text, one.id)
            for one in sorted(index.by_id.values(), key=lambda one: one.id)
            for text in make(one, names[one.id], country_names, chance)
        ]
        unique = [typed for typed in found if _means(index, typed)]
        chance.shuffle(unique)
        made += unique[:per_rule]
    return made


def _means(index: Names, typed: Typed) -> bool:
    """Whether the records leave no doubt: nobody else carries that name, or a form of it that says the same."""
    form = words(typed.text)
    carriers = index.by_form.get(form, (typed.wanted,))
    if typed.rule == "with country":
        return True
    if typed.rule == "partial":
        others = [
            one.id
            for one in index.by_id.values()
            if one.id != typed.wanted
            and any(other[: len(form)] == form or set(form) <= set(other) for other in one.forms)
        ]
        return not others
    return carriers[0] == typed.wanted if len(carriers) == 1 else set(carriers) == {typed.wanted}


def _firms(one: Name) -> bool:
    return one.kind in {"company", "regulator", "ngo", "court", "public_body", "platform"}


def _acronym(one: Name, names: list[str], _: dict[str, str], __: random.Random) -> Iterator[str]:
    if one.acronym:
        yield one.acronym.lower()
        if one.acronym.isalpha() and one.acronym.isupper():
            yield ".".join(one.acronym) + "."


def _native(one: Name, names: list[str], _: dict[str, str], __: random.Random) -> Iterator[str]:
    if one.kind == "regulator":
        yield from (name for name in names[1:] if not name.isascii() and len(words(name)) > 1)


def _plain(one: Name, names: list[str], _: dict[str, str], __: random.Random) -> Iterator[str]:
    for name in names:
        bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        if bare != name and _firms(one):
            yield bare.lower()


def _typo(one: Name, names: list[str], _: dict[str, str], chance: random.Random) -> Iterator[str]:
    name = names[0]
    if not _firms(one) or len(name) < 6 or not name.isascii():
        return
    at = chance.randrange(1, len(name) - 1)
    while not (name[at].isalpha() and name[at + 1].isalpha()):
        at = chance.randrange(1, len(name) - 1)
    yield chance.choice([
        name[:at] + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        name[:at] + chance.choice(_LETTERS) + name[at + 1 :],
        name[:at] + name[at] + name[at:],
    ])  # fmt: skip


def _with_country(one: Name, names: list[str], countries: dict[str, str], __: random.Random) -> Iterator[str]:
    country = countries.get((one.country or "")[:2])
    if one.kind == "regulator" and country and "-" not in (one.country or ""):
        yield f"{names[0]} ({country})"
        if one.acronym:
            yield f"{one.acronym} {country}"


def _former(one: Name, names: list[str], _: dict[str, str], __: random.Random) -> Iterator[str]:
    if _firms(one):
        yield from (name for name in names[1:] if len(name) > 2 and name[0].isupper())


def _partial(one: Name, names: list[str], _: dict[str, str], __: random.Random) -> Iterator[str]:
    form = words(names[0])
    if _firms(one) and len(form) > 2:
        yield " ".join(form[:-1])
        yield " ".join(form[:2])


def _apostrophes(one: Name, names: list[str], _: dict[str, str], __: random.Random) -> Iterator[str]:
    for name in names:
        if _firms(one) and ("'" in name or "’" in name):
            yield name.replace("'", "’")
            yield name.replace("'", "").replace("’", "")


_RULES = {
    "acronym": _acronym,
    "native": _native,
    "without accents": _plain,
    "typo": _typo,
    "with country": _with_country,
    "former": _former,
    "partial": _partial,
    "apostrophes": _apostrophes,
}
