"""One document read more than once: by another extractor, by a newer version, and after it was edited."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from graph.connection import Connection
from graph.reads import claims, documents, facts
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from seed.extract.types import Claim, Document, Extraction, Party, Sum
from seed.ingest.notes import take_notes
from seed.ingest.rows import Source
from seed.ingest.run import Options, run
from seed.ingest.write import Told, ingest, ingest_all, withdraw
from seed.reading import expand
from tests.conftest import wipe
from tests.soak.snapshot import difference, snapshot

ICO = Party("Information Commissioner's Office", "ico-uk", "regulator", "the ICO")
ACME = Party("Acme Biscuits", "acme-biscuits", "company", "Acme", registered=False)
TEXT = "The ICO fined Acme £2,000,000."
SOURCE = Source(TEXT, "Story", "https://paper.example/story", "Paper", published="2024-01-01")


@dataclass(frozen=True, slots=True)
class Reader:
    """An extractor of some name and version that always finds one fine of so many pounds."""

    name: str = "rules"
    version: str = "1"
    pounds: int = 2_000_000

    @property
    def mark(self) -> str:
        """By this a document knows that it was read by it."""
        return f"{self.name} {self.version}"

    def __call__(self, document: Document) -> Extraction:
        """The fine, with the whole text for a quote."""
        text = document.text.rstrip()
        sum_ = Sum(Decimal(self.pounds), "GBP", f"£{self.pounds}")
        claim = Claim("FINED", ICO, ACME, "asserted", text, 0, len(text), "test", sum_)
        return Extraction(document.id, (claim,), None, self.name, self.version)


async def _sums(store: Store) -> list[tuple[float, int]]:
    """Sum and number of claims of every fine."""
    page = await facts.page(store, FactQuery(Filters(relations=["FINED"])))
    return [(fact["amount"]["value"], len(fact["evidence"])) for fact in page.items]


async def test_another_extractor_adds_its_claims(store: Store, connection: Connection) -> None:
    """The same text read by a second extractor has two claims; read again by either, nothing changes."""
    for reader in (Reader(), Reader("llm", "model/3")):
        done = await ingest(store, SOURCE, reader(Document(TEXT)), {})
        assert not done.unchanged
    assert await _sums(store) == [(2_000_000, 2)]
    before = await snapshot(connection)
    for reader in (Reader(), Reader("llm", "model/3")):
        assert (await ingest(store, SOURCE, reader(Document(TEXT)), {})).unchanged
    assert difference(before, await snapshot(connection)) == []


async def test_a_newer_version_takes_the_place_of_the_older(store: Store) -> None:
    """Its claims are withdrawn with the reason; those of the other extractor stay, also when it comes back."""
    await ingest(store, SOURCE, Reader()(Document(TEXT)), {})
    await ingest(store, SOURCE, Reader("llm", "m")(Document(TEXT)), {})
    newer = Reader(version="2", pounds=2_000_001)
    done = await ingest(store, SOURCE, newer(Document(TEXT)), {})
    assert sorted(await _sums(store)) == [(2_000_001, 2)]
    found = await documents.one(store, done.document)
    told = [await claims.one(store, claim["id"]) for claim in found.claims]
    reasons = sorted((one.claim or {}).get("withdrawn_reason") or "" for one in told)
    assert reasons == ["", "", "read again by rules 2"]
    await withdraw(store, done.document, "retracted")
    await ingest(store, SOURCE, newer(Document(TEXT)), {})
    assert sorted(await _sums(store)) == [(2_000_001, 2)]


async def test_a_run_reads_again_only_by_another_extractor(store: Store, tmp_path: Path) -> None:
    """A document that was read is extracted anew by another extractor or version, and not by the same."""
    (tmp_path / "a.txt").write_text(TEXT)
    counted: list[tuple[int, int]] = []
    for reader in (Reader(), Reader(), Reader(version="2"), Reader("llm", "m"), Reader("llm", "m")):
        with ThreadPoolExecutor(1) as executor:
            done = await run(store, expand([str(tmp_path)]), Options(reader), executor)
        counted.append((done.documents, done.unchanged))
    assert counted == [(1, 0), (0, 1), (1, 0), (1, 0), (0, 1)]


async def test_an_edited_note_follows_the_older_text(store: Store, tmp_path: Path) -> None:
    """The name of its file is its address: the claims of the older text are withdrawn, and stay readable."""
    head = "---\ntitle: A note\nkind: note\npublisher: whofined\n---\n\n"
    note = tmp_path / "clearview-uk.md"
    note.write_text(f"{head}The ICO fined Clearview AI £7.5 million on 18 May 2022.")
    await take_notes(store, folder=tmp_path)
    note.write_text(f"{head}The ICO fined Clearview AI £7,552,800 on 18 May 2022.")
    done = await take_notes(store, folder=tmp_path)
    assert (done.documents, done.unchanged) == (1, 0)
    # No list shows a note: it is no source.
    rows = await store._read("MATCH (d:Document) RETURN d.id", {}, 10)
    found = [await documents.one(store, id_) for (id_,) in rows]
    followed = [one.properties.get("superseded_by") is not None for one in found if one.properties]
    assert sorted(followed) == [False, True]
    assert {one.properties.get("url") for one in found if one.properties} == {None}


async def test_a_group_gives_the_graph_of_single_documents(store: Store, connection: Connection) -> None:
    """Twins, duplicates, and two texts of one address written together: as one after the other, and told the same."""
    filler = " ".join(f"word{at}" for at in range(60))
    told: list[Told] = []
    for at, (url, words) in enumerate(
        [("a", "one"), ("b", filler), ("c", f"{filler} more"), ("a", "two"), ("d", "four"), ("d", "four")]
    ):
        text = f"{TEXT} {words}"
        source = replace(SOURCE, text=text, url=f"https://{url}.example/", publisher=f"Paper {url}{at}")
        told.append(Told(source, Reader()(Document(TEXT))))
    single = [await ingest(store, one.source, one.extraction, {}) for one in told]
    wanted = await snapshot(connection)
    await wipe(store)
    assert await ingest_all(store, told, {}) == single
    assert difference(wanted, await snapshot(connection)) == []
    assert [done.unchanged for done in single] == [False] * 5 + [True]


async def test_one_wrong_document_of_a_group_fails_alone(store: Store, tmp_path: Path) -> None:
    """The others of its group are written; it is listed with its reason."""
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}")

    def extractor(document: Document) -> Extraction:
        found = Reader()(document)
        return replace(found, published="not a day") if document.id.endswith("b.txt") else found

    with ThreadPoolExecutor(1) as executor:
        done = await run(store, expand([str(tmp_path)]), Options(extractor), executor)
    assert done.documents == 2
    assert [Path(one.place).name for one in done.failures] == ["b.txt"]
