"""By which name and from where the service is called, how often, and what every answer says of itself."""

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.http.admission import Cors, HostNames, PublicGuard
from app.http.answer_headers import AnswerHeaders
from app.http.negotiation import encoding, form
from app.http.rate_limit import RateLimit
from tests.service import refused


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that says which encoding it was asked for."""
    await PlainTextResponse(dict(scope["headers"]).get(b"accept-encoding", b"none"))(scope, receive, send)


def client(app: ASGIApp, address: str = "http://localhost", peer: str = "127.0.0.1") -> httpx.AsyncClient:
    """A client of the application, called by this address, from this peer."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app, client=(peer, 1)), base_url=address)


@pytest.mark.parametrize(
    ("address", "public", "status"),
    [
        ("http://localhost:8000", False, 200),
        ("http://127.0.0.1", False, 200),
        ("http://[::1]:8000", False, 200),
        ("http://LOCALHOST.", False, 200),
        ("http://graph.example", False, 200),
        ("http://a.below.example", False, 200),
        ("http://below.example", False, 421),
        ("http://evil.example", False, 421),
        ("http://localhost.evil.example", False, 421),
        ("http://192.0.2.7", False, 421),
        ("http://192.0.2.7", True, 200),
        ("http://[2001:db8::1]", True, 200),
        ("http://evil.example", True, 421),
    ],
)
async def test_only_known_host_names_are_served(address: str, public: bool, status: int) -> None:
    """A page that points a name of its own at this machine reads nothing."""
    app = HostNames(hello, names=("graph.example", "*.below.example"), public=public)
    answer = await client(app, address).get("/")
    assert answer.status_code == status
    if status == 421:
        refused(answer, 421)


async def test_any_name_may_be_allowed() -> None:
    """By the setting `*`."""
    assert (
        await client(HostNames(hello, names=("*",), public=False), "http://any.example").get("/")
    ).is_success


@pytest.mark.parametrize(
    ("bound", "permitted", "status"),
    [
        ("http://127.0.0.1", False, 200),
        ("http://192.0.2.7:8000", False, 403),
        ("http://192.0.2.7:8000", True, 200),
        ("http://[2001:db8::1]:8000", False, 403),
        ("http://[::ffff:127.0.0.1]:8000", False, 200),
    ],
)
async def test_a_socket_that_others_reach_is_guarded(bound: str, permitted: bool, status: int) -> None:
    """Whatever the settings say of the address: the socket knows."""

    async def permit() -> bool:
        return permitted

    answer = await client(PublicGuard(hello, permitted=permit), bound).get("/")
    assert answer.status_code == status


async def test_a_client_has_a_rate() -> None:
    """Told in headers; beyond it 429 with Retry-After. Others are not touched; one IPv6 network is one client."""
    app = RateLimit(hello, rate="3/minute")
    answers = [await client(app, peer="192.0.2.1").get("/") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0].headers["ratelimit-policy"] == '"client";q=3;w=60'
    assert answers[0].headers["ratelimit"].startswith('"client";r=2;t=')
    refused(answers[3], 429)
    assert 1 <= int(answers[3].headers["retry-after"]) <= 60
    assert (await client(app, peer="192.0.2.2").get("/")).status_code == 200
    peers = [f"2001:db8::{number}" for number in range(4)]
    assert (await client(app, peer=peers[0]).get("/")).status_code == 200
    assert [(await client(app, peer=peer).get("/")).status_code for peer in peers[1:]] == [200, 200, 429]


async def test_a_key_has_a_rate_wherever_it_is_used() -> None:
    """From many addresses it gets no more than from one."""
    app = RateLimit(hello, rate="2/minute")
    held = {"Authorization": "Bearer wf_a_b"}
    answers = [await client(app, peer=f"192.0.2.{n}").get("/", headers=held) for n in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert '"key"' in answers[2].headers["ratelimit"]


async def test_this_machine_is_spared_by_the_default_alone() -> None:
    """And `none` is no limit for anybody."""
    for rate, peer, limited in (
        (None, "127.0.0.1", False),
        (None, "192.0.2.1", True),
        ("none", "192.0.2.1", False),
    ):
        answer = await client(RateLimit(hello, rate=rate), peer=peer).get("/")
        assert ("ratelimit" in answer.headers) is limited
    assert "ratelimit" in (await client(RateLimit(hello, rate="5/minute")).get("/")).headers


async def test_a_preflight_that_is_refused_says_so() -> None:
    """As a problem document, like every other failure."""
    app = Cors(hello, allow_origins=["https://news.example"], allow_methods=["GET"])
    asked = {"Origin": "https://news.example", "Access-Control-Request-Method": "DELETE"}
    assert "method" in refused(await client(app).options("/", headers=asked), 400)["detail"]
    good = await client(app).options("/", headers=asked | {"Access-Control-Request-Method": "GET"})
    assert good.headers["access-control-allow-origin"] == "https://news.example"


async def test_every_answer_says_how_it_may_be_kept() -> None:
    """And that its type is not to be guessed."""
    app = client(AnswerHeaders(hello))
    open_, held = await app.get("/"), await app.get("/", headers={"Authorization": "Bearer x"})
    assert {one.headers["x-content-type-options"] for one in (open_, held)} == {"nosniff"}
    assert (open_.headers["cache-control"], held.headers["cache-control"]) == ("no-cache", "no-store")
    assert (await app.get("/", headers={"Accept-Encoding": "gzip;q=0, br"})).text == "identity"


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        (b"gzip, deflate, br, zstd", b"gzip"),
        (b"gzip;q=0", b"identity"),
        (b"gzip;q=0.5, identity;q=1", b"identity"),
        (b"gzip;q=0.5, identity;q=0.2", b"gzip"),
        (b"*", b"gzip"),
        (b"*;q=0", b"identity"),
        (b"br;q=1, x-gzip", b"gzip"),
        (b"gzip;q=high", b"identity"),
        (b"", b"identity"),
        (b"br" * 1000, b"identity"),
    ],
)
def test_the_encoding_is_chosen_by_weight(given: bytes, chosen: bytes) -> None:
    """As RFC 9110 says; a name in the header alone means nothing."""
    assert encoding(given) == chosen


def test_the_form_is_what_counts() -> None:
    """However Accept is written, the same form is the same answer."""
    assert {form(text) for text in (b"*/*", b"", b"application/json;q=0.9", b"a/b, */*" + b" " * 600)} == {
        b"json"
    }
    assert form(b"text/csv") == b"csv"
    assert form(b"image/png") == b""
