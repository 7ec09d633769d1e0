"""Where the work of reading and extraction is done: in this process, in several, or on a cluster."""

import os
import signal
from collections.abc import Generator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from graph.errors import ConfigurationError, InvalidInput

_FEW = 4
"""Documents up to which other processes are not worth their start."""


@contextmanager
def spread(
    workers: int | None, documents: int, cluster: str | None = None
) -> Generator[tuple[Executor, int]]:
    """An executor and how many tasks it runs at once; work that has not begun is dropped at the end.

    Raises ``ConfigurationError`` where a cluster is named and the Dask packages are not installed.
    """
    if cluster is not None:
        with _cluster(cluster) as found:
            yield found
        return
    count = min(workers or os.cpu_count() or 1, max(1, documents))
    if count == 1 or (workers is None and documents <= _FEW):
        executor, count = ThreadPoolExecutor(1), 1
    else:
        # Spawned, not forked: this process has threads and open connections.
        executor = ProcessPoolExecutor(
            count, mp_context=get_context("spawn"), initializer=_leave_stop_to_parent
        )
    try:
        yield executor, count
    finally:
        executor.shutdown(cancel_futures=True)


def _leave_stop_to_parent() -> None:
    """Ctrl-C reaches every process of a terminal; the one that writes decides what becomes of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _cluster(address: str) -> Generator[tuple[Executor, int]]:
    try:
        import distributed
    except ImportError:
        raise ConfigurationError(
            "Dask is not installed", where="--dask", remedy="pip install 'whofined[dask]'"
        ) from None
    dask: Any = distributed
    try:
        client: Any = dask.Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise InvalidInput(f"no Dask scheduler answers: {error}", where=address) from error
    with client:
        yield client.get_executor(), max(1, sum(client.ncores().values()))
