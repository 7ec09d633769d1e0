"""One text is one document, by whatever ways it came, and all of them are kept."""

from dataclasses import replace
from itertools import permutations
from typing import Any

from graph.connection import Connection
from graph.model import EntityRow
from graph.reads import documents
from graph.reads.documents import DocumentQuery, OneDocument
from graph.store import Store
from graph.writes.redact import redact
from seed.extract.types import Party
from seed.ingest.known import look_up
from seed.ingest.rows import Source, document_id
from seed.ingest.write import Ingested, ingest, withdraw
from tests.conftest import wipe
from tests.integration.ingest.test_documents import FILLER, REGISTRY, fines, told
from tests.soak.snapshot import difference, snapshot

TEXT = f"The ICO fined Acme. {FILLER}"
OFFICIAL = Source(
    TEXT, "Decision", "https://ico.example/acme", "ICO", "2022-05-20", retrieved="2026-01-02", kind="official"
)
PAPER = Source(TEXT, "Acme fined", "https://paper.example/acme", "The Paper", "2022-05-19")
SENT = Source(TEXT, publisher="The Paper")
FILE = Source(TEXT, file="acme.txt")
WAYS = (OFFICIAL, PAPER, SENT, FILE)


async def bring(store: Store, source: Source, *, pounds: str = "7500000") -> Ingested:
    """Ingest a text as ``whofined ingest`` does: it is read with all that its ways tell of it."""
    extraction = told(source.text[:19], pounds=pounds)
    return await ingest(store, source, extraction, REGISTRY, read_as=(await look_up(store, source)).told)


async def _document(store: Store, id_: str) -> tuple[dict[str, Any], OneDocument]:
    found = await documents.one(store, id_)
    assert found.properties is not None
    return found.properties, found


async def test_one_text_is_one_document_whatever_way_it_came(store: Store, connection: Connection) -> None:
    """By an address, another, over HTTP and from a file: one document, one source, all ways, in any order."""
    wanted: dict[str, list[str]] | None = None
    for order in list(permutations(WAYS))[::5]:
        await wipe(store)
        done = [await bring(store, source) for source in order]
        assert {one.document for one in done} == {document_id(OFFICIAL)}
        assert [one.new_way for one in done] == [True] * len(WAYS)
        assert len(done[-1].ways) == len(WAYS)
        now = await snapshot(connection)
        wanted = wanted or now
        assert difference(wanted, now) == []
    row, found = await _document(store, document_id(OFFICIAL))
    # The official page gives the row its name and address, whoever knows it the first day.
    assert (row["publisher"], row["url"], row["title"]) == ("ICO", OFFICIAL.url, "Decision")
    assert (row["kind"], row["published"], row["retrieved"]) == ("official", "2022-05-19", "2026-01-02")
    ways = {(way["how"], way.get("place")) for way in found.ways}
    assert ways == {
        ("address", "https://ico.example/acme"),
        ("address", "https://paper.example/acme"),
        ("sent", None),
        ("file", "acme.txt"),
    }
    (fact,) = await fines(store)
    assert fact["sources"] == {"documents": 1, "independent": 1}


async def test_every_way_again_changes_nothing(store: Store, connection: Connection) -> None:
    """A text that comes a second time by each of its ways is known, and none of them is new."""
    for source in WAYS:
        await bring(store, source)
    before = await snapshot(connection)
    again = [await bring(store, source) for source in WAYS]
    assert {(one.unchanged, one.new_way) for one in again} == {(True, False)}
    assert difference(before, await snapshot(connection)) == []


async def test_publishers_of_one_text_are_one_source(store: Store) -> None:
    """What one of them says elsewhere counts with it; both are publishers by which the document is found."""
    await bring(store, OFFICIAL)
    await bring(store, PAPER)
    own = " ".join(["The ICO fined Acme."] + [f"other{n}" for n in range(60)])
    await bring(store, replace(PAPER, text=own, url="https://paper.example/more"))
    (fact,) = await fines(store)
    assert fact["sources"] == {"documents": 2, "independent": 1}
    for publisher in ("ICO", "The Paper"):
        page = await documents.page(store, DocumentQuery(publishers=[publisher]))
        assert document_id(OFFICIAL) in [item["id"] for item in page.items]


