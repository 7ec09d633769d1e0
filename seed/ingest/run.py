"""Many documents: read and extracted by any executor, written in the order in which they were named, some at a time.

The order of writing is fixed because of documents that follow others from the same address. What was written stays:
a run that was ended is taken up by starting it again, and what is there already is not extracted a second time.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path, PurePath
from typing import Final

from graph.errors import Conflict, DatabaseUnavailable, InvalidInput, SchemaMismatch, WhofinedError
from graph.patience import persistently
from graph.store import Store
from seed.extract.types import NAME, VERSION, Document, Extraction
from seed.ingest.known import Standing, look_up
from seed.ingest.registry import registry
from seed.ingest.rows import Source, mark, not_read, to_read
from seed.ingest.write import Ingested, Told, apart, ingest_all
from seed.llm.report import Report, report_of
from seed.reading import DEFAULT, Given, Limits, Place, Policy, load, read
from seed.reading.keep import keep

Extractor = Callable[[Document], Extraction]

_ASKING: Final = 4
"""Documents for which the graph is asked at once whether it holds them."""


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read and written; ``keep`` is the data folder where source bytes are kept, if they are.

    ``restore`` says whether a document that was withdrawn comes back when it is named again. ``ahead`` is how many
    documents are on their way at once, ``together`` how many of those that wait share a transaction. ``scheme`` makes
    the name of a file its address (``note:clearview-uk``), so that another text under the same name follows it.
    """

    extractor: Extractor
    given: Given | None = None
    limits: Limits = DEFAULT
    policy: Policy = field(default_factory=Policy)
    keep: Path | None = None
    restore: bool = True
    ahead: int = 8
    together: int = 32
    scheme: str | None = None

    @property
    def mark(self) -> str:
        """The extractor with its version, as a document remembers what has read it."""
        return getattr(self.extractor, "mark", mark(NAME, VERSION))


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be taken, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as it was read; ``extraction`` is ``None`` for one that the graph holds already.

    ``standing`` is how it stands to the graph, where there is one; ``read_as`` what the extractor was told of it.
    """

    place: str
    source: Source
    extraction: Extraction | None
    standing: Standing | None = None
    read_as: Source | None = None


@dataclass(slots=True)
class Summary:
    """What a run brought: counts of documents and claims, ids of facts, claims and new entities, and what failed."""

    documents: int = 0
    unchanged: int = 0
    claims: int = 0
    new: set[str] = field(default_factory=set[str])
    confirmed: set[str] = field(default_factory=set[str])
    disputed: set[str] = field(default_factory=set[str])
    unsure: set[str] = field(default_factory=set[str])
    entities: set[str] = field(default_factory=set[str])
    failures: list[Failure] = field(default_factory=list[Failure])
    skipped: list[str] = field(default_factory=list[str])
    """Files of folders that have not the ending of a document."""
    told: list[tuple[str, Ingested]] = field(default_factory=list[tuple[str, Ingested]])
    """What each document brought, by its place."""
    ways: int = 0
    """Documents that were there and came another way."""
    unread: list[Failure] = field(default_factory=list[Failure])
    """Documents that were taken of which not all was read."""
    model: Report = field(default_factory=Report)
    """What became of all that a language model said, where one was asked."""

    def hear(self, one: Prepared) -> None:
        """Note what was not read of a document, and what a language model did with it."""
        unread = one.extraction.unread if one.extraction else None
        if reason := not_read(one.source, unread):
            self.unread.append(Failure(one.place, reason))
        self.model += report_of(one.extraction)

    def add(self, place: str, one: Ingested) -> None:
        """Count a document. A fact that this very run brought is new, however often it is confirmed."""
        self.told.append((place, one))
        self.unchanged += one.unchanged
        self.ways += one.unchanged and one.new_way
        self.documents += not one.unchanged
        self.claims += one.claims
        self.new |= set(one.new)
        self.confirmed |= set(one.confirmed) - self.new
        self.disputed |= set(one.disputed)
        self.unsure |= set(one.unsure)
        self.entities |= set(one.entities)


Hears = Callable[[str], None]


def _ignore(_: str) -> None:
    pass


async def run(
    store: Store,
    places: Iterable[Place],
    options: Options,
    executor: Executor,
    *,
    tell: Hears = _ignore,
    summary: Summary | None = None,
) -> Summary:
    """Take all documents in; ``tell`` hears the name of each when it is done, ``summary`` grows meanwhile.

    Raises ``DatabaseUnavailable`` when the graph stays away; failures of single documents are in the summary.
    """
    total = summary or Summary()
    async with aclosing(_groups(places, options, executor, store)) as stream:
        async for group in stream:
            await _write(store, [one for one in group if isinstance(one, Prepared)], total)
            for one in group:
                if isinstance(one, Failure):
                    total.failures.append(one)
                tell(one.place)
    return total


async def _write(store: Store, prepared: Sequence[Prepared], total: Summary) -> None:
    """Write documents together; where one of them cannot be written, each by itself."""
    told: list[tuple[str, Told]] = []
    for one in prepared:
        total.hear(one)
        if one.extraction is None and (place := one.standing) and not (place.moved and _alive(place)):
            total.add(one.place, Ingested(place.document, unchanged=True, claims=0, ways=place.labels))
        else:
            told.append((one.place, Told(one.source, one.extraction, one.read_as)))
    for group in apart(told, lambda one: one[1].keys):
        await _store(store, group, total)


def _alive(place: Standing) -> bool:
    return place.known.withdrawn is None


async def _store(store: Store, told: Sequence[tuple[str, Told]], total: Summary) -> None:
    """Write documents in one transaction; where one of them cannot be written, each in its own."""
    try:
        # Written twice they change nothing: a database that goes away meanwhile costs a pause.
        done = await persistently(store, lambda: ingest_all(store, [one for _, one in told], registry()))
    except (InvalidInput, Conflict) as error:
        if len(told) == 1:
            total.failures.append(Failure(told[0][0], str(error)))
            return
        for one in told:
            await _store(store, [one], total)
        return
    for (place, _), ingested in zip(told, done, strict=True):
        total.add(place, ingested)


async def prepare(
    places: Iterable[Place], options: Options, executor: Executor, store: Store | None = None
) -> AsyncGenerator[Prepared | Failure]:
    """What documents say, in the order in which they are named, a few at a time. Without a store nothing is known."""
    async with aclosing(_groups(places, options, executor, store)) as stream:
        async for group in stream:
            for one in group:
                yield one


async def _groups(
    places: Iterable[Place], options: Options, executor: Executor, store: Store | None
) -> AsyncGenerator[list[Prepared | Failure]]:
    """The next document in order as soon as it is there, with those behind it that are there already."""
    waiting: deque[asyncio.Task[Prepared | Failure]] = deque()
    ahead = iter(places)
    # Many connections opened at once by a busy machine are late, one and all, and that would end the run.
    gate = asyncio.Semaphore(_ASKING)
    try:
        while True:
            for place in islice(ahead, options.ahead - len(waiting)):
                waiting.append(asyncio.create_task(_prepare(place, options, executor, store, gate)))
            if not waiting:
                return
            group = [await waiting.popleft()]
            while waiting and waiting[0].done() and len(group) < options.together:
                group.append(await waiting.popleft())
            yield group
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def _prepare(
    place: Place, options: Options, executor: Executor, store: Store | None, gate: asyncio.Semaphore
) -> Prepared | Failure:
    try:
        return await _attempt(place, options, executor, store, gate)
    except (DatabaseUnavailable, SchemaMismatch):
        raise
    except WhofinedError as error:
        return Failure(place.label, str(error))
    except BrokenExecutor:
        return Failure(place.label, "the process that read it was ended; there may be too little memory")
    except Exception as error:  # noqa: BLE001 - one document must not end the run; it is listed with its reason
        return Failure(place.label, f"{type(error).__name__}: {error}")


async def _attempt(
    place: Place, options: Options, executor: Executor, store: Store | None, gate: asyncio.Semaphore
) -> Prepared:
    loop = asyncio.get_running_loop()
    raw = await asyncio.to_thread(load, place, options.limits, options.policy)
    source = await loop.run_in_executor(executor, read, raw, options.given, options.limits)
    if options.keep is not None:
        await asyncio.to_thread(keep, options.keep, raw.content)
    if options.scheme is not None:
        source = replace(source, address=f"{options.scheme}:{PurePath(place.label).stem}")
    told = source
    standing: Standing | None = None
    if store is not None:
        async with gate:
            standing = await persistently(store, lambda: look_up(store, source))
        told = standing.told
        gone = standing.known.withdrawn is not None
        if standing.read(options.mark) or (gone and not options.restore):
            return Prepared(place.label, source, None, standing)
    extraction = await loop.run_in_executor(executor, options.extractor, to_read(told, place.label))
    return Prepared(place.label, source, extraction, standing, told)
