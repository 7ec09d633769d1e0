"""Fetching: from public addresses only, from the address that was checked, and within limits."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from graph.errors import InvalidInput
from seed.reading import Limits, Policy, fetch, read
from seed.reading.address import Address, is_public, resolve

_PAGE = b"<p>The regulator fined Acme.</p>"


class _Site(BaseHTTPRequestHandler):
    """Answers by path; ``hosts`` keeps the Host headers that it saw."""

    hosts: list[str] = []  # noqa: RUF012 - shared by intention: one handler an answer

    def do_GET(self) -> None:
        self.hosts.append(self.headers["Host"])
        match self.path.split("?")[0]:
            case "/page":
                self._send(_PAGE, "text/html; charset=utf-8")
            case "/packed":
                self._send(gzip.compress(_PAGE), "text/html", ("Content-Encoding", "gzip"))
            case "/broken":
                self._send(b"\x1f\x8b no gzip", "text/html", ("Content-Encoding", "gzip"))
            case "/other":
                self._send(_PAGE, "text/html", ("Content-Encoding", "br"))
            case "/bomb":
                self._send(gzip.compress(bytes(200_000_000), 9), "text/html", ("Content-Encoding", "gzip"))
            case "/picture":
                self._send(b"\x89PNG", "image/png")
            case "/slow":
                self._slow()
            case "/dripping":
                self._drip()
            case "/moved":
                self._send(b"", "text/html", ("Location", self.path.partition("?")[2]), status=302)
            case _:
                self._send(b"", "text/html", status=404)

    def _send(self, content: bytes, media_type: str, *headers: tuple[str, str], status: int = 200) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", media_type), ("Content-Length", str(len(content))), *headers):
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(content)
        except OSError:
            self.close_connection = True

    def _slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        for _ in range(100):
            try:
                self.wfile.write(b"word ")
            except OSError:
                return
            time.sleep(0.05)

    def _drip(self) -> None:
        """A header that never ends, a letter at a time: no single wait is long."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(200):
            try:
                self.wfile.write(b"a")
            except OSError:
                return
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """A site on loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _local(address: Address) -> bool:
    return address.is_loopback


OURS = Policy(schemes=frozenset({"http"}), may_reach=_local)


def test_a_page_is_fetched_and_read(site: str) -> None:
    """With its address, its type and the day of the fetch; packed or not."""
    for path in ("/page", "/packed", f"/moved?{site}/moved?/page"):
        raw = fetch(site + path, OURS)
        assert raw.content == _PAGE
        source = read(raw)
        assert source.text == "The regulator fined Acme."
        assert source.url == raw.url
        assert source.retrieved == raw.retrieved
    assert set(_Site.hosts) == {site.removeprefix("http://")}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "answers 404"),
        ("/picture", "image/png"),
        ("/broken", "could not be fetched"),
        ("/other", "packs its answer as br"),
        ("/moved?/moved", "could not|redirects"),
        ("/moved?file:///etc/passwd", "no web address"),
        ("/moved?https://example.invalid/", "https is not fetched"),
        ("/moved?http://10.0.0.1/", "not on the public network"),
        ("/moved?http://[::ffff:10.0.0.1]/", "not on the public network"),
    ],
)
def test_what_cannot_be_read_has_a_reason(site: str, path: str, reason: str) -> None:
    """Each hop is checked as the first one was."""
    path = path.replace("?/moved", f"?{site}/moved?{site}/moved")
    with pytest.raises(InvalidInput, match=reason):
        fetch(site + path, OURS, Limits(redirects=1))


def test_a_small_packed_page_cannot_grow_without_end(site: str) -> None:
    """200 MB of zeros in 200 kB end at the limit, whatever the server says of the length."""
    with pytest.raises(InvalidInput, match="too large"):
        fetch(f"{site}/bomb", OURS, Limits(content=1_000_000))


def test_a_slow_page_ends_at_the_limit(site: str) -> None:
    """A server that sends a word now and then does not hold us."""
    for path in ("/slow", "/dripping", f"/moved?{site}/dripping"):
        start = time.monotonic()
        with pytest.raises(InvalidInput, match=r"takes more than 0\.5 seconds"):
            fetch(site + path, OURS, Limits(web_seconds=0.5))
        assert time.monotonic() - start < 4


def test_a_slow_look_up_of_a_name_ends_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does a name server."""
    ended = threading.Event()
    monkeypatch.setattr("seed.reading.web.resolve", lambda *_: ended.wait(20) and [])
    with pytest.raises(InvalidInput, match=r"takes more than 0\.2 seconds"):
        fetch("https://example.org/", Policy(), Limits(web_seconds=0.2))
    ended.set()


_CLOSED = """
127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 192.0.2.1
::1 :: fe80::1 fc00::1 ff02::1 fec0::1 ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1
"""


@pytest.mark.parametrize("address", _CLOSED.split())
def test_addresses_that_are_not_public(address: str) -> None:
    """Private, loopback, link-local, shared, documented, and IPv4 in every disguise."""
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_that_are_public(address: str) -> None:
    """The rest of the network."""
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://localhost/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://[fe80::1%25lo]/",
        "https://user:word@example.org/",
        "http://example.org/",
        "ftp://example.org/",
        "https://",
        "https://a b/",
        "https://\u2025.example/",
        "https://example.org:0/",
        "https://no-such-host.invalid/",
    ],
)
def test_by_default_only_public_https_is_fetched(url: str) -> None:
    """Whatever way a private address is written, a name that leads there, logins and other schemes."""
    with pytest.raises(InvalidInput):
        fetch(url, Policy())


def test_a_caller_may_only_name_allowed_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host stands for those below it, and for no other that ends like it; checked before any look-up."""
    monkeypatch.setattr("seed.reading.web.resolve", lambda *_: [ip_address("10.0.0.1")])
    policy = Policy(hosts=frozenset({"example.org"}))
    for host in ("badexample.org", "example.org.evil.net", "org"):
        with pytest.raises(InvalidInput, match="allowed hosts"):
            fetch(f"https://{host}/", policy)
    for host in ("example.org", "news.EXAMPLE.org."):
        with pytest.raises(InvalidInput, match="public network"):
            fetch(f"https://{host}/", policy)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with several addresses could lead to any of them."""
    found = [ip_address("93.184.215.14"), ip_address("127.0.0.1")]
    monkeypatch.setattr("seed.reading.web.resolve", lambda *_: found)
    with pytest.raises(InvalidInput, match="public network"):
        fetch("https://example.org/", Policy())


def test_the_connection_goes_where_the_check_looked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere the second time is not looked up a second time; the server hears the name."""
    port = site.rsplit(":", 1)[1]
    monkeypatch.setattr("seed.reading.web.resolve", lambda *_: [ip_address("127.0.0.1")])
    raw = fetch(f"http://rebound.invalid:{port}/page", OURS)
    assert (raw.content, raw.url) == (_PAGE, f"http://rebound.invalid:{port}/page")
    assert _Site.hosts.pop() == f"rebound.invalid:{port}"


def test_an_address_stands_for_itself() -> None:
    """Numbers are resolved as names are, each once."""
    assert resolve("127.0.0.1", 443) == [ip_address("127.0.0.1")]
