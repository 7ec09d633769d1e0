"""How fast texts are read: short documents a second on one and two processes, and what a long one costs.

Each figure comes from a fresh process, so that peak memory is that of the one text.
"""

import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from seed.extract.engine import extract
from seed.extract.types import Document
from tests.bench.prose import article

SHORT: Final = 2_000
SIZES: Final = (10_000, 100_000, 1_000_000)
DOCUMENTS: Final = 240
WARM: Final = 24
"""Characters of a short document and of the long ones; documents a round; documents read before the clock starts."""
TARGET: Final = 50.0
"""Short documents a second on two cores."""
LINEAR: Final = 2.0
"""How much more a character may cost in the longest text than in the shortest."""


@dataclass(frozen=True, slots=True)
class Long:
    """One long text: seconds of processor time, claims found, peak memory in MiB before and after it was read."""

    characters: int
    seconds: float
    claims: int
    base: float
    peak: float

    @property
    def per_character(self) -> float:
        """Microseconds a character."""
        return self.seconds / self.characters * 1e6


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured: short documents a second by number of processes, and the long texts by length."""

    rates: dict[int, float]
    long: tuple[Long, ...]

    @property
    def growth(self) -> float:
        """The cost of a character in the longest text beside that in the shortest."""
        return self.long[-1].per_character / self.long[0].per_character

    @property
    def met(self) -> bool:
        """Whether short documents are read fast enough on two processes, and long ones in proportion."""
        return self.rates[2] >= TARGET and self.growth <= LINEAR


def measure(step: Callable[[], object]) -> Reading:
    """Read everything; ``step`` is called after each of the ``STEPS`` parts."""
    rates: dict[int, float] = {}
    for processes in (1, 2):
        rates[processes] = _rate(processes)
        step()
    long: list[Long] = []
    for size in SIZES:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            long.append(pool.submit(_long, size).result())
        step()
    return Reading(rates, tuple(long))


STEPS: Final = 2 + len(SIZES)


def _rate(processes: int) -> float:
    """Documents a second, the better of two rounds: what else the machine does can only slow them down."""
    best = 0.0
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        list(pool.map(_short, range(WARM * processes)))
        for turn in (1, 2):
            numbers = range(turn * DOCUMENTS, (turn + 1) * DOCUMENTS)
            start = time.perf_counter()
            list(pool.map(_short, numbers, chunksize=4))
            best = max(best, DOCUMENTS / (time.perf_counter() - start))
    return best


def _short(number: int) -> int:
    return len(extract(Document(article(number, SHORT))).claims)


def _long(size: int) -> Long:
    for number in range(WARM):
        _ = _short(number)
    text, base = article(0, size), _peak()
    start = time.process_time()
    found = extract(Document(text))
    return Long(size, time.process_time() - start, len(found.claims), base, _peak())


def _peak() -> float:
    """Peak memory of this process in MiB; the system counts in KiB, or in bytes on macOS."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def show(console: Console, found: Reading) -> None:
    """Two small tables and the verdict."""
    short = Table(title=f"Extraction: documents of {SHORT:,} characters", box=box.SIMPLE_HEAD)
    short.add_column("processes", justify="right")
    short.add_column("documents / s", justify="right")
    for processes, rate in found.rates.items():
        short.add_row(str(processes), f"{rate:.1f}")
    console.print(short)
    long = Table(title="Extraction: one long document", box=box.SIMPLE_HEAD)
    for title in ("characters", "seconds", "µs / character", "claims", "MiB before", "MiB peak"):
        long.add_column(title, justify="right")
    for row in found.long:
        long.add_row(
            f"{row.characters:,}", f"{row.seconds:.2f}", f"{row.per_character:.1f}", f"{row.claims:,}",
            f"{row.base:.0f}", f"{row.peak:.0f}",
        )  # fmt: skip
    console.print(long)
    console.print(
        f"extraction: {found.rates[2]:.1f} documents a second on two processes (target {TARGET:.0f}), "
        f"a character costs {found.growth:.2f} times as much in the longest text as in the shortest (at most {LINEAR})"
    )
