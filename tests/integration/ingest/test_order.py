"""The order in which documents arrive does not change the graph, nor does a run that is killed and started again."""

import asyncio
import random
from pathlib import Path

import pytest

from app.cli.spread import spread
from graph.connection import Connection
from graph.store import Store
from seed.extract.engine import extract
from seed.extract.types import Document, Extraction
from seed.ingest.registry import registry
from seed.ingest.rows import Source
from seed.ingest.run import Options, run
from seed.ingest.write import ingest
from seed.reading import Place, Raw, expand, read
from tests.conftest import wipe
from tests.soak.generated import documents, known_facts, write
from tests.soak.killed import ingest_killed
from tests.soak.snapshot import difference, fines, snapshot

_MORE = (
    "The ICO fined Varnel Ltd £1.2 million on 3 May 2021.",
    "The ICO fined Varnel Limited £1,234,500 on 3 May 2021.",
    "The ICO fined Varnel £1,234,500 in May 2021.",
    "The ICO fined Varnel Ltd £4 million on 5 May 2021.",
    "The ICO fined Varnel Ltd £1,234,500.",
    "The ICO fined Varnel Ltd £800,000 on 9 October 2022.",
    "The ICO said it intends to fine Varnel Ltd £2 million.",
    "Varnel Ltd was fined by the ICO in 2021.",
)
"""Of one firm: a sum rounded and exact, a date near and none, a sum that contradicts, a second fine, a proposal."""


def _documents() -> list[tuple[Source, Extraction]]:
    """What some thirty documents say, extracted once."""
    contents = [one.content for one in documents(known_facts(8, 5), 20, 6)]
    contents += [f"---\npublisher: Paper {at}\n---\n{text} Ref. {at}.\n" for at, text in enumerate(_MORE)]
    contents += [contents[0], contents[-1].replace("Paper", "Evening Paper")]
    sources = [read(Raw(content.encode(), "a.md")) for content in contents]
    return [
        (one, extract(Document(one.text, "-", one.title, one.url, one.publisher, one.published)))
        for one in sources
    ]


async def test_any_order_gives_the_same_graph(store: Store, connection: Connection) -> None:
    """Facts, claims, links and counts are the same for every permutation."""
    told = _documents()
    wanted: dict[str, list[str]] | None = None
    for seed in (None, 1, 2, 3):
        order = list(told)
        if seed is not None:
            random.Random(seed).shuffle(order)
            await wipe(store)
        for source, extraction in order:
            await ingest(store, source, extraction, registry())
        found = await snapshot(connection)
        wanted = wanted or found
        assert len(found["Fact"]) > 8
        assert difference(wanted, found) == [], f"order {seed}"


@pytest.mark.timeout(900)
async def test_a_killed_run_ends_in_the_same_graph(
    store: Store, connection: Connection, tmp_path: Path
) -> None:
    """400 documents on 80 fines, killed once in the middle: no fine twice, none lost, nothing else either."""
    facts = known_facts(80, 11)
    folder = write(tmp_path / "documents", facts, 400, 12)
    await asyncio.to_thread(ingest_killed, folder, connection, tmp_path / "home", [120])
    killed = await snapshot(connection)
    assert await fines(connection) == sorted((one.authority, one.minor, one.day.isoformat()) for one in facts)

    await wipe(store)
    await run_clean(store, folder)
    assert difference(await snapshot(connection), killed) == []


async def run_clean(store: Store, folder: Path) -> None:
    """The same documents in one run."""
    places: list[Place] = list(expand([str(folder)]))
    with spread(None, len(places)) as (executor, count):
        done = await run(store, places, Options(extract, ahead=64 + 2 * count), executor)
    assert done.failures == []
