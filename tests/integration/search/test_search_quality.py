"""Search finds what people mean: hundreds of queries made from the records by rule."""

from collections import Counter

import pycountry
import pytest

from graph.reads.named import names
from graph.reads.query import understood
from graph.reads.search import named, search
from graph.store import Store
from tests.integration.search.every_name import build
from tests.integration.search.queries import Typed, queries

_PER_RULE = 52
_FIRST = 0.97
_AMONG_THREE = 0.99


async def typed(store: Store) -> list[Typed]:
    """The queries."""
    rows = (await names(store)).items
    index = build(rows)
    countries = {one.alpha_2: getattr(one, "common_name", one.name) for one in pycountry.countries}
    return queries(index, {row["id"]: row["names"] for row in rows}, countries, _PER_RULE)


async def place(store: Store, one: Typed) -> int:
    """Where the wanted entity stands, from 1; 99 where it is not found."""
    rows, _ = await named(store, understood(one.text), 10)
    found = [row["id"] for row in rows]
    return found.index(one.wanted) + 1 if one.wanted in found else 99


async def test_what_people_type_finds_whom_they_mean(seeded_store: Store) -> None:
    """Acronyms, native names, no accents, one typo, name with country, former names, partial names."""
    asked = await typed(seeded_store)
    places = [(one, await place(seeded_store, one)) for one in asked]
    missed = [f"{one.rule}: {one.text!r} wants {one.wanted}: {at}" for one, at in places if at != 1]
    assert len(asked) >= 400, Counter(one.rule for one in asked)
    assert sum(at == 1 for _, at in places) >= _FIRST * len(asked), missed
    assert sum(at <= 3 for _, at in places) >= _AMONG_THREE * len(asked), missed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("google", "google-llc"),
        ("facebook", "meta-platforms"),
        ("X", "x-corp"),
        ("BA", "british-airways"),
        ("HM", "h-and-m"),
        ("DPC", "dpc-ie"),
        ("DPC Ghana", "dpc-gh"),
        ("irish dpc", "dpc-ie"),
        ("who fined Clearview AI", "clearview-ai"),
        ("Amazon fine", "amazon-com"),
        ("google fines in france", "google-llc"),
        ("PDPS Georgia", "pdps-ge"),
    ],
)
async def test_short_forms_lead_to_the_firm(text: str, wanted: str, seeded_store: Store) -> None:
    """Initials, a platform's name, a question."""
    assert (await search(seeded_store, text, 5)).entities[0]["id"] == wanted


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Amazon fine", "amazon"),
        ("746 million", "amazon"),
        ("€746m", "amazon"),
        ("who fined Clearview AI", "clearview"),
    ],
)
async def test_words_of_a_question_lead_to_facts(text: str, fact: str, seeded_store: Store) -> None:
    """Relation words, sums and stop words."""
    found = (await search(seeded_store, text, 5)).facts
    assert found
    assert fact in found[0]["object"]["id"] or fact in found[0]["id"]
    assert found[0]["relation"] == "FINED"
