"""The shipped case notes, taken in as documents by the same way as any other."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from graph.store import Store
from seed.extract.types import Document, Extraction
from seed.ingest.run import Options, Summary, run
from seed.reading import expand

NOTES: Final = Path(__file__).parent.parent / "notes"


def _extract(document: Document) -> Extraction:
    from seed.extract.engine import extract  # a graph that holds all notes starts without it

    return extract(document)


def _ignore(_: str) -> None:
    pass


async def take_notes(store: Store, tell: Callable[[str], None] = _ignore, folder: Path = NOTES) -> Summary:
    """Take in every note that the graph lacks; one that was withdrawn stays withdrawn. Again changes nothing."""
    with ThreadPoolExecutor(1) as executor:
        return await run(
            store, expand([str(folder)]), Options(_extract, restore=False, scheme="note"), executor, tell=tell
        )
