"""Where rows can be compared with facts: in other processes, or on a Dask cluster."""

import importlib
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from tests.conftest import no_tracing


@contextmanager
def cluster() -> Iterator[Executor]:
    """A Dask cluster of two worker processes on this machine."""
    distributed: Any = importlib.import_module("distributed")
    with (
        no_tracing(),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as running,
        distributed.Client(running) as client,
    ):
        yield client.get_executor()


@contextmanager
def processes() -> Iterator[Executor]:
    """Two processes."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield pool
