"""Names of a question that are looked up, as in a large graph: the same answers as with all names at hand."""

import json
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from app.answers import ask_names
from app.answers.ask import ask
from app.ask import layers
from app.ask.names import Index, build
from app.ask.understanding import CannotRead
from graph.connection import Connection
from graph.reads import named
from graph.store import Store
from tests.question_set import read

_EVERY = 4
"""Of how many of our questions one is asked both ways."""


@pytest.fixture(scope="module")
async def large(seeded: Connection) -> AsyncIterator[Store]:
    """The same graph by a store of its own, read as a large one is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ask_names, "WHOLE", 0)
        async with Store(seeded) as store:
            await store.wait(20)
            await ask(store, "Who fined Meta?")  # what is kept is kept from here on
            yield store


async def _answer(store: Store, question: str) -> Any:
    try:
        return json.loads(orjson.dumps((await ask(store, question)).as_json()))
    except CannotRead as error:
        return str(error)


async def test_answers_are_those_of_a_small_graph(seeded_store: Store, large: Store) -> None:
    """Whom a question names, whom it may mean too, who is told of in its answer: nothing depends on the way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ask_names, "WHOLE", 1_000_000)
        await ask(seeded_store, "Who fined Meta?")
    for question in read()[::_EVERY]:
        assert await _answer(large, question.text) == await _answer(seeded_store, question.text), (
            question.text
        )


async def test_only_names_with_words_of_the_question_are_read(large: Store) -> None:
    """And the groups that they belong to; a firm that is not named is not known."""
    kept = build((await named.of_kinds(large, layers.KINDS)).items, 1)
    index = await ask_names.of_question(large, kept, "Who fined Clearvew AI and Instagram?")
    assert {"clearview-ai", "instagram", "meta-platforms", "cnil-fr"} <= index.by_id.keys()
    assert "spotify" not in index.by_id


async def test_a_question_without_words_of_names_reads_none(large: Store) -> None:
    """There is nothing to look up."""
    kept: Index = build((await named.of_kinds(large, layers.KINDS)).items, 1)
    assert layers.queries("How many fines since 2020?") == []
    index = await ask_names.of_question(large, kept, "How many fines since 2020?")
    assert index.by_id.keys() == kept.by_id.keys()
