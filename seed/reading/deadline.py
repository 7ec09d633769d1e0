"""One limit of time for a whole fetch, whatever its parts are doing.

The timeout of a socket starts anew with every byte: a server that sends one each second is never late for it. So the
connection itself is ended when the time is up, and whoever waits on it hears of that at once.
"""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any, ParamSpec, Self, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Deadline:
    """Runs from its making; give ``watch`` to httpx as ``trace``, so that it knows what to end."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    @property
    def left(self) -> float:
        """Seconds until it, negative after it."""
        return self._end - time.monotonic()

    def watch(self, event: str, found: Mapping[str, Any]) -> None:
        """Hear what httpx does; a connection is cut at once where the time is up already."""
        if event == "connection.connect_tcp.complete":
            # A second handle: encryption takes the first one over, and a cut has to reach that too.
            connected = found["return_value"].get_extra_info("socket").dup()
            with self._lock:
                self._open.append(connected)
            if self.left <= 0:
                self._cut()

    def within(self, call: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
        """What a call returns that nobody can end, such as a look-up of a name; ``TimeoutError`` when late."""
        done: Future[R] = Future()

        def work() -> None:
            try:
                done.set_result(call(*args, **named))
            except BaseException as error:  # noqa: BLE001 - the caller raises it
                done.set_exception(error)

        threading.Thread(target=work, daemon=True).start()
        return done.result(max(0.0, self.left))

    def _cut(self) -> None:
        with self._lock:
            for one in self._open:
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            while self._open:
                self._open.pop().close()
