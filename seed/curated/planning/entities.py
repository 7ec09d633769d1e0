"""Rows of entities: regulators, all other bodies, laws, and the countries that the records speak of."""

from collections.abc import Iterable, Iterator

import pycountry

from graph.model import EntityRow
from seed.curated.index import COUNTRY, Index, country_id, country_name
from seed.curated.records import Action, Entity, Regulator, Relation


def regulator_row(record: Regulator, caption: str) -> EntityRow:
    """The row of a regulator; the native name and the acronym are among its aliases."""
    notes = [f"{alias}: {note}" for alias, note in record.alias_notes.items()]
    return EntityRow(
        id=record.id,
        kind="regulator",
        name=record.name_en,
        aliases=_others(record.name_en, record.names),
        country=record.country,
        note="; ".join([*notes, *([record.quirk] if record.quirk else [])]) or None,
        details=_details(
            acronym=record.acronym,
            website=record.website,
            main_law=record.main_law,
            regulator_kind=record.kind,
        ),
        unsourced=record.from_memory,
        caption=caption,
    )


def entity_row(record: Entity, caption: str) -> EntityRow:
    """The row of any other entity; the short name of a law is among its aliases."""
    return EntityRow(
        id=record.id,
        kind=record.kind,
        name=record.name,
        aliases=_others(record.name, (*record.aliases, *([record.short] if record.short else []))),
        country=record.country,
        parent=record.parent,
        operator=record.operator,
        parent_since=record.parent_since,
        parent_until=record.parent_until,
        group=record.group,
        note=record.note,
        details=_details(
            short=record.short,
            role=record.role,
            incorporated=record.incorporated,
            seat=record.seat,
            lei=record.lei,
            company_number=record.company_number,
        ),
        caption=caption,
    )


def country_rows(index: Index) -> Iterator[EntityRow]:
    """A row for each country in which a body, a law or an action is, or from which a firm withdrew."""
    codes = {code[:2] for code in _codes(index)}
    for code in sorted(codes):
        known = pycountry.countries.get(alpha_2=code)
        names = (
            [getattr(known, key, None) for key in ("name", "common_name", "official_name")] if known else []
        )
        name = country_name(code) or code
        yield EntityRow(
            id=country_id(code),
            kind="country",
            name=name,
            aliases=_others(name, filter(None, names)),
            country=code,
        )


def _codes(index: Index) -> Iterator[str]:
    for placed in index.read.records:
        match placed.record:
            case Regulator() | Entity() | Action() as record:
                if record.country:
                    yield record.country
            case Relation() as record if record.object.startswith(COUNTRY):
                yield record.object.removeprefix(COUNTRY).upper()
            case _:
                pass


def _others(name: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for other in names if other != name))


def _details(**values: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in values.items() if value is not None)
