"""How often one client, and one key, may ask: a moving window, told in RateLimit headers, 429 beyond it.

The headers are those of draft-ietf-httpapi-ratelimit-headers: policy by name (q requests in w seconds), and what is
left of the tighter one (r requests, whole again in t seconds).
"""

import hashlib
import math
import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Any, Final

import limits
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.http.problems import problem

DEFAULT: Final = "1200/minute"
_NETWORK: Final = 64
"""Bits of an IPv6 address that one customer is given: it has as many addresses below as it likes."""


@dataclass(frozen=True, slots=True)
class _Standing:
    policy: str
    left: int
    seconds: int
    allowed: bool


class RateLimit:
    """ASGI layer: counts by client's address and by key. ``rate`` is None for the default, ``none`` for no limit.

    The default spares clients on this machine; a rate that was set holds for them too.
    """

    def __init__(self, app: ASGIApp, *, rate: str | None) -> None:
        self._app = app
        self._item = None if rate == "none" else limits.parse(rate or DEFAULT)
        self._spares_local = rate is None
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if self._item is None or scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        client, local = _client(scope)
        if local and self._spares_local:
            await self._app(scope, receive, send)
            return
        standing = min(
            (self._count(self._item, *name) for name in _counted(scope, client)),
            key=lambda one: (one.allowed, one.left),
        )
        headers = self._headers(self._item, standing)
        if not standing.allowed:
            text = f"more than {self._item.amount} requests in {self._item.get_expiry()} seconds"
            await problem(429, text, headers=headers | {"Retry-After": str(standing.seconds)})(
                scope, receive, send
            )
            return
        extra = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *extra]}
            await send(message)

        await self._app(scope, receive, told)

    def _count(self, item: limits.RateLimitItem, policy: str, name: str) -> _Standing:
        allowed = self._limiter.hit(item, policy, name)
        window = self._limiter.get_window_stats(item, policy, name)
        seconds = max(1, math.ceil(window.reset_time - time.time()))
        return _Standing(policy, window.remaining, seconds, allowed)

    @staticmethod
    def _headers(item: limits.RateLimitItem, standing: _Standing) -> dict[str, str]:
        return {
            "RateLimit-Policy": f'"{standing.policy}";q={item.amount};w={item.get_expiry()}',
            "RateLimit": f'"{standing.policy}";r={standing.left};t={standing.seconds}',
        }


def _client(scope: Scope) -> tuple[str, bool]:
    """The client's address, an IPv6 one by its network, and whether it is on this machine."""
    given: Any = scope.get("client")
    if not given:
        return "local", True
    try:
        address = ip_address(given[0].partition("%")[0])
    except ValueError:
        return str(given[0])[:64], False
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is None:
            return str(IPv6Address(int(address) >> _NETWORK << _NETWORK)), address.is_loopback
        address = address.ipv4_mapped
    return str(address), address.is_loopback


def _counted(scope: Scope, client: str) -> list[tuple[str, str]]:
    given = next((value for name, value in scope["headers"] if name == b"authorization"), None)
    key = [] if given is None else [("key", hashlib.blake2b(given, digest_size=8).hexdigest())]
    return [("client", client), *key]
