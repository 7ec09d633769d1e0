"""Kept answers: as long as the graph has not changed, and no more bytes than allowed."""

import asyncio
import contextlib
import itertools
from collections import Counter

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from app.http.answer_cache import AnswerCache
from app.http.revisions import Revisions
from graph.errors import DatabaseUnavailable
from tests.service import refused

MEGABYTE = 1024 * 1024


class Graph:
    """A graph that is nothing but its revision, and an application that counts how often it is asked."""

    def __init__(self, megabytes: int = 1) -> None:
        self.revision = 1
        self.down = False
        self.asked: Counter[str] = Counter()
        revisions = Revisions(self.read)
        self.layer = AnswerCache(
            self.answer, revisions=lambda: revisions, megabytes=megabytes, serves=lambda path: path != "/home"
        )
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(self.layer), base_url="http://a")

    async def read(self) -> int:
        """The revision, or the outage."""
        if self.down:
            raise DatabaseUnavailable("down")
        return self.revision

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As many bytes as ``size`` says, with the status that ``status`` says."""
        request = Request(scope, receive)
        self.asked[request.url.path] += 1
        size, status = request.query_params.get("size", "10"), request.query_params.get("status", "200")
        await asyncio.sleep(float(request.query_params.get("wait", "0")))
        if status == "0":
            raise ZeroDivisionError
        answer = Response(b"x" * int(size), int(status))
        if request.url.path == "/v1/stream":
            answer = StreamingResponse(iter(["one", "two"]))
        if request.url.path == "/v1/private":
            answer.headers["cache-control"] = "private"
        await answer(scope, receive, send)

    async def times(self, path: str) -> int:
        """How often the application was asked for this path, after asking once more."""
        await self.client.get(path)
        return self.asked[path.partition("?")[0]]


async def test_an_answer_is_kept_until_the_graph_changes() -> None:
    """The same question asks the application once for each revision."""
    graph = Graph()
    assert [await graph.times("/v1/a") for _ in range(3)] == [1, 1, 1]
    graph.revision = 2
    assert [await graph.times("/v1/a") for _ in range(2)] == [2, 2]


async def test_only_good_answers_of_the_graph_are_kept() -> None:
    """Failures and pages outside of /v1 are answered anew; so is what is not GET."""
    graph = Graph()
    assert [await graph.times("/v1/a?status=404") for _ in range(2)] == [1, 2]
    assert [await graph.times("/home") for _ in range(2)] == [1, 2]
    await graph.client.post("/v1/b")
    await graph.client.post("/v1/b")
    assert graph.asked["/v1/b"] == 2


async def test_the_least_recently_used_goes_first() -> None:
    """The limit is in bytes; what was asked for lately stays."""
    graph = Graph()
    third = MEGABYTE * 2 // 5
    for name in ("a", "b", "a", "c"):
        await graph.client.get(f"/v1/{name}?size={third}")
    assert await graph.times(f"/v1/a?size={third}") == 1
    assert await graph.times(f"/v1/b?size={third}") == 2


async def test_what_is_too_large_is_not_kept() -> None:
    """One answer over the limit does not push out the others; nothing is kept where nothing may be."""
    graph = Graph()
    await graph.client.get("/v1/small")
    assert [await graph.times(f"/v1/large?size={MEGABYTE + 1}") for _ in range(2)] == [1, 2]
    assert await graph.times("/v1/small") == 1
    bare = Graph(megabytes=0)
    assert [await bare.times("/v1/a") for _ in range(2)] == [1, 2]


async def test_an_outage_hides_kept_answers() -> None:
    """An answer that cannot be checked against the graph is not given: 503 with Retry-After."""
    graph = Graph()
    await graph.client.get("/v1/a")
    graph.down = True
    answer = await graph.client.get("/v1/a")
    refused(answer, 503)
    assert answer.headers["retry-after"] == "2"
    graph.down = False
    assert await graph.times("/v1/a") == 1


async def test_forms_are_kept_apart() -> None:
    """Accept, encoding and host are part of the question."""
    graph = Graph()
    for headers in ({}, {"Accept": "text/csv"}, {"Accept-Encoding": "identity"}, {"Host": "b"}):
        await graph.client.get("/v1/a", headers=headers)
    assert graph.asked["/v1/a"] == 4


async def test_waiting_requests_share_a_reading() -> None:
    """However many wait, at most one more reading runs, and each began after the request did."""
    began: list[int] = []
    release = asyncio.Event()
    numbers = itertools.count(1)

    async def read() -> int:
        number = next(numbers)
        began.append(number)
        await release.wait()
        return number

    revisions = Revisions(read)
    first = asyncio.create_task(revisions.current())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    others = [asyncio.create_task(revisions.current()) for _ in range(20)]
    await asyncio.sleep(0)
    release.set()
    assert await first == 1
    assert await asyncio.gather(*others) == [2] * 20
    assert began == [1, 2]


async def test_a_graph_that_says_nothing_is_an_outage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits for a silent graph is told in time, also those who wait for the reading after; then it goes on."""
    monkeypatch.setattr("app.http.revisions._PATIENCE", 0.05)
    silent = True

    async def read() -> int:
        if silent:
            await asyncio.sleep(60)
        return 5

    revisions = Revisions(read)
    async with asyncio.timeout(1):
        answers = await asyncio.gather(*(revisions.current() for _ in range(3)), return_exceptions=True)
        assert [type(answer) for answer in answers] == [DatabaseUnavailable] * 3
        silent = False
        while True:
            with contextlib.suppress(DatabaseUnavailable):
                assert await revisions.current() == 5
                break


