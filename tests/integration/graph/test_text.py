"""Full text and links to Neo4j Browser: whatever is typed is data, never syntax."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.connection import Connection
from graph.reads import browser_link
from graph.reads.lucene import lucene
from graph.store import Store

ANY_TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(["AND", "OR", "NOT", "TO", "a", "acme", "+", "-", "&&", "||", "!", "(", ")", "{", "}", "[", "]",
                         "^", '"', "~", "*", "?", ":", "\\", "/", "'", "é", "社", "1", ".", "_"]),
        max_size=14,
    ).map("".join),
)  # fmt: skip
HERE = Connection("bolt://127.0.0.1:7687", "neo4j", "", browser_url="http://127.0.0.1:7474/browser/")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def opened(name: str, ids: list[str]) -> str:
    """The query that a link to Neo4j Browser puts into its editor."""
    return parse_qs(urlsplit(browser_link.link(HERE, name, ids) or "").query)["arg"][0]


@QUICK
@given(text=ANY_TEXT)
async def test_any_text_is_a_valid_query(text: str, seeded_store: Store) -> None:
    """Asked for every word or for any."""
    for query in (lucene(text), lucene(text, every=False)):
        rows = await seeded_store._read(
            "CALL db.index.fulltext.queryNodes('entity_text', $text, {limit: 3}) YIELD node RETURN node.id",
            {"text": query},
            10,
        )
        assert len(rows) <= 3


@QUICK
@given(ids=st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=20), max_size=3))
async def test_an_id_cannot_leave_its_literal(ids: list[str], seeded_store: Store) -> None:
    """The query of a Browser link reads back exactly the ids that were given."""
    query = opened("facts", ids)
    literal = query.partition("f.id IN ")[2].partition("\nMATCH")[0]
    assert await seeded_store._read(f"RETURN {literal}", {}, 10) == [[ids]]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("name", ["entities", "evidence", "facts"])
async def test_queries_of_browser_links_run(name: str, seeded_store: Store) -> None:
    """Each finds something for an id of its kind."""
    (row,) = await seeded_store._read(
        "MATCH (f:Fact {relation: 'FINED'}) RETURN f.id, f.subject_id LIMIT 1", {}, 10
    )
    found = await seeded_store._read(opened(name, [row[1] if name == "entities" else row[0]]), {}, 10)  # pyright: ignore[reportArgumentType]
    assert found


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("clearview", "clearview-ai"),
        ("Clearveiw", "clearview-ai"),
        ("garante", "garante-it"),
        ("CNIL", "cnil-fr"),
        ("liberte", "cnil-fr"),
    ],
)
async def test_names_are_found_as_people_type_them(typed: str, wanted: str, seeded_store: Store) -> None:
    """By a part, with a slip, by the acronym, without accents."""
    rows = await seeded_store._read(
        "CALL db.index.fulltext.queryNodes('entity_text', $text, {limit: 20}) YIELD node RETURN node.id",
        {"text": lucene(typed)},
        10,
    )
    assert [wanted] in rows
