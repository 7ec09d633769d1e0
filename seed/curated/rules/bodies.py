"""Rules for regulators, entities, sources, cases and totals."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pycountry

from graph.dates import first_day, last_day
from seed.addresses import with_lower_host
from seed.curated.index import COUNTRY, Index, country_name
from seed.curated.place import Problem
from seed.curated.reading import Placed
from seed.curated.records import Action, Case, Correction, Entity, Regulator, Relation, Source, Total

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
    yield from _ownership(placed, record)
    if record.operator is not None:
        if index.kind(record.operator) != "company":
            yield placed.problem(f"no such company {record.operator!r}", "operator")
        if record.kind != "platform":
            yield placed.problem("only a platform has an operator", "operator")


def _ownership(placed: Placed, record: Entity) -> Iterator[Problem]:
    """The time of an ownership is that of a parent or operator, and does not end before it began."""
    since, until = record.parent_since, record.parent_until
    if (since or until) and record.parent is None and record.operator is None:
        yield placed.problem("there is no parent or operator", "parent_since" if since else "parent_until")
    if since and until and last_day(until) < first_day(since):
        yield placed.problem("is before parent_since", "parent_until")


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


def check_correction(placed: Placed, record: Correction, index: Index) -> Iterator[Problem]:
    """A correction names a record that is there, changes something, and rests on known sources."""
    if record.record not in index.by_id:
        yield placed.problem(f"no record {record.record}", "record")
    if record.was == record.now:
        yield placed.problem("says the same as before", "now")
    for source in record.sources:
        if index.find(source, Source) is None:
            yield placed.problem(f"no source {source}", "sources")


def check_short_names(index: Index) -> Iterator[Problem]:
    """No two laws share a short name, for articles are written with it."""
    first: dict[str, str] = {}
    for placed, record in index.all(Entity):
        if record.short and first.setdefault(record.short, record.id) != record.id:
            yield placed.problem(f"{record.short} belongs to {first[record.short]} already", "short")


def check_urls(index: Index) -> Iterator[Problem]:
    """No page is recorded twice; one address may hold several titles.

    A page whose address was noted with and without ``www.`` is no fault: both records are one document.
    """
    first: dict[tuple[str, str], str] = {}
    for placed, record in index.all(Source):
        page = with_lower_host(record.url), record.title
        if first.setdefault(page, record.id) != record.id:
            yield placed.problem(f"is the same page as {first[page]}", "url")
