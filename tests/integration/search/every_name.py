"""Every live name of the graph, and who carries it: what queries are made from, and judged by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.text import words

Form = tuple[str, ...]
"""A name as search compares it: its words in ASCII lower case (``graph.text.words``)."""


@dataclass(frozen=True, slots=True)
class Name:
    """One entity with all its names as search compares them."""

    id: str
    kind: str
    name: str
    caption: str
    country: str | None
    forms: tuple[Form, ...]
    facts: int
    acronym: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """All entities, and by each form of a name those that carry it."""

    by_id: Mapping[str, Name]
    by_form: Mapping[Form, tuple[str, ...]]


def build(rows: Iterable[Mapping[str, Any]]) -> Names:
    """The index over rows with id, kind, name, caption, acronym, country, names and facts."""
    by_id = {row["id"]: _name(row) for row in rows}
    carriers: dict[Form, list[str]] = {}
    for one in by_id.values():
        for form in one.forms:
            carriers.setdefault(form, []).append(one.id)
    return Names(by_id, {form: tuple(found) for form, found in carriers.items()})


def _name(row: Mapping[str, Any]) -> Name:
    names = (row["name"], row["caption"], row["acronym"], *row["names"])
    forms = dict.fromkeys(form for name in names if name and (form := words(name)))
    return Name(
        row["id"],
        row["kind"],
        row["name"],
        row["caption"],
        row["country"],
        tuple(forms),
        row["facts"],
        row["acronym"],
    )
