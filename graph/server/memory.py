"""How much memory the machine, or the container, lets us have, and how to divide it.

Sizes follow the measurements in docs/local-neo4j.md: 10^6 actions run in 512 MiB of heap and 128 MiB of page cache.
"""

from dataclasses import dataclass
from pathlib import Path

import psutil

from graph.errors import TooLittleMemory

MIB = 1 << 20
HEAP_FLOOR, HEAP_CEILING = 256 * MIB, 2048 * MIB
PAGECACHE_FLOOR, PAGECACHE_CEILING = 64 * MIB, 1024 * MIB
OVERHEAD = 256 * MIB
"""What a JVM with Neo4j takes beside heap and page cache: classes, code, threads, network buffers."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes: what there is at most, and what is free now."""

    total: int
    available: int


@dataclass(frozen=True, slots=True)
class Shares:
    """Bytes of heap and of page cache."""

    heap: int
    pagecache: int


def machine_memory(
    groups: Path = Path("/sys/fs/cgroup"), membership: Path = Path("/proc/self/cgroup")
) -> Memory:
    """What psutil says, cut to the tightest limit of the control groups above this process (Linux)."""
    machine = psutil.virtual_memory()
    total, available = machine.total, machine.available
    for folder, limit_name, used_name in _groups(groups, membership):
        limit, used = _number(folder / limit_name), _number(folder / used_name)
        if limit is not None and limit < machine.total:
            total = min(total, limit)
            available = min(available, max(0, limit - (used or 0)))
    return Memory(total, available)


def _groups(groups: Path, membership: Path) -> list[tuple[Path, str, str]]:
    """Each control group that limits this process, version 2 and version 1, from its own up to the root."""
    try:
        lines = membership.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    found: list[tuple[Path, str, str]] = []
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers == "":
            names = (groups, "memory.max", "memory.current")
        elif "memory" in controllers.split(","):
            names = (groups / "memory", "memory.limit_in_bytes", "memory.usage_in_bytes")
        else:
            continue
        root, limit_name, used_name = names
        inner = Path(path.lstrip("/"))
        found += [(root / part, limit_name, used_name) for part in (inner, *inner.parents)]
    return found


def _number(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # absent, or the word max
        return None


def divide(memory: Memory, heap: int | None, pagecache: int | None) -> Shares:
    """Heap and page cache: as asked, else a quarter and an eighth of the total within floor and ceiling.

    Sizes that were not asked for shrink to their floor where little is free. Raises TooLittleMemory, with
    the numbers, where even that does not fit.
    """
    wanted = Shares(
        heap or _within(memory.total // 4, HEAP_FLOOR, HEAP_CEILING),
        pagecache or _within(memory.total // 8, PAGECACHE_FLOOR, PAGECACHE_CEILING),
    )
    if _needs(wanted) > memory.available:
        wanted = Shares(heap or HEAP_FLOOR, pagecache or PAGECACHE_FLOOR)
    if _needs(wanted) > memory.available:
        raise TooLittleMemory(
            f"Neo4j needs {_needs(wanted) // MIB} MiB (heap {wanted.heap // MIB}, page cache "
            f"{wanted.pagecache // MIB}, the rest {OVERHEAD // MIB}), but {memory.available // MIB} of "
            f"{memory.total // MIB} MiB are free",
            remedy="free memory, raise the limit, or lower WHOFINED_NEO4J_HEAP and WHOFINED_NEO4J_PAGECACHE",
        )
    return wanted


def _needs(shares: Shares) -> int:
    return shares.heap + shares.pagecache + OVERHEAD


def _within(value: int, low: int, high: int) -> int:
    return max(low, min(value, high))
