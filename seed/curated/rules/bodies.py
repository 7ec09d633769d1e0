"""Rules for regulators, entities, sources, cases and totals."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pycountry

from seed.curated.index import COUNTRY, Index, country_name
from seed.curated.place import Problem
from seed.curated.reading import Placed
from seed.curated.records import Action, Case, Entity, Regulator, Relation, Source, Total

_LISTED = "link listed elsewhere, page not opened"


@cache
def _subdivisions() -> frozenset[str]:
    subdivisions: Any = pycountry.subdivisions
    return frozenset(one.code for one in subdivisions)


def check_country(placed: Placed, code: str | None) -> Iterator[Problem]:
    """A code is one of ISO 3166-1 or 3166-2, EU or XK."""
    if code is None:
        return
    known = country_name(code) is not None
    if known and "-" in code:
        known = code in _subdivisions()
    if not known:
        yield placed.problem(f"{code!r} is not ISO 3166 (mind that NO must be in quotes)", "country")


def check_regulator(placed: Placed, record: Regulator, index: Index) -> Iterator[Problem]:
    """A regulator names no alias twice and has a source or is from memory."""
    yield from check_country(placed, record.country)
    if not record.sources and not record.from_memory:
        yield placed.problem("has no source and is not marked from_memory")
    for source in record.sources:
        if source not in index.sources:
            yield placed.problem(f"no such source {source!r}", "sources")
    for alias in record.alias_notes:
        if alias not in record.aliases:
            yield placed.problem(f"{alias} is not an alias", "alias_notes")
    plain = [unicodedata.normalize("NFC", name).casefold().strip() for name in record.names]
    first = len(plain) - len(record.aliases)
    for at, alias in enumerate(record.aliases, first):
        if plain[at] in plain[:at]:
            yield placed.problem(f"{alias} is said twice", "aliases")


def check_entity(placed: Placed, record: Entity, index: Index) -> Iterator[Problem]:
    """Owners exist and do not turn in a circle; only platforms have an operator, only laws a short name."""
    yield from check_country(placed, record.country)
    if record.id.startswith(COUNTRY):
        yield placed.problem(f"ids that start with {COUNTRY} are those of countries", "id")
    if record.country is None and record.kind in {"court", "law"}:
        yield placed.problem("a court or law needs a country")
    yield from _owners(placed, record, index)
    if record.short is not None and record.kind != "law":
        yield placed.problem("only a law has a short name", "short")
    for source in record.sources:
        if source not in index.sources:
            yield placed.problem(f"no such source {source!r}", "sources")


def _owners(placed: Placed, record: Entity, index: Index) -> Iterator[Problem]:
    if record.parent is not None:
        if index.kind(record.parent) not in {"company", "public_body", "ngo"}:
            yield placed.problem(f"no such company, public body or ngo {record.parent!r}", "parent")
        elif record.id in index.owners(record.parent):
            yield placed.problem("leads back to itself", "parent")
    if record.operator is not None:
        if index.kind(record.operator) != "company":
            yield placed.problem(f"no such company {record.operator!r}", "operator")
        if record.kind != "platform":
            yield placed.problem("only a platform has an operator", "operator")


def check_source(placed: Placed, record: Source) -> Iterator[Problem]:
    """A page that nobody opened says who listed it."""
    if record.opened == (record.seen_as == _LISTED):
        yield placed.problem(f"must be false exactly when seen_as is {_LISTED!r}", "opened")
    if record.opened != (record.listed_by is None):
        yield placed.problem("is given exactly when the page was not opened", "listed_by")


def check_case(placed: Placed, record: Case, index: Index) -> Iterator[Problem]:
    """A case has facts."""
    provable = (one for model in (Action, Relation) for _, one in index.all(model))
    if not any(one.case == record.id for one in provable):
        yield placed.problem("no action or relation belongs to this case")


def check_total(placed: Placed, record: Total, index: Index) -> Iterator[Problem]:
    """The actions of a total add up to it, in one currency."""
    parts = [action for _, action in index.all(Action) if action.part_of == record.id]
    if {part.currency for part in parts} != {record.currency}:
        yield placed.problem("its actions are not in its currency", "currency")
    elif sum(part.amount or 0 for part in parts) != record.amount:
        yield placed.problem("its actions do not add up to its amount", "amount")


def check_short_names(index: Index) -> Iterator[Problem]:
    """No two laws share a short name, for articles are written with it."""
    first: dict[str, str] = {}
    for placed, record in index.all(Entity):
        if record.short and first.setdefault(record.short, record.id) != record.id:
            yield placed.problem(f"{record.short} belongs to {first[record.short]} already", "short")


def check_urls(index: Index) -> Iterator[Problem]:
    """No page is recorded twice; one address may hold several titles."""
    first: dict[tuple[str, str], str] = {}
    for placed, record in index.all(Source):
        if first.setdefault((record.url, record.title), record.id) != record.id:
            yield placed.problem(f"is the same page as {first[record.url, record.title]}", "url")
