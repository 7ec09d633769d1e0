"""All records by id, and what each record refers to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Final, TypeVar

import babel
import pycountry

from seed.addresses import canonical
from seed.curated.reading import Placed, Read
from seed.curated.records import Action, Case, Entity, Record, Regulator, Relation, Source, Total

R = TypeVar("R", bound=Record)

COUNTRY: Final = "country-"
"""What the id of a country starts with; countries are made, not recorded."""

_BESIDE_ISO: Final = ("EU", "XK")
"""Reserved and user-assigned codes that the records need: the European Union and Kosovo."""

GROUPED: Final = ("regulators", "entities", "actions", "relations")
"""Kinds whose files are written, each file as one group; the other kinds are tables that these use."""

_KIND_OF: Final[dict[type, str]] = {
    Regulator: "regulator",
    Action: "action",
    Relation: "relation",
    Case: "case",
    Total: "total",
}


def country_id(code: str) -> str:
    """The id of the country of an ISO 3166 code: ``US-CA`` lies in ``country-us``."""
    return COUNTRY + code[:2].lower()


@cache
def _territories() -> dict[str, str]:
    names: Any = babel.Locale("en").territories
    countries: Any = pycountry.countries
    return {code: names[code] for code in (*(country.alpha_2 for country in countries), *_BESIDE_ISO)}


def country_name(code: str) -> str | None:
    """The English name of an ISO 3166-1 code, of EU or of XK; ``None`` for any other text."""
    return _territories().get(code[:2].upper())


@dataclass(frozen=True)
class Index:
    """Records by id. Sources have a name space of their own; all other records share one."""

    read: Read
    by_id: dict[str, Placed] = field(default_factory=dict[str, Placed])
    sources: dict[str, Placed] = field(default_factory=dict[str, Placed])

    @classmethod
    def of(cls, read: Read) -> "Index":
        """Index what was read; of an id that is used twice the first counts."""
        index = cls(read)
        for placed in read.records:
            if placed.kind != "ambiguous_names":
                (index.sources if placed.kind == "sources" else index.by_id).setdefault(placed.id, placed)
        return index

    @cached_property
    def addresses(self) -> dict[str, list[str]]:
        """The addresses of all sources by the page that each means."""
        found: dict[str, list[str]] = {}
        for _, source in self.all(Source):
            found.setdefault(canonical(source.url), []).append(source.url)
        return found

    @cached_property
    def broken(self) -> dict[str, str]:
        """Ids of records of the wrong shape, which are in no table, with their files."""
        known = self.by_id.keys() | self.sources.keys()
        problems = self.read.problems
        return {one.record: one.place.file for one in problems if one.record and one.record not in known}

    def all(self, model: type[R]) -> Iterator[tuple[Placed, R]]:
        """All records of one model with their places, in order of the files."""
        return ((placed, placed.record) for placed in self.read.records if isinstance(placed.record, model))

    def find(self, id_: str | None, model: type[R]) -> R | None:
        """The record of an id, if it is of that model."""
        table = self.sources if model is Source else self.by_id
        record = table[id_].record if id_ in table else None
        return record if isinstance(record, model) else None

    def kind(self, id_: str) -> str | None:
        """The entity kind behind an id (``regulator``, ``company``, ``country`` …), or the kind of record."""
        if id_.startswith(COUNTRY):
            return "country" if country_name(id_.removeprefix(COUNTRY)) else None
        record = self.by_id[id_].record if id_ in self.by_id else None
        return record.kind if isinstance(record, Entity) else _KIND_OF.get(type(record))

    def owners(self, id_: str | None) -> list[str]:
        """An entity, its parent, the parent of that and so on; stops where it would turn in a circle."""
        chain: list[str] = []
        while id_ is not None and id_ not in chain:
            chain.append(id_)
            entity = self.find(id_, Entity)
            id_ = entity.parent if entity else None
        return chain


def references(record: Record) -> tuple[list[str], list[str]]:
    """The ids that a record refers to, and the ids of its sources."""
    match record:
        case Regulator():
            return [], list(record.sources)
        case Entity():
            return [id_ for id_ in (record.parent, record.operator) if id_], list(record.sources)
        case Action() | Relation():
            named = _of_action(record) if isinstance(record, Action) else _of_relation(record)
            stages = (stage.by for stage in record.stages)
            found = [*named, *record.laws, record.case, *stages]
            return [id_ for id_ in found if id_], [cited.source for cited in record.cited]
        case _:
            return [], []


def _of_action(record: Action) -> list[str | None]:
    persons = (fined.person for fined in record.persons_fined)
    return [
        *record.authorities, *record.targets, *record.joint_with, *record.platforms, *persons,
        record.claimant, record.part_of,
    ]  # fmt: skip


def _of_relation(record: Relation) -> list[str | None]:
    return [
        record.subject, record.object, record.target, record.court, *record.addressed_to, *record.concerns,
        record.action_id, record.same_case_as,
    ]  # fmt: skip
