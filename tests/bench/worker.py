"""A process that makes requests: reads orders as lines of JSON, answers each with what it measured.

Its own process, so that making requests and answering them do not share one Python.
"""

import asyncio
import base64
import json
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any, Final, LiteralString, Protocol, cast

import neo4j

from tests.bench import http_load
from tests.bench.questions import Question
from tests.bench.slices import Contender, Order, Slice

_MOST: Final = 16

Ask = Callable[[int], Awaitable[object]]


class Load(Protocol):
    """One way of asking."""

    async def run(self, order: Order) -> Slice:
        """Ask for as long as the order says."""
        ...


async def _drive(ways: Sequence[Ask], order: Order) -> Slice:
    """Ask over each connection in turns, each with its own place in the list of variants."""
    took: list[float] = []
    begun = time.perf_counter()
    end = begun + order.seconds

    async def one(number: int, ask: Ask) -> None:
        place = number * 7
        while (start := time.perf_counter()) < end:
            await ask(place)
            took.append(time.perf_counter() - start)
            place += 1

    await asyncio.gather(*(one(number, ask) for number, ask in enumerate(ways)))
    return Slice(time.perf_counter() - begun, took)


def _literal(text: str) -> LiteralString:
    """The text comes from the project's own files, by way of the service."""
    return cast("LiteralString", text)


class HttpLoad:
    """GETs of the service, or POSTs to Neo4j's Query API."""

    def __init__(self, contender: Contender, questions: Sequence[Question]) -> None:
        headers: list[tuple[str, str]] = []
        if contender.kind == "query-api" and contender.user:
            login = base64.b64encode(f"{contender.user}:{contender.password}".encode()).decode()
            headers.append(("Authorization", f"Basic {login}"))
        self._target = http_load.Target(contender.host, contender.port, tuple(headers))
        self._messages = {
            q.name: [self._message(contender.kind, q, v) for v in range(len(q.paths))] for q in questions
        }

    def _message(self, kind: str, question: Question, variant: int) -> bytes:
        if kind == "service":
            return http_load.request(self._target, question.paths[variant])
        body = {"statement": question.text, "parameters": question.parameters[variant], "accessMode": "READ"}
        return http_load.request(self._target, "/db/neo4j/query/v2", json.dumps(body).encode())

    async def run(self, order: Order) -> Slice:
        """Ask over connections that are opened before the clock starts: servers close those that have idled."""
        connections = await http_load.connect(self._target, order.connections)
        messages = self._messages[order.question]

        def way(connection: http_load.Connection) -> Ask:
            return lambda place: connection.ask(messages[place % len(messages)])

        try:
            return await _drive([way(connection) for connection in connections], order)
        finally:
            for connection in connections:
                connection.close()


class BoltLoad:
    """The same statements over the asynchronous driver, one session for each connection."""

    def __init__(self, contender: Contender, questions: Sequence[Question]) -> None:
        self._questions = {question.name: question for question in questions}
        auth = (contender.user, contender.password) if contender.user else None
        self._driver = neo4j.AsyncGraphDatabase.driver(
            contender.uri, auth=auth, max_connection_pool_size=_MOST, notifications_min_severity="OFF"
        )
        self._sessions: list[neo4j.AsyncSession] = []

    async def run(self, order: Order) -> Slice:
        """Ask over sessions that stay open from order to order."""
        while len(self._sessions) < order.connections:
            self._sessions.append(
                self._driver.session(default_access_mode=neo4j.READ_ACCESS, database="neo4j")
            )
        question = self._questions[order.question]

        def way(session: neo4j.AsyncSession) -> Ask:
            async def ask(place: int) -> object:
                result = await session.run(
                    _literal(question.text), question.parameters[place % len(question.parameters)]
                )
                return await result.single()

            return ask

        return await _drive([way(session) for session in self._sessions[: order.connections]], order)


class ThreadLoad:
    """The same statements over the blocking driver, one thread for each connection."""

    def __init__(self, contender: Contender, questions: Sequence[Question]) -> None:
        self._questions = {question.name: question for question in questions}
        auth = (contender.user, contender.password) if contender.user else None
        self._driver = neo4j.GraphDatabase.driver(
            contender.uri, auth=auth, max_connection_pool_size=_MOST, notifications_min_severity="OFF"
        )
        self._sessions: list[neo4j.Session] = []

    async def run(self, order: Order) -> Slice:
        """Ask in threads until the time is over."""
        while len(self._sessions) < order.connections:
            self._sessions.append(
                self._driver.session(default_access_mode=neo4j.READ_ACCESS, database="neo4j")
            )
        question = self._questions[order.question]
        took: list[float] = []
        begun = time.perf_counter()
        end = begun + order.seconds

        def one(number: int, session: neo4j.Session) -> None:
            place = number * 7
            while (start := time.perf_counter()) < end:
                session.run(
                    _literal(question.text), question.parameters[place % len(question.parameters)]
                ).single()
                took.append(time.perf_counter() - start)
                place += 1

        threads = [
            threading.Thread(target=one, args=pair) for pair in enumerate(self._sessions[: order.connections])
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return Slice(time.perf_counter() - begun, took)


_LOADS: Final[dict[str, Callable[[Contender, Sequence[Question]], Load]]] = {
    "service": HttpLoad,
    "query-api": HttpLoad,
    "bolt": BoltLoad,
    "bolt-threads": ThreadLoad,
}


def _lines() -> Iterator[dict[str, Any]]:
    for line in sys.stdin:
        yield json.loads(line)


async def serve() -> None:
    """Read contenders and questions first, then orders, until the input ends."""
    lines = _lines()
    setup = next(lines)
    questions = [Question(**row) for row in setup["questions"]]
    loads = {row["name"]: _LOADS[row["kind"]](Contender(**row), questions) for row in setup["contenders"]}
    for row in lines:
        order = Order(**row)
        done = await loads[order.contender].run(order)
        sys.stdout.write(json.dumps({"seconds": done.seconds, "took": done.took}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve())