async def test_a_failed_reading_is_told_to_all_and_forgotten() -> None:
    """Everyone who waited hears of it; the next request reads again."""
    failing = True

    async def read() -> int:
        await asyncio.sleep(0)
        if failing:
            raise DatabaseUnavailable("down")
        return 7

    revisions = Revisions(read)
    answers = await asyncio.gather(*(revisions.current() for _ in range(5)), return_exceptions=True)
    assert [type(answer) for answer in answers] == [DatabaseUnavailable] * 5
    failing = False
    assert await revisions.current() == 7


@pytest.mark.parametrize("cancelled", [True, False])
async def test_a_caller_that_leaves_takes_no_one_along(cancelled: bool) -> None:
    """A request that is given up does not end the reading that others wait for."""
    release = asyncio.Event()

    async def read() -> int:
        await release.wait()
        return 3

    revisions = Revisions(read)
    first = asyncio.create_task(revisions.current())
    await asyncio.sleep(0)
    second = asyncio.create_task(revisions.current())
    await asyncio.sleep(0)
    if cancelled:
        first.cancel()
    release.set()
    assert await second == 3
    assert (await asyncio.gather(first, return_exceptions=True) == [3]) is not cancelled


async def test_keys_and_headers_are_counted() -> None:
    """Many small answers to long addresses take no more memory than is allowed, and their number has a bound."""
    graph = Graph()
    layer = graph.layer
    for number in range(400):
        await graph.client.get(f"/v1/a?n={number}&q={'x' * 6000}")
    held = sum(len(key) + len(kept.body) for key, (kept, _) in layer._kept.items())
    assert 0 < held <= MEGABYTE
    assert len(layer._kept) < 200
    many = Graph(megabytes=64).layer
    assert many._floor * 16_384 == 64 * MEGABYTE


async def test_accept_is_reduced_to_the_form() -> None:
    """However it is written, and however encodings are listed, an answer of one form is kept once."""
    graph = Graph()
    for number in range(50):
        headers = {"Accept": f"application/json, image/x-{number}", "Accept-Encoding": f"gzip, x{number}"}
        await graph.client.get("/v1/a", headers=headers)
    assert graph.asked["/v1/a"] == 1


async def test_equal_questions_at_once_are_computed_once() -> None:
    """Who asks meanwhile gets the same answer; one that is not to be kept is computed for each."""
    graph = Graph()
    answers = await asyncio.gather(*(graph.client.get("/v1/a?wait=0.05") for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}
    assert graph.asked["/v1/a"] == 1
    answers = await asyncio.gather(*(graph.client.get("/v1/b?wait=0.05&status=404") for _ in range(3)))
    assert [answer.status_code for answer in answers] == [404] * 3
    assert graph.asked["/v1/b"] == 3


async def test_what_streams_or_is_private_is_not_kept() -> None:
    """A stream is passed on as it comes, without a wait for its end."""
    graph = Graph()
    for path in ("/v1/stream", "/v1/private"):
        assert [await graph.times(path) for _ in range(2)] == [1, 2]
    answer = await graph.client.get("/v1/stream")
    assert answer.text == "onetwo"
    assert "etag" not in answer.headers


async def test_an_application_that_fails_fails_for_each() -> None:
    """Whoever waited for it asks again, and nothing is left waiting."""
    graph = Graph()
    answers = await asyncio.gather(
        *(graph.client.get("/v1/a?wait=0.02&status=0") for _ in range(3)), return_exceptions=True
    )
    assert all(isinstance(answer, ZeroDivisionError) for answer in answers)
    assert not graph.layer._running
