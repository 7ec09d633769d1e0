"""A web server that misbehaves, page by page; it remembers who asked for what, and when."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SAYS = (
    "The regulator said on Tuesday that it had finished. "
    "The ICO has fined Acme Ltd £7,552,800 for its cameras. More follows."
)
PAD = (
    " The rest of the page speaks of other things, at some length and without any sum that would matter here."
    * 20
)


@dataclass
class Seen:
    """One request: when, for what, and with which headers."""

    at: float
    path: str
    headers: dict[str, str]


@dataclass
class Site:
    """The server's address, what was asked of it, and pages that a test may change."""

    address: str = ""
    seen: list[Seen] = field(default_factory=list[Seen])
    robots: str | None = None
    changing: str = SAYS
    archive: bytes = b"{}"

    def asked(self, path: str) -> list[Seen]:
        """The requests for a path."""
        return [one for one in self.seen if one.path.partition("?")[0] == path]


def page(text: str, title: str = "ICO fines Acme", head: str = "") -> bytes:
    """A page with a headline and a text."""
    return (
        f"<html lang='en'><head><title>{title}</title>{head}"
        f"<meta property='article:published_time' content='2022-05-23'></head>"
        f"<body><article><h1>{title}</h1><p>{text}</p><p>{PAD}</p></article></body></html>"
    ).encode()


def _short(text: str, title: str) -> bytes:
    return f"<html><head><title>{title}</title></head><body><p>{text}</p></body></html>".encode()


def _pdf(text: str) -> bytes:
    """A PDF of one line."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    found, places = b"%PDF-1.4\n", list[int]()
    for number, one in enumerate(objects, 1):
        places.append(len(found))
        found += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(found)
    return (
        found
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF" % start
    )


_STATUS = {"/403": 403, "/404": 404, "/410": 410, "/451": 451, "/500": 500}
_MOVED = {
    "/login-wall": (302, "/login?next=/x"),
    "/moved": (301, "/fine"),
    "/for-now": (302, "/fine"),
    "/home": (302, "/"),
}
_PAGES: dict[str, tuple[bytes, str]] = {
    "/": (page("Welcome."), "text/html"),
    "/fine": (page(SAYS), "text/html; charset=utf-8"),
    "/login": (_short("Sign in <form><input type='password'></form>", "Sign in"), "text/html"),
    "/soft-404": (_short("Sorry, the page you asked for could not be found.", "Page not found"), "text/html"),
    "/paywall": (
        _short("The ICO took action today. Subscribe now to continue reading.", "A fine"), "text/html",
    ),
    "/pdf": (_pdf("The ICO has fined Acme Ltd GBP 7,552,800 for its cameras."), "application/pdf"),
    "/charset": (page(SAYS.replace("cameras", "caméras")).decode().encode("latin-1"), "text/html; charset=utf-8"),
    "/otherwise": (
        page("On 18 May 2022 the Information Commissioner's Office (ICO) fined Acme Ltd £9,000,000."), "text/html",
    ),
    "/ico-fined-acme-for-cameras": (page(SAYS), "text/html"),
    "/nothing": (page("The weather was fine, and so was the harvest."), "text/html"),
    "/rounded": (page("The ICO imposed a penalty. Acme must now pay £7.5 million. It will appeal."), "text/html"),
    "/picture": (b"\x89PNG", "image/png"),
}  # fmt: skip


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.site.seen.append(Seen(time.monotonic(), self.path, headers))
        path = self.path.partition("?")[0]
        if path == "/robots.txt":
            robots = self.site.robots
            self._send(404 if robots is None else 200, (robots or "").encode(), "text/plain")
        elif path == "/wayback":
            self._send(200, self.site.archive, "application/json")
        elif path == "/slow":
            time.sleep(3)
        elif path == "/kept":
            same = headers.get("if-none-match") == '"one"'
            self._send(304 if same else 200, b"" if same else page(SAYS), "text/html", ("ETag", '"one"'))
        elif path == "/changing":
            self._send(200, page(self.site.changing), "text/html")
        elif path in _STATUS:
            self._send(_STATUS[path], b"<p>no</p>", "text/html")
        elif path in _MOVED:
            status, where = _MOVED[path]
            self._send(status, b"", "text/html", ("Location", where))
        else:
            content, media = _PAGES.get(path, (b"", "text/html"))
            self._send(200 if path in _PAGES else 404, content, media)

    def _send(self, status: int, content: bytes, media: str, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", media), ("Content-Length", str(len(content))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def misbehaving() -> Iterator[Site]:
    """The server, running."""
    site = Site()
    handler = type("Handler", (_Handler,), {"site": site})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()
