"""The processes of a run: two services over one graph, with and without their cache, and the one that asks."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, Final, Self

import httpx

from graph.connection import Connection
from tests.bench.questions import Question
from tests.bench.slices import Contender, Order, Slice
from tests.requirements import CHECKOUT

_START_SECONDS: Final = 240.0
_DEFAULT_CACHE: Final = 64


class NotStarted(Exception):
    """The service did not come up."""


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def service(connection: Connection, *, cache: bool) -> Iterator[int]:
    """The real service over a graph, in a process of its own; gives its port."""
    port = free_port()
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("WHOFINED_", "NEO4J_"))}
    ours |= {
        "NEO4J_URI": connection.uri,
        "NEO4J_USER": connection.user,
        "NEO4J_PASSWORD": connection.password,
        "WHOFINED_CACHE_MB": str(_DEFAULT_CACHE if cache else 0),
    }
    command = [sys.executable, "-m", "uvicorn", "app.asgi:app", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--log-level", "warning", "--no-access-log", "--no-server-header"]
    with subprocess.Popen(command, env=ours, cwd=CHECKOUT, stdout=sys.stderr.fileno()) as process:
        try:
            _await_ready(process, port)
            yield port
        finally:
            process.terminate()


def _await_ready(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=10).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise NotStarted(f"the service was not ready in {_START_SECONDS:.0f} seconds, or ended before")


class Asker:
    """The process that makes the requests."""

    def __init__(self, contenders: Sequence[Contender], questions: Sequence[Question]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=CHECKOUT,
        )
        rows = {
            "contenders": [asdict(row) for row in contenders],
            "questions": [asdict(row) for row in questions],
        }
        self._send(rows)

    def _send(self, row: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(row) + "\n")
        self._process.stdin.flush()

    def ask(self, order: Order) -> Slice:
        """Let it ask; waits until it has."""
        assert self._process.stdout is not None
        self._send(asdict(order))
        line = self._process.stdout.readline()
        if not line:
            raise NotStarted("the asking process ended; its message is above")
        return Slice(**json.loads(line))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(20)
