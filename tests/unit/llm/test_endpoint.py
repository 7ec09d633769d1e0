"""An endpoint that misbehaves costs bounded time, and what went wrong is said without the key."""

import json
import logging
import socket
import time
from email.utils import formatdate
from pathlib import Path

import pytest

from graph.errors import WhofinedError
from seed.extract.types import Document
from seed.llm import endpoint as endpoints
from seed.llm.endpoint import Endpoint
from seed.llm.errors import AnswerCut, AnswerUnusable, ModelRefused, ModelUnavailable
from seed.llm.extractor import LanguageModel
from seed.llm.report import Report
from seed.llm.shape import schema
from tests.unit.llm import stub
from tests.unit.llm.stub import KEY, Says, claims, completion, party, row

TEXT = "The CNIL fined Clearview AI €20 million."
FINE = row(
    "The CNIL fined Clearview AI €20 million", party("CNIL", "regulator"), party("Clearview AI", "company")
)
GOOD = claims(FINE)
BUSY = Says(b'{"error": "slow down"}', 429)
LONG = "\n\n".join(f"{TEXT} Paragraph {number} tells nothing more of it." for number in range(40))


def model(url: str, folder: Path, **options: object) -> LanguageModel:
    """A reader of that endpoint which does not wait long."""
    return LanguageModel(Endpoint(url, "m", KEY, **{"pause": 0.01, "seconds": 5.0, **options}), folder)  # type: ignore[arg-type]


def reads(folder: Path, *answers: Says, **options: object) -> Report:
    """What became of reading a text with these answers, in which the fine was found."""
    with stub.serving(*answers) as server:
        extraction = model(server.url, folder, **options)(Document(TEXT))
    assert [claim.object.id for claim in extraction.claims] == ["clearview-ai"]
    return extraction.report


def fails(
    folder: Path, kind: type[WhofinedError], *answers: Says, asked: int = 1, **options: object
) -> WhofinedError:
    """The error of reading a text with these answers, after so many requests; the key is not in it."""
    with stub.serving(*answers) as server:
        with pytest.raises(kind) as caught:
            model(server.url, folder, **options)(Document(TEXT, title="A title"))
        assert len(server.asked) == asked
    error = caught.value
    told = repr(error) + str(error) + str(error.__cause__)
    assert KEY not in told
    assert all((error.what, error.where, error.remedy))
    return error


def test_the_request_is_what_the_api_asks_for(tmp_path: Path) -> None:
    """Path, key, model, strict schema, and the document as material behind a line."""
    with stub.serving(GOOD) as server:
        model(server.url + "/", tmp_path)(
            Document(TEXT, title="A\ntitle", publisher="P", published="2022-10-20")
        )
    [asked] = server.asked
    assert server.paths == ["/v1/chat/completions"]
    assert server.keys == [f"Bearer {KEY}"]
    assert (asked["model"], asked["temperature"], asked["stream"]) == ("m", 0, False)
    assert asked["response_format"]["json_schema"] == {"name": "claims", "strict": True, "schema": schema()}
    told, question = (message["content"] for message in asked["messages"])
    assert "`FINED` (regulator →" in told
    assert "`hypothetical`: " in told
    assert "$" not in told
    assert question.startswith("Title: A title\nPublisher: P\nPublished: 2022-10-20\n")
    assert question.endswith(f"\n---\n{TEXT}")


def test_every_object_of_the_schema_is_closed_and_whole() -> None:
    """Strict endpoints demand that each field is required and that there are no others."""
    for part in (schema(), *schema()["$defs"].values()):
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
    assert "FINED" in schema()["$defs"]["Row"]["properties"]["relation"]["enum"]


def test_no_key_is_sent_where_there_is_none(tmp_path: Path) -> None:
    """A local model needs no key."""
    with stub.serving(GOOD) as server:
        LanguageModel(Endpoint(server.url, "m"), tmp_path)(Document(TEXT))
    assert server.keys == [None]


@pytest.mark.parametrize(
    "passing",
    [
        BUSY,
        Says(b"", 503),
        Says(b"<html>bad gateway</html>", 502),
        Says(b"", 429, {"Retry-After": "soon"}),
        Says(b'{"choices": [', cut=5),
        Says(GOOD.body, wait=20.0),
    ],
    ids=["429", "503", "502", "odd Retry-After", "broken off", "slow"],
)
def test_a_passing_trouble_is_tried_again(tmp_path: Path, passing: Says) -> None:
    """Busy, failing, broken off or slow once, and well the next time."""
    report = reads(tmp_path, passing, GOOD, seconds=0.5)
    assert report == Report(claims=1, requests=2, retries=1)


@pytest.mark.parametrize(
    ("wait", "least"), [("1", 1.0), (formatdate(time.time() - 60, usegmt=True), 0.0)], ids=["seconds", "date"]
)
def test_the_wait_that_is_asked_for_is_kept(tmp_path: Path, wait: str, least: float) -> None:
    """Retry-After in either form, instead of our own pause."""
    began = time.monotonic()
    reads(tmp_path, Says(b"", 429, {"Retry-After": wait}), GOOD, pause=30.0)
    assert least <= time.monotonic() - began < 15.0


def test_nobody_waits_for_an_hour(tmp_path: Path) -> None:
    """A wait that is too long is an error at once, which says how long."""
    error = fails(tmp_path, ModelUnavailable, Says(b"", 429, {"Retry-After": "3600"}))
    assert "3600 seconds" in str(error)