async def test_a_way_that_tells_more_has_the_text_read_again(store: Store) -> None:
    """What a reading that knew less had said is taken back; known as much as before, it is not read again."""
    await bring(store, SENT)
    place = await look_up(store, PAPER)
    assert not place.read("rules test")
    done = await bring(store, PAPER, pounds="7600000")
    assert not done.unchanged
    assert [fact["amount"]["value"] for fact in await fines(store)] == [7600000]
    assert (await look_up(store, FILE)).read("rules test")
    assert (await bring(store, FILE, pounds="1")).unchanged
    assert [fact["amount"]["value"] for fact in await fines(store)] == [7600000]


async def test_an_address_that_leads_to_another_text_is_one_way_less(store: Store) -> None:
    """The document stands while another way leads to it; without one it is superseded; by a new one it is back."""
    old = (await bring(store, OFFICIAL)).document
    await bring(store, PAPER)
    for number, source in enumerate((OFFICIAL, PAPER)):
        text = f"The ICO fined Acme! {' '.join(f'new{number}{n}' for n in range(60))}"
        new = (await bring(store, replace(source, text=text), pounds="8800000")).document
        row, found = await _document(store, old)
        assert row.get("superseded_by") == (new if number else None)
        assert all(bool(claim["withdrawn"]) is bool(number) for claim in found.claims)
        ended = {way.get("superseded_by") for way in found.ways if way.get("place") == source.place}
        assert ended == {new}
        if not number:
            assert (row["url"], row["publisher"], row["text"]) == (PAPER.url, "The Paper", TEXT)
    await bring(store, FILE)
    row, found = await _document(store, old)
    assert row.get("superseded_by") is None
    assert {claim["withdrawn"] for claim in found.claims} == {None}


async def test_what_was_withdrawn_comes_back_by_any_way(store: Store) -> None:
    """The text read again revives it, whatever way it comes."""
    done = await bring(store, PAPER)
    await withdraw(store, done.document, "retracted")
    assert await fines(store) == []
    assert (await bring(store, FILE)).document == done.document
    assert len(await fines(store)) == 1


async def test_documents_of_an_earlier_version_keep_their_ids(store: Store) -> None:
    """Of two that hold one text each address keeps its own; another way leads to the first."""
    for number, source in enumerate((OFFICIAL, PAPER)):
        await bring(store, replace(source, text=f"{TEXT} {number}"))
    # As the version before has left them: two documents of one text.
    query = "MATCH (d:Document) SET d.text_sha256 = $sha256, d.read_with = null RETURN count(d)"
    async with store.transaction() as tx:
        await tx._run(query, {"sha256": OFFICIAL.sha256})
    known = {source.url: (await look_up(store, source)) for source in (OFFICIAL, PAPER)}
    assert len({place.document for place in known.values()}) == 2
    assert not any(place.new_way for place in known.values())
    assert all(place.read("rules test") for place in known.values())
    assert (await look_up(store, FILE)).document == known[OFFICIAL.url].document


async def test_a_way_names_nobody_who_was_redacted(store: Store) -> None:
    """Neither one that is there when a person is redacted, nor one that comes later."""
    jane = Party("Jane Roe", "jane-roe", "person", "Jane Roe", registered=False)
    people = {**REGISTRY, "jane-roe": EntityRow("jane-roe", "person", "Jane Roe")}
    text = "The ICO fined Jane Roe."
    about = Source(text, "Roe must pay", "https://paper.example/roe", "The Paper")
    await ingest(store, about, told(text, target=jane), people)
    await redact(store, "jane-roe", "ann", "asked for it")
    later = replace(about, title="Jane Roe must pay", url="https://jane-roe.example/", publisher="Jane Roe")
    again = await ingest(store, about, told(text, target=jane), people)
    assert not again.new_way
    done = await ingest(store, later, told(text, target=jane), people)
    assert done.document == again.document
    found = await documents.one(store, done.document)
    told_of = repr((found.ways, found.properties))
    assert len(found.ways) == 2
    assert "Roe" not in told_of
    assert "roe" not in told_of.replace("https://paper.example/roe", "")
