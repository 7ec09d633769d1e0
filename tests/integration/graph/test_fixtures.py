"""The two graphs that the other tests stand on."""

from graph.reads import revision
from graph.store import Store


async def test_the_seeded_graph_holds_the_records(seeded_store: Store) -> None:
    """All levels of the ladder are there."""
    counts = (await revision.counts(seeded_store)).counts
    assert all(counts[level] for level in ("entities", "documents", "claims", "facts", "cases"))
    assert counts["entities"] >= 500


async def test_the_other_graph_is_empty(store: Store) -> None:
    """An empty graph answers with zeros, at revision 0."""
    found = await revision.counts(store)
    assert found.revision == 0
    assert set(found.counts.values()) == {0}
