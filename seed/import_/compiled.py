"""The open lists that come with the project, brought in by the importer as any other list is."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from graph.store import Store
from seed.import_.batch import Report, batch_of, unchanged
from seed.import_.mapping import Mapping, mapping

COMPILED: Final = Path(__file__).resolve().parent.parent / "compiled"
"""Their files."""

LISTS: Final = {
    "gdprxiv": "gdprxiv.ndjson",
    "ftc-2000-2014": "ftc_2000_2014.ndjson",
    "ftc-2022-2024": "ftc_2022_2024.ndjson",
}
"""Mapping to file. ``gdprxiv_short_names.ndjson`` waits for a look at each row and is no fact yet."""


async def bring_compiled(store: Store, on_progress: Callable[[str], None]) -> list[Report]:
    """Bring all of them in, one after the other; ``on_progress`` hears how far each is. What is there is not read."""
    return [await _bring(store, mapping(name), COMPILED / file, on_progress) for name, file in LISTS.items()]


async def _bring(store: Store, columns: Mapping, path: Path, on_progress: Callable[[str], None]) -> Report:
    known = await unchanged(store, batch_of(path, columns))
    if known is not None:
        return known
    from seed.import_.run import bring, prepare  # a graph that holds all lists starts without it

    prepared = prepare(path, columns)
    return await bring(
        store,
        prepared,
        lambda done: on_progress(f"{columns.title}, row {done:,} of {prepared.report.rows:,}"),
    )
