"""The search over everything: entities ranked by name, the facts that the words lead to, documents."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.reads.lucene import lucene, names_like
from graph.reads.query import Understood, understood
from graph.reads.ranking import ranked
from graph.statement import statement
from graph.store import Store
from graph.vocabulary import UNCOUNTED_KINDS

Json = dict[str, Any]

_CANDIDATES: Final = 200
"""Entities that the index proposes; the ranking sees no others."""
_SURE: Final = 85.0
"""Score from which an entity is what was meant, and its facts answer the query."""
_WITH_FACTS: Final = 3
"""Entities whose facts are looked up at most."""
_SHOWN: Final = ("id", "name", "caption", "acronym", "kind", "country", "aliases", "facts", "score")


@dataclass(frozen=True, slots=True)
class Text:
    """A full-text query, and how many it may find."""

    text: str
    limit: int


@dataclass(frozen=True, slots=True)
class Words(Text):
    """The same of documents; those of ``uncounted`` kinds are no sources, and are not found."""

    uncounted: list[str]


@dataclass(frozen=True, slots=True)
class Sums:
    """Facts of these relations, with an amount between ``low`` and ``high`` (in units), in this currency and year."""

    relations: list[str] | None
    low: float | None
    high: float | None
    currency: str | None
    year: str | None
    limit: int


@dataclass(frozen=True, slots=True)
class OfEntity(Sums):
    """The same of one entity."""

    entity: str


@dataclass(frozen=True, slots=True)
class Entities:
    """Candidates, unranked, and the graph's revision."""

    entities: list[Json]
    revision: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts in short."""

    facts: list[Json]


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents in short."""

    documents: list[Json]


@dataclass(frozen=True, slots=True)
class Found:
    """The best entities, facts and documents."""

    entities: list[Json]
    facts: list[Json]
    documents: list[Json]
    revision: int


ENTITIES: Final = statement("search/entities", Text, Entities)
FACTS_BY_TEXT: Final = statement("search/facts_by_text", Text, Facts)
FACTS_BY_PARTY: Final = statement("search/facts_by_party", OfEntity, Facts)
FACTS_BY_SUM: Final = statement("search/facts_by_sum", Sums, Facts)
DOCUMENTS: Final = statement("search/documents", Words, Documents)


async def search(store: Store, text: str, limit: int) -> Found:
    """The best of each kind for what a person typed: names, aliases, misspellings, a question in a few words."""
    query = understood(text)
    words = _words_of_facts(query, text)
    (entities, revision), by_text, documents = await asyncio.gather(
        named(store, query, limit), _facts_by_text(store, words, limit), _documents(store, text, limit)
    )
    if not by_text and not documents:
        # Nobody writes so. Whoever is meant for sure is written otherwise; else it is nearly what somebody writes.
        meant = next((row["caption"] for row in entities if row["score"] >= _SURE), None)
        by_text, documents = await asyncio.gather(
            _facts_by_text(store, meant or words, limit, rough=meant is None),
            _documents(store, meant or text, limit, rough=meant is None),
        )
    facts = await _facts(store, query, entities, by_text, limit)
    shown = [{name: row[name] for name in _SHOWN} for row in entities]
    return Found(shown, facts, documents, revision)


async def named(store: Store, query: Understood, limit: int) -> tuple[list[Json], int]:
    """The best entities for a query, each with its ``score``, and the revision at which they were read."""
    rows = await store.read(ENTITIES, Text(names_like(query.query.typed), _CANDIDATES))
    return (ranked(query.query, rows[0].entities, limit), rows[0].revision) if rows else ([], 0)


async def _facts(
    store: Store, query: Understood, entities: Sequence[Json], by_text: Sequence[Json], limit: int
) -> list[Json]:
    """Facts of whoever was named, or with the sum that was, then those whose text has the words."""
    found: dict[str, Json] = {}
    low, high = (query.sum.low, query.sum.high) if query.sum else (None, None)
    filters: dict[str, Any] = {
        "relations": list(query.relations) or None,
        "low": low,
        "high": high,
        "currency": query.sum.currency if query.sum else None,
        "year": query.year,
        "limit": limit,
    }
    sure = [row for row in entities if row["score"] >= _SURE][:_WITH_FACTS] if query.rest else []
    for entity in sure:
        rows = await store.read(FACTS_BY_PARTY, OfEntity(**filters, entity=entity["id"]))
        found |= {fact["id"]: fact for fact in rows[0].facts}
    if query.sum and not found:
        rows = await store.read(FACTS_BY_SUM, Sums(**filters))
        found |= {fact["id"]: fact for fact in rows[0].facts}
    for fact in by_text:
        found.setdefault(fact["id"], fact)
    return list(found.values())[:limit]


def _words_of_facts(query: Understood, text: str) -> str:
    """The words of a query that a fact would have."""
    return " ".join(query.rest) if query.of_facts and query.rest else text


async def _facts_by_text(store: Store, words: str, limit: int, *, rough: bool = False) -> list[Json]:
    return (await store.read(FACTS_BY_TEXT, Text(lucene(words, rough=rough), limit)))[0].facts


async def _documents(store: Store, words: str, limit: int, *, rough: bool = False) -> list[Json]:
    asked = Words(lucene(words, rough=rough), limit, list(UNCOUNTED_KINDS))
    return (await store.read(DOCUMENTS, asked))[0].documents
