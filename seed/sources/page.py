"""A visit to one address: how the page stands, and what was read of it."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import quote

import orjson

from graph.errors import InvalidInput
from seed.ingest.rows import Source
from seed.reading import Limits, Policy, Raw, read
from seed.reading.content import MEDIA
from seed.reading.visit import Reply, visit
from seed.sources.classify import Standing, standing
from seed.sources.robots import AGENT, Manners

_LIMITS: Final = Limits(content=20 << 20, web_seconds=20.0)
WAYBACK: Final = "https://archive.org/wayback/available?url="


@dataclass(frozen=True, slots=True)
class Page:
    """What a visit found; ``source`` is ``None`` where nothing could be read, ``sha256`` that of its text."""

    standing: Standing
    url: str
    source: Source | None = None
    sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    archived: str | None = None

    @property
    def unchanged(self) -> bool:
        """Whether the server says that the page is as it was at the last visit."""
        return self.standing.reason == "304 not changed"


class Visitor:
    """Visits addresses politely: robots.txt, a pause at each host, conditional requests, a name and a contact."""

    def __init__(
        self,
        contact: str = "",
        policy: Policy | None = None,
        *,
        pause: float = 1.0,
        limits: Limits = _LIMITS,
        archive: str | None = WAYBACK,
    ) -> None:
        self._policy = policy or Policy(schemes=frozenset({"https", "http"}))
        self._agent = f"{AGENT} (checks the sources of facts{f'; {contact}' if contact else ''})"
        self._limits = limits
        self._archive = archive
        self._manners = Manners(self._ask, pause)
        self._seen: dict[str, Page] = {}

    def visit(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        sha256: str | None = None,
    ) -> Page:
        """How the page stands now; each address is visited once. ``sha256`` is that of the text at the last visit."""
        if url not in self._seen:
            self._seen[url] = self._visited(url, etag, last_modified, sha256)
        return self._seen[url]

    def _visited(self, url: str, etag: str | None, last_modified: str | None, sha256: str | None) -> Page:
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        try:
            allowed = self._manners.allowed(url)
            if allowed is None:
                return Page(Standing("unreachable", "robots.txt of the host cannot be had"), url)
            if not allowed:
                return Page(Standing("robots", "robots.txt does not allow it"), url)
            self._manners.wait(url)
            reply = self._ask(url, {name: value for name, value in headers.items() if value and sha256})
        except InvalidInput as error:
            return self._with_archive(Page(Standing("unreachable", str(error)[:300]), url))
        source = _read(reply)
        title, text = (source.title, source.text) if source else (None, None)
        found = standing(url, reply, title, text)
        hashed = (
            hashlib.sha256(text.encode()).hexdigest() if text and found.state in {"alive", "moved"} else None
        )
        if found.state == "alive" and sha256 and hashed and hashed != sha256:
            found = Standing("changed", "the text is not the one of the last visit")
        page = Page(
            found,
            reply.url,
            source if found.state in {"alive", "moved", "changed"} else None,
            hashed,
            reply.headers.get("etag"),
            reply.headers.get("last-modified"),
        )
        return self._with_archive(page)

    def _ask(self, url: str, headers: dict[str, str] | None = None) -> Reply:
        own = {"User-Agent": self._agent, "Accept": f"{', '.join(MEDIA)}, */*;q=0.1"}
        try:
            return visit(url, self._policy, own | (headers or {}), self._limits)
        finally:
            self._manners.asked(url)

    def _with_archive(self, page: Page) -> Page:
        """With the address of a copy, where the page is gone and the Wayback Machine tells of one."""
        if page.standing.state not in {"gone", "unreachable"} or self._archive is None:
            return page
        address = f"{self._archive}{quote(page.url, safe='')}"
        try:
            self._manners.wait(address)
            reply = self._ask(address)
            closest = orjson.loads(reply.content)["archived_snapshots"]["closest"]
        except (InvalidInput, orjson.JSONDecodeError, KeyError, TypeError):
            return page
        copy = str(closest.get("url", "")) if closest.get("available") else ""
        return Page(page.standing, page.url, archived=copy) if copy.startswith("http") else page


def _read(reply: Reply) -> Source | None:
    """The text of a page with what it says of itself; ``None`` where it has none that can be read."""
    media = reply.headers.get("content-type", "text/html")
    if media.partition(";")[0].strip().lower() not in MEDIA or not reply.content:
        return None
    try:
        raw = Raw(reply.content, reply.url, media, reply.url, datetime.now(UTC).date().isoformat())
        return read(raw)
    except InvalidInput:
        return None
