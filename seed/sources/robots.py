"""What a host allows to be visited (RFC 9309), and how often."""

import time
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from graph.errors import InvalidInput
from seed.reading.visit import Reply

AGENT: Final = "whofined"
_LONGEST_DELAY: Final = 30.0
_CLIENT_ERROR: Final = range(400, 500)


class Manners:
    """robots.txt of each host, read once, and the pause between two requests to it."""

    def __init__(self, ask: Callable[[str], Reply], pause: float = 1.0) -> None:
        self._ask = ask
        self._pause = pause
        self._rules: dict[str, RobotFileParser | None] = {}
        self._last: dict[str, float] = {}

    def allowed(self, url: str) -> bool | None:
        """Whether the host lets a page be visited; ``None`` where its rules cannot be had: then it is left alone."""
        rules = self._of(url)
        return None if rules is None else rules.can_fetch(AGENT, url)

    def wait(self, url: str) -> None:
        """Wait until the host may be asked again."""
        host, rules = urlsplit(url).netloc, self._rules.get(_origin(url))
        asked = rules.crawl_delay(AGENT) if rules is not None else None
        pause = max(self._pause, min(float(asked or 0), _LONGEST_DELAY))
        left = self._last.get(host, -pause) + pause - time.monotonic()
        if left > 0:
            time.sleep(left)

    def asked(self, url: str) -> None:
        """Note that a host has just answered, or failed to: the pause begins now."""
        self._last[urlsplit(url).netloc] = time.monotonic()

    def _of(self, url: str) -> RobotFileParser | None:
        origin = _origin(url)
        if origin not in self._rules:
            self._rules[origin] = self._read(origin)
        return self._rules[origin]

    def _read(self, origin: str) -> RobotFileParser | None:
        rules = RobotFileParser()
        self.wait(f"{origin}/robots.txt")
        try:
            reply = self._ask(f"{origin}/robots.txt")
        except InvalidInput:
            return None
        if reply.status in _CLIENT_ERROR:  # there are none
            rules.parse([])
            return rules
        if reply.status != 200:
            return None
        rules.parse(reply.content.decode("utf-8", "replace").splitlines())
        return rules


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
