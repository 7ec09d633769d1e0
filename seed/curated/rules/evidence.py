"""Rules that actions and relations share: sources, money, laws, cases, remarks that need a flag."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from graph import dates
from graph.errors import InvalidInput
from graph.money import money
from graph.vocabulary import RELATIONS
from seed.curated.index import Index
from seed.curated.place import Problem
from seed.curated.reading import Placed
from seed.curated.records import Action, Case, Entity, Relation

_ARTICLE: Final = r" (Art\.|s\.) [0-9A-Z.\-]+(\(\d+\))?(\([a-z]\))?"


def check_evidence(placed: Placed, record: Action | Relation, index: Index) -> Iterator[Problem]:
    """Sources exist, sums fit their currency, articles belong to a listed law, the case exists."""
    yield from _sources(placed, record, index)
    yield from check_sum(placed, record.amount, record.currency, "amount")
    for stage in record.stages:
        yield from check_sum(placed, stage.amount, stage.currency, "stages")
    if record.amount_kind is not None and record.amount_counts is None:
        yield placed.problem("say in amount_counts whether such a sum is a sanction in itself", "amount_kind")
    yield from _laws(placed, record, index)
    if record.case is not None and index.find(record.case, Case) is None:
        yield placed.problem(f"no such case {record.case!r}", "case")
    if record.date and record.announced and dates.last_day(record.announced) < dates.first_day(record.date):
        yield placed.problem("is before the decision", "announced")


def check_sum(placed: Placed, amount: Decimal | None, currency: str | None, key: str) -> Iterator[Problem]:
    """A sum has a currency, and no more decimal places than that has."""
    if amount is None:
        return
    if currency is None:
        yield placed.problem("a sum without currency", key)
        return
    try:
        money(amount, currency)
    except InvalidInput as error:
        yield placed.problem(error.what, key)


def check_roles(placed: Placed, relation: str, roles: dict[str, bool]) -> Iterator[Problem]:
    """Third parties are named only in roles that the relation has."""
    for role, given in roles.items():
        if given and role not in RELATIONS[relation].roles:
            yield placed.problem(f"{relation} names no {role}")


def check_kinds(
    placed: Placed, index: Index, key: str, ids: tuple[str | None, ...], kinds: tuple[str, ...]
) -> Iterator[Problem]:
    """Every id exists and is of one of the kinds."""
    for id_ in ids:
        if id_ is None:
            continue
        kind = index.kind(id_)
        if kind is None:
            yield placed.problem(f"no such id {id_!r}", key)
        elif kind not in kinds:
            yield placed.problem(f"{id_} is a {kind}, expected {' or '.join(kinds)}", key)


def _sources(placed: Placed, record: Action | Relation, index: Index) -> Iterator[Problem]:
    if not record.sources and not record.from_memory:
        yield placed.problem("has no source and is not marked from_memory")
    if record.sources and record.from_memory:
        yield placed.problem("is marked from_memory and yet has a source", "from_memory")
    for cited in record.cited:
        if cited.source not in index.sources:
            yield placed.problem(f"no such source {cited.source!r}", "sources")
        if cited.amount is not None:
            if cited.amount == record.amount:
                yield placed.problem(f"{cited.source} gives the same amount", "sources")
            yield from check_sum(placed, cited.amount, record.currency, "sources")
        if cited.date is not None and cited.date == record.date:
            yield placed.problem(f"{cited.source} gives the same date", "sources")


def _laws(placed: Placed, record: Action | Relation, index: Index) -> Iterator[Problem]:
    yield from check_kinds(placed, index, "laws", record.laws, ("law",))
    laws = (index.find(law, Entity) for law in record.laws)
    labels = [re.escape(law.short or law.name) for law in laws if law]
    for article in record.articles:
        if not any(re.fullmatch(label + _ARTICLE, article) for label in labels):
            yield placed.problem(f"{article!r} names no article or section of one of its laws", "articles")
