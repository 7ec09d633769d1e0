"""Many documents: read and extracted by any executor, written one by one in the order in which they were named.

The order of writing is fixed because of documents that follow others from the same address. What was written stays:
a run that was ended is taken up by starting it again, and what is there already is not extracted a second time.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable
from concurrent.futures import BrokenExecutor, Executor
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.errors import Conflict, DatabaseUnavailable, InvalidInput, SchemaMismatch, WhofinedError
from graph.store import Store
from seed.extract.types import Document, Extraction
from seed.ingest import statements as s
from seed.ingest.registry import registry
from seed.ingest.rows import Source, document_id, to_read
from seed.ingest.write import Ingested, ingest
from seed.llm.report import Report, report_of
from seed.reading import DEFAULT, Given, Limits, Place, Policy, load, read
from seed.reading.keep import keep

Extractor = Callable[[Document], Extraction]


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read and written; ``keep`` is the data folder where source bytes are kept, if they are.

    ``restore`` says whether a document that was withdrawn comes back when it is named again.
    ``ahead`` is how many documents are on their way at once.
    """

    extractor: Extractor
    given: Given | None = None
    limits: Limits = DEFAULT
    policy: Policy = field(default_factory=Policy)
    keep: Path | None = None
    restore: bool = True
    ahead: int = 8


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be taken, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as it was read; ``extraction`` is ``None`` for one that the graph holds already."""

    place: str
    source: Source
    extraction: Extraction | None


@dataclass(slots=True)
class Summary:
    """What a run brought: counts of documents and claims, ids of facts and claims, and what failed."""

    documents: int = 0
    unchanged: int = 0
    claims: int = 0
    new: set[str] = field(default_factory=set[str])
    confirmed: set[str] = field(default_factory=set[str])
    disputed: set[str] = field(default_factory=set[str])
    unsure: set[str] = field(default_factory=set[str])
    failures: list[Failure] = field(default_factory=list[Failure])
    model: Report = field(default_factory=Report)
    """What became of all that a language model said, where one was asked."""

    def add(self, one: Ingested) -> None:
        """Count a document. A fact that this very run brought is new, however often it is confirmed."""
        self.unchanged += one.unchanged
        self.documents += not one.unchanged
        self.claims += one.claims
        self.new |= set(one.new)
        self.confirmed |= set(one.confirmed) - self.new
        self.disputed |= set(one.disputed)
        self.unsure |= set(one.unsure)


Told = Callable[[str], None]


def _ignore(_: str) -> None:
    pass


async def run(
    store: Store,
    places: Iterable[Place],
    options: Options,
    executor: Executor,
    *,
    tell: Told = _ignore,
    summary: Summary | None = None,
) -> Summary:
    """Take all documents in; ``tell`` hears the name of each when it is done, ``summary`` grows meanwhile.

    Raises ``DatabaseUnavailable`` when the graph goes away; failures of single documents are in the summary.
    """
    total = summary or Summary()
    async with aclosing(prepare(places, options, executor, store)) as stream:
        async for one in stream:
            if isinstance(one, Failure):
                total.failures.append(one)
                tell(one.place)
                continue
            total.model += report_of(one.extraction)
            try:
                total.add(await _write(store, one))
            except (InvalidInput, Conflict) as error:
                total.failures.append(Failure(one.place, str(error)))
            tell(one.place)
    return total


async def _write(store: Store, one: Prepared) -> Ingested:
    if one.extraction is None:
        return Ingested(document_id(one.source), unchanged=True, claims=0)
    published = one.source.published or one.extraction.published
    return await ingest(store, replace(one.source, published=published), one.extraction, registry())


async def prepare(
    places: Iterable[Place], options: Options, executor: Executor, store: Store | None = None
) -> AsyncGenerator[Prepared | Failure]:
    """What documents say, in the order in which they are named, a few at a time. Without a store nothing is known."""
    waiting: deque[asyncio.Task[Prepared | Failure]] = deque()
    try:
        for place in places:
            waiting.append(asyncio.create_task(_prepare(place, options, executor, store)))
            if len(waiting) >= options.ahead:
                yield await waiting.popleft()
        while waiting:
            yield await waiting.popleft()
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def _prepare(
    place: Place, options: Options, executor: Executor, store: Store | None
) -> Prepared | Failure:
    try:
        return await _attempt(place, options, executor, store)
    except (DatabaseUnavailable, SchemaMismatch):
        raise
    except WhofinedError as error:
        return Failure(place.name, str(error))
    except BrokenExecutor:
        return Failure(place.name, "the process that read it was ended; there may be too little memory")
    except Exception as error:  # noqa: BLE001 - one document must not end the run; it is listed with its reason
        return Failure(place.name, f"{type(error).__name__}: {error}")


async def _attempt(place: Place, options: Options, executor: Executor, store: Store | None) -> Prepared:
    loop = asyncio.get_running_loop()
    raw = await asyncio.to_thread(load, place, options.limits, options.policy)
    source = await loop.run_in_executor(executor, read, raw, options.given, options.limits)
    if options.keep is not None:
        await asyncio.to_thread(keep, options.keep, raw.content)
    if store is not None and await _known(store, source, restore=options.restore):
        return Prepared(place.name, source, None)
    document = to_read(source, place.name)
    return Prepared(place.name, source, await loop.run_in_executor(executor, options.extractor, document))


async def _known(store: Store, source: Source, *, restore: bool) -> bool:
    found = (await store.read(s.KNOWN_TEXT, s.Text(document_id(source), source.url)))[0]
    return found.same is not None and (found.withdrawn is None or not restore)
