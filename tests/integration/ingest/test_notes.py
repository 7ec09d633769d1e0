"""The shipped case notes and the registry, by the way of all documents."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from graph.connection import Connection
from graph.store import Store
from seed.extract.types import Document, Extraction
from seed.ingest.notes import NOTES, take_notes
from seed.ingest.registry import registry
from seed.ingest.run import Options, run
from seed.ingest.write import withdraw
from seed.reading import expand
from tests.soak.snapshot import difference, documents_in, rows, snapshot

_TEXT = "The ICO fined Clearview AI £7.5 million on 18 May 2022."


def _folder(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        head = f"title: Note {name}\nkind: note\npublisher: whofined\ndate: 2026-11-23"
        (tmp_path / f"{name}.md").write_text(f"---\n{head}\n---\n\n{_TEXT} So says note {name}.\n")
    return tmp_path


async def test_notes_are_taken_in_once(store: Store, connection: Connection, tmp_path: Path) -> None:
    """The second time nothing changes; one that was withdrawn stays withdrawn."""
    folder = _folder(tmp_path)
    heard: list[str] = []
    first = await take_notes(store, heard.append, folder)
    assert (first.documents, first.unchanged, first.failures) == (2, 0, [])
    assert [Path(name).name for name in heard] == ["one.md", "two.md"]
    before = await snapshot(connection)

    again = await take_notes(store, folder=folder)
    assert (again.documents, again.unchanged) == (0, 2)
    assert difference(before, await snapshot(connection)) == []

    (note,) = await rows(connection, "MATCH (d:Document {address: 'note:one'}) RETURN d.id AS id")
    await withdraw(store, note["id"], "wrong")
    assert (await take_notes(store, folder=folder)).unchanged == 2
    assert await documents_in(connection) == 2


async def test_failures_of_single_documents_end_nothing(store: Store, tmp_path: Path) -> None:
    """An error in the extractor, or a row that the graph refuses, is listed with file and reason."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Text {name} of some words.")

    def extractor(document: Document) -> Extraction:
        if document.id.endswith("a.txt"):
            raise RuntimeError("a bug")
        return Extraction(
            document.id, (), "not a day" if document.id.endswith("b.txt") else None, "test", "1"
        )

    with ThreadPoolExecutor(1) as executor:
        done = await run(store, expand([str(tmp_path)]), Options(extractor, ahead=1), executor)
    assert done.documents == 1
    assert [Path(one.place).name for one in done.failures] == ["a.txt", "b.txt"]
    assert done.failures[0].reason == "RuntimeError: a bug"


def test_the_registry_knows_everybody_of_the_records() -> None:
    """Regulators, firms and those that they belong to."""
    known = registry()
    assert {"ico-uk", "clearview-ai"} <= known.keys()
    assert all(row.parent in known for row in known.values() if row.parent)
    assert registry() is known
    assert len(list(NOTES.glob("*.md"))) > 20
