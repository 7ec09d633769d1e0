"""How the tests of lists ask: every way in, all pages one after another."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graph.reads import facts
from graph.reads.facts import FactQuery, Filters
from graph.reads.lucene import lucene
from graph.store import Store

WAYS_IN = {
    "all": FactQuery(Filters()),
    "relation": FactQuery(Filters(relations=["FINED"])),
    "subject": FactQuery(Filters(relations=["FINED"], subjects=["cnil"])),
    "object": FactQuery(Filters(relations=["FINED"], objects=["acme"])),
    "party": FactQuery(Filters(), parties=["acme"]),
    "parties": FactQuery(Filters(), parties=["acme", "beta"]),
    "country": FactQuery(Filters(countries=["GB"])),
    "text": FactQuery(Filters(), text=lucene("acme")),
}


async def ids(store: Store, question: FactQuery) -> set[str]:
    """Ids of the facts that answer a question; the count agrees with them."""
    page = await facts.page(store, question)
    assert await facts.count(store, question) == len(page.items)
    return {item["id"] for item in page.items}


async def walk(store: Store, question: FactQuery, between: Callable[[int], Any] | None = None) -> list[str]:
    """Ids of all pages, as a reader with a cursor meets them."""
    met: list[str] = []
    after, number = None, 0
    while True:
        page = await facts.page(store, replace(question, after=after))
        kept = page.items[: question.limit]
        met += [item["id"] for item in kept]
        if len(page.items) <= question.limit:
            return met
        after = page.keys[question.limit - 1]
        if between:
            await between(number)
        number += 1
