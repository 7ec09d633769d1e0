"""What is measured: a contender asks one question over so many connections for so long."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["service", "bolt", "bolt-threads", "query-api"]


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to get the answer. ``uri`` is for Bolt, ``host`` and ``port`` for HTTP."""

    name: str
    kind: Kind
    host: str = "127.0.0.1"
    port: int = 0
    uri: str = ""
    user: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Measure this."""

    contender: str
    question: str
    connections: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Slice:
    """One stretch of requests: how long it took in all, and each request, in seconds."""

    seconds: float
    took: list[float]
