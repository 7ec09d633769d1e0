"""Properties of entities for tables: what a column can be compared with, and what can be filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast
from urllib.parse import urlsplit

import pycountry
from rapidfuzz import fuzz

from graph.reads.reconcile import Values
from graph.text import words

Json = dict[str, Any]

_LIKE: Final = 92.0
_NAMED: Final = frozenset({"name", "aliases", "acronym", "seat", "role"})
"""Properties whose values people spell in several ways."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Fines that an entity imposed or received: how many decisions, and their sum in euro, a shared sum once."""

    decisions: int = 0
    eur: float = 0.0


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one entity."""

    values: Values
    imposed: Figures = field(default_factory=Figures)
    received: Figures = field(default_factory=Figures)

    def text(self, name: str) -> list[Json]:
        """The value of a property as text."""
        value = self.values.properties.get(name)
        return [] if value in {None, "", False} else [{"str": str(value)}]


@dataclass(frozen=True, slots=True)
class Property:
    """One property; ``read`` gives its values as cells: ``{"str"}``, ``{"int"}``, ``{"float"}`` or ``{"id", "name"}``.

    ``kinds`` are the kinds of entity that can have it, all where it is ``None``; ``figures``: it needs sums of fines.
    """

    id: str
    name: str
    description: str
    read: Callable[[Known], list[Json]]
    kinds: tuple[str, ...] | None = None
    figures: bool = False


def _id(known: Known) -> list[Json]:
    return [{"str": known.values.properties["id"]}]


def _country(known: Known) -> list[Json]:
    code = known.values.properties.get("region") or known.values.properties.get("country")
    return [{"str": code}] if code else []


def _aliases(known: Known) -> list[Json]:
    aliases: list[str] = known.values.properties.get("aliases") or []
    return [{"str": alias} for alias in aliases]


def _owners(known: Known) -> list[Json]:
    return [{"id": owner["id"], "name": owner["name"]} for owner in known.values.owners]


def _text(name: str) -> Callable[[Known], list[Json]]:
    return lambda known: known.text(name)


_FIRMS: Final = ("company", "platform")
_ALL: Final = (
    Property("id", "id", "The id in this graph.", _id),
    Property("name", "name", "The full name.", _text("name")),
    Property("acronym", "acronym", "The acronym that people use.", _text("acronym")),
    Property("aliases", "other names", "Former names, names in other languages, short forms.", _aliases),
    Property("kind", "kind", "What it is: regulator, company, platform …", _text("kind")),
    Property("country", "country", "Where it is (ISO 3166-1, or 3166-2 for a state).", _country),
    Property("website", "website", "Its own pages.", _text("website")),
    Property("main_law", "main law", "The law that an authority enforces.", _text("main_law"), ("regulator",)),
    Property("owner", "owner", "The firm that owns or runs it.", _owners, (*_FIRMS, "media")),
    Property("lei", "LEI", "Legal entity identifier (ISO 17442).", _text("lei"), ("company",)),
    Property("company_number", "company number", "Its number in a register.", _text("company_number"), ("company",)),
    Property("seat", "seat", "Where a firm has its seat.", _text("seat"), ("company",)),
    Property("role", "role", "What a person does.", _text("role"), ("person",)),
    Property("facts", "facts", "How many facts it has any part in.", lambda known: [{"int": known.values.facts}]),
    Property(
        "fines_received", "fines received", "Decisions that fined it, whatever became of them.",
        lambda known: [{"int": known.received.decisions}], figures=True,
    ),
    Property(
        "fined_eur", "fined, in euro", "What these fines add up to; a shared sum counts once.",
        lambda known: [{"float": known.received.eur}], figures=True,
    ),
    Property(
        "fines_imposed", "fines imposed", "Decisions by which it fined somebody, whatever became of them.",
        lambda known: [{"int": known.imposed.decisions}], ("regulator", "court"), figures=True,
    ),
    Property(
        "imposed_eur", "imposed, in euro", "What these fines add up to; a shared sum counts once.",
        lambda known: [{"float": known.imposed.eur}], ("regulator", "court"), figures=True,
    ),
)  # fmt: skip
PROPERTIES: Final[Mapping[str, Property]] = {one.id: one for one in _ALL}


def agrees(name: str, given: object, cell: Mapping[str, Any]) -> bool:
    """Whether a value of a table says the same as a value of an entity."""
    own: object = next((cell[key] for key in ("id", "str", "int", "float") if key in cell), None)
    if isinstance(given, Mapping):  # an entity that was matched before
        return cast("Mapping[str, Any]", given).get("id") == own
    if isinstance(own, int | float):
        return isinstance(given, int | float) and float(given) == float(own)
    text, known = str(given).strip(), str(own)
    if name == "country":
        return _code(text) in {known, known[:2]}
    if name == "website":
        return _host(text) == _host(known)
    told = [known, str(cell["name"])] if "name" in cell else [known]
    return any(_same(text, one, loosely=name in _NAMED or "name" in cell) for one in told)


def _same(given: str, own: str, *, loosely: bool) -> bool:
    one, other = " ".join(words(given)), " ".join(words(own))
    return one == other or (loosely and fuzz.token_sort_ratio(one, other) >= _LIKE)


def _code(text: str) -> str:
    """The ISO code of a country by code or name; the text itself where none has it."""
    code = {"UK": "GB", "EL": "GR"}.get(text.upper(), text.upper())
    if len(code) == 2 or (len(code) > 3 and code[2] == "-"):
        return code
    try:
        return pycountry.countries.lookup(text).alpha_2
    except LookupError:
        return code


def _host(address: str) -> str:
    host = urlsplit(address if "//" in address else f"//{address}").hostname or address
    return host.removeprefix("www.")
