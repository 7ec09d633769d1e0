"""Which documents count as sources of a fact, and which are one."""

from graph.reads import documents
from graph.store import Store
from seed.extract.types import Party
from seed.ingest import review
from seed.ingest.rows import Source
from seed.ingest.write import ingest
from tests.integration.ingest.test_documents import FILLER, REGISTRY, fines, told

GAMMA = Party("Gamma plc", "gamma", "company", "Gamma")


async def test_three_texts_of_one_paper_are_one_source(store: Store) -> None:
    """However different they are, and however long: independent sources are counted by publisher first."""
    for number in range(3):
        text = f"The ICO fined Acme. {' '.join(f'word{number}{n}' for n in range(60))}"
        given = Source(
            text, url=f"https://paper.example/{number}", publisher="The Paper", published="2022-05-23"
        )
        await ingest(store, given, told("The ICO fined Acme."), REGISTRY)
    (fact,) = await fines(store)
    assert fact["sources"] == {"documents": 3, "independent": 1}


async def test_copies_and_papers_hang_together(store: Store) -> None:
    """A wire story in two papers, and a text of its own of one of these: one source; a third paper is the second."""
    wire = f"The ICO fined Acme. {FILLER}"
    own = f"The ICO fined Acme. {' '.join(f'other{n}' for n in range(60))}"
    for place, publisher, text in (
        ("a/1", "Alpha", wire),
        ("b/1", "Beta", f"{wire} again"),
        ("b/2", "Beta", own),
        ("c/1", "Gamma", " ".join(["The ICO fined Acme."] + [f"third{n}" for n in range(60)])),
    ):
        given = Source(text, url=f"https://{place}", publisher=publisher, published="2022-05-23")
        await ingest(store, given, told("The ICO fined Acme."), REGISTRY)
    (fact,) = await fines(store)
    assert fact["sources"] == {"documents": 4, "independent": 2}


async def test_a_case_note_waits_for_no_reviewer(store: Store) -> None:
    """What is no source is not put before a person, and is not counted among what waits."""
    await ingest(store, Source("The ICO fined Acme.", publisher="One"), told("The ICO fined Acme."), REGISTRY)
    text = "The ICO fined Gamma, we note."
    note = Source(text, url="https://note.example/", publisher="whofined", kind="note")
    done = await ingest(store, note, told(text, target=GAMMA), REGISTRY)
    waiting = await review.queue(store, 20)
    assert done.claims == 1
    assert {item["document"]["kind"] for item in waiting.items} == {"press"}
    assert waiting.value == len(waiting.items) == 1


async def test_a_host_with_and_without_www_is_one_address(store: Store) -> None:
    """The same text is known again, and a newer one follows it."""
    addresses = ("https://www.Paper.example/story", "https://paper.example/story")
    text = "The ICO fined Acme, says one."
    one, same = [Source(text, url=url, publisher="The Paper") for url in addresses]
    first = await ingest(store, one, told(text), REGISTRY)
    assert (await ingest(store, same, told(text), REGISTRY)).unchanged
    newer = await ingest(store, Source(f"{text} Now more.", url=addresses[1]), told(text), REGISTRY)
    found = await documents.one(store, first.document)
    assert found.properties is not None
    assert found.properties["superseded_by"] == newer.document
