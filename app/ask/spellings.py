"""The ways in which questions write a name: without its legal form, a bracket, a country or a year; initials; a last name."""
# ruff: noqa: E501 - a table, one row a line

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from rigour.names import remove_org_types

from app.ask import places
from app.ask.lexicon import GENERIC
from app.ask.tokens import tokens, words

Form = tuple[str, ...]

_DASH: Final = re.compile(r"\s[–—-]\s")
_SMALL: Final = frozenset("the a an of and for in on to de la le et des du di e".split())


def forms(row: Mapping[str, Any]) -> set[Form]:
    """Every way to write the names of one entity: without its legal form, without a bracket, a person's last name."""
    written: list[str | None] = [row["name"], *(row["names"] or []), row["acronym"], row["short"]]
    if row["kind"] == "country":
        return set()
    found: set[Form] = set()
    parts = [part for name in filter(None, written) for part in (name, *_DASH.split(name))]
    for name in parts:
        plain = name.split("(")[0]
        for text in {name, plain, plain.replace("'s", "s").replace("’s", "s")}:
            found.add(words(text))
            if row["kind"] in {"company", "platform", "media", "ngo"}:
                found.add(words(_bare(text)))
    # An id is a readable name, and often the short one.
    found.add(words(row["id"].replace("-", " ")))
    if row["kind"] == "regulator":
        found |= {form for name in filter(None, written) if (form := _homeless(name))}
    if row["kind"] == "court":
        found |= {form for name in filter(None, written) if (form := _of_circuit(name))}
    if row["kind"] == "law":
        found |= {form for name in filter(None, written) if (form := _undated(name))}
    if row["kind"] not in {"person", "law"}:
        found |= {_initials(name) for name in filter(None, written)}
    if row["kind"] == "person" and len(words(row["name"])) in {2, 3}:
        found.add(words(row["name"])[-1:])
    found = {form[1:] if form[:1] == ("the",) else form for form in found}
    own = words(row["name"])
    return {
        form
        for form in found
        if form
        and (
            len(form) > 2
            or (len(form) == 2 and (form == own or row["kind"] == "law"))
            or not all(word in GENERIC for word in form)
        )
    }


def _homeless(name: str) -> Form:
    """A name without the country that it begins with, where more is left than general words."""
    form = words(name)
    place = places.at(list(form), 0)
    rest = form[place[2] :] if place else ()
    return rest if len(rest) > 1 and not all(word in GENERIC for word in rest) else ()


def _of_circuit(name: str) -> Form:
    """``Fifth Circuit`` of a court of appeals for it; nothing of other courts."""
    rest = words(name.partition(" for the ")[2])
    return rest if len(rest) > 1 and rest[-1] == "circuit" else ()


def _undated(name: str) -> Form:
    """A law's name without its year: "Data Protection Act 2018"; nothing where one word would be left."""
    form = words(name.split("(", maxsplit=1)[0])
    if len(form) > 2 and form[-1].isdigit():
        form = form[:-2] if form[-2] == "of" else form[:-1]
        return form if len(form) > 1 else ()
    return ()


def listed(row: Mapping[str, Any]) -> list[str]:
    """All names of an entity, its own first."""
    return [row["name"], *(row["names"] or [])]


def _initials(name: str) -> Form:
    """``ACLU`` of American Civil Liberties Union; nothing of names of fewer than three words."""
    written = [token for token in tokens(name) if token.word not in _SMALL]
    if not all(token.capital for token in written):
        return ()
    first = [token.word[0] for token in written]
    return ("".join(first),) if len(first) > 2 else ()


def plain(row: Mapping[str, Any]) -> set[Form]:
    """Names of a firm that need no legal form."""
    if row["kind"] != "company":
        return set()
    return {words(name) for name in listed(row) if _bare(name) == name}


@lru_cache(maxsize=65_536)
def _bare(name: str) -> str:
    return remove_org_types(name).strip(" ,.&-")


def first_words(row: Mapping[str, Any]) -> set[Form]:
    """What a firm's name begins with, where that can be a brand."""
    if row["kind"] != "company":
        return set()
    found: set[Form] = set()
    for name in listed(row):
        form = words(_bare(name))
        form = form[1:] if form[:1] == ("the",) else form
        for size in (1, 2):
            head = form[:size]
            if len(form) > size and len("".join(head)) > 2 and not _common(head):
                found.add(head)
    return found


def _common(head: Form) -> bool:
    return all(word in GENERIC for word in head) or places.at(list(head), 0) is not None