def test_an_endpoint_that_always_fails_is_given_up(tmp_path: Path) -> None:
    """After as many tries as are allowed; the error holds what it said, without the key that it repeats."""
    error = fails(
        tmp_path, ModelUnavailable, Says(f"no: {KEY} sk-ab***90\x1b[31m".encode(), 500), asked=endpoints.TRIES
    )
    assert "HTTP 500 (no: *** *** [31m)" in str(error)


def test_an_endpoint_that_drips_is_given_up(tmp_path: Path) -> None:
    """Each byte comes in time, the whole does not."""
    began = time.monotonic()
    error = fails(
        tmp_path, ModelUnavailable, Says(b" " * 4000, drip=0.01), asked=endpoints.TRIES, seconds=0.3
    )
    assert "no whole answer in 0.3 seconds" in str(error)
    assert time.monotonic() - began < 15.0


def test_nobody_listening_is_said_at_once(tmp_path: Path) -> None:
    """A refused connection is not tried again."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(
        ModelUnavailable, match=rf"no connection .*127\.0\.0\.1:{port}.*WHOFINED_LLM_URL"
    ) as caught:
        model(f"http://127.0.0.1:{port}/v1", tmp_path)(Document(TEXT))
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "remedy"), [(401, "KEY"), (403, "KEY"), (404, "MODEL"), (400, "json_schema"), (307, "URL")]
)
def test_a_refusal_is_final(tmp_path: Path, status: int, remedy: str) -> None:
    """Asked once, with what to correct; a redirect is not followed, for the key would go along."""
    error = fails(
        tmp_path, ModelRefused, Says(b'{"error": "no"}', status, {"Location": "/v1/chat/completions"})
    )
    assert f"HTTP {status}" in str(error)
    assert remedy in str(error.remedy)


def test_a_model_with_a_temperature_of_its_own(tmp_path: Path) -> None:
    """Some accept none: asked again without."""
    with stub.serving(Says(b'{"error": "Unsupported value: temperature"}', 400), GOOD) as server:
        extraction = model(server.url, tmp_path)(Document(TEXT))
    assert len(extraction.claims) == 1
    assert ["temperature" in asked for asked in server.asked] == [True, False]


def test_a_huge_answer_is_not_read(tmp_path: Path) -> None:
    """Neither plain nor packed."""
    fails(tmp_path, AnswerUnusable, Says(b" " * (5 << 20)))
    fails(tmp_path, AnswerUnusable, Says(completion("x" * 5000).body), largest=4000)


@pytest.mark.parametrize(
    "body", [b"", b"{}", b'{"choices": []}', b"<html></html>", b"\xff\xfe", b"[" * 100_000], ids=range(6)
)
def test_an_answer_of_another_api_is_named(tmp_path: Path, body: bytes) -> None:
    """Whatever listens there, it is no chat-completions API."""
    assert "none of a chat-completions API" in str(fails(tmp_path, AnswerUnusable, Says(body)))


@pytest.mark.parametrize(
    "content",
    [
        "```json\n{}\n```",
        "Sure! Here are the claims.",
        '{"claims": [{"relation": "FI',
        '{"claims": {}}',
        '{"claims": [], "more": 1}',
        '{"claims": [{"who": "CNIL"}]}',
        "[" * 100_000,
        None,
    ],
    ids=range(8),
)
def test_an_answer_that_cannot_be_read_is_asked_for_once_more(tmp_path: Path, content: str | None) -> None:
    """A second one that is right counts; after two that are not, the error says what was wrong and where."""
    assert reads(tmp_path / "right", completion(content), GOOD) == Report(claims=1, requests=2, retries=1)
    error = fails(tmp_path / "wrong", AnswerUnusable, completion(content), asked=2)
    assert "A title" in str(error)
    assert len(str(error)) < 500
    assert list((tmp_path / "wrong").rglob("*.json")) == []


@pytest.mark.parametrize(
    "around",
    [
        "```json\n{}\n```",
        "```\n{}\n```\n",
        "Here:\n```json\n{}\n```\nDone.",
        "<think>hm</think>\n{}",
        " {}\n",
    ],
)
def test_json_may_come_in_a_fence(tmp_path: Path, around: str) -> None:
    """Models like to wrap it."""
    content = around.replace("{}", json.dumps({"claims": [FINE]}))
    assert reads(tmp_path, completion(content)) == Report(claims=1, requests=1)


def test_a_model_that_will_not(tmp_path: Path) -> None:
    """Its refusal is told, and not asked for again."""
    error = fails(tmp_path, ModelRefused, completion(None, refusal=f"I can not, {KEY}"))
    assert "I can not, ***" in str(error)


def test_an_answer_that_is_cut_off_is_asked_for_in_halves(tmp_path: Path) -> None:
    """The piece is cut in two, and the next run asks about the halves at once; a short piece is an error."""
    with stub.serving(completion("{", "length"), GOOD) as server:
        reader = model(server.url, tmp_path)
        first = reader(Document(LONG))
        assert first.report.requests == len(server.asked) - 1
        again = reader(Document(LONG))
    assert first == again
    assert (again.report.requests, again.report.cached) == (0, first.report.requests)
    parts = [asked["messages"][1]["content"].partition("---\n")[2] for asked in server.asked]
    assert parts[0] == LONG == "".join(parts[1:])
    fails(tmp_path, AnswerCut, completion("{", "length"))


def test_nothing_is_logged_with_the_key(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Not even at the finest level of the libraries."""
    caplog.set_level(logging.DEBUG)
    reads(tmp_path, BUSY, GOOD)
    assert KEY not in caplog.text
    assert KEY not in repr(Endpoint("http://x", "m", KEY))
