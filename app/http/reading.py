"""Documents that callers send, read in processes of their own: a long one makes nobody wait, an endless one ends."""

import asyncio
import contextlib
import os
from collections import Counter
from typing import Final

from anyio import BrokenWorkerProcess, CapacityLimiter, fail_after, move_on_after, to_process

from graph.errors import InvalidInput, WhofinedError
from seed.extract.types import Extraction
from seed.ingest.rows import Source, to_read
from seed.reading import Given, Raw, read

_SHORT: Final = 32 * 1024
"""Bytes that are read in about a second, however dense; what is longer waits for its own kind only."""
_LONG_AT_ONCE: Final = 1
_STARTED: Final = 2
"""Processes started before the first document: its own, and a spare."""
_STARTING: Final = 120.0
"""Seconds that starting them may take, on a machine with much to do; no part of the time for reading."""
_WARMING: Final = Raw(b"On 3 May 2021 the ICO fined Acme Ltd 2 million pounds.", "warm.txt", "text/plain")


class Busy(WhofinedError):
    """As many documents are being read as may be at once; `retry_after` is a guess in seconds."""

    def __init__(self, retry_after: int) -> None:
        """Say what to do."""
        super().__init__("too many long documents are being read; try again later")
        self.retry_after = retry_after


class Readers:
    """Processes that read: short documents by as many as there are cores, long ones beside them, one at a time.

    ``seconds`` bound the reading of one document, and the wait for its turn. Processes are started with the first
    document, and the wait for them is neither: starting one takes seconds.
    """

    def __init__(self, seconds: float) -> None:
        """Nothing is started yet."""
        self._seconds = seconds
        self._short = CapacityLimiter(os.cpu_count() or 1)
        self._long = CapacityLimiter(_LONG_AT_ONCE)
        self._started: asyncio.Task[None] | None = None
        self.outcomes: Counter[str] = Counter()
        """How many documents were read, were refused, or did not get their turn."""

    async def read(self, raw: Raw, given: Given, confidence: float | None) -> tuple[Source, Extraction]:
        """The text and what it says; raises as ``_read`` does."""
        outcome = "failed"
        try:
            found = await self._read(raw, given, confidence)
            outcome = "read"
            return found
        except WhofinedError as error:
            outcome = "busy" if isinstance(error, Busy) else "refused"
            raise
        finally:
            self.outcomes[outcome] += 1

    async def _read(self, raw: Raw, given: Given, confidence: float | None) -> tuple[Source, Extraction]:
        """The text and what it says.

        Raises ``InvalidInput`` as the reader does and where it takes too long, ``Busy`` where its turn does not come.
        """
        self._started = self._started or asyncio.create_task(_start(_STARTED))
        await asyncio.wait([self._started], timeout=_STARTING)
        lane = self._long if len(raw.content) > _SHORT else self._short
        with move_on_after(self._seconds) as waiting:
            await lane.acquire()
        if waiting.cancelled_caught:
            raise Busy(int(self._seconds))
        try:
            with fail_after(self._seconds):
                return await _in_process(raw, given, confidence)
        except TimeoutError:
            self._started = asyncio.create_task(_start(1))  # the one that read was killed
            what = f"the document takes longer than {self._seconds:g} seconds to read"
            raise InvalidInput(what, where="body", remedy="split it, or leave out what is no text") from None
        except BrokenWorkerProcess as error:
            what = "the document could not be read: its reader ended"
            raise InvalidInput(what, where="body", remedy="split it") from error
        finally:
            lane.release()

    async def close(self) -> None:
        """Start nothing more."""
        if self._started is not None:
            self._started.cancel()
            await asyncio.wait([self._started])


async def _in_process(raw: Raw, given: Given, confidence: float | None) -> tuple[Source, Extraction]:
    # Cancelled, the process is killed: nothing of it goes on.
    return await to_process.run_sync(
        extracted, raw, given, confidence, cancellable=True, limiter=CapacityLimiter(1)
    )


async def _start(processes: int) -> None:
    with contextlib.suppress(BrokenWorkerProcess):
        await asyncio.gather(*(_in_process(_WARMING, Given(), None) for _ in range(processes)))


def extracted(raw: Raw, given: Given, confidence: float | None) -> tuple[Source, Extraction]:
    """Read bytes, and find what the text says."""
    from seed.extract.engine import extract  # only the processes that read need it

    source = read(raw, given)
    return source, extract(to_read(source, "-"), threshold=confidence)
